"""Pseudonyms of persons whom no record calls anything: random, and kept in a key file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar
from unicodedata import normalize

from .allegation import Allegation
from .library import Library
from .persons import Person
from .source import Source

Named = TypeVar("Named", Allegation, Source)

SHAPE = re.compile(r"Person [0-9A-Z]{4}-[0-9A-Z]{2}")
"""How a pseudonym reads: nothing of it follows from the name, nor from when it was made."""

SIGNS = "34679CDFHJKMNPQRTVWX"
"""Letters and digits that are not taken for one another when read aloud or written by hand."""

_TRIES = 1000


class PseudonymError(Exception):
    """What a person is called is for somebody who knows to settle; no name stands in it."""


@dataclass(frozen=True)
class Keys:
    """Whom each pseudonym stands for: the content of a key file."""

    entries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Spellings of a name by pseudonym."""

    def called(self, library: Library) -> Library:
        """A library whose persons are called what records or these keys call them, if anything.

        Raises:
            PseudonymError: if a person would have two pseudonyms.
        """
        known = {
            spelling: group.called
            for group in self._groups(library)
            if group.called is not None
            for spelling in group.spelled
        }

        def person(one: Person) -> Person:
            called = one.called or known.get(fold(one.name))
            return one if called == one.called else one.model_copy(update={"called": called})

        def records(several: Mapping[str, Named]) -> dict[str, Named]:
            return {
                name: record.model_copy(update={"persons": tuple(map(person, record.persons))})
                if record.persons
                else record
                for name, record in several.items()
            }

        return replace(
            library, allegations=records(library.allegations), sources=records(library.sources)
        )

    def complete(
        self, library: Library, wanted: Callable[[Person], bool], draw: Callable[[str], str]
    ) -> Keys:
        """These keys with a pseudonym for every person who needs one, and with every spelling.

        Args:
            library: the records whose persons are to be called something.
            wanted: whether a person needs a pseudonym at all.
            draw: picks a sign of a text, as ``secrets.choice`` does.

        Raises:
            PseudonymError: if a person would have two pseudonyms, or two persons one.
        """
        entries = dict(self.entries)
        groups = list(self._groups(library))
        names = {spelling for group in groups for spelling in group.spelled}
        taken = {fold(one) for group in groups for one in group.written} | set(map(fold, entries))
        for group in groups:
            called = group.called
            if called is None and any(map(wanted, group.persons)):
                called = _drawn(draw, taken, names)
                taken.add(fold(called))
            if called is not None and called not in group.written:
                entries[called] = entries.get(called, frozenset()).union(
                    *(person.spellings for person in group.persons)
                )
        return Keys(entries)

    def _groups(self, library: Library) -> Iterator[Group]:
        """Entries of all records and of these keys, gathered by person."""
        written = [Group.of(person) for person in _persons(library)]
        by_hand = {fold(one) for group in written for one in group.written}
        twice = sorted(called for called in self.entries if fold(called) in by_hand)
        if twice:
            raise PseudonymError(
                f"{_listed(twice)} stands in the key file, and a record calls somebody so by hand;"
                " give that person another pseudonym in the record"
            )
        kept = [
            Group(frozenset(map(fold, spelled)), kept=frozenset({called}))
            for called, spelled in self.entries.items()
        ]
        for group in gathered([*kept, *written]):
            group.check()
            yield group


@dataclass(frozen=True)
class Group:
    """All that is known of one person: entries that share a spelling."""

    spelled: frozenset[str]
    persons: tuple[Person, ...] = ()
    written: frozenset[str] = frozenset()
    """What records call the person."""
    kept: frozenset[str] = frozenset()
    """What the key file calls the person."""

    @classmethod
    def of(cls, person: Person) -> Group:
        """A person as one record has him or her."""
        written = frozenset({person.called} if person.called else ())
        return cls(frozenset(map(fold, person.spellings)), (person,), written)

    def __add__(self, other: Group) -> Group:
        return Group(
            self.spelled | other.spelled,
            self.persons + other.persons,
            self.written | other.written,
            self.kept | other.kept,
        )

    @property
    def several(self) -> list[str]:
        """The pseudonyms of this one person, each spelling of them once."""
        return [one for _, one in sorted({fold(one): one for one in self._ordered}.items())]

    @property
    def _ordered(self) -> list[str]:
        return sorted(self.written | self.kept, reverse=True)

    @property
    def called(self) -> str | None:
        """What the person is called, if anything."""
        return next(iter(self.several), None)

    @property
    def is_torn(self) -> bool:
        """Whether an entry without a pseudonym ties two pseudonyms together."""
        return len(self.several) > 1 and any(one.called is None for one in self.persons)

    def check(self) -> None:
        """Refuse a person who is called two things, if the key file has a part in it.

        Raises:
            PseudonymError: if so. What records alone are at odds about is for ``validate``.
        """
        if len(self.several) > 1 and (self.kept or self.is_torn):
            raise PseudonymError(
                f"{_listed(self.several)} are one person, by the spellings in the records and the"
                " key file. If they are, let one pseudonym stand: join the two entries of the key"
                " file, or change the record; if not, take away the spelling that both have"
            )


def without_pseudonym(library: Library, wanted: Callable[[Person], bool]) -> list[str]:
    """The kind and id of each record with a person who needs a pseudonym and has none."""
    return [
        f"{record.kind_of_file} '{record.id}'"
        for record in _records(library)
        if any(one.called is None and wanted(one) for one in record.persons)
    ]


def gathered(groups: Iterable[Group]) -> list[Group]:
    """Groups joined where they share a spelling, so that each is of one person."""
    found: dict[int, Group] = {}
    of_spelling: dict[str, int] = {}
    for number, group in enumerate(groups):
        whole = group
        for met in sorted({of_spelling[one] for one in group.spelled if one in of_spelling}):
            whole = found.pop(met) + whole
        found[number] = whole
        of_spelling.update(dict.fromkeys(whole.spelled, number))
    return list(found.values())


def _drawn(draw: Callable[[str], str], taken: set[str], names: set[str]) -> str:
    """A pseudonym that nobody has, and that holds nobody's name."""
    for _ in range(_TRIES):
        signs = [draw(SIGNS) for _ in range(6)]
        called = f"Person {''.join(signs[:4])}-{''.join(signs[4:])}"
        words = set(re.split(r"\W+", fold(called)))
        if fold(called) not in taken and not words & names:
            return called
    raise PseudonymError("no pseudonym was found that holds no name of a record")


def _records(library: Library) -> Iterator[Allegation | Source]:
    yield from (one for _, one in sorted(library.allegations.items()))
    yield from (one for _, one in sorted(library.sources.items()))


def _persons(library: Library) -> Iterator[Person]:
    return (person for record in _records(library) for person in record.persons)


def _listed(pseudonyms: Iterable[str]) -> str:
    return " and ".join(f"'{one}'" for one in pseudonyms)


def fold(text: str) -> str:
    """A spelling as it is compared: capitals, and how words are parted, do not count."""
    return " ".join(normalize("NFC", text).split()).casefold()
