"""Facts of which none denies another, and what is said with them along the tree of terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lawmap.model.library import Library

from .formulas import Formula, Said, Within


class Facts(NamedTuple):
    """What is reported."""

    said: frozenset[Said] = frozenset()
    """With all that is said with it, see :class:`Tree`."""
    figures: tuple[Within, ...] = ()
    """At most one age, one number and one time."""

    def meet(self, wanted: Formula) -> bool:
        """Whether they support a formula."""
        if isinstance(wanted, Said):
            return wanted in self.said
        if isinstance(wanted, Within):
            of, low, high = wanted
            return any(one.of == of and low <= one.low and one.high <= high for one in self.figures)
        needed, spare = wanted.n, len(wanted.parts) - wanted.n
        for part in wanted.parts:
            if self.meet(part):
                needed -= 1
            else:
                spare -= 1
            if needed <= 0 or spare < 0:
                break
        return needed <= 0

    def within(self, figure: Within) -> Facts | None:
        """These facts with a figure that lies within these bounds too; None if none does."""
        low, high, others = figure.low, figure.high, []
        for one in self.figures:
            if one.of == figure.of:
                low, high = max(low, one.low), min(high, one.high)
            else:
                others.append(one)
        if high < low:
            return None
        return Facts(self.said, (*others, Within(figure.of, low, high)))


class Tree:
    """Who asserts a narrower term asserts the broader, who denies the broader the narrower."""

    def __init__(self, library: Library) -> None:
        self._broader, self._narrower = library.broader_terms, library.narrower_terms
        self._derived = library.derived_terms
        self._known: dict[Said, tuple[frozenset[Said], frozenset[Said]]] = {}

    def broader(self, term: str) -> tuple[str, ...]:
        """Every term that is broader than this one."""
        return self._broader.get(term, ())

    def add(self, facts: Facts, said: Said) -> Facts | None:
        """These facts and one more; None if that denies one of them, or can never be said."""
        if said in facts.said:
            return facts
        more, opposite = self._with(said)
        if not more or not facts.said.isdisjoint(opposite):
            return None
        return Facts(facts.said | more, facts.figures)

    def all_of(self, several: Iterable[Said]) -> frozenset[Said]:
        """What is said, and all that is said with it."""
        return frozenset().union(*(self._with(said)[0] for said in several))

    def against(self, several: Iterable[Said]) -> frozenset[Said]:
        """Whatever would deny it."""
        return frozenset().union(*(self._with(said)[1] for said in several))

    def _with(self, said: Said) -> tuple[frozenset[Said], frozenset[Said]]:
        """What is said with it, and the opposite of all that.

        Nothing is said by the denial of a derived term: the matcher supports or disputes it, and
        never contradicts it.
        """
        known = self._known.get(said)
        if known is None:
            term, holds = said
            tree = self._broader if holds else self._narrower
            terms = (term, *tree.get(term, ()))
            possible = terms if holds or term not in self._derived else ()
            known = (
                frozenset(Said(one, holds) for one in possible),
                frozenset(Said(one, not holds) for one in terms),
            )
            self._known[said] = known
        return known


def opposite(said: Said) -> Said:
    """That it is denied, or asserted."""
    return Said(said.term, not said.holds)
