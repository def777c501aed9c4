"""Rule tests: a case that does not come out names what came out otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.matching import CaseResult, run_cases
from lawmap.model.outcome import Outcome
from tests.builders import (
    Data,
    denied,
    element,
    event,
    ground,
    instrument,
    library,
    norm,
    occupation,
    parties,
    situation,
)

RULE: Data = {
    "elements": {"place": element("fact.a")},
    "exceptions": {"safety": ground("fact.b")},
}


def run(*records: Any, rule: Data = RULE, **case: Any) -> CaseResult:
    """The result of one case, in which the conduct is done unless it says otherwise."""
    given = {"name": "a case", "facts": ["act.do"]} | case
    (result,) = run_cases(library(*records, norm(cases=[given], **rule)))
    return result


def test_a_case_that_comes_out_as_expected_passes() -> None:
    result = run(facts=["act.do", "fact.a"], expect="engaged")
    assert result.passed
    assert (result.norm, result.position, result.case.name) == ("t:1", 0, "a case")


def test_a_case_with_another_outcome_names_it_and_every_value() -> None:
    (difference,) = run(expect="engaged").differences
    assert difference == (
        "expected engaged, came out arguable"
        " (applicable yes; conduct supported, place open, safety open)"
    )


def test_a_failing_element_is_named() -> None:
    result = run(expect="arguable", elements={"place": "supported", "conduct": "supported"})
    assert result.differences == ("expected place supported, came out open",)


def test_a_failing_exception_is_named() -> None:
    result = run(
        facts=["act.do", "fact.a", "fact.b"], expect="excepted", elements={"safety": "disputed"}
    )
    assert result.differences == ("expected safety disputed, came out supported",)


def test_an_element_that_the_norm_does_not_have_is_named() -> None:
    result = run(expect="arguable", elements={"nowhere": "open"})
    assert result.differences == ("expected nowhere open, came out no such element",)


def test_marks_are_expected_all_of_them_or_not_at_all() -> None:
    planned = [{"planned": "act.do"}, "fact.a"]
    assert run(facts=planned, expect="engaged").passed
    assert run(facts=planned, expect="engaged", marks=["prospective"]).passed
    missing = run(facts=planned, expect="engaged", marks=[])
    assert missing.differences == ("expected marks none, came out prospective",)


def test_a_case_takes_applicability_for_granted() -> None:
    never = (instrument(binding="treaty"), parties())
    assert run(*never, facts=["act.do", "fact.a"], expect="engaged").passed


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ({"applicable": "no"}, Outcome.EXCLUDED),
        ({"applicable": "unknown"}, Outcome.ARGUABLE),
        ({"applicable": "in-part"}, Outcome.ENGAGED),
    ],
)
def test_a_case_can_take_another_answer_for_granted(given: Data, outcome: Outcome) -> None:
    result = run(facts=["act.do", "fact.a"], expect=outcome.value, **given)
    assert result.passed, result.differences


ACTOR = [{"actor": "Aland", "state": "AAA"}]


def test_a_case_that_names_an_actor_asks_the_party_table() -> None:
    bound = (instrument(binding="treaty"), parties(event("ratification", "2010-06-01")))
    facts = ["act.do", "fact.a"]
    for year, expected in (("2022", "engaged"), ("2009", "excluded")):
        result = run(*bound, facts=facts, by=ACTOR, when={"within": year}, expect=expected)
        assert result.passed, result.differences


def test_a_case_that_names_a_place_asks_the_situation() -> None:
    rule = {"elements": {"place": element("place.occupied")}}
    given: Data = {"by": ACTOR, "when": {"within": "2022-05"}, "where": {"in": ["BB-1"]}}
    assert run(situation(occupation()), rule=rule, expect="engaged", **given).passed


NEXUS = {"elements": {"nexus": element("conflict.nexus", "context")}}


def test_a_case_takes_conflict_and_nexus_for_granted_unless_it_denies_them() -> None:
    assert run(rule=NEXUS, expect="engaged").passed
    assert run(rule=NEXUS, facts=["act.do", denied("conflict.nexus")], expect="excluded").passed
    assert run(rule=NEXUS, by=ACTOR, expect="arguable").passed


def test_ages_numbers_and_nationalities_of_a_case_count() -> None:
    young = {"elements": {"young": element({"age": {"below": 15}}, "person")}}
    assert run(rule=young, age={"exactly": 14}, expect="engaged").passed
    assert run(rule=young, age=[{"exactly": 14}, {"exactly": 16}], expect="contested").passed


def test_only_the_cases_of_the_chosen_norms_run() -> None:
    case = {"name": "a case", "facts": ["act.do"], "expect": "engaged"}
    made = library(norm("t:1", cases=[case]), norm("t:2", cases=[case, case]))
    assert [(one.norm, one.position) for one in run_cases(made, ("t:2",))] == [
        ("t:2", 0),
        ("t:2", 1),
    ]
    assert len(list(run_cases(made))) == 3
