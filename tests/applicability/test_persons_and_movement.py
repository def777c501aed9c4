"""Nationality compared with the actor's State, and movement compared with borders."""

from __future__ import annotations

from typing import Any

import pytest

from tests.applicability.found import WAR, findings_of, found
from tests.builders import PAPER, WITNESS, Data, against, conflict, occupation, situation

OWN, HOSTILE, NEUTRAL = "status.own-national", "status.hostile-national", "status.neutral-state"
ALLIED = situation(conflicts={"one": conflict(["AAA", "CCC"], ["BBB"])})


def national(state: str, since: str | None = None, *per: str) -> Data:
    return {"is": state, "since": since, "per": per}


def persons(*nationalities: Data, world: Any = WAR, **given: Any) -> dict[str, bool]:
    """The statuses that follow from nationality."""
    statuses = found(world, against=against(nationality=list(nationalities)), **given)
    return {term: holds for term, holds in statuses.items() if term.startswith("status.")}


def test_a_national_of_the_other_side_is_hostile_and_not_own() -> None:
    assert persons(national("BBB")) == {OWN: False, HOSTILE: True}


def test_a_national_of_the_actors_state_is_own_and_not_hostile() -> None:
    assert persons(national("AAA")) == {OWN: True, HOSTILE: False}


def test_a_national_of_a_state_on_neither_side_is_neutral() -> None:
    assert persons(national("CCC")) == {OWN: False, HOSTILE: False, NEUTRAL: True}


def test_a_national_of_an_ally_is_not_own_and_neither_hostile_nor_neutral_for_certain() -> None:
    assert persons(national("CCC"), world=ALLIED) == {OWN: False}


def test_a_nationality_given_since_the_conflict_does_not_end_protection() -> None:
    both = (national("BBB"), national("AAA", since="2022-10"))
    assert persons(*both) == {OWN: False, HOSTILE: True}


@pytest.mark.parametrize("since", [None, "2014", "2013-05/..", "../2023"])
def test_a_second_nationality_of_unsure_date_leaves_open_whether_the_person_is_own(
    since: str | None,
) -> None:
    assert persons(national("BBB"), national("AAA", since=since)) == {HOSTILE: True}


def test_without_a_conflict_nobody_is_hostile_neutral_or_newly_national() -> None:
    earlier = {"within": "2013"}
    assert persons(national("BBB"), when=earlier) == {OWN: False}
    assert persons(national("BBB"), national("AAA", since="2022-10"), when=earlier) == {}


@pytest.mark.parametrize("given", [{"by": "unstated"}, {"against": against()}, {"against": None}])
def test_without_an_actor_or_a_nationality_nothing_is_set(given: Data) -> None:
    statuses = found(WAR, **{"against": against(nationality=national("BBB"))} | given)
    assert not any(term.startswith("status.") for term in statuses)


def test_a_status_by_nationality_rests_on_the_passages_that_report_it() -> None:
    own = findings_of(against=against(nationality=national("BBB", None, WITNESS)))
    assert own[HOSTILE].per == (WITNESS,)
    default = findings_of(against=against(nationality=national("BBB")))
    assert default[HOSTILE].per == (PAPER,)


def test_a_nationality_given_since_the_conflict_leaves_open_what_the_person_was_before() -> None:
    assert HOSTILE not in persons(national("AAA", since="2022-10"))


def test_a_nationality_given_before_the_conflict_makes_an_own_national() -> None:
    assert persons(national("AAA", since="2005")) == {OWN: True, HOSTILE: False}
    assert persons(national("BBB"), national("AAA", since="2013-05"))[OWN] is True


OCCUPIED = situation(occupation("BB-1"))
BORDER, TO_OTHER = "movement.across-border", "movement.to-other-state"
OUT, STAYING, INTO = (
    f"movement.{name}" for name in ("out-of-occupied", "within-occupied", "into-occupied")
)


def moved(start: Any, end: Any, world: Any = OCCUPIED, **given: Any) -> dict[str, bool]:
    """The statuses of a movement."""
    statuses = found(world, where={"from": start, "to": end}, **given)
    return {term: holds for term, holds in statuses.items() if term.startswith("movement.")}


NONE = {OUT: False, STAYING: False, INTO: False}


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (["BB-1"], ["AA-1"], {BORDER: True, TO_OTHER: False} | NONE | {OUT: True}),
        (["BB-1"], ["BB-3"], {BORDER: False, TO_OTHER: True} | NONE | {OUT: True}),
        (["BB-1"], ["BB-2"], {BORDER: False, TO_OTHER: True} | NONE | {STAYING: True}),
        (["AA-1"], ["BB-1"], {BORDER: True, TO_OTHER: True} | NONE | {INTO: True}),
        (["BB-3"], ["CC-1"], {BORDER: True, TO_OTHER: True} | NONE),
        (["AA-1"], ["AA-1"], {BORDER: False, TO_OTHER: False} | NONE),
        # One of several places of arrival lies across the border, or is occupied.
        (["BB-1"], ["AA-1", "BB-3"], NONE | {OUT: True}),
        (["BB-1"], ["BB-2", "BB-3"], {BORDER: False, TO_OTHER: True, INTO: False}),
        (
            ["BB-1", "CC-1"],
            ["AA-1"],
            {BORDER: True, TO_OTHER: False, STAYING: False, INTO: False},
        ),
        # A place that no situation knows.
        (["BB-1"], ["XX-1"], {}),
    ],
)
def test_a_movement_crosses_what_lies_between_its_ends(
    start: list[str], end: list[str], expected: dict[str, bool]
) -> None:
    assert moved(start, end) == expected


def test_a_movement_from_a_partly_occupied_place_leaves_open_whether_it_went_out() -> None:
    partly = situation(occupation(extent="part"))
    free = {STAYING: False, INTO: False}  # where it ended nothing is occupied
    assert moved(["BB-1"], ["AA-1"], partly) == {BORDER: True, TO_OTHER: False} | free


def test_a_movement_by_nobody_in_particular_is_to_no_other_state() -> None:
    assert TO_OTHER not in moved(["BB-1"], ["CC-1"], by="unstated")


def test_a_movement_with_one_end_only_is_none() -> None:
    assert not any(term.startswith("movement.") for term in found(where={"from": ["BB-1"]}))


def test_a_movement_before_the_occupation_left_nothing_occupied() -> None:
    assert moved(["BB-1"], ["AA-1"], when={"within": "2021"})[OUT] is False


def test_a_movement_after_the_last_known_day_leaves_occupation_open() -> None:
    assert OUT not in moved(["BB-1"], ["AA-1"], when={"within": "2025-05"})


def test_a_movement_from_around_an_occupied_place_leaves_occupation_open() -> None:
    inner = situation(occupation("BB-2"))
    assert OUT not in moved(["BB-1"], ["AA-1"], inner)
