"""Conflict, occupation and territory, as situations know them."""

from __future__ import annotations

import pytest

from tests.applicability.found import WAR, findings_of, found
from tests.builders import (
    PAPER,
    PLACES,
    WITNESS,
    Data,
    against,
    allegation,
    conflict,
    occupation,
    place,
    situation,
)

OCCUPIED = situation(occupation())
BOTH_STATES = [{"actor": "Aland", "state": "AAA"}, {"actor": "Celand", "state": "CCC"}]


def at(*places: str) -> dict[str, list[str]]:
    return {"in": list(places)}


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ({"within": "2014-03-01"}, True),
        ({"within": "2014-02"}, None),
        ({"within": "2014-02/2014-03"}, None),
        ({"before": "2015"}, True),
        ({"within": "2024-12-31"}, True),
        ({"within": "2025"}, None),
        (None, None),
    ],
)
def test_the_conflict_covers_the_days_for_which_it_is_known(
    when: dict[str, str] | None, holds: bool | None
) -> None:
    statuses = found(when=when, where=at("BB-1"))
    assert statuses.get("conflict.international") is holds
    assert statuses.get("role.party-to-conflict") is holds


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        ({}, None),
        ({"where": at("AA-1")}, True),
        ({"where": at("CC-1")}, None),
        ({"where": at("CC-1"), "against": against(nationality={"is": "BBB"})}, None),
        ({"where": {"from": ["BB-1"], "to": ["CC-1"]}}, True),
        ({"against": against(nationality={"is": "BBB"})}, True),
        ({"against": against(nationality={"is": "AAA"})}, True),
        ({"against": against(nationality={"is": "CCC"})}, None),
    ],
    ids=str,
)
def test_conduct_of_a_state_at_war_is_of_the_war_only_if_it_touches_a_party(
    given: Data, holds: bool | None
) -> None:
    """A place decides; where none is reported, the nationality of the persons does."""
    statuses = found(when={"within": "2022-05"}, **given)
    assert statuses.get("conflict.international") is holds
    assert statuses["role.party-to-conflict"] is True


def test_a_state_on_neither_side_is_no_party_to_the_conflict() -> None:
    assert not found(by=[{"actor": "Celand", "state": "CCC"}])
    assert "conflict.international" not in found(by=BOTH_STATES)


def test_an_internal_conflict_is_not_international() -> None:
    internal = situation(conflicts={"one": conflict(kind="non-international")})
    assert not found(internal)


def test_a_place_is_occupied_where_the_whole_of_it_is() -> None:
    assert found(OCCUPIED, where=at("BB-1"))["place.occupied"] is True
    assert "place.occupied" not in found(OCCUPIED, where=at("BB-3"))


def test_a_place_inside_an_occupied_one_is_occupied() -> None:
    assert found(OCCUPIED, where=at("BB-2"))["place.occupied"] is True


def test_a_place_around_an_occupied_one_is_not_thereby_occupied() -> None:
    inner = situation(occupation("BB-2"))
    assert "place.occupied" not in found(inner, where=at("BB-1"))


def test_a_partly_occupied_place_leaves_open_whether_the_spot_is() -> None:
    partly = situation(occupation(extent="part"))
    for code in ("BB-1", "BB-2"):
        statuses = found(partly, where=at(code))
        assert "place.occupied" not in statuses
        assert statuses["role.occupying-power"] is True


def test_a_part_that_is_told_apart_does_not_hide_that_the_whole_around_it_is_occupied() -> None:
    places = PLACES | {"BB-0": place("BBB"), "BB-1": place("BBB", within="BB-0")}
    world = situation(occupation("BB-1", extent="part"), occupation("BB-0"), places=places)
    assert found(world, where=at("BB-2"))["place.occupied"] is True


@pytest.mark.parametrize(
    "when",
    ["2022-02-28", "2022-02/2022-03", "2025-01-01", "2024-12/2025-01"],
)
def test_occupation_is_open_outside_the_days_for_which_it_is_known(when: str) -> None:
    assert "place.occupied" not in found(OCCUPIED, where=at("BB-1"), when={"within": when})


def test_several_places_are_occupied_only_if_each_is() -> None:
    assert "place.occupied" not in found(OCCUPIED, where=at("BB-1", "BB-3"))
    both = situation(occupation("BB-1"), occupation("BB-3"))
    assert found(both, where=at("BB-1", "BB-3"))["place.occupied"] is True


@pytest.mark.parametrize("where", [None, at("BB-9"), at("BB-1", "BB-9"), {"as_reported": "near"}])
def test_a_place_that_no_situation_knows_leaves_everything_open(
    where: dict[str, list[str]] | None,
) -> None:
    statuses = found(OCCUPIED, where=where)
    assert statuses.keys() <= {"conflict.international", "role.party-to-conflict"}


@pytest.mark.parametrize(
    ("occupiers", "by", "holds"),
    [
        (["AAA"], ["AAA"], True),
        (["CCC"], ["AAA"], False),
        (["AAA", "CCC"], ["AAA"], None),
        (["AAA", "CCC"], ["AAA", "CCC"], True),
        (["AAA"], ["AAA", "CCC"], None),
        (["AAA"], [], None),
    ],
)
def test_the_occupying_power_is_the_one_that_occupies(
    occupiers: list[str], by: list[str], holds: bool | None
) -> None:
    world = situation(*(occupation(by=one) for one in occupiers))
    actors = [{"actor": state, "state": state} for state in by] or "unstated"
    assert found(world, where=at("BB-1"), by=actors).get("role.occupying-power") is holds


@pytest.mark.parametrize(("start", "end"), [("BB-1", "AA-1"), ("AA-1", "BB-1")])
def test_the_occupying_power_at_either_end_of_a_movement_is_the_one(start: str, end: str) -> None:
    moved = {"from": [start], "to": [end]}
    assert found(OCCUPIED, where=moved)["role.occupying-power"] is True
    assert "role.occupying-power" not in found(WAR, where=moved)


@pytest.mark.parametrize(
    ("places", "by", "holds"),
    [
        (["AA-1"], ["AAA"], True),
        (["BB-1"], ["AAA"], False),
        (["AA-1", "BB-1"], ["AAA"], None),
        (["AA-1"], ["AAA", "CCC"], None),
        (["BB-1"], ["AAA", "CCC"], False),
    ],
)
def test_own_territory_is_that_of_every_actors_state(
    places: list[str], by: list[str], holds: bool | None
) -> None:
    actors = [{"actor": state, "state": state} for state in by]
    assert found(where=at(*places), by=actors).get("place.own-territory") is holds


def test_occupied_places_stay_territory_of_their_state() -> None:
    assert found(OCCUPIED, where=at("BB-1"))["place.own-territory"] is False


def test_a_finding_rests_on_the_passages_of_the_place_and_names_its_day() -> None:
    finding = findings_of(OCCUPIED, where=at("BB-1") | {"per": [WITNESS]})["place.occupied"]
    assert finding.per == (WITNESS,)
    assert "occupied by Aland since 1 March 2022" in finding.because
    assert [entry.source for entry in finding.entries]
    assert findings_of(OCCUPIED, where=at("BB-1"))["place.occupied"].per == allegation().per
    assert findings_of(WAR, where=at("BB-1"))["conflict.international"].per == (PAPER,)


def test_an_entry_for_a_part_hides_no_entry_for_the_whole_in_either_order() -> None:
    part, whole = occupation(extent="part", begins="2014-03-01"), occupation()
    here, there = situation(part, whole), situation(whole, part)
    assert found(here, where=at("BB-1"))["place.occupied"] is True
    assert found(here, where=at("BB-1")) == found(there, where=at("BB-1"))
