"""The answers of the accused side: counted apart, never decisive, never lost."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.model.outcome import Mark, Outcome
from tests.builders import ARMY, allegation, denied, element, ground, norm, response, said
from tests.matching.one_pair import OPEN, SUPPORTED, examined, values

OPEN_ELEMENT = norm(elements={"more": element("fact.c")})


def judged(*responses: Any, facts: Any = ("act.do",), rule: Any = None) -> tuple[Outcome, Any]:
    """Outcome and marks of an allegation with these responses."""
    found = examined(allegation(*facts, responses=list(responses)), rule or norm()).assessment
    return found.outcome, found.marks


@pytest.mark.parametrize("denies", ["conduct", ["act.do"]])
def test_a_denial_of_conduct_contests_an_engaged_norm(denies: Any) -> None:
    assert judged() == (Outcome.ENGAGED, ())
    assert judged(response(denies)) == (Outcome.CONTESTED, (Mark.DISPUTED,))


def test_a_claimed_ground_contests_an_engaged_norm_and_does_not_except_it() -> None:
    rule = norm(exceptions={"safety": ground("fact.a")})
    claims = response(claims=("fact.a",))
    assert judged(claims, rule=rule) == (Outcome.CONTESTED, (Mark.DISPUTED,))
    assert judged(rule=rule, facts=("act.do", "fact.a")) == (Outcome.EXCEPTED, ())


def test_a_denial_of_an_open_element_does_not_exclude() -> None:
    denial = response(["fact.c"])
    assert judged(denial, rule=OPEN_ELEMENT) == (Outcome.ARGUABLE, (Mark.DISPUTED,))


def test_a_denial_of_the_conduct_of_an_arguable_norm_is_marked() -> None:
    assert judged(response("conduct"), rule=OPEN_ELEMENT) == (Outcome.ARGUABLE, (Mark.DISPUTED,))


def test_a_response_that_supplies_an_open_element_does_not_engage() -> None:
    claim = response(claims=("fact.c",))
    assert judged(claim, rule=OPEN_ELEMENT)[0] is Outcome.ARGUABLE


def test_a_response_does_not_revive_an_excluded_norm() -> None:
    excluded = ("act.do", denied("fact.c"))
    claim = response(claims=("fact.c",))
    assert judged(claim, facts=excluded, rule=OPEN_ELEMENT)[0] is Outcome.EXCLUDED


def test_a_response_alone_raises_nothing() -> None:
    assert judged(response(claims=("act.do",)), facts=("fact.a",))[0] is Outcome.SILENT


def test_a_response_that_is_beside_the_point_changes_nothing() -> None:
    assert judged(response(["fact.b"], claims=("fact.a",))) == (Outcome.ENGAGED, ())


def test_a_denial_of_the_conduct_denies_every_act_and_nothing_else() -> None:
    rule = norm(elements={"victims": element("fact.a"), "status": element("status.protected")})
    one = allegation("act.do", "fact.a", "status.protected", responses=[response("conduct")])
    denials = {
        fact.term
        for item in examined(one, rule).assessment.elements
        for fact in item.facts
        if fact.response
    }
    assert denials == {"act.do"}


@pytest.mark.parametrize(
    "answer", [response(["status.protected"]), response(claims=("status.own-national",))]
)
def test_a_response_on_a_status_is_a_legal_position_and_is_not_counted(answer: Any) -> None:
    rule = norm(
        elements={
            "protected": element("status.protected", "person"),
            "foreign": element({"not": "status.own-national"}, "person"),
        }
    )
    facts = ("act.do", "status.protected", denied("status.own-national"))
    assert judged(answer, facts=facts, rule=rule) == (Outcome.ENGAGED, ())


def test_the_values_of_an_assessment_are_those_without_responses() -> None:
    one = allegation(responses=[response("conduct", claims=("fact.c",))])
    found = examined(one, OPEN_ELEMENT)
    assert values(found) == {"conduct": SUPPORTED, "more": OPEN}


def test_a_response_is_shown_as_one_with_its_passage() -> None:
    one = allegation(responses=[response("conduct")])
    said, answered = examined(one).assessment.elements[0].facts
    assert (said.response, said.affirmed) == (False, True)
    assert (answered.response, answered.affirmed) == (True, False)
    assert answered.passages == ("report#p3",)


# The same words, written among the facts


def test_conduct_that_the_accused_side_denies_among_the_facts_does_not_exclude() -> None:
    facts = ("act.do", denied("act.do", ARMY))
    assert judged(facts=facts) == (Outcome.CONTESTED, (Mark.DISPUTED,))


def test_a_denial_by_the_accused_side_alone_excludes_nothing() -> None:
    assert judged(facts=(denied("act.do", ARMY),))[0] is Outcome.SILENT


def test_a_ground_that_the_accused_side_gives_among_the_facts_does_not_except() -> None:
    rule = norm(exceptions={"safety": ground("fact.a")})
    for word in ("fact.a", "fact.a-narrow"):
        facts = ("act.do", said(word, ARMY))
        assert judged(rule=rule, facts=facts) == (Outcome.CONTESTED, (Mark.DISPUTED,)), word


def test_what_the_accused_side_concedes_among_the_facts_counts() -> None:
    assert judged(facts=(said("act.do", ARMY),)) == (Outcome.ENGAGED, ())
    conceded = ("act.do", said("fact.c", ARMY))
    assert judged(facts=conceded, rule=OPEN_ELEMENT) == (Outcome.ENGAGED, ())


def test_a_ground_that_the_accused_side_itself_denies_is_conceded() -> None:
    rule = norm(elements={"unjustified": element({"not": "fact.a"})})
    facts = ("act.do", denied("fact.a", ARMY))
    assert judged(facts=facts, rule=rule) == (Outcome.ENGAGED, ())


ONE_OF_TWO = norm(elements={"more": element({"any": ["fact.b", "fact.c"]})})
BOTH = norm(elements={"more": element({"all": ["fact.b", "fact.c"]})})
BROADER = norm(elements={"more": element("fact.a")})
HINTED = norm(hints=["fact.b"])


@pytest.mark.parametrize(
    ("rule", "facts", "denies", "expected"),
    [
        (ONE_OF_TWO, ("act.do", "fact.b"), ["fact.b"], Outcome.CONTESTED),
        (ONE_OF_TWO, ("act.do", "fact.b", "fact.c"), ["fact.b"], Outcome.ENGAGED),
        (BOTH, ("act.do", "fact.b"), ["fact.b"], Outcome.ARGUABLE),
        (BROADER, ("act.do", "fact.a-narrow"), ["fact.a-narrow"], Outcome.CONTESTED),
        (BROADER, ("act.do", "fact.a", "fact.a-narrow"), ["fact.a-narrow"], Outcome.ENGAGED),
        (HINTED, ("fact.b",), ["fact.b"], Outcome.ARGUABLE),
    ],
)
def test_a_denial_of_the_only_reported_way_is_never_lost(
    rule: Any, facts: Any, denies: Any, expected: Outcome
) -> None:
    """Whoever denies it: the accused side, or another claimant beside the one who reports it."""
    marks = () if expected is Outcome.ENGAGED else (Mark.DISPUTED,)
    assert judged(response(denies), facts=facts, rule=rule) == (expected, marks)
    others = tuple(denied(term) for term in denies)
    assert judged(facts=(*facts, *others), rule=rule)[0] is expected
