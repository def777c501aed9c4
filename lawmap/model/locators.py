"""Places in a source, as numbers that can be compared: paragraphs, pages, seconds."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Places of one kind from the first to the last."""

    kind: str
    """``p`` for paragraphs, ``page``, or ``t`` for times."""
    first: int
    last: int

    @classmethod
    def of(cls, text: str) -> Span:
        """A span such as ``p9``, ``p9-p11``, ``page=3-5`` or ``t=00:01:00-00:02:30``."""
        first, _, last = text.partition("-")
        kind = first.partition("=")[0] if "=" in first else first[0]
        return cls(kind, _number(first), _number(last or first))

    def meets(self, other: Span) -> bool:
        """Whether they have a place in common."""
        return self.kind == other.kind and self.first <= other.last and other.first <= self.last


def _number(place: str) -> int:
    number = place.rpartition("=")[2].removeprefix("p")
    total = 0
    for part in number.split(":"):
        total = total * 60 + int(part)
    return total
