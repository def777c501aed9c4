"""Origins: the fewest independent claimants behind any deciding element."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.model.outcome import Outcome
from tests.builders import (
    ARMY,
    ECHO,
    PAPER,
    WITNESS,
    against,
    allegation,
    claimant,
    denied,
    element,
    norm,
    occupation,
    presumption,
    response,
    said,
    situation,
    source,
)
from tests.matching.one_pair import examined


def origins(*facts: Any, condition: Any = "fact.a", records: Any = (), **given: Any) -> int:
    """Origins of a norm with one more element, its conduct being told by everybody."""
    rule = norm(elements={"more": element(condition)})
    told = said("act.do", PAPER, WITNESS, ARMY, ECHO)
    return examined(allegation(told, *facts, **given), rule, *records).assessment.origins


@pytest.mark.parametrize(
    ("passages", "count"),
    [
        ([PAPER], 1),
        ([PAPER, "report#p9"], 1),
        ([PAPER, WITNESS], 2),
        ([WITNESS, ECHO], 1),
        ([PAPER, WITNESS, ECHO], 2),
        ([PAPER, "report#p1@witness"], 2),
        ([PAPER, WITNESS, ARMY], 3),
    ],
)
def test_who_repeats_another_adds_no_origin(passages: list[str], count: int) -> None:
    assert origins(said("fact.a", *passages)) == count


def test_the_same_claimant_twice_is_one_origin() -> None:
    assert origins(said("fact.a", PAPER), said("fact.a-narrow", PAPER)) == 1
    assert origins(said("fact.a", PAPER), said("fact.a-narrow", WITNESS)) == 2


def test_the_weakest_element_decides() -> None:
    rule = norm(elements={"one": element("fact.a"), "two": element("fact.b")})
    facts = [said("act.do", PAPER, WITNESS), said("fact.a", PAPER, WITNESS), said("fact.b", PAPER)]
    assert examined(allegation(*facts), rule).assessment.origins == 1


def test_a_mental_element_and_an_open_one_do_not_decide() -> None:
    rule = norm(elements={"intent": element("fact.a", "mental"), "open": element("fact.c")})
    facts = [said("act.do", PAPER, WITNESS), said("fact.a", PAPER)]
    assert examined(allegation(*facts), rule).assessment.origins == 2


A_AND_B = (said("fact.a", PAPER, WITNESS), said("fact.b", ARMY))


def test_of_parts_that_must_all_hold_the_weakest_decides() -> None:
    assert origins(*A_AND_B, condition={"all": ["fact.a", "fact.b"]}) == 1


def test_of_alternatives_all_that_speak_count() -> None:
    assert origins(*A_AND_B, condition={"any": ["fact.a", "fact.b", "fact.c"]}) == 3


def test_at_least_all_of_several_counts_like_all_of_them() -> None:
    both = {"at_least": {"n": 2, "of": ["fact.a", "fact.b"]}}
    assert origins(*A_AND_B, condition=both) == 1


@pytest.mark.parametrize(
    ("condition", "count"), [("fact.a", 1), ({"not": "fact.a"}, 2), ({"not": {"not": "fact.a"}}, 1)]
)
def test_an_opposite_counts_those_who_deny(condition: Any, count: int) -> None:
    facts = (said("fact.a", PAPER), denied("fact.a", WITNESS, ARMY))
    assert origins(*facts, condition=condition) == count


@pytest.mark.parametrize(("join", "count"), [("all", 3), ("any", 1)])
def test_the_opposite_of_several_turns_parts_into_alternatives_and_back(
    join: str, count: int
) -> None:
    """Who denies one denies all of them together; to deny any of them takes a denial of each."""
    facts = (denied("fact.a", PAPER, WITNESS), denied("fact.b", ARMY))
    assert origins(*facts, condition={"not": {join: ["fact.a", "fact.b"]}}) == count


def test_a_conclusion_has_the_origins_of_its_premise() -> None:
    rule = presumption("p", {"all": ["fact.b", "fact.c"]}, asserts=["fact.a"])
    facts = (said("fact.b", PAPER, WITNESS), said("fact.c", WITNESS))
    assert origins(*facts, records=(rule,)) == 1


def test_a_status_of_a_situation_counts_no_more_than_who_names_the_place() -> None:
    given = {"in": ["BB-1"], "per": [PAPER, WITNESS]}
    count = origins(
        condition="place.occupied",
        records=(situation(occupation()),),
        where=given,
        when={"within": "2022-05"},
    )
    assert count == 2


@pytest.mark.parametrize(
    ("per", "count"), [([PAPER], 1), ([PAPER, WITNESS], 2), ([WITNESS, ECHO], 1)]
)
def test_a_figure_has_the_origins_of_its_passages(per: list[str], count: int) -> None:
    number = against(number={"exactly": 30, "per": per})
    assert origins(condition={"number": {"at_least": 1}}, against=number) == count


def test_a_time_has_the_origins_of_its_passages() -> None:
    in_2022 = {"date": {"between": ["2022", "2022"]}}
    assert origins(condition=in_2022, when={"within": "2022-05", "per": [PAPER]}) == 1


def test_a_response_adds_no_origin() -> None:
    concession = response(["fact.c"], claims=("fact.a-narrow",))
    assert origins(said("fact.a", PAPER), responses=[concession]) == 1


DRAWN = presumption("p", "fact.b", asserts=["fact.a"])


@pytest.mark.parametrize(
    ("condition", "records"),
    [({"any": ["fact.a", "fact.b"]}, ()), ("fact.a", (DRAWN,)), ({"not": {"not": "fact.a"}}, ())],
)
@pytest.mark.parametrize("facts", [[said("fact.a", PAPER)], [said("fact.a", PAPER, WITNESS)]])
def test_no_response_changes_how_many_origins_there_are(
    condition: Any, records: Any, facts: Any
) -> None:
    """Not by another way to the same element, nor by a conclusion that rests on it."""
    before = origins(*facts, condition=condition, records=records)
    for answer in (response(claims=("fact.b",)), response("conduct"), response(["fact.a"])):
        after = origins(*facts, condition=condition, records=records, responses=[answer])
        assert after == before, answer


def test_one_claimant_can_repeat_another_of_another_source() -> None:
    people = {"paper": claimant(same_origin_as="report/witness")}
    other = source("other", claimants=people, paragraphs={})
    fact = said("fact.a", WITNESS, "other#p1")
    assert origins(fact, records=(source(), other)) == 1


def test_two_who_repeat_each_other_are_one_origin() -> None:
    people = {"paper": claimant(same_origin_as="echo"), "echo": claimant(same_origin_as="paper")}
    circle = source(claimants=people, paragraphs={"p4": "echo"})
    assert origins(said("fact.a", PAPER, ECHO), records=(circle,)) == 1


def test_a_norm_that_nobody_raises_has_no_origin() -> None:
    assert examined(allegation("fact.a")).assessment.origins == 0


def test_a_passage_of_a_source_that_is_not_loaded_speaks_for_no_known_claimant() -> None:
    assert examined(allegation(said("act.do", "other#p1"))).assessment.origins == 0


def test_what_a_withdrawn_source_says_is_not_counted() -> None:
    withdrawn = (source(superseded_by="newer"), source("newer"))
    assert examined(allegation(), *withdrawn).assessment.outcome is Outcome.SILENT
