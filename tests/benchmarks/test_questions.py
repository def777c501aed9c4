"""The benchmark asks everybody the same: its translations give the evaluator's answers."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.archive import Archive as MadeUp
from benchmarks.archive import likeness_of, make_archive
from benchmarks.forms import Row
from benchmarks.plain import functions, one_function, shared
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
from benchmarks.questions import Questions, leaves_of, questions_of
from benchmarks.report import BEGIN, END, put_between_marks
from lawmap.matching.compile import compile_plan
from lawmap.matching.evaluate import Evaluation, evaluate
from lawmap.matching.report import read_report
from lawmap.model.library import Library
from tests.dossier.made import seed_library
from tests.matching.archive import Archive
from tests.matching.strategies import archives

SIZE = 8


def evaluated(library: Library) -> Evaluation:
    """The allegations of a library after the first pass."""
    reports = [read_report(one, library) for _, one in sorted(library.allegations.items())]
    return evaluate(compile_plan(library), library, reports)


@cache
def shipped() -> Evaluation:
    return evaluated(seed_library())


def answers_of_planes(questions: Questions, world: World) -> list[Row]:
    return rows_of(answer(questions, close(questions.plan, world)), world.size)


def answers_of_python(questions: Questions, world: World) -> list[list[Row]]:
    """The answers of every form of plain Python."""
    rows = rows_of(variables(questions, world), world.size)
    in_one, sharing, each = one_function(questions), shared(questions), functions(questions)
    return [
        [in_one(row) for row in rows],
        [sharing(row) for row in rows],
        [tuple(one(row) for one in each) for row in rows],
    ]


@pytest.mark.slow
@given(archives(), st.data())
def test_plain_python_gives_the_answers_of_the_planes(
    archive: Archive, data: st.DataObject
) -> None:
    questions = questions_of(compile_plan(archive.library))
    bits = st.integers(min_value=0, max_value=(1 << SIZE) - 1)
    present = {questions.plan.node_of[leaf]: data.draw(bits) for leaf in questions.names}
    rest = {node: 0 for node in archive.evaluation.fixed if node not in present}
    world = World(SIZE, present | rest)
    expected = answers_of_planes(questions, world)
    assert answers_of_python(questions, world) == [expected] * 3


@pytest.mark.slow
@settings(max_examples=20)
@given(st.integers(min_value=0, max_value=2**32 - 1))
def test_plain_python_answers_the_shipped_norms_alike(seed: int) -> None:
    random = Random(seed)  # noqa: S311  (no secret hangs on it)
    questions = questions_of(shipped().plan)
    leaves = [questions.plan.node_of[leaf] for leaf in questions.names]
    present = {node: random.getrandbits(64) | random.getrandbits(64) for node in leaves}
    world = World(64, dict.fromkeys(shipped().fixed, 0) | present)
    expected = answers_of_planes(questions, world)
    assert any(map(any, expected))
    assert answers_of_python(questions, world) == [expected] * 3


def test_every_element_and_exception_of_the_pack_is_asked() -> None:
    questions = questions_of(shipped().plan)
    asked = set(questions.conditions)
    for plan, norm in zip(shipped().plan.norms, questions.norms, strict=True):
        conditions = [part.item.condition for part in plan.elements]
        conditions += [part.item.condition for part in plan.exceptions]
        places = (*norm.elements, *norm.exceptions)
        assert [questions.conditions[place] for place in places] == conditions
        asked -= set(conditions)
    assert not asked
    assert {leaf for one in questions.conditions for leaf in leaves_of(one)} == set(questions.names)


@given(archives())
def test_planes_of_a_made_up_archive_are_those_of_the_matcher(archive: Archive) -> None:
    evaluation = evaluated(archive.library)
    likeness = likeness_of(evaluation)
    same = MadeUp(likeness, likeness.said, range(len(likeness.said)))
    found = evaluate_views(evaluation.plan, archive.library, said_in(same))
    assert found.said == evaluation.said
    assert found.firm == evaluation.firm


def test_an_archive_is_the_same_each_time_and_the_beginning_of_a_larger_one() -> None:
    likeness = likeness_of(shipped())
    archive = make_archive(likeness, 500)
    assert archive == make_archive(likeness, 500)
    assert make_archive(likeness, 1000).part(0, 500) == archive


def test_an_archive_looks_like_the_shipped_one() -> None:
    library, plan = seed_library(), shipped().plan
    archive = make_archive(likeness_of(shipped()), 500)
    facts = archive.likeness.facts
    said = [facts[place] for row in archive.rows for place in row]
    assert {fact.affirmed for fact in said} == {True, False}
    assert {fact.response for fact in said} == {True, False}
    assert {fact.stage for fact in said} == {fact.stage for fact in facts}
    world = world_of(plan, library, said_in(archive))
    met = answers_of_planes(questions_of(plan), world)
    assert sum(map(any, met)) > len(met) / 2


@given(st.lists(st.sets(st.integers(min_value=0, max_value=9)), min_size=1, max_size=20))
def test_planes_and_rows_are_two_ways_to_write_the_same(rows: list[set[int]]) -> None:
    held = [tuple(kind in row for kind in range(10)) for row in rows]
    assert rows_of(bit_planes([tuple(row) for row in rows], 10), len(rows)) == held


def test_tables_replace_what_stands_between_the_marks() -> None:
    document = f"before\n\n{BEGIN}\nold\n{END}\n\nafter\n"
    assert put_between_marks(document, "new") == f"before\n\n{BEGIN}\nnew\n{END}\n\nafter\n"


@pytest.mark.parametrize("document", ["", BEGIN, f"{END} {BEGIN}", f"{BEGIN} {BEGIN} {END}"])
def test_a_document_without_its_marks_is_left_alone(document: str) -> None:
    with pytest.raises(ValueError, match="marks"):
        put_between_marks(document, "new")
