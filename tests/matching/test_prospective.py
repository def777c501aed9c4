"""What is planned, threatened or attempted: it counts only where nothing is reported as done."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.model.outcome import Mark, Outcome
from tests.builders import allegation, denied, element, ground, norm, response
from tests.matching.one_pair import OPEN, SUPPORTED, examined, values

MORE = norm(elements={"more": element("fact.a")})
ALLOWED = norm(exceptions={"ground": ground("fact.a")})
PROSPECTIVE = (Mark.PROSPECTIVE,)


def judged(*facts: Any, rule: Any = None) -> tuple[Outcome, tuple[Mark, ...]]:
    found = examined(allegation(*facts), rule or norm()).assessment
    return found.outcome, found.marks


@pytest.mark.parametrize("stage", ["planned", "threatened", "attempted"])
def test_conduct_that_is_not_reported_as_done_engages_with_a_mark(stage: str) -> None:
    assert judged({stage: "act.do"}) == (Outcome.ENGAGED, PROSPECTIVE)


def test_conduct_that_is_also_reported_as_done_has_no_mark() -> None:
    assert judged({"planned": "act.do"}, "act.do") == (Outcome.ENGAGED, ())


def test_a_planned_fact_completes_planned_conduct_only() -> None:
    planned = {"planned": "fact.a"}
    assert judged({"planned": "act.do"}, planned, rule=MORE) == (Outcome.ENGAGED, PROSPECTIVE)
    assert judged("act.do", planned, rule=MORE) == (Outcome.ARGUABLE, ())


def test_a_fact_reported_as_done_completes_planned_conduct() -> None:
    assert judged({"planned": "act.do"}, "fact.a", rule=MORE) == (Outcome.ENGAGED, PROSPECTIVE)


def test_a_planned_exception_never_excepts_conduct_that_is_done() -> None:
    planned = {"planned": "fact.a"}
    assert judged("act.do", planned, rule=ALLOWED) == (Outcome.ENGAGED, ())
    assert judged({"planned": "act.do"}, planned, rule=ALLOWED)[0] is Outcome.EXCEPTED


def test_a_denial_that_conduct_was_done_is_a_word_on_conduct() -> None:
    """The conduct is not open then, and what was planned does not decide."""
    assert judged({"planned": "act.do"}, denied("act.do"))[0] is Outcome.EXCLUDED


@pytest.mark.parametrize(
    ("stage", "act"), [("planned", "act.plan"), ("threatened", "act.threaten")]
)
def test_a_norm_about_plans_or_threats_is_engaged_without_a_mark(stage: str, act: str) -> None:
    rule = norm(elements={"conduct": element(act, "conduct")})
    assert judged({stage: "act.do"}, rule=rule) == (Outcome.ENGAGED, ())


def test_a_stage_without_a_term_of_its_own_asserts_nothing_by_itself() -> None:
    rule = norm(elements={"conduct": element("act.plan", "conduct")})
    assert judged({"attempted": "act.do"}, rule=rule)[0] is Outcome.SILENT


def test_only_what_is_prospective_in_a_deciding_element_is_marked() -> None:
    rule = norm(elements={"intent": element("fact.a", "mental")}, hints=["fact.b"])
    hinted = judged("fact.b", {"planned": "fact.a"}, rule=rule)
    assert hinted == (Outcome.ARGUABLE, ())


def test_a_planned_assertion_against_a_done_denial_is_disputed_in_prospect_only() -> None:
    facts = ({"planned": "fact.a"}, denied("fact.a"))
    assert judged("act.do", *facts, rule=MORE)[0] is Outcome.EXCLUDED
    assert judged({"planned": "act.do"}, *facts, rule=MORE) == (Outcome.CONTESTED, PROSPECTIVE)


def test_the_values_of_an_assessment_are_those_that_decide() -> None:
    planned = {"planned": "fact.a"}
    assert values(examined(allegation("act.do", planned), MORE))["more"] is OPEN
    prospect = allegation({"planned": "act.do"}, planned)
    assert values(examined(prospect, MORE))["more"] is SUPPORTED


@pytest.mark.parametrize(
    ("denies", "marks"),
    [
        (["act.do"], (Mark.PROSPECTIVE, Mark.DISPUTED)),
        (["act.plan"], (Mark.PROSPECTIVE, Mark.DISPUTED)),
        ("conduct", (Mark.PROSPECTIVE, Mark.DISPUTED)),
        (["act.threaten"], PROSPECTIVE),
    ],
)
def test_who_denies_the_plan_denies_what_was_planned(denies: Any, marks: tuple[Mark, ...]) -> None:
    planned = allegation({"planned": "act.do"}, responses=[response(denies)])
    found = examined(planned, norm()).assessment
    assert found.outcome is (Outcome.CONTESTED if Mark.DISPUTED in marks else Outcome.ENGAGED)
    assert found.marks == marks


def test_who_denies_a_plan_does_not_deny_what_was_done() -> None:
    done = allegation("act.do", {"planned": "act.do-worse"}, responses=[response(["act.plan"])])
    assert examined(done, norm()).assessment.outcome is Outcome.ENGAGED
