"""Pseudonyms and persons match one to one, however many there are."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from lawmap.checks.persons import pseudonyms
from lawmap.loading import load
from tests.control.project import SOUND, allegation, write_project

Entry = tuple[str, str, str]
"""A name, another spelling of it, and what it is replaced by."""

NAMES = st.sampled_from(["Ann Roe", "ann  ROE", "Bob Poe", "Eve Doe"])
CALLED = st.sampled_from(["child A", "Child  a", "B"])
ENTRIES = st.lists(st.tuples(NAMES, NAMES, CALLED), max_size=5)


def at_odds(entries: list[Entry]) -> list[int]:
    """The entries that share a pseudonym or a spelling with another one, and not both."""

    def fold(text: str) -> str:
        return " ".join(text.split()).casefold()

    def clash(one: Entry, other: Entry) -> bool:
        same = bool({fold(one[0]), fold(one[1])} & {fold(other[0]), fold(other[1])})
        return same != (fold(one[2]) == fold(other[2]))

    return [i for i, one in enumerate(entries) if any(clash(one, other) for other in entries)]


@given(ENTRIES)
def test_who_is_not_told_apart_is_told(entries: list[Entry]) -> None:
    listed = [
        f"  - {{name: {name}, also: [{also}], called: {called}, marks: [victim]}}"
        for name, also, called in entries
    ]
    with TemporaryDirectory() as folder:
        lines = [*SOUND, *(["persons:", *listed] if listed else [])]
        loaded = load([write_project(Path(folder), a=allegation("a", *lines))])
    found = [fault.position.line - 9 for fault in pseudonyms(loaded) if fault.code == "LM609"]
    assert found == at_odds(entries)


def test_thousands_of_persons_are_told_apart(tmp_path: Path) -> None:
    persons = [f"  - {{name: N{one} P, called: child {one}}}" for one in range(1_000)]
    lines = [*SOUND, "persons:", *persons, "  - {name: n7  p, called: Child  8}"]
    loaded = load([write_project(tmp_path, a=allegation("a", *lines))])
    assert len(loaded.library.allegations["a"].persons) == len(persons) + 1
    assert [(fault.position.line, fault.code) for fault in pseudonyms(loaded)] == [
        (16, "LM609"),
        (17, "LM609"),
        (1_009, "LM609"),
    ]
