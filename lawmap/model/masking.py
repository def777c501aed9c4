"""Names of persons out of texts: pseudonyms in, and a search for names that stayed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar
from unicodedata import normalize

from pydantic import BaseModel

from .allegation import Allegation
from .base import Handling
from .library import Library
from .persons import Person
from .source import Source

R = TypeVar("R", bound=BaseModel)
Named = TypeVar("Named", Allegation, Source)

# Ids, terms, pinpoints and passages. They tie records together and are never shown as text.
_IDENTIFIER = re.compile(r"(?!.*://)[a-z0-9][a-z0-9:.#@()/_-]*")
_BETWEEN_WORDS = r"[\W_]+"


class Leak(NamedTuple):
    """A masked name in a text: where, and whose by pseudonym; never the name."""

    line: int
    called: str


class Mask:
    """The names that an audience may not read, and what stands in their place.

    Names are found in any case, with anything but letters and digits between their parts, and as
    whole words: "Jan  ROE" and "jan-roe" are "Jan Roe", "Monroe" is not "Roe".
    """

    def __init__(self, persons: Iterable[Person]) -> None:
        spelled = {
            normalize("NFC", name): person.known_as
            for person in persons
            for name in person.spellings
        }
        longest_first = sorted(spelled, key=lambda name: (-len(name), name))
        self._patterns = [(name_pattern(name), spelled[name]) for name in longest_first]

    @classmethod
    def of(cls, library: Library, audience: Handling, *, unmask: bool = False) -> Mask:
        """The mask for an audience: every name in any record, also in those it may not see."""
        return cls(
            person for person in named_persons(library) if person.is_masked(audience, unmask=unmask)
        )

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def text(self, text: str) -> str:
        """A text with pseudonyms, in brackets as editors mark what is not the author's."""
        masked = normalize("NFC", text)
        for pattern, called in self._patterns:
            masked = pattern.sub(f"[{called}]".replace("\\", r"\\"), masked)
        return masked if masked != normalize("NFC", text) else text

    def hidden(self, line: str) -> str:
        """A line of a file with asterisks for names, so that every place in it stays."""
        if self.text(line) == line:
            return line
        hidden = line
        for pattern, _ in self._patterns:
            hidden = pattern.sub(lambda found: "*" * len(found[0]), hidden)
        # A letter that is written as two characters is found only once they are one.
        return hidden if self.text(hidden) == hidden else "*" * len(line)

    def record(self, record: R) -> R:
        """A record with pseudonyms in all its texts; its ids stay."""
        fields = ((name, getattr(record, name)) for name in type(record).model_fields)
        masked = {name: (value, self._value(value)) for name, value in fields}
        changed = {name: new for name, (old, new) in masked.items() if new != old}
        return record.model_copy(update=changed) if changed else record

    def library(self, library: Library) -> Library:
        """A library with pseudonyms in its sources and allegations, without the lists of names."""

        def masked(records: Mapping[str, Named]) -> dict[str, Named]:
            bare = {name: one.model_copy(update={"persons": ()}) for name, one in records.items()}
            return {name: self.record(one) for name, one in bare.items()}

        return replace(
            library, sources=masked(library.sources), allegations=masked(library.allegations)
        )

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return value if _IDENTIFIER.fullmatch(value) else self.text(value)
        if isinstance(value, BaseModel):
            return self.record(value)
        # A named tuple, such as a period, is a value of its own and holds no text to mask.
        if type(value) is tuple:
            return tuple(self._value(item) for item in value)
        if isinstance(value, dict):
            return {key: self._value(item) for key, item in value.items()}
        return value

    def leaks(self, text: str) -> Iterator[Leak]:
        """Every masked name that a written text still holds."""
        plain = normalize("NFC", text.replace("\\", ""))
        for pattern, called in self._patterns:
            for found in pattern.finditer(plain):
                yield Leak(plain.count("\n", 0, found.start()) + 1, called)


def named_persons(library: Library) -> Iterator[Person]:
    """Every person whom an allegation or a source names."""
    for _, allegation in sorted(library.allegations.items()):
        yield from allegation.persons
    for _, source in sorted(library.sources.items()):
        yield from source.persons


def name_pattern(name: str) -> re.Pattern[str]:
    """What finds a name in a text."""
    words = [re.escape(word) for word in re.split(_BETWEEN_WORDS, name) if word]
    return re.compile(rf"(?<!\w){_BETWEEN_WORDS.join(words)}(?!\w)", re.IGNORECASE)
