"""Comparisons of reported ages, numbers and times with the limits that norms set.

They answer from intervals. "Aged 6 to 17" has members at both ends: against "under 15" it is
asserted of some and denied of others. "14 or 16" is doubt about one person: it stays open.
"""

from __future__ import annotations

from collections.abc import Iterable

from lawmap.model.conditions import DateLimit, Limit
from lawmap.model.persons import Quantity
from lawmap.periods import Period, Relation, Sense, relate
from lawmap.truth import OPEN, Plane, merge, whole

_YES, _NO, _IN_PART = whole(1, 0), whole(0, 1), Plane(0, 0, 1, 1)

_INFINITY = float("inf")

ABOUT = 2
"""'About 300' answers only where 150 and 600 agree: half and double, so that a rough figure never
decides near a limit."""


def compare_quantities(quantities: Iterable[Quantity], limit: Limit) -> Plane:
    """What one or several reported figures say of a limit; figures that differ may dispute it."""
    plane = OPEN
    for quantity in quantities:
        plane = merge(plane, _compare(quantity, limit))
    return plane


def compare_time(period: Period, sense: Sense, limit: DateLimit) -> Plane:
    """What the reported time says of a limit in time."""
    first, last = limit.between
    relation = relate(period, sense, Period(first.first, last.last))
    answers = {Relation.INSIDE: _YES, Relation.OUTSIDE: _NO, Relation.PARTLY: _IN_PART}
    return answers.get(relation, OPEN)


def _compare(quantity: Quantity, limit: Limit) -> Plane:
    lowest, highest = _interval(quantity)
    lower, upper = limit.bounds
    least = -_INFINITY if lower is None else lower
    most = _INFINITY if upper is None else upper
    if least <= lowest and highest <= most:
        return _YES
    if highest < least or most < lowest:
        return _NO
    ends_differ = (least <= lowest <= most) != (least <= highest <= most)
    return _IN_PART if quantity.form == "between" and ends_differ else OPEN


def _interval(quantity: Quantity) -> tuple[float, float]:
    """The lowest and highest value that a reported figure admits."""
    match quantity.form:
        case "exactly":
            exact = quantity.exactly or 0
            return exact, exact
        case "about":
            about = quantity.about or 0
            return about / ABOUT, about * ABOUT
        case "between" | "uncertain":
            low, high = quantity.between or quantity.uncertain or (0, 0)
            return low, high
        case "at_least":
            return quantity.at_least or 0, _INFINITY
        case "below":
            return -_INFINITY, (quantity.below or 0) - 1
        case _:
            return -_INFINITY, quantity.at_most or 0
