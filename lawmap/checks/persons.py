"""Persons whom records name: their names must be possible to mask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.masking import Finder
from lawmap.model.allegation import Allegation
from lawmap.model.persons import Person
from lawmap.model.pseudonyms import Group, fold, gathered
from lawmap.model.source import Source
from lawmap.wording import listed

Entry = tuple[File, int, Person]


def named_in_ids(loaded: Loaded) -> Iterator[Diagnostic]:
    """An id is a file name and a link and cannot be masked, so it must not hold a name."""
    names = _any_name(_entries(loaded))
    for file, record in _records(loaded):
        if names.hits(record.id):
            message = "the id holds the name of a person whom a record lists under 'persons'"
            yield file.fault(("id",), "LM608", message, "Choose an id that names nobody.")


def pseudonyms(loaded: Loaded) -> Iterator[Diagnostic]:
    """A pseudonym must not give the name away, nor stand for two persons, nor a person for two."""
    entries = list(_entries(loaded))
    names = _any_name(entries)
    known = _Known(person for _, _, person in entries)
    for file, index, person in entries:
        if person.called is None:
            continue
        at = ("persons", index, "called")
        if names.hits(person.called):
            message = "the pseudonym holds a name that is listed under 'persons'"
            yield file.fault(at, "LM608", message, 'Choose one that says nothing: "child A".')
        other = known.at_odds_with(person)
        if other is None:
            continue
        if other.called and fold(other.called) == fold(person.called):
            message = f"the pseudonym '{person.called}' stands for another person too"
            mend = "Give each person a pseudonym of his or her own, in all records."
        else:
            message = f"this person is called '{other.called}' elsewhere"
            mend = _ONE_PSEUDONYM
        yield file.fault(at, "LM609", message, mend)
    yield from _torn(entries)


_ONE_PSEUDONYM = "Use one pseudonym for a person, in all records."


def _torn(entries: list[Entry]) -> Iterator[Diagnostic]:
    """A person without a pseudonym who shares spellings with persons of two."""
    if all(person.called for _, _, person in entries):
        return
    torn = [one for one in gathered(Group.of(person) for _, _, person in entries) if one.is_torn]
    of_spelling = {spelling: group for group in torn for spelling in group.spelled}
    for file, index, person in entries:
        group = of_spelling.get(fold(person.name))
        if group is not None and person.called is None:
            called = listed([f"'{one}'" for one in group.several])
            message = f"by its spellings this person is called {called}"
            mend = f"{_ONE_PSEUDONYM} If they are several persons, part their spellings."
            yield file.fault(("persons", index, "name"), "LM609", message, mend)


class _Known:
    """The persons of all records, by what they are called and by how they are spelled."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._persons: dict[_Names, Person] = {}
        for person in persons:  # the same one stands in many records
            if person.called is None:
                continue
            self._persons.setdefault(_names(person), person)
        self._order = {names: index for index, names in enumerate(self._persons)}
        self._alike: dict[str, list[_Names]] = {}
        for names in self._order:
            for one in names.shared:
                self._alike.setdefault(one, []).append(names)

    def at_odds_with(self, person: Person) -> Person | None:
        """The first with whom a person shares a pseudonym or a spelling, and not both."""
        own = _names(person)
        alike = (self._alike[one] for one in own.shared)
        found = (next(filter(own.is_at_odds_with, others), None) for others in alike)
        first = min(filter(None, found), key=self._order.__getitem__, default=None)
        return None if first is None else self._persons[first]


class _Names(NamedTuple):
    """What tells persons apart: two entries are of one person if they share a spelling."""

    called: str
    spelled: frozenset[str]

    @property
    def shared(self) -> tuple[str, ...]:
        """Under what others are looked for that share something."""
        return (f"called {self.called}", *(f"spelled {name}" for name in sorted(self.spelled)))

    def is_at_odds_with(self, other: _Names) -> bool:
        """Whether one pseudonym stands for two persons, or two for one."""
        return (self.called == other.called) == self.spelled.isdisjoint(other.spelled)


def _names(person: Person) -> _Names:
    return _Names(fold(person.known_as), frozenset(map(fold, person.spellings)))


def _any_name(entries: Iterable[Entry]) -> Finder:
    """What finds any of the names."""
    return Finder(sorted({name for _, _, person in entries for name in person.spellings}))


def _records(loaded: Loaded) -> Iterator[tuple[File, Allegation | Source]]:
    yield from loaded.of_kind(Allegation)
    yield from loaded.of_kind(Source)


def _entries(loaded: Loaded) -> Iterator[Entry]:
    for file, record in _records(loaded):
        for index, person in enumerate(record.persons):
            yield file, index, person
