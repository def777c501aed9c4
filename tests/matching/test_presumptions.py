"""Statuses that the law derives: they chain, they only add, and they never outdo their premise."""

from __future__ import annotations

import pytest

from lawmap.matching.columns import View
from lawmap.model.outcome import Outcome
from tests.builders import (
    ARMY,
    PAPER,
    WITNESS,
    Data,
    against,
    allegation,
    denied,
    element,
    norm,
    occupation,
    presumption,
    said,
    situation,
)
from tests.matching.one_pair import (
    CONTRADICTED,
    DISPUTED,
    OPEN,
    SUPPORTED,
    examined,
    term_value,
    values,
)

A_THEN_B = presumption("a-then-b", "fact.a", asserts=["fact.b"])
B_THEN_C = presumption("b-then-c", "fact.b", asserts=["fact.c"])
A_THEN_NOT_B = presumption("a-then-not-b", "fact.a", denies=["fact.b"])
DISPUTED_A = ("fact.a", denied("fact.a"))


@pytest.mark.parametrize(
    ("facts", "asserted", "refuted"),
    [
        (("fact.a",), SUPPORTED, CONTRADICTED),
        (DISPUTED_A, DISPUTED, DISPUTED),
        ((denied("fact.a"),), OPEN, OPEN),
        (("act.do",), OPEN, OPEN),
    ],
)
def test_a_conclusion_has_the_strength_of_its_premise(
    facts: tuple[object, ...], asserted: object, refuted: object
) -> None:
    assert term_value("fact.b", *facts, records=(A_THEN_B,)) is asserted
    assert term_value("fact.b", *facts, records=(A_THEN_NOT_B,)) is refuted


@pytest.mark.parametrize("ids", [("x", "y"), ("y", "x")])
def test_presumptions_run_until_nothing_changes_whatever_their_order(ids: tuple[str, str]) -> None:
    chain = (
        presumption(ids[0], "fact.a", asserts=["fact.b"]),
        presumption(ids[1], "fact.b", asserts=["fact.c"]),
    )
    assert term_value("fact.c", "fact.a", records=chain) is SUPPORTED
    assert term_value("fact.c", *DISPUTED_A, records=chain) is DISPUTED


def test_presumptions_in_a_circle_invent_nothing() -> None:
    circle = (A_THEN_B, presumption("b-then-a", "fact.b", asserts=["fact.a"]))
    assert term_value("fact.b", "act.do", records=circle) is OPEN
    assert term_value("fact.a", "fact.b", records=circle) is SUPPORTED


def test_a_conclusion_climbs_the_tree_of_terms() -> None:
    narrow = presumption("narrow", "fact.b", asserts=["fact.a-narrow"])
    assert term_value("fact.a", "fact.b", records=(narrow,)) is SUPPORTED


def test_a_conclusion_meets_what_a_claimant_denies() -> None:
    assert term_value("fact.b", "fact.a", denied("fact.b"), records=(A_THEN_B,)) is DISPUTED


def test_a_situation_feeds_a_presumption() -> None:
    occupied = presumption("occupied", "place.occupied", asserts=["status.protected"])
    asks = norm(elements={"asked": element("status.protected", "person")})
    one = allegation(where={"in": ["BB-1"]}, when={"within": "2022-05"})
    found = examined(one, asks, occupied, situation(occupation()))
    assert values(found)["asked"] is SUPPORTED


YOUNG = {"age": {"below": 15}}


def in_part(rule: Data, *ages: Data) -> tuple[object, bool]:
    """The value of ``fact.b`` where the premise is about age."""
    asks = norm(elements={"asked": element("fact.b")})
    one = allegation(against=against(age=list(ages)))
    result = examined(one, asks, presumption("young", YOUNG, **rule)).assessment.elements[1]
    return result.value, result.in_part


MIXED: Data = {"between": [6, 17]}


def test_a_premise_in_part_carries_in_part() -> None:
    assert in_part({"asserts": ["fact.b"]}, MIXED) == (SUPPORTED, True)


def test_a_presumption_that_denies_never_supports() -> None:
    assert in_part({"denies": ["fact.b"]}, MIXED)[0] is not SUPPORTED


def test_a_premise_disputed_in_part_carries_a_dispute() -> None:
    assert in_part({"asserts": ["fact.b"]}, MIXED, {"exactly": 20}) == (DISPUTED, True)


def test_the_accused_sides_word_on_a_status_is_not_counted_either_way() -> None:
    assert term_value("status.protected", said("status.protected", ARMY)) is OPEN
    assert term_value("status.protected", denied("status.protected", ARMY)) is OPEN
    both = (said("status.protected", WITNESS), denied("status.protected", ARMY))
    assert term_value("status.protected", *both) is SUPPORTED


def test_the_accused_sides_concession_of_a_fact_is_counted() -> None:
    assert term_value("fact.a", said("fact.a", ARMY)) is SUPPORTED


def test_the_same_words_by_a_side_that_is_not_accused_count() -> None:
    asks = norm(elements={"asked": element("status.protected", "person")})
    one = allegation(
        "act.do",
        said("status.protected", ARMY),
        by=[{"actor": "Beland", "state": "BBB"}],
        per=[PAPER],
    )
    assert values(examined(one, asks))["asked"] is SUPPORTED


@pytest.mark.parametrize(
    ("per", "value"), [([ARMY], OPEN), ([WITNESS], CONTRADICTED), ([ARMY, WITNESS], CONTRADICTED)]
)
def test_a_nationality_that_only_the_accused_side_reports_settles_no_status(
    per: list[str], value: object
) -> None:
    asks = norm(elements={"asked": element({"not": "status.own-national"}, "person")})
    own = against(nationality={"is": "AAA", "per": per})
    assert values(examined(allegation(against=own), asks, situation()))["asked"] is value


def test_a_nationality_that_only_the_accused_side_reports_contests_like_a_response() -> None:
    asks = norm(elements={"asked": element({"not": "status.own-national"}, "person")})
    own = against(nationality={"is": "AAA", "per": [ARMY]})
    one = allegation("act.do", denied("status.own-national", WITNESS), against=own)
    assert examined(one, asks, situation()).assessment.outcome is Outcome.CONTESTED


def test_the_accused_sides_word_on_a_second_nationality_excludes_nothing() -> None:
    asks = norm(elements={"asked": element({"not": "status.own-national"}, "person")})
    witnessed = {"is": "BBB", "per": [WITNESS]}
    claimed = {"is": "AAA", "since": "2005", "per": [ARMY]}
    for reported in ([witnessed], [witnessed, claimed]):
        one = allegation(against=against(nationality=reported), when={"within": "2022"})
        assert examined(one, asks, situation()).assessment.outcome is not Outcome.EXCLUDED


def test_presumptions_run_in_each_view_on_its_own() -> None:
    one = allegation({"planned": "fact.a"}, "act.do")
    evaluation = examined(one, A_THEN_B, B_THEN_C).pair.evaluation
    done, planned = (evaluation.columns[View(late, False)] for late in (False, True))
    assert "fact.c" not in done
    assert planned["fact.c"].asserted == 1
