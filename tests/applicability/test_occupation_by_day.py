"""Occupation day by day: the shipped places, places inside places, and places shown to be free."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lawmap.applicability import Finding, findings
from lawmap.model.situation import Extent
from tests.applicability.found import findings_of, found
from tests.applicability.shipped import actors, cases, frame_of, pack
from tests.builders import PLACES, Data, occupation, place, situation

OCCUPIED, POWER = "place.occupied", "role.occupying-power"
ANSWERS = {"yes": True, "no": False, "open": None}


def shipped_findings(**given: Any) -> dict[str, Finding]:
    return {finding.term: finding for finding in findings(pack(), frame_of(**given))}


def frame_in(case: Data) -> Data:
    when = case["when"]
    return {
        "where": {"in": [case["place"]]},
        "when": None if when == "~" else {"within": when} if isinstance(when, str) else when,
    }


def holds(by_term: dict[str, Finding], term: str) -> bool | None:
    return by_term[term].holds if term in by_term else None


@pytest.mark.parametrize("case", cases("occupation"), ids=lambda case: case["name"])
def test_a_place_is_occupied_on_the_days_for_which_a_source_says_so(case: Data) -> None:
    by_term = shipped_findings(**frame_in(case))
    assert holds(by_term, OCCUPIED) is ANSWERS[case["occupied"]]
    assert holds(by_term, POWER) is ANSWERS[case["power"]]
    if "says" in case:
        assert case["says"] in by_term[OCCUPIED].because


def test_an_answer_on_occupation_names_the_entry_and_its_source() -> None:
    for day, extent in (("2022-07-01", Extent.WHOLE), ("2023-01-01", Extent.NONE)):
        (entry,) = shipped_findings(when={"within": day})[OCCUPIED].entries
        assert (entry.extent, entry.place) == (extent, "UA-65/kherson")  # type: ignore[union-attr]
        assert entry.source.read_in


# Claims to have annexed

CLAIMED = ("UA-43", "UA-40", "UA-14/donetsk", "UA-09/luhansk", "UA-65/kherson", "UA-23/melitopol")


@pytest.mark.parametrize("code", CLAIMED)
def test_a_claimed_annexation_makes_no_territory_of_the_one_who_claims_it(code: str) -> None:
    statuses = shipped_findings(where={"in": [code]}, when={"within": "2022-10-05"})
    assert statuses["place.own-territory"].holds is False
    assert "territory of Ukraine" in statuses["place.own-territory"].because
    ours = shipped_findings(where={"in": [code]}, when={"within": "2022-10-05"}, by=actors("UKR"))
    assert ours["place.own-territory"].holds is True


@pytest.mark.parametrize("code", CLAIMED)
def test_a_movement_from_a_claimed_region_to_russia_crosses_a_border(code: str) -> None:
    moved = shipped_findings(where={"from": [code], "to": ["RU"]}, when={"within": "2022-10-05"})
    assert moved["movement.across-border"].holds is True
    assert moved["movement.out-of-occupied"].holds is True


def test_nothing_reads_what_is_claimed() -> None:
    situations = {
        name: one.model_copy(update={"claims": ()}) for name, one in pack().situations.items()
    }
    unclaimed = replace(pack(), situations=situations)
    assert any(one.claims for one in pack().situations.values())
    for code in CLAIMED:
        for day in ("2014-03-17", "2014-03-18", "2022-09-29", "2022-09-30", "2024-06-01"):
            frame = frame_of(where={"in": [code]}, when={"within": day})
            assert findings(unclaimed, frame) == findings(pack(), frame)


# Places inside places

INSIDE = PLACES | {
    "BB": place("BBB"),
    "BB-9": place("BBB", within="BB"),
    "BB-9/district": place("BBB", within="BB-9"),
    "BB-9/town": place("BBB", within="BB-9/district"),
}


def occupied_in(town: str, *occupations: Data, **given: Any) -> bool | None:
    world = situation(*occupations, places=INSIDE)
    return found(world, where={"in": [town]}, **given).get(OCCUPIED)


@pytest.mark.parametrize("outer", ["BB-9/town", "BB-9/district", "BB-9", "BB"])
def test_a_settlement_is_occupied_if_any_place_around_it_is_as_a_whole(outer: str) -> None:
    assert occupied_in("BB-9/town", occupation(outer)) is True


@pytest.mark.parametrize("outer", ["BB-9/town", "BB-9/district", "BB-9", "BB"])
def test_a_settlement_is_open_if_a_place_around_it_is_in_part(outer: str) -> None:
    assert occupied_in("BB-9/town", occupation(outer, extent="part")) is None


@pytest.mark.parametrize("outer", ["BB-9/town", "BB-9/district", "BB-9", "BB"])
def test_a_settlement_is_free_if_any_place_around_it_is_shown_to_be(outer: str) -> None:
    assert occupied_in("BB-9/town", occupation(outer, extent="none")) is False


@pytest.mark.parametrize(
    ("near", "far", "expected"),
    [
        ("whole", "none", True),
        ("none", "whole", False),
        ("none", "part", False),
        ("whole", "part", True),
        ("part", "whole", True),
    ],
)
@pytest.mark.parametrize("turn", [1, -1])
def test_the_nearest_place_that_answers_decides(
    near: str, far: str, expected: bool, turn: int
) -> None:
    both = [occupation("BB-9/district", extent=near), occupation("BB", extent=far)]
    assert occupied_in("BB-9/town", *both[::turn]) is expected


def test_what_a_settlement_is_says_nothing_of_the_places_around_it() -> None:
    for extent in ("whole", "part", "none"):
        assert occupied_in("BB-9/district", occupation("BB-9/town", extent=extent)) is None


# Free, and ended

FREED = (
    occupation("BB-1", begins="2022-03-01", ends="2022-04-30", known_until="2022-04-30"),
    occupation("BB-1", extent="none", begins="2022-05-02"),
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2022-02-28", None),
        ("2022-03-01", True),
        ("2022-04-30", True),
        ("2022-05-01", None),
        ("2022-05-02", False),
        ("2022-04/2022-05", None),
        ("2024-12-31", False),
        ("2025-01-01", None),
    ],
)
def test_only_an_entry_shows_a_place_free(day: str, expected: bool | None) -> None:
    statuses = found(situation(*FREED), where={"in": ["BB-1"]}, when={"within": day})
    assert statuses.get(OCCUPIED) is expected


def test_nobody_is_the_occupying_power_of_a_free_place_and_nobody_is_said_not_to_be() -> None:
    statuses = found(situation(*FREED), where={"in": ["BB-1"]}, when={"within": "2023"})
    assert statuses[OCCUPIED] is False
    assert POWER not in statuses


@pytest.mark.parametrize(
    ("extents", "expected"),
    [
        (("whole", "whole"), True),
        (("none", "none"), False),
        (("whole", "none"), None),
        (("none", "part"), None),
    ],
)
def test_of_several_possible_places_each_must_be_the_same(
    extents: tuple[str, str], expected: bool | None
) -> None:
    pair = zip(("BB-1", "BB-3"), extents, strict=True)
    world = situation(*(occupation(code, extent=extent) for code, extent in pair))
    assert found(world, where={"in": ["BB-1", "BB-3"]}).get(OCCUPIED) is expected


def test_a_movement_from_a_free_place_is_none_out_of_occupation() -> None:
    free = situation(occupation("BB-1"), occupation("BB-2", extent="none"))
    moved = {"from": ["BB-2"], "to": ["AA-1"]}
    assert found(free, where=moved)["movement.out-of-occupied"] is False
    back = {"from": ["AA-1"], "to": ["BB-2"]}
    assert found(free, where=back)["movement.into-occupied"] is False


def test_a_movement_after_an_occupation_ended_is_none_out_of_it() -> None:
    moved = {"from": ["BB-1"], "to": ["AA-1"]}
    ended = situation(FREED[0])
    assert (
        found(ended, where=moved, when={"within": "2022-06"})["movement.out-of-occupied"] is False
    )
    across = found(ended, where=moved, when={"within": "2022-04/2022-06"})
    assert "movement.out-of-occupied" not in across


SENTENCES = {
    "goes on": ({}, "a place of BBB: occupied by Aland since 1 March 2022."),
    "ended": (
        {"ends": "2022-06-30", "known_until": "2022-06-30"},
        "a place of BBB: occupied by Aland from 1 March 2022 until 30 June 2022.",
    ),
    "free": ({"extent": "none"}, "a place of BBB: not occupied by Aland since 1 March 2022."),
    "free for a time": (
        {"extent": "none", "ends": "2022-06-30", "known_until": "2022-06-30"},
        "a place of BBB: not occupied by Aland from 1 March 2022 until 30 June 2022.",
    ),
}


@pytest.mark.parametrize(("given", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_the_sentence_says_from_when_and_until_when(given: Data, sentence: str) -> None:
    world = situation(occupation("BB-1", **given))
    assert findings_of(world, where={"in": ["BB-1"]})[OCCUPIED].because == sentence


def test_the_sentence_on_an_ended_occupation_in_part_says_so() -> None:
    world = situation(
        occupation("BB-1", extent="part", ends="2022-06-30", known_until="2022-06-30")
    )
    assert findings_of(world, where={"in": ["BB-1"]})[POWER].because == (
        "a place of BBB: in part occupied by Aland from 1 March 2022 until 30 June 2022."
    )
