"""Persons whom records name: their names must be possible to mask."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.allegation import Allegation
from lawmap.model.masking import name_pattern
from lawmap.model.persons import Person
from lawmap.model.source import Source

Entry = tuple[File, int, Person]


def named_in_ids(loaded: Loaded) -> Iterator[Diagnostic]:
    """An id is a file name and a link and cannot be masked, so it must not hold a name."""
    names = [
        name_pattern(spelling) for _, _, person in _entries(loaded) for spelling in person.spellings
    ]
    for file, record in _records(loaded):
        if any(name.search(record.id) for name in names):
            message = "the id holds the name of a person whom a record lists under 'persons'"
            yield file.fault(("id",), "LM608", message, "Choose an id that names nobody.")


def pseudonyms(loaded: Loaded) -> Iterator[Diagnostic]:
    """A pseudonym must not give the name away, nor stand for two persons, nor a person for two."""
    entries = list(_entries(loaded))
    names = [name_pattern(spelling) for _, _, person in entries for spelling in person.spellings]
    for file, index, person in entries:
        at = ("persons", index, "called")
        if any(name.search(person.called) for name in names):
            message = "the pseudonym holds a name that is listed under 'persons'"
            yield file.fault(at, "LM608", message, 'Choose one that says nothing: "child A".')
        for _, _, other in entries:
            if _fold(other.called) == _fold(person.called) and not _same(person, other):
                message = f"the pseudonym '{person.called}' stands for another person too"
                mend = "Give each person a pseudonym of his or her own, in all records."
                yield file.fault(at, "LM609", message, mend)
                break
            if _same(person, other) and _fold(other.called) != _fold(person.called):
                message = f"this person is called '{other.called}' elsewhere"
                mend = "Use one pseudonym for a person, in all records."
                yield file.fault(at, "LM609", message, mend)
                break


def _records(loaded: Loaded) -> Iterator[tuple[File, Allegation | Source]]:
    yield from loaded.of_kind(Allegation)
    yield from loaded.of_kind(Source)


def _entries(loaded: Loaded) -> Iterator[Entry]:
    for file, record in _records(loaded):
        for index, person in enumerate(record.persons):
            yield file, index, person


def _same(one: Person, other: Person) -> bool:
    """Two entries are of one person if they share a spelling."""
    spelled = {_fold(spelling) for spelling in one.spellings}
    return any(_fold(spelling) in spelled for spelling in other.spellings)


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
