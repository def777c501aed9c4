"""How far a court reaches, by place, day and person: the shipped one, and courts made up here."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.applicability import bond, circumstances, tie_key
from lawmap.model.instrument import Parties
from lawmap.model.norm import covers
from lawmap.truth import Value
from tests.applicability.courts import (
    CRIME,
    TREATY,
    answer,
    court,
    exempted,
    limit,
    reach_of,
    reached,
)
from tests.applicability.shipped import (
    ANSWERS,
    IN_PART,
    NO,
    UNKNOWN,
    YES,
    actors,
    bond_of,
    cases,
    pack,
)
from tests.builders import (
    ATTRIBUTION,
    Data,
    allegation,
    event,
    library,
    norm,
    parties,
    situation,
)

WAR_CRIME = "rome:8(2)(a)(v)"


def norms_of_the_statute() -> set[str]:
    return {name for name in pack().norms if name.startswith("rome:")}


def given_in(case: Data) -> Data:
    """What a row says of the allegation."""
    said = {key: case[key] for key in ("where", "when", "by") if key in case}
    made: Data = {key: None if value == "~" else value for key, value in said.items()}
    if isinstance(made.get("by"), list):
        made["by"] = actors(*made["by"])
    return made


@pytest.mark.parametrize("case", cases("reach"), ids=lambda case: case["name"])
def test_the_court_reaches_by_place_day_and_person(case: Data) -> None:
    found = bond_of(case.get("norm", WAR_CRIME), **given_in(case))
    assert found.plane.at(0) == ANSWERS[case["answer"]]
    reasons, notes = " ".join(found.reasons), " ".join(found.notes)
    assert [words for words in case.get("says", ()) if words not in reasons] == []
    assert [words for words in case.get("notes", ()) if words not in notes] == []
    assert [words for words in case.get("never", ()) if words in f"{reasons} {notes}"] == []
    assert found.reasons
    assert found.encoded


@pytest.mark.parametrize("state", ["UKR", "RUS", "BLR"])
def test_the_declaration_under_article_124_touches_war_crimes_of_ukraines_nationals_alone(
    state: str,
) -> None:
    touched = {
        name
        for name in norms_of_the_statute()
        if bond_of(name, by=actors(state), when={"within": "2025-03"}).plane.at(0) != YES
    }
    war_crimes = {name for name in norms_of_the_statute() if name.startswith("rome:8(")}
    aggression = {name for name in norms_of_the_statute() if name.startswith("rome:8 bis")}
    assert touched == aggression | (war_crimes if state == "UKR" else set())
    assert set() < aggression < norms_of_the_statute() - war_crimes
    assert war_crimes


@pytest.mark.parametrize("when", [{"within": "2022-02-24"}, {"within": "2025-02"}, None])
@pytest.mark.parametrize("state", ["RUS", "BLR", "UKR"])
def test_aggression_is_never_within_reach(state: str, when: Data | None) -> None:
    assert bond_of("rome:8 bis(1)", by=actors(state), when=when).plane.at(0) != YES


def test_every_norm_of_the_statute_asks_for_the_reach_of_the_court() -> None:
    said = {reason for name in norms_of_the_statute() for reason in bond_of(name).reasons}
    assert said
    assert all(reason.startswith("International Criminal Court: ") for reason in said)


# Courts made up here


def test_without_a_court_the_pack_cannot_answer_and_says_so() -> None:
    for courts in ((), (court(instrument="u"),)):
        found = reach_of(*courts)
        assert found.plane.at(0) == UNKNOWN
        assert not found.encoded
        assert found.reasons == (
            "Treaty t: no situation file says how far a court reaches that applies it.",
        )


BEFORE_AND_AFTER = court(reached("2014-03-01", "2016-01-01"), reached("2018-01-01"))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"within": "2016-01-01"}, YES),
        ({"within": "2016-01-02"}, NO),
        ({"within": "2017"}, NO),
        ({"during": "2016-01-02/2017-12-31"}, NO),
        ({"within": "2018-01-01"}, YES),
        ({"within": "2015/2016"}, UNKNOWN),
        ({"within": "2015/2019"}, UNKNOWN),
        ({"during": "2015/2019"}, IN_PART),
        ({"within": "2025-01-01"}, UNKNOWN),
    ],
)
def test_a_gap_between_two_times_is_not_reached(when: Data, expected: Value) -> None:
    assert answer(BEFORE_AND_AFTER, when=when) == expected


@pytest.mark.parametrize(
    ("begins", "expected"), [("2015-06-01", YES), ("2016-01-02", YES), ("2016-01-03", UNKNOWN)]
)
def test_times_that_overlap_or_follow_day_on_day_are_one(begins: str, expected: Value) -> None:
    joined = court(reached("2014-03-01", "2016-01-01"), reached(begins))
    assert answer(joined, when={"within": "2015/2019"}) == expected


def test_each_act_of_a_time_that_several_cover_together_is_told() -> None:
    joined = court(reached("2014-03-01", "2016-01-01"), reached("2016-01-02"))
    (_, time) = reach_of(joined, when={"within": "2015/2019"}).reasons
    assert "Accepted from 2014-03-01; Accepted from 2016-01-02" in time
    (_, time) = reach_of(joined, when={"within": "2015"}).reasons
    assert time.endswith("Accepted from 2014-03-01.")


FIRST_DAY = date(2015, 1, 1)
spans = st.tuples(st.integers(0, 25), st.integers(0, 8)).map(lambda pair: (pair[0], sum(pair)))


def day(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


@given(st.lists(spans, min_size=1, max_size=4), spans, st.sampled_from(["within", "during"]))
def test_a_time_is_reached_as_its_days_are(
    times: list[tuple[int, int]], reported: tuple[int, int], sense: str
) -> None:
    first, last = reported
    one = court(*(reached(str(day(begins)), str(day(ends))) for begins, ends in times))
    days = {
        any(begins <= number <= ends for begins, ends in times) for number in range(first, last + 1)
    }
    mixed = UNKNOWN if sense == "within" else IN_PART
    expected = mixed if len(days) == 2 else YES if days == {True} else NO
    assert answer(one, when={sense: f"{day(first)}/{day(last)}"}) == expected


TWO_STATES = court(reached(), reached("2020-01-01", territory=["CCC"]))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"in": ["BB-1"]}, YES),
        ({"in": ["CC-1"]}, NO),
        ({"from": ["BB-1"], "to": ["CC-1"]}, YES),
        ({"from": ["CC-1"], "to": ["AA-1"]}, NO),
    ],
)
def test_a_time_reached_on_one_territory_is_not_lent_to_another(
    where: Data, expected: Value
) -> None:
    assert answer(TWO_STATES, where=where, when={"within": "2016"}) == expected


def test_one_court_of_two_is_enough() -> None:
    far = court(reached(territory=["CCC"]), name="A far court")
    near = court(name="The near court")
    found = reach_of(far, near, tables=(parties(),))
    assert found.plane.at(0) == YES
    assert all(reason.startswith("The near court: ") for reason in found.reasons)
    assert answer(far, tables=(parties(),)) == NO


def test_what_does_not_decide_is_told_beside_what_does() -> None:
    found = reach_of(court(), by="unstated")
    assert found.reasons == ("The Court: the report does not say who acted.",)
    assert found.notes == (
        "The Court: it reaches the territory of Beland (a place of BBB).",
        "The Court: it reaches that time: Accepted from 2014-03-01.",
    )


def test_an_actor_of_no_stated_state_is_as_good_as_unstated() -> None:
    militia = [{"actor": "Some militia"}]
    assert reach_of(court(), by=militia) == reach_of(court(), by="unstated")


OFF_TERRITORY: Data = {"in": ["AA-1"]}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (parties(), NO),
        (parties(event("signature", "2010-06-01")), NO),
        (parties(event("ratification", "2010-06-01")), UNKNOWN),
        (parties(event("ratification", "2010-06-01"), event("denunciation", "2020-01-01")), NO),
        (parties(state="BBB"), UNKNOWN),
    ],
)
def test_off_the_territory_only_an_actor_of_no_party_is_out_of_reach(
    table: Parties, expected: Value
) -> None:
    assert answer(court(), where=OFF_TERRITORY, tables=(table,)) == expected


BY_ALAND, BY_BELAND = actors("AAA"), actors("BBB")


@pytest.mark.parametrize(
    ("exemption", "by", "expected"),
    [
        (exempted("t:8"), BY_BELAND, UNKNOWN),
        (exempted("t:8"), BY_ALAND, YES),
        (exempted("t:7"), BY_BELAND, YES),
        (exempted("t:7", "t:8"), BY_BELAND, UNKNOWN),
        (exempted("t:8(1)"), BY_BELAND, YES),
        (exempted("t:8", begins="2022-06-01"), BY_BELAND, YES),
        (exempted("t:8", begins="2022-05-31"), BY_BELAND, UNKNOWN),
        (exempted("t:8", ends="2022-04-30"), BY_BELAND, YES),
        (exempted("t:8", ends="2022-05-01"), BY_BELAND, UNKNOWN),
        (exempted("t:8", nationals="CCC"), BY_BELAND, YES),
    ],
)
def test_an_exemption_touches_its_crimes_its_nationals_and_its_time(
    exemption: Data, by: list[Data], expected: Value
) -> None:
    assert answer(court(exemptions=[exemption]), by=by) == expected


def test_an_exemption_is_no_answer_off_the_territory() -> None:
    spared = court(exemptions=[exempted("t:8")])
    tables = (parties(state="BBB"),)
    assert answer(spared, by=BY_BELAND, where=OFF_TERRITORY, tables=tables) == NO


NAMES = ("t:7", "t:8")
SPARED = court(limits=[limit("t:8")])
RATIFIED = parties(event("ratification", "2010-06-01"))


@pytest.mark.parametrize(
    ("table", "given", "expected"),
    [
        (parties(), {}, NO),
        (parties(event("ratification", "2024-01-01")), {}, NO),
        (RATIFIED, {}, UNKNOWN),
        (parties(event("ratification", "2022-05-15")), {}, UNKNOWN),
        (parties(state="BBB"), {}, UNKNOWN),
        (parties(), {"by": "unstated"}, UNKNOWN),
        (parties(), {"where": None}, NO),
        (parties(), {"when": None}, UNKNOWN),
        (parties(), {"by": actors("AAA", "BBB")}, UNKNOWN),
        (RATIFIED, {"where": OFF_TERRITORY}, UNKNOWN),
    ],
)
def test_a_limit_spares_those_who_act_for_no_party_and_settles_nothing_else(
    table: Parties, given: Data, expected: Value
) -> None:
    assert answer(SPARED, tables=(table,), **given) == expected


def test_a_limit_touches_its_crimes_alone() -> None:
    other = court(limits=[limit("t:7"), limit("t:8(1)")])
    assert answer(other, tables=(parties(),)) == YES


def test_a_limit_is_told_with_what_it_turns_on() -> None:
    found = reach_of(SPARED, tables=(parties(),))
    (reason,) = found.reasons
    assert reason.startswith("The Court: States that are no party are spared. Treaty t: ")
    assert "was not a party" in reason
    assert "amendment" not in reason
    assert len(found.notes) == len(("place", "day"))
    (reason,) = reach_of(SPARED, tables=(RATIFIED,)).reasons
    assert reason.endswith("Parties must have accepted an amendment.")


def test_crimes_with_and_without_a_limit_have_answers_of_their_own() -> None:
    made = library(TREATY, situation(courts={"one": SPARED}), parties())
    frame = circumstances(allegation(when={"within": "2022-05"}, where={"in": ["BB-1"]}), made)
    planes = {bond(made, norm(name, binds=["person"]), frame).plane.at(0) for name in NAMES}
    keys = {tie_key(made, norm(name, binds=["person"])) for name in NAMES}
    assert len(planes) == len(keys) == len(NAMES)


@pytest.mark.parametrize(
    ("name", "covered"),
    [
        ("rome:8", True),
        ("rome:8(2)(a)(v)", True),
        ("rome:8/slug", True),
        ("rome:7(1)(d)", False),
        ("rome:28(a)", False),
        ("rome:80", False),
        ("rome:8bis(1)", False),
        ("rome:8 bis(1)", False),
    ],
)
def test_a_pinpoint_covers_itself_and_what_is_below_it(name: str, covered: bool) -> None:
    assert covers("rome:8", name) is covered


def test_a_norm_that_binds_persons_and_states_asks_for_no_court() -> None:
    both = norm("t:8", binds=["person", "state"])
    ratified = parties({"act": "ratification", "effect": "2010-06-01", "source": ATTRIBUTION})
    found = reach_of(court(), rule=both, tables=(ratified,))
    assert found.plane.at(0) == YES
    assert "The Court" not in " ".join(found.reasons)
    assert "The Court" in " ".join(reach_of(court(), rule=CRIME, tables=(ratified,)).reasons)
