"""How many elements and exceptions are decided by a case, by instrument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from lawmap.cli.screen import aligned
from lawmap.matching import Decided


class Share(NamedTuple):
    """How many of some parts are decided."""

    decided: int
    total: int

    @property
    def percent(self) -> str:
        """With one decimal, cut off and not rounded: 100.0 means all."""
        if not self.total:
            return "-"
        tenths = 1000 * self.decided // self.total
        return f"{tenths // 10}.{tenths % 10} %"

    def reaches(self, percent: Fraction) -> bool:
        """Whether it is at least so much; of nothing, everything is decided."""
        return 100 * self.decided >= percent * self.total


def share(parts: Iterable[Decided]) -> Share:
    """The share of these parts."""
    listed = [one.by is not None for one in parts]
    return Share(sum(listed), len(listed))


def group(owner: str) -> str:
    """The row in which a part is counted: its instrument, or all chapeaux together."""
    return "chapeaux" if owner.startswith("chapeau/") else owner.partition(":")[0]


def table(parts: Iterable[Decided]) -> Iterator[str]:
    """A line for each instrument, and the total."""
    listed = list(parts)
    names = sorted({group(one.owner) for one in listed})
    rows = [(name, [one for one in listed if group(one.owner) == name]) for name in names]
    cells = [("", "elements", "exceptions", "decided")]
    cells += [_row(name, below) for name, below in [*rows, ("total", listed)]]
    return aligned(cells)


def _row(name: str, parts: list[Decided]) -> tuple[str, str, str, str]:
    of_elements = share(one for one in parts if one.key == "elements")
    of_exceptions = share(one for one in parts if one.key == "exceptions")
    return name, _of(of_elements), _of(of_exceptions), share(parts).percent


def _of(one: Share) -> str:
    return f"{one.decided:,} of {one.total:,}" if one.total else "-"
