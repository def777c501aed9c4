"""What is measured, in the order in which it is measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress
from typing import NamedTuple

from benchmarks.archive import Archive
from benchmarks.forms import Form, Peer, Row
from benchmarks.planes import (
    World,
    answer,
    bit_planes,
    close,
    evaluate_views,
    rows_of,
    said_in,
    variables,
    world_of,
)
from benchmarks.questions import Questions
from benchmarks.timing import Spread, drain, in_turn, repeated, seconds, spread_of
from lawmap.matching import evaluate_all, examine, match, pairs
from lawmap.matching.pair import Pair
from lawmap.model.library import Library
from lawmap.model.outcome import Outcome

SAMPLE = 200
"""On so many allegations every form of every peer must give lawmap's answers."""

BLOCK = 1 << 18
"""A larger archive is evaluated in blocks of so many, or its planes fill the memory."""

SHAPE = 10_000
"""So many allegations are looked at to describe the archive."""


class DisagreementError(Exception):
    """A peer gives another answer than lawmap: nothing may be timed."""


class Bench(NamedTuple):
    """What every measurement needs."""

    library: Library
    questions: Questions
    archive: Archive
    repeats: int

    def world(self, size: int) -> World:
        """The first allegations of the archive in two values."""
        return world_of(self.questions.plan, self.library, said_in(self.archive.part(0, size)))


TRIALS = 2
"""So often each form is timed on the sample, to find the fastest of its peer."""


class Tried(NamedTuple):
    """A form of a peer that gave the right answers, and its best time on the sample."""

    form: Form
    seconds: float


class Versus(NamedTuple):
    """lawmap and a peer on the same archive, in turn."""

    peer: Peer
    form: Form
    size: int
    seconds: Spread
    lawmap: Spread
    with_planes: Spread
    """lawmap, the making of planes from allegations included."""
    ratio: Spread
    """The time of the peer over that of lawmap, round by round."""
    ratio_with_planes: Spread


class Scale(NamedTuple):
    """lawmap alone on an archive of one size."""

    size: int
    two_values: Spread
    planes: Spread
    """Making the planes of everything that is said, from lists of facts."""
    four_views: Spread


class Why(NamedTuple):
    """Explanations on the shipped allegations."""

    allegations: int
    pairs: int
    shown: int
    evaluated: Spread
    judged: Spread
    explained: Spread
    matched: Spread


def compare_answers(bench: Bench, peers: Sequence[Peer]) -> dict[str, list[Tried]]:
    """Hold every form of every peer to lawmap's answers on a sample.

    Raises:
        DisagreementError: at the first answer that differs.
    """
    questions, world = bench.questions, bench.world(SAMPLE)
    rows = rows_of(variables(questions, world), world.size)
    expected = rows_of(answer(questions, close(questions.plan, world)), world.size)
    return {
        peer.title: [_tried(peer, form, rows, expected) for form in peer.forms(questions)]
        for peer in peers
    }


def _tried(peer: Peer, form: Form, rows: Sequence[Row], expected: Sequence[Row]) -> Tried:
    data = form.prepare(rows)
    found = [tuple(map(bool, form.read(one))) for one in form.run(data)]
    if found != list(expected):
        at = next(place for place, row in enumerate(expected) if found[place : place + 1] != [row])
        raise DisagreementError(f"{peer.title} ({form.words}) differs on allegation {at}")
    return Tried(form, min(seconds(lambda: drain(form.run(data))) for _ in range(TRIALS)))


def versus(bench: Bench, peer: Peer, tried: Sequence[Tried]) -> Versus:
    """Time the fastest form of a peer beside lawmap."""
    form = min(tried, key=lambda one: one.seconds).form
    questions, world = bench.questions, bench.world(min(peer.size, len(bench.archive)))
    plan, closed = questions.plan, close(questions.plan, world)
    leaves = list(world.present)
    held = rows_of([world.present[leaf] for leaf in leaves], world.size)
    lists = [tuple(compress(range(len(leaves)), row)) for row in held]

    def from_lists() -> list[int]:
        made = dict(zip(leaves, bit_planes(lists, len(leaves)), strict=True))
        return answer(questions, close(plan, World(world.size, made)))

    data = form.prepare(rows_of(variables(questions, world), world.size))
    found = in_turn(
        {
            "lawmap": lambda: answer(questions, closed),
            "with planes": from_lists,
            "peer": lambda: drain(form.run(data)),
        },
        bench.repeats,
    )
    return Versus(
        peer,
        form,
        world.size,
        seconds=spread_of(found["peer"]),
        lawmap=spread_of(found["lawmap"]),
        with_planes=spread_of(found["with planes"]),
        ratio=_ratio(found["peer"], found["lawmap"]),
        ratio_with_planes=_ratio(found["peer"], found["with planes"]),
    )


def _ratio(slower: Sequence[float], faster: Sequence[float]) -> Spread:
    return spread_of(theirs / ours for theirs, ours in zip(slower, faster, strict=True))


def scale(bench: Bench, size: int) -> Scale:
    """Time lawmap alone on the first allegations of the archive."""
    questions, library = bench.questions, bench.library
    plan = questions.plan
    blocks = [
        bench.archive.part(begin, min(begin + BLOCK, size)) for begin in range(0, size, BLOCK)
    ]
    said = [said_in(block) for block in blocks]
    closed = [close(plan, world_of(plan, library, block)) for block in said]

    def four_views() -> None:
        for block in said:
            evaluate_views(plan, library, block)

    return Scale(
        size,
        two_values=repeated(lambda: [answer(questions, block) for block in closed], bench.repeats),
        planes=repeated(lambda: [said_in(block) for block in blocks], bench.repeats),
        four_views=repeated(four_views, bench.repeats),
    )


def why(bench: Bench) -> Why:
    """Time outcomes and explanations of the shipped allegations, through the public door."""
    library = bench.library
    allegations = sorted(library.allegations.values(), key=lambda one: one.id)
    evaluation = evaluate_all(library, allegations)
    every = list(pairs(evaluation))
    shown = [pair for pair in every if pair.judgement.outcome is not Outcome.SILENT]

    def fresh(these: Sequence[Pair]) -> list[Pair]:
        """The same pairs, with nothing worked out yet."""
        return [Pair(evaluation, pair.index, pair.plan) for pair in these]

    def timed(work: Callable[[], object]) -> Spread:
        return repeated(work, bench.repeats)

    return Why(
        len(allegations),
        len(every),
        len(shown),
        evaluated=timed(lambda: evaluate_all(library, allegations)),
        judged=timed(lambda: [pair.judgement for pair in fresh(every)]),
        explained=timed(lambda: [examine(pair) for pair in fresh(shown)]),
        matched=timed(lambda: match(library)),
    )


class Shape(NamedTuple):
    """What the made-up archive looks like."""

    facts: float
    """Facts per allegation."""
    yes: float
    """The share of questions that are answered with yes."""
    met: float
    """Norms per allegation of which all elements hold and no exception."""


def shape(bench: Bench) -> Shape:
    """Describe the archive by its first allegations."""
    world = bench.world(min(SHAPE, len(bench.archive)))
    answers = answer(bench.questions, close(bench.questions.plan, world))
    counts = [plane.bit_count() / world.size for plane in answers]
    return Shape(
        facts=sum(map(len, bench.archive.rows[: world.size])) / world.size,
        yes=sum(counts) / len(counts),
        met=sum(counts[len(bench.questions.conditions) :]),
    )
