"""Conditions as formulas: which facts would support them.

In a formula "not" stands nowhere: it is pushed down to the terms and figures, as De Morgan's laws
allow. What contradicts a condition is a formula as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from lawmap.model.conditions import (
    Age,
    All,
    AnyOf,
    AtLeast,
    Condition,
    DateIs,
    DateLimit,
    Not,
    Number,
    Step,
)

Figure = Literal["age", "number", "date"]

_HIGHEST = 10**18
"""Above every number that a file can hold."""

_DOMAIN: dict[Figure, tuple[int, int]] = {
    "age": (0, _HIGHEST),
    "number": (0, _HIGHEST),
    "date": (date.min.toordinal(), date.max.toordinal()),
}
"""The lowest and highest value that there can be; dates are counted in days."""


class Said(NamedTuple):
    """That a term is asserted, or denied."""

    term: str
    holds: bool


class Within(NamedTuple):
    """That an age, number or time lies between two values, both included."""

    of: Figure
    low: int
    high: int


class Several(NamedTuple):
    """That at least so many of several formulas are met."""

    n: int
    parts: tuple[Formula, ...]


Formula = Said | Within | Several


def formula(condition: Condition, *, holds: bool = True) -> Formula:
    """What must be said for a condition to be supported; where it is not to hold, contradicted."""
    match condition:
        case str():
            return Said(condition, holds)
        case Not(not_=part):
            return formula(part, holds=not holds)
        case Age(age=limit):
            return _figure("age", *limit.bounds, holds)
        case Number(number=limit):
            return _figure("number", *limit.bounds, holds)
        case DateIs(date=limit):
            return _figure("date", *_days(limit), holds)
        case _:
            _, n, inner = joined(condition)
            parts = tuple([formula(part, holds=holds) for part in inner])
            return Several(n if holds else len(inner) - n + 1, parts)


class Joined(NamedTuple):
    """What a condition that joins others is made of."""

    key: tuple[Step, ...]
    """The way from the condition to the list of its parts."""
    n: int
    """How many of the parts must hold."""
    parts: tuple[Condition, ...]


def joined(condition: All | AnyOf | AtLeast) -> Joined:
    """The parts of a condition that joins others."""
    match condition:
        case All(all=parts):
            return Joined(("all",), len(parts), parts)
        case AnyOf(any=parts):
            return Joined(("any",), 1, parts)
        case AtLeast(at_least=threshold):
            return Joined(("at_least", "of"), threshold.n, threshold.of)


def every(parts: Iterable[Formula]) -> Several:
    """All of several formulas."""
    given = tuple(parts)
    return Several(len(given), given)


def leaves(wanted: Formula) -> Iterator[Said | Within]:
    """Every term and figure of a formula."""
    if isinstance(wanted, Several):
        for part in wanted.parts:
            yield from leaves(part)
    else:
        yield wanted


def _figure(of: Figure, low: int | None, high: int | None, holds: bool) -> Formula:
    """Inside the bounds, or on one side of them; None is no bound."""
    least, most = _DOMAIN[of]
    low = least if low is None else max(low, least)
    high = most if high is None else min(high, most)
    if holds:
        return Within(of, low, high)
    if high < low:
        return Within(of, least, most)
    sides = Within(of, least, low - 1), Within(of, high + 1, most)
    return Several(1, tuple(side for side in sides if side.low <= side.high))


def _days(limit: DateLimit) -> tuple[int | None, int | None]:
    first, last = limit.between[0].first, limit.between[1].last
    return first.toordinal() if first else None, last.toordinal() if last else None
