"""Of many faults of one file the first: nobody mends thousands one by one.

So many have one cause mostly, and a file that was made to have them must not fill a log or a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from lawmap.diagnostics import Diagnostic, Position

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


MAX_ROUGH_DATES = 100
"""So many dates of EDTF that are no plain day, month or year are read in one file."""

_ROUGH = re.compile(
    r"""(?m)(?:^|(?<=[\s\[{,:'"/]))
    (?: [0-9X]{4}(?:-[0-9X]{2}){0,2}[~?%]                         # about then, perhaps then
    |   (?=[0-9-]{0,9}X)[0-9X]{4}(?:-[0-9X]{2}){0,2}              # in the sixties, on some day
    |   [0-9]{4}-2[1-9] )                                         # in spring
    (?=$|[\s\]},'"/])""",
    re.VERBOSE,
)
_SIGNS = ("~?%X", ("-21", "-22", "-23", "-24", "-25", "-26", "-27", "-28", "-29"))
"""Without so many of these a text holds fewer such dates."""


def too_many_dates(text: str, shown: str) -> Diagnostic | None:
    """The fault of a file with more rough dates than anybody writes: each takes the grammar long.

    Args:
        text: the file.
        shown: its name in diagnostics.
    """
    if max(sum(map(text.count, signs)) for signs in _SIGNS) <= MAX_ROUGH_DATES:
        return None  # nearly every file, without a search
    beyond = next(islice(_ROUGH.finditer(text), MAX_ROUGH_DATES, None), None)
    if beyond is None:
        return None
    before = text[: beyond.start()]
    place = Position(shown, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    message = f"more than {MAX_ROUGH_DATES} approximate or uncertain dates; no more are read"
    return Diagnostic(place, "LM008", message, "Split the file.", before.rpartition("\n")[2])
