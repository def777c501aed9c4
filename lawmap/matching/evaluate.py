"""Running the plan on bit planes, one bit an allegation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lawmap.applicability import Bond, bond
from lawmap.model.library import Library
from lawmap.truth import (
    OPEN,
    Plane,
    Value,
    answer,
    at_place,
    conjoin,
    disjoin,
    merge,
    negate,
    premise,
    undisputed,
)

from .columns import VIEWS, Columns, View, columns, plainest, settled
from .compare import compare_quantities, compare_time
from .compile import Joined, LimitLeaf, NormPlan, Opposite, Plan, TermLeaf, TieLeaf, TimeLeaf
from .report import Report

Answers = tuple[Plane, ...]
"""A plane for each node of a plan."""

Asked = tuple[TieLeaf, int]
"""A tie and the number of an allegation."""

Bonds = dict[Asked, Bond]


class Holding(NamedTuple):
    """A norm that holds for an allegation, as the premise of a derived term."""

    premise: Evaluation
    """The archive in which the norm was looked at."""
    at: int
    """The place of the allegation in it."""
    plan: NormPlan
    contested: bool
    in_part: bool

    @property
    def allegation(self) -> str:
        """The id of the allegation for which the norm holds."""
        return self.premise.reports[self.at].allegation.id


Derived = dict[tuple[str, int, View], tuple[Holding, ...]]


@dataclass(frozen=True)
class Evaluation:
    """The values of every node of a plan for an archive, in each view."""

    plan: Plan
    library: Library
    reports: tuple[Report, ...]
    columns: dict[View, Columns]
    said: dict[View, Answers]
    """Every node, from all that is said."""
    firm: dict[View, Answers]
    """Every node, from what nobody disputes; see :func:`lawmap.truth.answer`."""
    bonds: Bonds
    """The tie of the actor, by tie and allegation; see :func:`evaluate` for which."""
    fixed: Mapping[int, Plane]
    """The answers of leaves that depend on the allegation alone, by node."""
    derived: Derived = field(default_factory=dict)
    """What set each derived term, by term, allegation and view; see :mod:`.derive`."""

    def value(self, node: int, view: View, index: int) -> Value:
        """What the reports say at a node of the plan for one allegation."""
        return answer(self.said[view][node], self.firm[view][node], index)

    def differ(self, view: View, other: View) -> bool:
        """Whether any answer may be another one in the other view."""
        return self.said[view] is not self.said[other]

    def is_in_prospect(self, node: int, view: View, index: int) -> bool:
        """Whether a node is asserted only by what is planned, threatened or attempted."""
        if not view.prospective:
            return False
        done = view._replace(prospective=False)
        return (
            self.value(node, view, index).is_asserted
            and not self.value(node, done, index).is_asserted
        )

    def opposite(self, node: int, view: View, index: int) -> Value:
        """What they say of the opposite of a node; "in part" stays in part."""
        return answer(negate(self.said[view][node]), negate(self.firm[view][node]), index)


def evaluate(
    plan: Plan, library: Library, reports: Sequence[Report], asked: Iterable[Asked] | None = None
) -> Evaluation:
    """Answer every node of the plan for every report, in every view.

    Args:
        plan: the compiled library.
        library: the same library.
        reports: the archive.
        asked: the ties to look up, where not all matter; those left out stay open, without a bond.
    """
    bonds = _bonds(library, reports, _every_tie(plan, reports) if asked is None else asked)
    fixed = _fixed_leaves(plan, reports, bonds)
    tables: dict[View, Columns] = {}
    for view in VIEWS:
        like = plainest(view, reports)
        if like in tables:
            tables[view] = tables[like]
        else:
            tables[view] = _presume(plan, library, columns(reports, library, view), fixed)
    said, firm = _answers(plan, library, tables, fixed)
    return Evaluation(plan, library, tuple(reports), tables, said, firm, bonds, fixed)


def rerun(evaluation: Evaluation, tables: dict[View, Columns]) -> Evaluation:
    """Answer every node again on columns to which derived terms were added."""
    said, firm = _answers(evaluation.plan, evaluation.library, tables, evaluation.fixed)
    return replace(evaluation, columns=tables, said=said, firm=firm)


def _answers(
    plan: Plan, library: Library, tables: Mapping[View, Columns], fixed: Mapping[int, Plane]
) -> tuple[dict[View, Answers], dict[View, Answers]]:
    """Every node in every view: from all that is said, and from what nobody disputes."""
    said: dict[View, Answers] = {}
    firm: dict[View, Answers] = {}
    for view in VIEWS:
        twin = next((other for other in said if tables[other] == tables[view]), None)
        if twin:
            said[view], firm[view] = said[twin], firm[twin]
        else:
            said[view], firm[view] = _run(plan, library, len(plan.nodes), tables[view], fixed)
    return said, firm


def _presume(plan: Plan, library: Library, table: Columns, fixed: Mapping[int, Plane]) -> Columns:
    """Run the presumptions until nothing changes. They only ever add, so this ends."""
    while True:
        said, firm = _run(plan, library, plan.presumption_nodes, table, fixed)
        more = dict(table)
        for item in plan.presumptions:
            drawn = premise(said[item.node], firm[item.node])
            for term in item.presumption.asserts:
                more[term] = merge(more.get(term, OPEN), drawn)
            for term in item.presumption.denies:
                more[term] = merge(more.get(term, OPEN), negate(drawn))
        more = {term: plane for term, plane in more.items() if plane != OPEN}
        if more == table:
            return table
        table = more


def _run(
    plan: Plan, library: Library, count: int, table: Columns, fixed: Mapping[int, Plane]
) -> tuple[Answers, Answers]:
    """The first nodes of the plan, from all that is said and from what nobody disputes."""
    said, firm = settled(table, library)
    left = {node: undisputed(plane) for node, plane in fixed.items()}
    return run_nodes(plan, count, said, fixed), run_nodes(plan, count, firm, left)


def run_nodes(plan: Plan, count: int, table: Columns, fixed: Mapping[int, Plane]) -> Answers:
    """Answer the first nodes of a plan from planes of terms and of fixed leaves."""
    values: list[Plane] = []
    for index, node in enumerate(plan.nodes[:count]):
        match node:
            case TermLeaf(term=term):
                values.append(table.get(term, OPEN))
            case Joined(every=every, parts=parts):
                join = conjoin if every else disjoin
                values.append(join(values[part] for part in parts))
            case Opposite(part=part):
                values.append(negate(values[part]))
            case _:
                values.append(fixed[index])
    return tuple(values)


def _every_tie(plan: Plan, reports: Sequence[Report]) -> Iterator[Asked]:
    ties = [node for node in plan.nodes if isinstance(node, TieLeaf)]
    return ((tie, index) for tie in ties for index in range(len(reports)))


def _bonds(library: Library, reports: Sequence[Report], asked: Iterable[Asked]) -> Bonds:
    return {
        (tie, index): bond(library, library.norms[tie.norm], reports[index].frame)
        for tie, index in asked
    }


FixedLeaf = LimitLeaf | TimeLeaf | TieLeaf
"""Leaves that depend on the allegation alone, never on the view."""


def _fixed_leaves(plan: Plan, reports: Sequence[Report], bonds: Bonds) -> dict[int, Plane]:
    """The planes of all leaves that no view changes, by node."""
    tied: dict[TieLeaf, list[tuple[int, Plane]]] = {}
    for (tie, index), found in bonds.items():
        tied.setdefault(tie, []).append((index, found.plane))
    fixed: dict[int, Plane] = {}
    for number, node in enumerate(plan.nodes):
        match node:
            case TieLeaf():
                fixed[number] = _plane(tied.get(node, ()))
            case LimitLeaf() | TimeLeaf():
                fixed[number] = _plane(_compared(node, reports))
    return fixed


def _compared(leaf: LimitLeaf | TimeLeaf, reports: Sequence[Report]) -> Iterator[tuple[int, Plane]]:
    """What each report that gives a figure, or a time, says of a limit."""
    for index, report in enumerate(reports):
        match leaf:
            case LimitLeaf(of=of, limit=limit):
                figures = report.ages if of == "age" else report.numbers
                if figures:
                    yield index, compare_quantities(figures, limit)
            case TimeLeaf(limit=limit):
                yield index, compare_time(report.frame.period, report.frame.sense, limit)


def _plane(answers: Iterable[tuple[int, Plane]]) -> Plane:
    """One plane of single answers, each at the number of its allegation."""
    plane = OPEN
    for index, single in answers:
        plane = merge(plane, at_place(single, index))
    return plane
