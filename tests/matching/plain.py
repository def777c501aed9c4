"""The meaning of conditions, written plainly: one allegation, four values, no planes.

This is the other opinion that the fast evaluator is compared with. It is slow on purpose and
shares no code with ``lawmap.matching``: the tables are written out, figures are checked one number
at a time, and the tree of terms is walked afresh for each question.

It asks up to four times, in three values. "In part" is read as two questions, of some members and
of all. A dispute is settled once for the condition and once against it: an answer that both give is
the answer, and one that is asserted only if disputes are settled for it is disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from itertools import combinations

from lawmap.model.conditions import (
    Age,
    All,
    AnyOf,
    AtLeast,
    Condition,
    DateIs,
    DateLimit,
    Limit,
    Not,
    Number,
)
from lawmap.model.persons import Quantity
from lawmap.periods import Period, Sense
from lawmap.truth import Truth, Value

S, C, D, O = Truth.SUPPORTED, Truth.CONTRADICTED, Truth.DISPUTED, Truth.OPEN  # noqa: E741
FOUR = (S, C, D, O)

# Belnap 1977, the lattice L4: T is supported, F contradicted, Both disputed, None open.
NOT = {S: C, C: S, D: D, O: O}
AND = {
    S: {S: S, C: C, D: D, O: O},
    C: {S: C, C: C, D: C, O: C},
    D: {S: D, C: C, D: D, O: C},
    O: {S: O, C: C, D: C, O: O},
}
OR = {
    S: {S: S, C: S, D: S, O: S},
    C: {S: S, C: C, D: D, O: O},
    D: {S: S, C: D, D: D, O: S},
    O: {S: S, C: O, D: S, O: O},
}


def both(values: Iterable[Truth]) -> Truth:
    return reduce(lambda left, right: AND[left][right], values)


def either(values: Iterable[Truth]) -> Truth:
    return reduce(lambda left, right: OR[left][right], values)


def told(asserted: bool, denied: bool) -> Truth:
    if asserted:
        return D if denied else S
    return C if denied else O


ANY_DAY = Period(None, None)


@dataclass(frozen=True)
class World:
    """What one allegation says: who asserts and who denies what, and its figures."""

    broader: Mapping[str, str | None]
    asserted: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    ages: tuple[Quantity, ...] = ()
    numbers: tuple[Quantity, ...] = ()
    period: Period = ANY_DAY
    sense: Sense = Sense.WITHIN

    def asserts(self, term: str) -> bool:
        return any(term in _upwards(said, self.broader) for said in self.asserted)

    def denies(self, term: str) -> bool:
        return any(said in _upwards(term, self.broader) for said in self.denied)

    def value(self, condition: Condition) -> Value:
        """The answer to a condition, with its mark."""
        best, worst = self._settled(condition, some=True)
        best_of_all, worst_of_all = self._settled(condition, some=False)
        if worst is S:
            return Value(S, in_part=worst_of_all is not S)
        if best is C:
            return Value(C)
        if best is S:
            return Value(D, in_part=best_of_all is not S)
        return Value(O, hides_dispute=worst is C)

    def _settled(self, condition: Condition, *, some: bool) -> tuple[Truth, Truth]:
        """The answers with every dispute settled for the condition, and against it."""
        best, worst = Judge(self, some, favour=True), Judge(self, some, favour=False)
        return best.of(condition), worst.of(condition)


@dataclass(frozen=True)
class Judge:
    """Evaluates conditions in three values, with disputes settled for them or against them."""

    world: World
    some: bool
    """Ask whether it is true of some members; else whether it is true of all."""
    favour: bool
    """Settle every dispute so that the condition comes out best."""

    def of(self, condition: Condition) -> Truth:
        match condition:
            case All(all=parts):
                return both(self.of(part) for part in parts)
            case AnyOf(any=parts):
                return either(self.of(part) for part in parts)
            case Not(not_=part):
                return NOT[Judge(self.world, not self.some, not self.favour).of(part)]
            case AtLeast(at_least=threshold):
                values = [self.of(part) for part in threshold.of]
                return either(both(chosen) for chosen in combinations(values, threshold.n))
            case Age(age=limit):
                return self._figures(self.world.ages, limit)
            case Number(number=limit):
                return self._figures(self.world.numbers, limit)
            case DateIs(date=limit):
                return self._time(limit)
            case _:
                return self._term(condition)

    def _term(self, term: str) -> Truth:
        """All that favours the condition, and of what speaks against it only what stands alone."""
        world, broader = self.world, self.world.broader
        asserted = {said for said in world.asserted if term in _upwards(said, broader)}
        denied = {said for said in world.denied if said in _upwards(term, broader)}
        if self.favour:
            denied = {said for said in denied if not world.asserts(said)}
            return S if asserted else told(False, bool(denied))
        asserted = {said for said in asserted if not world.denies(said)}
        return C if denied else told(bool(asserted), False)

    def _settled(self, value: Truth) -> Truth:
        if value is not D:
            return value
        return S if self.favour else C

    @property
    def _mixed(self) -> Truth:
        return S if self.some else C

    def _figures(self, quantities: Iterable[Quantity], limit: Limit) -> Truth:
        answers = [self._figure(quantity, limit) for quantity in quantities]
        return self._settled(told(S in answers, C in answers))

    def _figure(self, quantity: Quantity, limit: Limit) -> Truth:
        possible = satisfied(quantity, limit)
        if all(possible):
            return S
        if not any(possible):
            return C
        mixed = quantity.form == "between" and possible[0] != possible[-1]
        return self._mixed if mixed else O

    def _time(self, limit: DateLimit) -> Truth:
        first, last = limit.between
        begin, end = self.world.period.first, self.world.period.last
        assert first.first, "the strategies write no limit without a beginning"
        assert last.last, "nor without an end"
        if begin and end and first.first <= begin and end <= last.last:
            return S
        if (end and end < first.first) or (begin and last.last < begin):
            return C
        return self._mixed if self.world.sense is Sense.DURING else O


HIGHEST = 90
"""Above every number that the strategies write, so that it stands for "no upper end"."""


@cache
def satisfied(quantity: Quantity, limit: Limit) -> tuple[bool, ...]:
    """For every number that a figure admits, from the lowest up, whether it is within a limit."""
    return tuple(satisfies(number, limit) for number in candidates(quantity))


def candidates(quantity: Quantity) -> list[float]:
    """Every number (in halves, for 'about') that a reported figure admits."""
    steps = [half / 2 for half in range(-2 * HIGHEST, 2 * HIGHEST + 1)]
    whole = [step for step in steps if step == int(step)]
    one = {key: getattr(quantity, key) for key in type(quantity).model_fields}
    match quantity.form:
        case "exactly":
            return [n for n in whole if n == one["exactly"]]
        case "at_least":
            return [n for n in whole if n >= one["at_least"]]
        case "at_most":
            return [n for n in whole if n <= one["at_most"]]
        case "below":
            return [n for n in whole if n < one["below"]]
        case "about":
            return [n for n in steps if one["about"] / 2 <= n <= one["about"] * 2]
        case form:
            return [n for n in whole if one[form][0] <= n <= one[form][1]]


def satisfies(number: float, limit: Limit) -> bool:
    """Whether a number is within a limit, whichever of its keys is given."""
    low, high = limit.between or (-HIGHEST, HIGHEST)
    return (
        limit.exactly in (None, number)
        and (limit.at_least is None or number >= limit.at_least)
        and (limit.at_most is None or number <= limit.at_most)
        and (limit.below is None or number <= limit.below - 1)
        and low <= number <= high
    )


def _upwards(term: str, broader: Mapping[str, str | None]) -> set[str]:
    found: set[str] = set()
    step: str | None = term
    while step is not None:
        found.add(step)
        step = broader.get(step)
    return found
