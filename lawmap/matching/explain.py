"""Why: the tree behind one answer, down to passages, claimants, presumptions and situations.

Trees are built only for what is shown, from the same plan and the same values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from lawmap.applicability import Finding
from lawmap.model.conditions import (
    Age,
    All,
    AnyOf,
    AtLeast,
    Condition,
    DateIs,
    Not,
    Number,
    condition_words,
)
from lawmap.model.presumption import Presumption
from lawmap.truth import Truth, Value

from .columns import View, said_by
from .evaluate import Evaluation, Holding
from .pair import Pair, is_mental
from .report import Claim, ClaimantRef, claimant_of, origin_of


class Ground(NamedTuple):
    """One thing that asserts or denies a term."""

    term: str
    """The term that was said, which may be narrower or broader than the one asked about."""
    affirmed: bool
    claim: Claim | None = None
    finding: Finding | None = None
    presumption: Presumption | None = None
    premise: Explanation | None = None
    """For a presumption: why its condition holds."""
    holdings: tuple[Holding, ...] = ()
    """For a derived term: the norms that set it."""


@dataclass(frozen=True)
class Explanation:
    """One condition with its value, its parts, and for a leaf what it rests on."""

    condition: Condition
    words: str
    value: Value
    parts: tuple[Explanation, ...] = ()
    grounds: tuple[Ground, ...] = ()
    per: tuple[str, ...] = ()
    """For a comparison: the passages with the figures."""
    in_prospect: bool = False
    """Whether only what is planned, threatened or attempted asserts it."""

    def walk(self) -> Iterator[Explanation]:
        """This condition and every one below it, premises of presumptions included."""
        yield self
        for part in self.parts:
            yield from part.walk()
        for ground in self.grounds:
            if ground.premise is not None:
                yield from ground.premise.walk()


class Explainer:
    """Explains conditions for one allegation in one view."""

    def __init__(self, evaluation: Evaluation, index: int, view: View) -> None:
        self._evaluation, self._index, self._view = evaluation, index, view
        self._library = evaluation.library
        self._report = evaluation.reports[index]
        self._pending: set[str] = set()

    @property
    def _answered(self) -> tuple[Finding, ...]:
        return self._report.answered if self._view.responses else ()

    def explain(self, condition: Condition) -> Explanation:
        """The tree of one condition of the compiled library."""
        node = self._evaluation.plan.node_of[condition]
        value = self._evaluation.value(node, self._view, self._index)
        tree = self._tree(condition, value)
        in_prospect = self._evaluation.is_in_prospect(node, self._view, self._index)
        return replace(tree, in_prospect=in_prospect)

    def _tree(self, condition: Condition, value: Value) -> Explanation:
        match condition:
            case All(all=parts):
                return self._joined(condition, "all of", value, parts)
            case AnyOf(any=parts):
                return self._joined(condition, "any of", value, parts)
            case Not(not_=part):
                return self._joined(condition, "the opposite of", value, (part,))
            case AtLeast(at_least=threshold):
                words = f"at least {threshold.n} of"
                return self._joined(condition, words, value, threshold.of)
            case Age():
                return Explanation(
                    condition, condition_words(condition), value, per=self._figures("age")
                )
            case Number():
                return Explanation(
                    condition, condition_words(condition), value, per=self._figures("number")
                )
            case DateIs():
                return Explanation(condition, condition_words(condition), value, per=self._time())
            case _:
                label = self._library.terms[condition].label
                return Explanation(condition, label, value, grounds=self._grounds(condition, value))

    def _joined(
        self, condition: Condition, words: str, value: Value, parts: Iterable[Condition]
    ) -> Explanation:
        return Explanation(condition, words, value, tuple(self.explain(part) for part in parts))

    def _figures(self, key: str) -> tuple[str, ...]:
        against = self._report.frame.against
        items = getattr(against, key) if against else ()
        return tuple(p for item in items for p in item.per or self._report.frame.per)

    def _time(self) -> tuple[str, ...]:
        when = self._report.allegation.when
        return (when.per or self._report.frame.per) if when else ()

    def _grounds(self, term: str, value: Value) -> tuple[Ground, ...]:
        """What asserts the term or a narrower one, and what denies it or a broader one.

        A term can be disputed only because the narrower ones that assert it are; then their denials
        are shown too.
        """
        upwards = self._library.broader_terms
        narrower = {term, *self._library.narrower_terms.get(term, ())}
        through = filter(self._is_asserted, narrower) if value.truth is Truth.DISPUTED else ()
        broader = {up for one in (term, *through) for up in (one, *upwards.get(one, ()))}

        def bears(said: str, affirmed: bool) -> bool:
            return said in (narrower if affirmed else broader)

        claims = [
            Ground(said, affirmed, claim=claim)
            for claim in self._report.claims
            for said, affirmed in said_by(claim, self._report, self._library, self._view)
            if bears(said, affirmed)
        ]
        findings = [
            Ground(finding.term, finding.holds, finding=finding)
            for finding in (*self._report.findings, *self._answered)
            if bears(finding.term, finding.holds)
        ]
        return (*claims, *findings, *self._presumed(term, bears), *self._derived(term))

    def _is_asserted(self, term: str) -> bool:
        """Whether this very term is asserted, by a claimant, a situation or a presumption."""
        plane = self._evaluation.columns[self._view].get(term)
        return plane is not None and bool(plane.some_asserted >> self._index & 1)

    def _derived(self, term: str) -> Iterator[Ground]:
        """The norms that set a derived term, those of one allegation together."""
        holdings = self._evaluation.derived.get((term, self._index, self._view), ())
        by_allegation: dict[str, list[Holding]] = {}
        for holding in holdings:
            by_allegation.setdefault(holding.allegation, []).append(holding)
        for found in by_allegation.values():
            yield Ground(term, True, holdings=tuple(found))

    def _presumed(self, term: str, bears: Callable[[str, bool], bool]) -> Iterator[Ground]:
        if term in self._pending:  # a presumption that rests on itself explains nothing
            return
        self._pending.add(term)
        for plan in self._evaluation.plan.presumptions:
            item = plan.presumption
            drawn = [(True, said) for said in item.asserts if bears(said, True)]
            drawn += [(False, said) for said in item.denies if bears(said, False)]
            if drawn and self._holds(plan.node):
                for affirmed, said in drawn:
                    premise = self.explain(item.condition)
                    yield Ground(said, affirmed, presumption=item, premise=premise)
        self._pending.discard(term)

    def _holds(self, node: int) -> bool:
        return self._evaluation.value(node, self._view, self._index).is_asserted

    def origins(self, tree: Explanation, *, affirmed: bool = True) -> frozenset[ClaimantRef] | None:
        """The independent claimants behind the assertion (or denial) of a condition.

        For parts that must all hold, the weakest part decides; for alternatives, all that speak
        count. None stands for what rests on public record alone and on no claimant.
        """
        match tree.condition:
            case Not():
                return self.origins(tree.parts[0], affirmed=not affirmed)
            case All() | AnyOf() | AtLeast():
                together = _needs_all(tree) == affirmed
                found = [
                    self.origins(part, affirmed=affirmed)
                    for part in tree.parts
                    if together or _speaks(part, affirmed)
                ]
                return _fewest(found) if together else _all_together(found)
            case str():
                return _all_together(
                    [
                        self._origin(ground)
                        for ground in tree.grounds
                        if ground.affirmed == affirmed
                        and not (ground.claim and ground.claim.response)
                    ]
                )
            case _:
                return self._of_passages(tree.per)

    def _origin(self, ground: Ground) -> frozenset[ClaimantRef] | None:
        if ground.claim is not None:
            claimant = ground.claim.claimant
            return frozenset({origin_of(self._library, claimant)} if claimant else ())
        if ground.finding is not None:
            return self._of_passages(ground.finding.per)
        if ground.holdings:
            return _all_together(
                [weakest(Pair(one.premise, one.at, one.plan)) for one in ground.holdings]
            )
        return self.origins(ground.premise) if ground.premise else None

    def _of_passages(self, passages: Iterable[str]) -> frozenset[ClaimantRef] | None:
        claimants = {claimant_of(self._library, passage) for passage in passages}
        return frozenset(origin_of(self._library, one) for one in claimants if one) or None


def weakest(pair: Pair) -> frozenset[ClaimantRef] | None:
    """The fewest independent claimants behind any element that decides the outcome of a pair.

    The trees are those without responses: what the accused side answers adds no origin.
    """
    explainer = Explainer(pair.evaluation, pair.index, pair.view)
    found = [
        explainer.origins(explainer.explain(part.item.condition))
        for part in pair.plan.elements
        if not is_mental(part.item) and pair.value(part.node, pair.view).is_asserted
    ]
    return _fewest([origins for origins in found if origins])


def _needs_all(tree: Explanation) -> bool:
    """Whether every part must hold."""
    if isinstance(tree.condition, AtLeast):
        return tree.condition.at_least.n == len(tree.parts)
    return isinstance(tree.condition, All)


def _speaks(tree: Explanation, affirmed: bool) -> bool:
    wanted = ("supported", "disputed") if affirmed else ("contradicted", "disputed")
    return tree.value.truth.value in wanted


def _fewest(found: list[frozenset[ClaimantRef] | None]) -> frozenset[ClaimantRef] | None:
    counted = [origins for origins in found if origins is not None]
    return min(counted, key=lambda origins: (len(origins), sorted(origins)), default=None)


def _all_together(found: list[frozenset[ClaimantRef] | None]) -> frozenset[ClaimantRef] | None:
    if None in found:
        return None
    return frozenset().union(*(origins for origins in found if origins is not None)) or None
