"""Names of persons out of texts: pseudonyms in, and a search for names that stayed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar
from unicodedata import normalize

from pydantic import BaseModel

from lawmap.model.allegation import Allegation
from lawmap.model.base import Handling
from lawmap.model.exceptions import NameException
from lawmap.model.library import Library
from lawmap.model.persons import Person
from lawmap.model.source import Source

from .exceptions import Exceptions
from .fields import IDENTIFIER, free_texts
from .finding import Finder, Hit
from .readings import readings

R = TypeVar("R", bound=BaseModel)
_ATTEMPTS = 8
_WITHHELD = "[a text that would name a person]"

Named = TypeVar("Named", Allegation, Source)


class Leak(NamedTuple):
    """A masked name in a text: where, and whose by pseudonym; never the name."""

    line: int
    called: str
    column: int = 1


class Mask:
    """The names that an audience may not read, and what stands in their place.

    Names are found as whole words, in any case, order and romanisation, with anything but letters
    and digits between their parts; see :mod:`.finding`. Reviewed exceptions stay.
    """

    def __init__(self, persons: Iterable[Person], exceptions: Iterable[NameException] = ()) -> None:
        spelled = {
            normalize("NFC", name): person.known_as
            for person in persons
            for name in person.spellings
        }
        names = sorted(spelled)
        self._called = [spelled[name] for name in names]
        self._finder = Finder(names)
        self._exceptions = Exceptions(exceptions if names else ())

    @classmethod
    def of(cls, library: Library, audience: Handling, *, unmask: bool = False) -> Mask:
        """The mask for an audience: every name in any record, also in those it may not see."""
        persons = named_persons(library)
        masked = (one for one in persons if one.is_masked(audience, unmask=unmask))
        return cls(masked, library.name_exceptions)

    def __bool__(self) -> bool:
        return bool(self._finder)

    def text(self, text: str) -> str:
        """A text with pseudonyms, in brackets as editors mark what is not the author's.

        Of a text that shows a name only once its markup or escapes are read, the shown text is
        taken.
        """
        if not self:
            return text
        masked = self._with_pseudonyms(text)
        for _ in range(_ATTEMPTS):
            shown = next((one for one in readings(masked) if self._hits(one.text)), None)
            if shown is None:
                return masked
            masked = self._with_pseudonyms(shown.text)
        return _WITHHELD

    def hidden(self, line: str) -> str:
        """A line of a file with asterisks for names, so that every place in it stays."""
        hidden = self._replaced(line, lambda hit: "*" * (hit.end - hit.start))
        return hidden if next(self.leaks(hidden), None) is None else "*" * len(line)

    def _with_pseudonyms(self, text: str) -> str:
        return self._replaced(text, lambda hit: f"[{self._called[hit.which]}]")

    def _replaced(self, text: str, instead: Callable[[Hit], str]) -> str:
        pieces, done = list[str](), 0
        for hit in self._hits(text):
            pieces += [text[done : hit.start], instead(hit)]
            done = hit.end
        return "".join([*pieces, text[done:]])

    def _hits(self, text: str) -> list[Hit]:
        if not self._finder:
            return []
        return self._exceptions.without(text, self._finder.hits(text))

    def record(self, record: R) -> R:
        """A record with pseudonyms in all its texts; its ids stay."""
        free = free_texts(type(record))
        fields = ((name, getattr(record, name)) for name in type(record).model_fields)
        masked = {name: (value, self._value(value, is_free=name in free)) for name, value in fields}
        changed = {name: new for name, (old, new) in masked.items() if new != old}
        return record.model_copy(update=changed) if changed else record

    def library(self, library: Library) -> Library:
        """A library with pseudonyms in its sources and allegations, without the lists of names."""

        def masked(records: Mapping[str, Named]) -> dict[str, Named]:
            bare = {name: one.model_copy(update={"persons": ()}) for name, one in records.items()}
            return {name: self.record(one) for name, one in bare.items()}

        return replace(
            library,
            sources=masked(library.sources),
            allegations=masked(library.allegations),
            name_exceptions=(),
        )

    def _value(self, value: object, *, is_free: bool) -> object:
        if isinstance(value, str):
            return self.text(value) if is_free or not IDENTIFIER.fullmatch(value) else value
        if isinstance(value, BaseModel):
            return self.record(value)
        # A named tuple, such as a period, is a value of its own and holds no text to mask.
        if type(value) is tuple:
            return tuple(self._value(item, is_free=is_free) for item in value)
        if isinstance(value, dict):
            return {key: self._value(item, is_free=is_free) for key, item in value.items()}
        return value

    def leaks(self, text: str) -> Iterator[Leak]:
        """Every masked name that a written text still holds, as it stands or as it is shown."""
        if not self:
            return
        found = {
            (reading.place(hit.start), self._called[hit.which])
            for reading in readings(text)
            for hit in self._hits(reading.text)
        }
        ends = [0, *(found.end() for found in re.finditer("\n", text))] if found else []
        told = set[tuple[int, str]]()
        for place, called in sorted(found):
            line = bisect_right(ends, place)
            if (line, called) not in told:
                told.add((line, called))
                yield Leak(line, called, place - ends[line - 1] + 1)


def named_persons(library: Library) -> Iterator[Person]:
    """Every person whom an allegation or a source names."""
    for _, allegation in sorted(library.allegations.items()):
        yield from allegation.persons
    for _, source in sorted(library.sources.items()):
        yield from source.persons
