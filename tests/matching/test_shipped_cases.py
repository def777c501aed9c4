"""The short way through the cases of the shipped pack says what the long way says."""

from __future__ import annotations

from functools import cache

import pytest

from lawmap.loading import load, shipped_pack
from lawmap.matching import AnyPart, CaseResult, blame, coverage, examine, run_cases
from lawmap.matching.cases import values_of
from lawmap.matching.columns import View
from lawmap.matching.evaluate import evaluate
from lawmap.matching.outcome import State
from lawmap.matching.pair import Pair
from lawmap.model.norm import ElementKind

SAMPLE = 50
"""Every fiftieth case is looked at where the long way is taken."""


@cache
def results() -> tuple[CaseResult, ...]:
    return tuple(run_cases(load([shipped_pack()]).library))


def long_way(chosen: tuple[CaseResult, ...]) -> None:
    short = chosen[0].pair.evaluation
    reports = [short.reports[result.pair.index] for result in chosen]
    full = evaluate(short.plan, short.library, reports)
    for row, result in enumerate(chosen):
        pair = Pair(full, row, result.pair.plan, result.pair.assumed)
        found = examine(pair).assessment
        assert (found.outcome, found.marks) == result.pair.judgement
        assert found.applicable.answer is result.pair.applicable(result.pair.view)
        values = {part.id: part.value for part in found.elements}
        values |= {part.id: part.value for part in found.exceptions}
        assert values == values_of(result.pair)


@pytest.mark.slow
def test_a_sample_of_cases_comes_out_as_they_do_when_all_is_worked_out() -> None:
    long_way(results()[::SAMPLE])


@pytest.mark.slow
def test_every_case_comes_out_as_it_does_when_all_is_worked_out() -> None:
    long_way(results())


class ConductMet(Pair):
    """A pair in which nobody asks whether the conduct is reported."""

    def state(self, view: View) -> State:
        return super().state(view)._replace(conduct_open=False)


def without(pair: Pair, part: AnyPart) -> Pair:
    """The same pair where a part is struck out of the norm."""
    plan = pair.plan._replace(
        elements=tuple(one for one in pair.plan.elements if one is not part),
        exceptions=tuple(one for one in pair.plan.exceptions if one is not part),
    )
    is_conduct = getattr(part.item, "kind", None) is ElementKind.CONDUCT
    made = ConductMet if is_conduct else Pair
    return made(pair.evaluation, pair.index, plan, pair.assumed)


@pytest.mark.slow
def test_an_outcome_turns_on_a_part_alone_where_striking_it_out_changes_the_outcome() -> None:
    for result in results():
        changing = [
            part
            for part in result.pair.plan.parts
            if without(result.pair, part).judgement.outcome is not result.outcome
        ]
        alone = blame(result.pair).alone
        assert changing == ([alone] if alone else []), (result.norm, result.case.name)


def test_every_element_and_exception_of_the_pack_is_decided_by_a_case() -> None:
    library = results()[0].pair.evaluation.library
    found = coverage(library, results())
    assert [(one.owner, one.id) for one in found if one.by is None] == []
