"""What stands in a record is shown as it is written; it never becomes markup of the dossier."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.dossier.made import dossiers_of, library_with, rendered
from tests.dossier.parsed import every, lines
from tests.dossier.records import Data, allegation, source
from tests.test_markdown import HOSTILE

# Where a record takes text, and a function that puts one there.
FIELDS: dict[str, Callable[[str], tuple[Data, ...]]] = {
    "title": lambda text: (allegation(title=text), source()),
    "account": lambda text: (allegation(account=text), source()),
    "group": lambda text: (allegation(against={"group": text}), source()),
    "actor": lambda text: (allegation(by=[{"actor": text, "state": "RUS"}]), source()),
    "place as reported": lambda text: (allegation(where={"as_reported": text}), source()),
    "note": lambda text: (allegation(notes=[text]), source()),
    "quotation": lambda text: (allegation(quotes={"report#p1": text}), source()),
    "characterisation": lambda text: (
        allegation(characterisations=[{"text": text, "per": ["report#p1"]}]),
        source(),
    ),
    "response": lambda text: (
        allegation(
            responses=[{"by": text, "text": text, "denies": "conduct", "per": ["report#p2"]}]
        ),
        source(),
    ),
    "publisher": lambda text: (allegation(), source(publisher=text)),
    "title of a source": lambda text: (allegation(), source(title=text)),
    "note on the date": lambda text: (allegation(), source(date_note=text)),
    "address": lambda text: (allegation(), source(url=text)),
    "claimant": lambda text: (
        allegation(),
        source(claimants={"paper": {"name": text, "knows": text, "note": text}}),
    ),
    "reviewer": lambda text: (
        allegation(review={"state": "reviewed", "by": text, "on": "2025-03-01"}),
        source(),
    ),
}
BENIGN = "wordword"


def files(records: tuple[Data, ...]) -> dict[str, str]:
    return rendered(dossiers_of(library_with(*records)))


def kinds(text: str) -> list[str]:
    return [token.type for token in every(text)]


@pytest.mark.parametrize("field", FIELDS)
def test_hostile_text_leaves_the_form_of_a_dossier_as_it_is(field: str) -> None:
    hostile = " ".join(HOSTILE[:16]) if field != "quotation" else "<b> [x](y) | `c` **d**"
    benign = files(FIELDS[field](BENIGN))
    found = files(FIELDS[field](hostile))
    assert any(BENIGN in text for text in benign.values())
    for name, text in found.items():
        assert kinds(text) == kinds(benign[name])
    whole = "\n".join(line for text in found.values() for line in lines(text))
    assert " ".join(hostile.split()) in whole


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_title_heads_the_dossier_as_written(hostile: str) -> None:
    found = files((allegation(title=hostile, account=hostile), source()))
    text = " ".join(hostile.split())
    assert lines(found["a.md"])[0] == f"Alleged: {text}"
    assert lines(found["a.md"]).count(text) == 1
    assert text in lines(found["index.md"])
