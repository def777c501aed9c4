"""What a library holds: counts that add up, and all that was not verified, with its reason."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.lookup import Held, Unverified, inventory, total, unverified
from lawmap.model.norm import Norm
from tests.applicability.shipped import pack
from tests.builders import (
    ATTRIBUTION,
    decision,
    event,
    holding,
    instrument,
    library,
    norm,
    parties,
    situation,
)

UNSURE = {"read_in": "memory", "verified": "false"}


def read(id: str, texts: str, words: dict[str, str] | None = None, **given: Any) -> Norm:  # noqa: A002
    source = {"edition": "t-2000", "checked": "2024-01-01", "read_in": "a text", "texts": texts}
    return norm(id, source=source | {"note": "Why."}, words=words, **given)


QUOTED = {"en": "shall not"}
CASE = {"name": "it", "facts": ["act.do"], "expect": "engaged"}


def test_norms_are_counted_by_instrument_and_by_texts() -> None:
    made = library(
        instrument(),
        instrument("s"),
        read("t:1", "two", QUOTED, cases=[CASE, CASE]),
        read("t:2", "one", QUOTED),
        read("t:3", "none", QUOTED, cases=[CASE]),
        read("s:1", "two", QUOTED),
    )
    rows = inventory(made)
    assert rows == (Held("s", 1, 0, 1, 0, 0), Held("t", 3, 3, 1, 1, 1))
    assert total(rows) == Held("total", 4, 3, 2, 1, 1)


def test_who_quotes_nothing_was_found_in_no_text() -> None:
    assert inventory(library(read("t:1", "two"))) == (Held("t", 1, 0, 0, 0, 1),)


@pytest.mark.parametrize(
    ("texts", "words", "why"),
    [
        ("two", QUOTED, None),
        ("one", QUOTED, "found in one text: a text"),
        ("none", QUOTED, "Why."),
        ("two", None, "Why."),
    ],
)
def test_a_norm_says_why_its_words_are_not_sure(
    texts: str, words: dict[str, str] | None, why: str | None
) -> None:
    expected = [Unverified("t:1", "source", why)] if why else []
    assert list(unverified(library(read("t:1", texts, words)))) == expected


def test_each_unverified_source_is_told_with_its_place() -> None:
    sure = event("signature", None)
    unsure = event("ratification", "2010-06-01") | {"source": UNSURE | {"note": "Two days differ."}}
    rule = read("t:1", "two", QUOTED, decisions=[holding(), holding(source=UNSURE)])
    made = library(rule, parties(sure, unsure), decision(source=UNSURE), situation())
    assert list(unverified(made)) == [
        Unverified("t:1", "decisions.2", "memory"),
        Unverified("parties t", "parties.AAA.events.2", "memory (Two days differ.)"),
        Unverified("decision court-x", "source", "memory"),
    ]


def test_what_was_verified_is_not_told() -> None:
    assert ATTRIBUTION["verified"] == "true"
    assert list(unverified(library(read("t:1", "two", QUOTED), parties(), decision()))) == []


def test_of_the_shipped_library_every_norm_is_counted_once() -> None:
    rows = inventory(pack())
    assert total(rows).norms == len(pack().norms)
    assert all(row.two + row.one + row.none == row.norms for row in rows)
    unsure = {one.record for one in unverified(pack()) if one.place == "source"}
    assert len(unsure) == total(rows).one + total(rows).none
