"""What was withheld from an audience: how much of it, never what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace

from .dossier import Line

FRAME = ("by", "nationality", "when", "where")
"""Parts of the frame of an allegation: where withheld, they must not pass for unreported."""


@dataclass(frozen=True)
class Withheld:
    """Counts of what an audience does not see of one record, or of several together."""

    allegations: int = field(default=0, metadata={"words": "Allegations"})
    sources: int = field(default=0, metadata={"words": "Sources"})
    facts: int = field(default=0, metadata={"words": "Facts"})
    passages: int = field(default=0, metadata={"words": "Further passages of what is shown"})
    quotations: int = field(default=0, metadata={"words": "Quotations"})
    responses: int = field(default=0, metadata={"words": "Responses of the other side"})
    items: int = field(default=0, metadata={"words": "Other items, such as times and figures"})
    links: int = field(default=0, metadata={"words": "Links to other records and claimants"})
    fields: int = field(default=0, metadata={"words": "Fields of records"})
    persons: int = field(default=0, metadata={"words": "Persons whose names are masked"})
    parts: frozenset[str] = frozenset()
    """Parts of the frame that are withheld as a whole; see FRAME."""

    def __add__(self, other: Withheld) -> Withheld:
        sums = {name: count + other.counts[name] for name, count in self.counts.items()}
        return replace(self, **sums, parts=self.parts | other.parts)

    @property
    def counts(self) -> dict[str, int]:
        """Every count by its name."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.metadata}

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every count that is not 0, in words."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        for one in fields(self):
            if one.metadata and getattr(self, one.name):
                yield Line(one.metadata["words"], str(getattr(self, one.name)))

    @property
    def is_of_substance(self) -> bool:
        """Whether answers and statements of the dossier could be others with what is withheld."""
        names = ("facts", "passages", "quotations", "responses", "items", "links")
        return any(self.counts[name] for name in names)


def total(every: Iterable[Withheld]) -> Withheld:
    """Several together."""
    return sum(every, Withheld())
