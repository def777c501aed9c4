"""How one State stands to one norm on one day, apart from any allegation."""

from __future__ import annotations

from datetime import date

import pytest

from lawmap.applicability import Standing, Tied, binds_persons, bond, circumstances, standing
from lawmap.model.base import FileRecord
from lawmap.model.norm import Norm
from tests.applicability.courts import CRIME, court, exempted, limit, reached
from tests.applicability.shipped import NO, UNKNOWN, YES, actors, cases, pack
from tests.builders import (
    ATTRIBUTION,
    Data,
    allegation,
    event,
    instrument,
    library,
    norm,
    occupation,
    parties,
    situation,
)

TREATY = instrument(binding="treaty")
STUDY = instrument("study", unit="rule")
RATIFIED = event("ratification", "2010-06-01")


def standing_of(
    *records: FileRecord, rule: Norm | None = None, on: str = "2022-05-01", state: str = "AAA"
) -> Standing:
    """How a State stands to norm t:1 on a day."""
    given = {type(record) for record in records}
    defaults = [one for one in (TREATY, situation()) if type(one) not in given]
    made = library(*defaults, STUDY, *records)
    return standing(made, rule or norm(), state, date.fromisoformat(on))


# Treaty and custom


@pytest.mark.parametrize(
    ("on", "tied"),
    [
        ("2010-05-31", Tied.NOT),
        ("2010-06-01", Tied.TREATY),
        ("2022-09-16", Tied.TREATY),
        ("2022-09-17", Tied.NOT),
        ("2024-12-31", Tied.NOT),
        ("2025-01-01", Tied.UNKNOWN),
    ],
)
def test_a_state_is_bound_by_treaty_from_the_first_day_to_the_last(on: str, tied: Tied) -> None:
    left = event("cessation", "2022-09-16")
    assert standing_of(parties(RATIFIED, left), on=on).tied is tied


@pytest.mark.parametrize("case", cases("binding"), ids=lambda case: case["name"])
def test_a_day_has_the_answer_that_conduct_throughout_it_has(case: Data) -> None:
    later = [{"on": case["confirmed"], "source": ATTRIBUTION}] if "confirmed" in case else []
    table = parties(*(event(act, day) for act, day in case["table"].items()), confirmed=later)
    for on in ("2010-05-31", "2010-06-01", "2022-09-16", "2022-09-17", "2025-01-01", "2025-07-01"):
        made = library(TREATY, situation(), table)
        frame = circumstances(allegation(when={"during": on}), made)
        value = bond(made, norm(), frame).plane.at(0)
        expected = {YES: Tied.TREATY, NO: Tied.NOT, UNKNOWN: Tied.UNKNOWN}[value]
        assert standing_of(table, on=on).tied is expected


def test_the_sentence_says_since_when_and_by_which_act() -> None:
    found = standing_of(parties(RATIFIED))
    assert found.treaty == (
        "Treaty t: binding on Aland since 1 June 2010 (ratification); known up to 31 December 2024."
    )
    assert found.custom is None
    assert found.party
    assert found.party.events[0].source.read_in == "a text"


def test_a_state_that_only_signed_is_not_bound() -> None:
    assert standing_of(parties(event("signature", "2010-06-01"))).tied is Tied.NOT


def test_a_state_that_no_table_lists_is_not_known_to_be_bound_or_not() -> None:
    found = standing_of(parties(RATIFIED), state="BBB")
    assert found.tied is Tied.UNKNOWN
    assert "no table says" in str(found.treaty)
    assert found.party is None


def test_a_state_that_no_treaty_binds_is_bound_by_the_custom_that_the_norm_names() -> None:
    found = standing_of(parties(), rule=norm(custom="study:95"))
    assert found.tied is Tied.CUSTOM
    assert "was not a party" in str(found.treaty)
    assert found.custom == "It binds as custom: Treaty study, rule 95."


def test_a_state_that_a_treaty_binds_is_told_of_the_custom_too() -> None:
    found = standing_of(parties(RATIFIED), rule=norm(custom="study:95"))
    assert found.tied is Tied.TREATY
    assert found.custom


def test_custom_settles_a_day_for_which_no_table_answers() -> None:
    rule = norm(custom="study:95")
    assert standing_of(parties(RATIFIED), rule=rule, on="2025-06-01").tied is Tied.CUSTOM


def test_a_rule_stated_as_custom_has_no_sentence_on_a_treaty() -> None:
    found = standing_of(instrument())
    assert (found.tied, found.treaty) == (Tied.CUSTOM, None)
    assert "stated as customary law" in str(found.custom)


def test_custom_makes_no_state_answer_for_a_norm_that_binds_persons() -> None:
    crime = norm(binds=["person"], custom="study:95")
    assert standing_of(parties(), rule=crime).tied is Tied.NOT


# Statements


def test_a_statement_is_shown_on_its_very_provision_and_on_those_below_it() -> None:
    reserved = event("reservation", None, on="2010-05-01", provisions=["t:4(1)"], text="Not here.")
    other = event("declaration", None, on="2011-05-01", provisions=["t:5"], text="There.")
    shown = {
        name: [
            one.text
            for one in standing_of(parties(RATIFIED, reserved, other), rule=norm(name)).statements
        ]
        for name in ("t:4(1)", "t:4(1)(a)", "t:4(2)", "t:4(10)", "t:5/slug")
    }
    assert shown == {
        "t:4(1)": ["Not here."],
        "t:4(1)(a)": ["Not here."],
        "t:4(2)": [],
        "t:4(10)": [],
        "t:5/slug": ["There."],
    }


# Occupation


def test_what_the_state_occupies_on_the_day_is_recorded_in_the_order_of_places() -> None:
    world = situation(
        occupation("BB-3", begins="2022-05-01"),
        occupation("BB-1", extent="part", ends="2022-05-01", known_until="2022-05-01"),
        occupation("BB-2", extent="none"),
        occupation("CC-1", by="BBB"),
    )
    found = {
        on: [one.place for one in standing_of(world, on=on).occupations]
        for on in ("2022-02-28", "2022-04-30", "2022-05-01", "2022-05-02", "2025-01-01")
    }
    assert found == {
        "2022-02-28": [],
        "2022-04-30": ["BB-1"],
        "2022-05-01": ["BB-1", "BB-3"],
        "2022-05-02": ["BB-3"],
        "2025-01-01": [],
    }


# Courts

TRIED = court(
    reached("2014-03-01", "2016-01-01"), exemptions=[exempted("t:8", begins="2015-01-01")]
)


def courts_of(state: str, on: str, rule: Norm = CRIME) -> list[tuple[int, int]]:
    """For each court, how many reaches and exemptions cover that State's territory on the day."""
    found = standing_of(situation(courts={"one": TRIED}), rule=rule, on=on, state=state)
    return [(len(one.reaches), len(one.exemptions)) for one in found.courts]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2014-02-28", (0, 0)),
        ("2014-03-01", (1, 0)),
        ("2014-12-31", (1, 0)),
        ("2015-01-01", (1, 1)),
        ("2016-01-01", (1, 1)),
        ("2016-01-02", (0, 1)),
    ],
)
def test_a_court_reaches_a_territory_on_the_days_of_its_reach(
    on: str, expected: tuple[int, int]
) -> None:
    assert courts_of("BBB", on) == [expected]


def test_a_court_reaches_no_other_territory() -> None:
    assert courts_of("AAA", "2014-06-01") == [(0, 0)]


def test_what_the_statute_keeps_out_of_reach_is_told_for_its_crimes_alone() -> None:
    world = situation(courts={"one": court(limits=[limit("t:8", text="Spared.")])})
    found = [
        [kept_out.text for one in standing_of(world, rule=rule).courts for kept_out in one.limits]
        for rule in (CRIME, norm("t:7", binds=["person"]))
    ]
    assert found == [["Spared."], []]


def test_a_court_is_shown_for_norms_that_bind_persons_alone() -> None:
    assert courts_of("BBB", "2014-06-01", norm("t:8")) == []
    assert courts_of("BBB", "2014-06-01", norm("t:8", binds=["person", "state"])) == []
    assert courts_of("BBB", "2015-06-01", norm("t:7", binds=["person"])) == [(1, 0)]


# The shipped pack

DAYS = (
    "1950-01-01",
    "2013-11-21",
    "2022-03-15",
    "2022-09-16",
    "2022-10-01",
    "2025-02-01",
    "2030-01-01",
)


def norms_on_states() -> list[Norm]:
    """One norm for each instrument and customary rule, which is what decides."""
    found: dict[tuple[str, str | None], Norm] = {}
    for one in pack().norms.values():
        if not binds_persons(pack(), one):
            found[one.instrument, one.custom] = one
    return list(found.values())


@pytest.mark.parametrize("state", ["UKR", "RUS", "BLR"])
@pytest.mark.parametrize("on", DAYS)
def test_a_state_stands_as_matching_says_that_it_was_bound(on: str, state: str) -> None:
    frame = circumstances(allegation(by=actors(state), when={"within": on}), pack())
    answers = {YES: {Tied.TREATY, Tied.CUSTOM}, NO: {Tied.NOT}, UNKNOWN: {Tied.UNKNOWN}}
    assert len(norms_on_states()) > 20
    for one in norms_on_states():
        found = standing(pack(), one, state, date.fromisoformat(on))
        assert found.tied in answers[bond(pack(), one, frame).plane.at(0)], one.id
