"""Tests that processors of citation styles pass, as far as they ask for what lawmap promises.

They come from the test suite of CSL. Left out are those in which two citations stand in one note
with words between them, and citations outside of notes: there lawmap writes no "ibid", because the
words between may cite something that no program saw.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from lawmap.submissions import resolve
from tests.builders import decision
from tests.shared import shared_folder
from tests.submissions.law import law, wanted

FITTING = (
    "integration_IbidWithDifferentLocators",
    "position_FirstTrueOnlyOnce",
    "position_IbidWithMultipleSoloCitesInBackref",
)
FORMS = re.compile(r"^\[\^cite-\d+\]: (.*)$", re.MULTILINE)


def section(text: str, name: str) -> str:
    match = re.search(rf">>=+ {name} =+>>\n(.*?)\n<<=+ {name}", text, re.DOTALL)
    assert match
    return match[1]


def notes_of(text: str) -> dict[int, list[dict[str, Any]]]:
    notes: dict[int, list[dict[str, Any]]] = {}
    for cluster, *_ in json.loads(section(text, "CITATIONS")):
        held = notes.setdefault(cluster["properties"]["noteIndex"], [])
        held += cluster["citationItems"]
    return notes


def key(item: dict[str, Any]) -> str:
    place = f"#p{item['locator']}" if "locator" in item else ""
    return f"@{{decision:{item['id'].lower()}{place}}}"


@pytest.mark.parametrize("name", FITTING)
def test_ibid_stands_where_processors_write_it(name: str) -> None:
    path = shared_folder() / "data" / "suites" / "csl" / "test-suite-legal" / f"{name}.txt"
    text = path.read_text(encoding="utf-8")
    notes = notes_of(text)
    source = "".join(f"x [{'; '.join(map(key, items))}]\n\n" for items in notes.values())
    library = law(*(decision(f"item-{number}", title=f"Case {number}") for number in (1, 2, 3)))
    made = resolve(source, "a.md", wanted(library=library, whole=library))
    assert made.text is not None, made.faults
    results = re.findall(r"^(?:\.\.|>>)\[\d+\] (.*)$", section(text, "RESULT"), re.MULTILINE)
    # Of a note with several citations the first is compared.
    firsts = [sum(len(held) for held in list(notes.values())[:at]) for at in range(len(notes))]
    ours = ["ibid" in one.casefold() for one in FORMS.findall(made.text)]
    theirs = ["ibid" in results[at].casefold() for at in firsts]
    assert ours == theirs
