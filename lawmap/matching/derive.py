"""The second pass: derived terms, set from the outcomes of the first.

A norm may build on others: a State answers for helping another State's wrongful act, a person for
ordering a crime, and persecution needs a connected crime. Such norms read ``derived.*`` terms. An
engaged norm supports a derived term, a contested one disputes it, all else leaves it open; so a
derived value is never stronger than its premise. Norms that read derived terms set none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from lawmap.applicability import binds_persons
from lawmap.applicability.bond import YES
from lawmap.model.conditions import terms_of
from lawmap.model.facts import Stage
from lawmap.model.library import Library
from lawmap.model.norm import ElementKind, Norm, covers
from lawmap.model.outcome import Mark, Outcome
from lawmap.model.vocabulary import Bearer, Derivation, Whose
from lawmap.truth import OPEN, Plane, Truth, at_place, merge, whole

from .columns import VIEWS, Columns, View
from .compile import NormPlan
from .evaluate import Derived, Evaluation, Holding, rerun
from .pair import Pair
from .report import Report


class _Row(NamedTuple):
    """One allegation of an evaluated archive."""

    evaluation: Evaluation
    at: int

    @property
    def report(self) -> Report:
        return self.evaluation.reports[self.at]

    @property
    def states(self) -> frozenset[str]:
        return frozenset(self.report.frame.states)


def reads_derived(library: Library, norm: Norm) -> bool:
    """Whether a norm builds on the outcome of others, so that it runs in the second pass only."""
    conditions = [element.condition for element in library.elements_of(norm).values()]
    conditions += [ground.condition for ground in norm.exceptions.values()]
    read = [term for condition in conditions for _, term in terms_of(condition, ())]
    return any(term in library.derived_terms for term in (*read, *norm.hints))


def second_pass(first: Evaluation, assisted: Evaluation | None = None) -> Evaluation:
    """Set the derived terms of every allegation and answer the plan again.

    Args:
        first: the archive after the first pass.
        assisted: the first pass over allegations that others assist and that are not in it.
    """
    known = [*(_rows(assisted) if assisted else ()), *_rows(first)]
    rows = {row.report.allegation.id: row for row in known}
    derived: Derived = {}
    derivations = _derivations(first.library)
    held = _Held(_setters(first))

    for row in _rows(first):
        for term, derivation in derivations.items():
            premises = list(_premises(row, rows, derivation))
            for view in VIEWS if premises else ():
                found = tuple(
                    one
                    for premise in premises
                    for one in held.of(premise, _looked_at(view, derivation))
                    if _counts(one.plan, row, derivation, view)
                    and (not derivation.attempted or _is_attempt(one))
                )
                if found:
                    derived[term, row.at, view] = found
    if not derived:
        return first
    tables = {view: dict(first.columns[view]) for view in VIEWS}
    for (term, index, view), holdings in derived.items():
        _add(tables[view], term, index, holdings)
    return replace(rerun(first, tables), derived=derived)


def _looked_at(view: View, derivation: Derivation) -> View:
    """An attempt is reported as done; what it was an attempt at is not."""
    return view._replace(prospective=True) if derivation.attempted else view


def _derivations(library: Library) -> dict[str, Derivation]:
    """How each derived term is set."""
    return {
        name: item.term.set_by
        for name, item in sorted(library.terms.items())
        if item.term.set_by is not None
    }


def _setters(evaluation: Evaluation) -> tuple[NormPlan, ...]:
    """The norms that may set derived terms."""
    library = evaluation.library
    return tuple(plan for plan in evaluation.plan.norms if not reads_derived(library, plan.norm))


def _rows(evaluation: Evaluation) -> Iterator[_Row]:
    return (_Row(evaluation, index) for index in range(len(evaluation.reports)))


def _premises(row: _Row, rows: dict[str, _Row], derivation: Derivation) -> Iterator[_Row]:
    """The allegations whose norms a derived term looks at."""
    if Whose.SAME in derivation.conduct:
        yield row
    helped = rows.get(row.report.allegation.assists or "")
    if Whose.ASSISTED in derivation.conduct and helped is not None:
        known = row.states and helped.states
        if not derivation.other_state or (known and not row.states & helped.states):
            yield helped


class _Held:
    """The norms that hold for an allegation in a view, worked out once for all derived terms."""

    def __init__(self, setters: tuple[NormPlan, ...]) -> None:
        self._setters = setters
        self._known: dict[tuple[str, View], tuple[Holding, ...]] = {}

    def of(self, premise: _Row, view: View) -> tuple[Holding, ...]:
        key = premise.report.allegation.id, view
        if key not in self._known:
            self._known[key] = tuple(_holdings(premise, self._setters, view))
        return self._known[key]


def _holdings(premise: _Row, setters: Iterable[NormPlan], view: View) -> Iterator[Holding]:
    """The norms that hold for one allegation in one view."""
    for plan in setters:
        pair = Pair(premise.evaluation, premise.at, plan)
        if pair.conduct(view).truth is Truth.OPEN:
            continue
        judged = pair.judged(view)
        if judged.outcome in (Outcome.ENGAGED, Outcome.CONTESTED):
            contested = judged.outcome is Outcome.CONTESTED
            in_part = Mark.IN_PART in judged.marks
            yield Holding(premise.evaluation, premise.at, plan, contested, in_part)


def _counts(plan: NormPlan, row: _Row, derivation: Derivation, view: View) -> bool:
    """Whether a norm is one of those that may set the term for this actor."""
    library, norm = row.evaluation.library, plan.norm
    if derivation.norms and not any(covers(one, norm.id) for one in derivation.norms):
        return False
    bearer = Bearer.PERSON if binds_persons(library, norm) else Bearer.STATE
    if derivation.bearer is not None and derivation.bearer is not bearer:
        return False
    return not derivation.binds_actor or _binds(plan, row, view)


def _is_attempt(holding: Holding) -> bool:
    """Whether the conduct that the norm is about is reported as attempted."""
    library, report = holding.premise.library, holding.premise.reports[holding.at]
    conduct = {
        term
        for part in holding.plan.elements
        if part.item.kind is ElementKind.CONDUCT
        for _, term in terms_of(part.item.condition, ())
    }
    return any(
        conduct & {claim.term, *library.broader_terms.get(claim.term, ())}
        for claim in report.claims
        if claim.stage is Stage.ATTEMPTED and claim.counted
    )


def _binds(plan: NormPlan, row: _Row, view: View) -> bool:
    """Whether a norm also bound the actor's State then, in the role that it names."""
    own = Pair(row.evaluation, row.at, plan)
    role = plan.application.role
    has_role = role is None or own.value(role, view).truth is Truth.SUPPORTED
    return has_role and row.evaluation.bonds[plan.application.tie, row.at].plane == YES


def _add(table: Columns, term: str, index: int, holdings: Iterable[Holding]) -> None:
    for holding in holdings:
        table[term] = merge(table.get(term, OPEN), at_place(_plane(holding), index))


def _plane(holding: Holding) -> Plane:
    denied = int(holding.contested)
    return Plane(0, denied, 1, denied) if holding.in_part else whole(1, denied)
