"""Rule tests: a case that does not come out names what came out otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.matching import CaseResult, blame, run_cases
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


OTHERWISE = {
    "an open element": ({"expect": "engaged"}, "arguable, because 'place' is open"),
    "the conduct": (
        {"facts": ["fact.a"], "expect": "engaged"},
        "silent, because 'conduct' is open",
    ),
    "two elements": (
        {"facts": [denied("act.do"), denied("fact.a")], "expect": "engaged"},
        "excluded, because 'conduct' is contradicted, 'place' is contradicted",
    ),
    "an exception": (
        {"facts": ["act.do", "fact.b"], "expect": "engaged"},
        "excepted, because exception 'safety' is supported",
    ),
    "a dispute": (
        {"facts": ["act.do", "fact.a", denied("fact.a")], "expect": "engaged"},
        "contested, because 'place' is disputed",
    ),
    "no tie": (
        {"facts": ["act.do", "fact.a"], "applicable": "no", "expect": "engaged"},
        "excluded, because the norm does not apply",
    ),
    "an open tie and an open element": (
        {"facts": ["act.do"], "applicable": "unknown", "expect": "engaged"},
        "arguable, because it is not known whether the norm applies, 'place' is open",
    ),
    "nothing": (
        {"facts": ["act.do", "fact.a"], "expect": "arguable"},
        "engaged, because every element that decides is supported, and no exception",
    ),
}


@pytest.mark.parametrize(("case", "words"), OTHERWISE.values(), ids=OTHERWISE)
def test_a_case_with_another_outcome_says_on_what_it_turns(case: Data, words: str) -> None:
    (difference,) = run(**case).differences
    assert difference == f"expected {case['expect']}, came out {words}"


def test_an_open_conduct_is_not_to_blame_where_a_hint_is_reported() -> None:
    special = {"place": element("fact.a", special="true")}
    result = run(
        rule={"elements": special, "hints": ["fact.b"]}, facts=["fact.b"], expect="engaged"
    )
    assert [part.id for part in blame(result.pair).parts] == ["place"]


def test_a_failing_element_is_named() -> None:
    result = run(expect="arguable", elements={"place": "supported", "conduct": "supported"})
    assert result.differences == ("expected place supported, came out open",)
    assert result.otherwise == ("elements", "place")


def test_a_failing_exception_is_named() -> None:
    result = run(
        facts=["act.do", "fact.a", "fact.b"], expect="excepted", elements={"safety": "disputed"}
    )
    assert result.differences == ("expected safety disputed, came out supported",)


def test_an_element_that_the_norm_does_not_have_is_named() -> None:
    result = run(expect="arguable", elements={"nowhere": "open"})
    assert result.differences == ("there is no element or exception 'nowhere'",)
    assert result.otherwise == ("elements", "nowhere")


def test_of_an_element_that_the_norm_does_not_have_the_near_one_is_named() -> None:
    (difference,) = run(expect="arguable", elements={"plcae": "open"}).differences
    assert difference.endswith("'plcae' (did you mean 'place'?)")


def test_marks_are_expected_all_of_them_or_not_at_all() -> None:
    planned = [{"planned": "act.do"}, "fact.a"]
    assert run(facts=planned, expect="engaged").passed
    assert run(facts=planned, expect="engaged", marks=["prospective"]).passed
    missing = run(facts=planned, expect="engaged", marks=[])
    assert missing.differences == ("expected marks none, came out prospective",)
    assert missing.otherwise == ("marks",)


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
    second = run_cases(made, lambda norm, _: norm.id == "t:2")
    assert [(one.norm, one.position) for one in second] == [("t:2", 0), ("t:2", 1)]
    assert len(list(run_cases(made))) == 3
