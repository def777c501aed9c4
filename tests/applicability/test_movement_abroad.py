"""Whether a movement ends in a country that is foreign to the persons moved."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.applicability import Finding
from tests.applicability.found import findings_of
from tests.builders import PAPER, WITNESS, Data, against

ABROAD = "movement.to-foreign-country"


def moved(start: list[str], end: list[str], *nationalities: str, **given: Any) -> Finding | None:
    """The finding on persons of these nationalities, moved from the one place to the other."""
    persons = against(nationality=[{"is": state} for state in nationalities])
    defaults: Data = {"where": {"from": start, "to": end}, "against": persons}
    return findings_of(**defaults | given).get(ABROAD)


def holds(*arguments: Any, **given: Any) -> bool | None:
    finding = moved(*arguments, **given)
    return finding.holds if finding else None


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (["AA-1"], True),
        (["CC-1"], True),
        (["AA-1", "CC-1"], True),
        (["BB-3"], False),
        (["BB-2", "BB-3"], False),
        # One of several possible places of arrival lies in their own country.
        (["BB-3", "AA-1"], None),
        (["XX-1"], None),
    ],
)
def test_a_country_is_foreign_to_those_who_are_not_its_nationals(
    end: list[str], expected: bool | None
) -> None:
    assert holds(["BB-1"], end, "BBB") is expected


def test_where_the_movement_began_does_not_matter() -> None:
    assert holds(["BB-1"], ["AA-1"], "BBB", where={"to": ["AA-1"]}) is True
    for start in ("AA-1", "BB-1", "CC-1"):
        assert holds([start], ["AA-1"], "BBB") is True
        assert holds([start], ["BB-1"], "BBB") is False


def test_own_nationals_of_the_one_who_moves_them_are_not_taken_to_a_foreign_country() -> None:
    assert holds(["BB-1"], ["AA-1"], "AAA") is False


def test_a_country_of_one_of_two_nationalities_is_not_foreign() -> None:
    assert holds(["BB-1"], ["CC-1"], "BBB", "CCC") is False
    assert holds(["BB-1"], ["AA-1"], "BBB", "CCC") is True


@pytest.mark.parametrize(
    "given",
    [
        {"against": None},
        {"against": against()},
        {"where": {"from": ["BB-1"]}},
        {"where": {"in": ["AA-1"], "from": ["BB-1"]}},
        {"where": None},
    ],
)
def test_without_a_nationality_or_a_destination_it_stays_open(given: Data) -> None:
    assert holds(["BB-1"], ["AA-1"], "BBB", **given) is None


def test_who_moved_them_does_not_matter() -> None:
    for by in ("unstated", [{"actor": "Celand", "state": "CCC"}]):
        assert holds(["BB-1"], ["AA-1"], "BBB", by=by) is True


def test_it_rests_on_the_passages_of_the_place_and_of_the_nationality() -> None:
    persons = against(nationality={"is": "BBB", "per": [WITNESS]})
    finding = moved(["BB-1"], ["AA-1"], against=persons)
    assert finding
    assert finding.per == (PAPER, WITNESS)
    assert finding.because == (
        "From a place of BBB to a place of AAA. They are reported to be nationals of Beland."
    )
