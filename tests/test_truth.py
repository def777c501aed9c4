"""The tables of four values, against tables written out from Belnap's paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.truth import (
    OPEN,
    Plane,
    Truth,
    Value,
    answer,
    conjoin,
    disjoin,
    merge,
    negate,
    premise,
    undisputed,
    whole,
)
from tests.matching.plain import AND, FOUR, NOT, OR, C, D, O, S

LONG = st.integers(min_value=0, max_value=1 << 200)
BIT = {S: whole(1, 0), C: whole(0, 1), D: whole(1, 1), O: OPEN}
IN_PART = Plane(0, 0, 1, 1)


@st.composite
def planes(draw: st.DrawFn) -> Plane:
    """Any plane; what is said of all is said of some."""
    asserted, denied = draw(LONG), draw(LONG)
    return Plane(asserted, denied, asserted | draw(LONG), denied | draw(LONG))


def drawn(fact: Plane) -> Plane:
    """What may be derived from a single fact."""
    return premise(fact, undisputed(fact))


def read(plane: Plane) -> list[Value]:
    return [plane.at(index) for index in range(202)]


@pytest.mark.parametrize(("left", "right"), list(product(FOUR, repeat=2)))
def test_two_values_join_as_in_belnaps_tables(left: Truth, right: Truth) -> None:
    assert conjoin([BIT[left], BIT[right]]).at(0) == Value(AND[left][right])
    assert disjoin([BIT[left], BIT[right]]).at(0) == Value(OR[left][right])


@pytest.mark.parametrize("values", list(product(FOUR, repeat=3)))
def test_three_values_join_as_two_tables_in_a_row(values: tuple[Truth, Truth, Truth]) -> None:
    first, second, third = values
    planes = [BIT[value] for value in values]
    assert conjoin(planes).at(0).truth is AND[AND[first][second]][third]
    assert disjoin(planes).at(0).truth is OR[OR[first][second]][third]


@pytest.mark.parametrize("value", FOUR)
def test_negation_swaps_supported_and_contradicted_only(value: Truth) -> None:
    assert negate(BIT[value]).at(0) == Value(NOT[value])


@given(planes(), planes())
def test_de_morgans_laws_hold(a: Plane, b: Plane) -> None:
    assert negate(conjoin([a, b])) == disjoin([negate(a), negate(b)])
    assert negate(disjoin([a, b])) == conjoin([negate(a), negate(b)])


@given(planes())
def test_the_opposite_of_the_opposite_is_the_same(a: Plane) -> None:
    assert negate(negate(a)) == a


@pytest.mark.parametrize("join", [conjoin, disjoin])
@given(a=planes(), b=planes(), c=planes())
def test_joining_asks_for_no_order_no_grouping_and_no_repetition(
    join: Callable[[Iterable[Plane]], Plane], a: Plane, b: Plane, c: Plane
) -> None:
    assert join([a, b]) == join([b, a])
    assert join([join([a, b]), c]) == join([a, join([b, c])]) == join([a, b, c])
    assert join([a, a]) == join([a]) == a


@pytest.mark.parametrize("join", [conjoin, disjoin])
def test_joining_nothing_is_refused(join: Callable[[Iterable[Plane]], Plane]) -> None:
    with pytest.raises(TypeError):
        join([])


@given(planes(), st.integers(min_value=0, max_value=201))
def test_each_allegation_has_its_own_bit(a: Plane, index: int) -> None:
    alone = Plane(*(bits >> index & 1 for bits in a))
    assert alone.at(0) == a.at(index)


def test_the_opposite_of_in_part_stays_in_part() -> None:
    assert IN_PART.at(0) == Value(S, in_part=True)
    assert negate(IN_PART).at(0) == Value(S, in_part=True)


@pytest.mark.parametrize(
    ("other", "conjunction", "disjunction"),
    [
        (S, Value(S, in_part=True), Value(S)),
        (C, Value(C), Value(S, in_part=True)),
        (D, Value(D, in_part=True), Value(S, in_part=True)),
        (O, Value(O), Value(S, in_part=True)),
    ],
)
def test_in_part_joins_with_a_value_of_the_whole_group(
    other: Truth, conjunction: Value, disjunction: Value
) -> None:
    """Contradicted of all stays contradicted; what is surely true of all needs no mark."""
    assert conjoin([IN_PART, BIT[other]]).at(0) == conjunction
    assert disjoin([IN_PART, BIT[other]]).at(0) == disjunction


@pytest.mark.parametrize(
    ("condition", "conclusion"),
    [
        (BIT[S], Value(S)),
        (BIT[D], Value(D)),
        (IN_PART, Value(S, in_part=True)),
        (BIT[C], Value(O)),
        (BIT[O], Value(O)),
    ],
)
def test_a_conclusion_is_what_its_premise_allows(condition: Plane, conclusion: Value) -> None:
    assert drawn(condition).at(0) == conclusion


POSSIBLE = [
    Plane(*bits) for bits in product((0, 1), repeat=4) if bits[0] <= bits[2] and bits[1] <= bits[3]
]


@pytest.mark.parametrize("condition", POSSIBLE)
def test_a_conclusion_is_never_stronger_than_its_premise(condition: Plane) -> None:
    before, after = condition.at(0), drawn(condition).at(0)
    assert after == (before if before.truth in (S, D) else Value(O))


@given(planes(), planes())
def test_more_said_never_turns_an_answer_into_open(plane: Plane, more: Plane) -> None:
    for before, after in zip(read(plane), read(merge(plane, more)), strict=True):
        assert after.truth in {S: (S, D), C: (C, D), D: (D,), O: FOUR}[before.truth]


Join = Callable[[Iterable[Plane]], Plane]

ANSWERED = [
    (disjoin, (D, O), Value(D)),
    (disjoin, (D, C), Value(D)),
    (disjoin, (D, S), Value(S)),
    (disjoin, (D, D), Value(D)),
    (disjoin, (C, O), Value(O)),
    (conjoin, (D, O), Value(O, hides_dispute=True)),
    (conjoin, (D, S), Value(D)),
    (conjoin, (D, C), Value(C)),
    (conjoin, (D, D), Value(D)),
    (conjoin, (S, O), Value(O)),
]


@pytest.mark.parametrize(("join", "facts", "expected"), ANSWERED)
def test_a_dispute_is_neither_lost_among_alternatives_nor_decides_alone(
    join: Join, facts: tuple[Truth, ...], expected: Value
) -> None:
    planes = [BIT[fact] for fact in facts]
    assert answer(join(planes), join(map(undisputed, planes)), 0) == expected
    conclusion = premise(join(planes), join(map(undisputed, planes))).at(0)
    assert conclusion == (expected if expected.truth in (S, D) else Value(O))


@given(planes())
def test_a_single_fact_is_answered_as_it_is_said(fact: Plane) -> None:
    for index, value in enumerate(read(fact)):
        said = bool(fact.some_asserted >> index & 1), bool(fact.denied >> index & 1)
        assert value.truth is {(1, 0): S, (0, 1): C, (1, 1): D, (0, 0): O}[said]
        assert not value.hides_dispute


def test_every_value_has_a_sign_of_its_own() -> None:
    assert [truth.sign for truth in (S, C, D, O)] == ["+", "−", "±", "?"]
