"""What a reference manager is told of an authority, before any format writes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from lawmap.model.instrument import Author, Published

_SPACES = re.compile(r"\s+")
_UNSEEN = frozenset({"Cc", "Cs"})
_PLAIN = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_UNSURE = str.maketrans("", "", "~?%")


class Kind(Enum):
    """What sort of thing a reference is to; each format has its word for it."""

    TREATY = "treaty"
    LAW = "law"
    RESOLUTION = "resolution"
    BOOK = "book"
    CASE = "case"
    REPORT = "report"
    NEWS = "news"
    DOCUMENT = "document"


class Dated(NamedTuple):
    """A date in EDTF, with no more precision than the record gives."""

    text: str

    @classmethod
    def on(cls, day: date | int) -> Dated:
        """A day, or a whole year."""
        return cls(day.isoformat() if isinstance(day, date) else f"{day:04}")

    @property
    def is_unsure(self) -> bool:
        """Whether it is marked as approximate or uncertain."""
        return self.text != self.text.translate(_UNSURE)

    @property
    def ends(self) -> tuple[tuple[int, ...], ...]:
        """Year, month and day of one end or two, as far as given; none if not all digits are."""
        ends = self.text.translate(_UNSURE).split("/")
        if not all(map(_PLAIN.fullmatch, ends)):
            return ()
        return tuple(tuple(int(part) for part in end.split("-")) for end in ends)

    @property
    def only(self) -> tuple[int, ...]:
        """Year, month and day as far as given, of a date that is sure and has one end; or none."""
        ends = () if self.is_unsure else self.ends
        return ends[0] if len(ends) == 1 else ()


@dataclass(frozen=True)
class Reference:
    """An authority as a reference manager keeps it. All texts stand on one line."""

    key: str
    """The key of the record, such as ``gc4`` or ``decision:tadic-1999``."""
    kind: Kind
    title: str
    short: str | None = None
    issued: Dated | None = None
    """Of a treaty the adoption, of a decision the day on which it was given."""
    opened: date | None = None
    """The day on which it was opened for signature."""
    in_force: date | None = None
    """The day of its entry into force."""
    authors: tuple[Author, ...] = ()
    """Persons who wrote it, with the parts of their names told apart."""
    written_by: str | None = None
    """Who wrote it, where the record gives one text."""
    body: str | None = None
    """The court, the body that adopted it, or the publisher."""
    place: str | None = None
    """Where it was adopted."""
    published: tuple[Published, ...] = ()
    """Where it is printed; what styles should cite comes first."""
    number: str | None = None
    """The number of the case, resolution or document."""
    genre: str | None = None
    """What it calls itself, such as ``appeal judgment``."""
    url: str | None = None
    language: str | None = None
    note: str | None = None
    """What else belongs to the citation."""
    caveat: str | None = None
    """What a reader must know of the record; styles do not print it unless they are asked to."""

    @property
    def first(self) -> Published | None:
        """The place where it is printed that styles should cite."""
        return self.published[0] if self.published else None

    def told_beside(self) -> Iterator[str]:
        """What no format has a field for, a line each."""
        if self.in_force:
            yield f"Entered into force {self.in_force.isoformat()}"
        yield from (f"Also published: {printed(other)}" for other in self.published[1:])
        if self.note:
            yield self.note


def printed(place: Published) -> str:
    """A place where a text is printed: ``75 UNTS 287``, ``ETS 005``."""
    parts = (place.volume, place.series, place.page or place.number)
    return " ".join(part for part in parts if part)


def one_line(text: str) -> str:
    """A text of a record on one line, without characters that only machines see.

    A line of its own could be read as a field, and a control character breaks readers.
    """
    seen = (char for char in _SPACES.sub(" ", text) if unicodedata.category(char) not in _UNSEEN)
    return "".join(seen).strip()
