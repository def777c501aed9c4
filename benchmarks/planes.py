"""lawmap's side: archives as bit planes, and its own evaluator on them.

The public door takes one record an allegation and looks up the world for each (who was bound, where
it was), which no peer does; and it holds the trees of why. What is measured here is the part that
answers conditions: the compiled plan on planes, as :func:`lawmap.matching.evaluate_all` runs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from benchmarks.archive import Archive, Fact
from benchmarks.questions import Questions
from lawmap.matching.columns import VIEWS, Columns, View, spread
from lawmap.matching.compile import Plan, TermLeaf
from lawmap.matching.evaluate import Evaluation, _presume, evaluate, rerun, run_nodes
from lawmap.model.facts import Stage
from lawmap.model.library import Library
from lawmap.truth import OPEN, Plane, conjoin, merge, negate, whole

REPORTED = View(prospective=False, responses=False)


def bit_planes(rows: Sequence[Iterable[int]], kinds: int) -> list[int]:
    """From what each allegation holds to who holds each: one bit an allegation."""
    size = len(rows) // 8 + 1
    planes = [bytearray(size) for _ in range(kinds)]
    for index, row in enumerate(rows):
        place, bit = index >> 3, 1 << (index & 7)
        for kind in row:
            planes[kind][place] |= bit
    return [int.from_bytes(plane, "little") for plane in planes]


def rows_of(planes: Sequence[int], size: int) -> list[tuple[bool, ...]]:
    """From planes back to what holds of each allegation, yes or no."""
    columns = ([bit == "1" for bit in f"{plane:0{size}b}"[::-1]] for plane in planes)
    return list(zip(*columns, strict=True))


class Said(NamedTuple):
    """Everything that is said in an archive, as planes."""

    size: int
    tables: Mapping[View, Columns]
    """What is said of each term, in each view, before any presumption."""
    fixed: Mapping[int, Plane]


def said_in(archive: Archive) -> Said:
    """The planes of an archive."""
    facts = archive.likeness.facts
    planes = bit_planes(archive.rows, len(facts))
    spoken = [(fact, plane) for fact, plane in zip(facts, planes, strict=True) if plane]
    tables = {view: _table(spoken, view) for view in VIEWS}
    return Said(len(archive), tables, _fixed(archive))


def _table(spoken: Iterable[tuple[Fact, int]], view: View) -> Columns:
    table: Columns = {}
    for fact, plane in spoken:
        counts = view.prospective or fact.stage is Stage.DONE
        if counts and (view.responses or not fact.response):
            said = whole(plane, 0) if fact.affirmed else whole(0, plane)
            table[fact.term] = merge(table.get(fact.term, OPEN), said)
    return table


def _fixed(archive: Archive) -> dict[int, Plane]:
    models = bit_planes([(model,) for model in archive.models], len(archive.likeness.said))
    return {
        node: _where(answers, models) for node, answers in sorted(archive.likeness.fixed.items())
    }


def _where(answers: Sequence[Plane], models: Sequence[int]) -> Plane:
    plane = OPEN
    for answer, model in zip(answers, models, strict=True):
        plane = merge(plane, Plane(*(model * bit for bit in answer)))
    return plane


def evaluate_views(plan: Plan, library: Library, said: Said) -> Evaluation:
    """The full evaluation: all four views, four values, in part, with presumptions.

    Only the second pass is missing: it runs pair by pair.
    """
    tables = {
        view: _presume(plan, library, table, said.fixed) for view, table in said.tables.items()
    }
    return rerun(replace(evaluate(plan, library, ()), fixed=said.fixed), tables)


class World(NamedTuple):
    """An archive in two values: each leaf of the plan holds or does not."""

    size: int
    present: Mapping[int, int]
    """For each leaf of the plan, by node, the allegations of which it holds."""


def world_of(plan: Plan, library: Library, said: Said) -> World:
    """In two values: present is what is reported as done, or presumed from it."""
    presumed = _presume(plan, library, said.tables[REPORTED], said.fixed)
    table = spread(presumed, library)
    present = {
        place: table.get(node.term, OPEN).asserted
        for place, node in enumerate(plan.nodes)
        if isinstance(node, TermLeaf)
    }
    present |= {place: plane.asserted for place, plane in said.fixed.items()}
    return World(said.size, present)


class Closed(NamedTuple):
    """A world as lawmap's planes: what does not hold is denied, so that not is the opposite."""

    table: Columns
    fixed: Mapping[int, Plane]


def close(plan: Plan, world: World) -> Closed:
    """Write a world as planes of the evaluator."""
    every = (1 << world.size) - 1
    closed = {node: whole(plane, plane ^ every) for node, plane in world.present.items()}
    leaves = {node: plan.nodes[node] for node in closed}
    return Closed(
        {leaf.term: closed[node] for node, leaf in leaves.items() if isinstance(leaf, TermLeaf)},
        {node: closed[node] for node, leaf in leaves.items() if not isinstance(leaf, TermLeaf)},
    )


def answer(questions: Questions, closed: Closed) -> list[int]:
    """Every question for every allegation: one plane a question, one bit an allegation.

    The plan runs with all that it carries: four planes a node, and nodes that nobody asks for here
    (roles, regimes, hints, warrants). It runs once, since nothing is disputed in a closed world.
    """
    plan = questions.plan
    values = run_nodes(plan, len(plan.nodes), closed.table, closed.fixed)
    conditions = [values[plan.node_of[condition]] for condition in questions.conditions]
    norms = (
        conjoin(
            (
                *(conditions[place] for place in norm.elements),
                *(negate(conditions[place]) for place in norm.exceptions),
            )
        )
        for norm in questions.norms
    )
    return [plane.asserted for plane in (*conditions, *norms)]


def variables(questions: Questions, world: World) -> list[int]:
    """The planes of the variables that peers read, in their order."""
    return [world.present[questions.plan.node_of[leaf]] for leaf in questions.names]
