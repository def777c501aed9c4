"""Of many faults of one file the first: nobody mends thousands one by one.

So many have one cause mostly, and a file that was made to have them must not fill a log or a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from lawmap.diagnostics import Diagnostic

MAX_FAULTS = 50
"""So many faults of one sort are listed of one file; one more says how many there are."""

T = TypeVar("T")


def first(found: Sequence[T], tell: Callable[[T], Diagnostic], what: str = "") -> list[Diagnostic]:
    """The first faults, and one that counts the others; these are not even put into words.

    Args:
        found: what is wrong, in the order of places.
        tell: makes a fault of it.
        what: words behind "more faults", such as " of shape".
    """
    listed = [tell(one) for one in found[:MAX_FAULTS]]
    if len(found) > MAX_FAULTS:
        message = f"{len(found) - MAX_FAULTS:,} more faults{what} in this file"
        place = tell(found[MAX_FAULTS]).position
        listed.append(Diagnostic(place, "LM110", message, "Mend the ones above first."))
    return listed


def listed(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The first of these faults by their places, and one that counts the others."""
    return first(sorted(faults, key=lambda fault: fault.position), lambda fault: fault)
