"""What the reports on resettlement and on children raise, and what they must not raise."""

from __future__ import annotations

import pytest

from lawmap.matching import match
from lawmap.model.assessment import Assessment
from lawmap.model.outcome import Answer, ElementValue, Mark, Outcome
from tests.dossier.made import seed_files, seed_library
from tests.seed_matches import assessments, of_report, outcome, outcomes, raised, raises

RESETTLEMENT, CHILDREN = "moscow-times-2022-04", "mind-2023-11"
BOTH = sorted(item.id for source in (RESETTLEMENT, CHILDREN) for item in of_report(source))
TAKEN = "children-taken-to-russia"
ADOPTED = ("children-put-up-for-adoption", "children-700000-adopted")
RE_EDUCATED = (
    "children-re-educated-belarus",
    "camps-anthem",
    "camps-told-they-are-russians",
    "camps-turned-against-ukraine",
)
ASSISTANCE = "belarus-assistance"
MOVEMENTS = (TAKEN, "children-taken-to-belarus", "evacuated-750000-2022", "refugees-resettled-2022")
INTO_THE_TERRITORY = (
    "gc4:49(6)",
    "rome:8(2)(b)(viii)/into",
    "ap1:85(4)(a)/into",
    "cihl:130",
)
ENLISTMENT = ("ap1:77(2)", "crc:38(2)", "crc:38(3)", "opac", "cihl:136", "cihl:137", "gc4:51(1)")
EUROPEAN = ("echr", "echr-p4")
RUSSIA_LEFT_THE_ECHR = "16 September 2022"


def tells(found: Assessment, words: str) -> bool:
    """Whether a sentence on why the norm applies, or not, holds these words."""
    return any(words in line for line in found.applicable.basis)


# Taken to Russia


@pytest.mark.parametrize(
    "pinpoint",
    ["gc4:49(1)", "gc4:50", "rome:8(2)(a)(vii)", "rome:8(2)(b)(viii)", "ap1:78"],
)
def test_taking_children_to_russia_raises(pinpoint: str) -> None:
    assert raises(TAKEN, pinpoint)


@pytest.mark.parametrize("norm", INTO_THE_TERRITORY)
@pytest.mark.parametrize("allegation", MOVEMENTS)
def test_moving_the_occupant_s_own_people_in_is_never_confused_with_it(
    allegation: str, norm: str
) -> None:
    assert outcome(allegation, norm) is Outcome.SILENT


def test_children_taken_to_russia_crossed_a_border_so_it_is_no_transfer_within() -> None:
    assert raises(TAKEN, "rome:8(2)(a)(vii)/deportation")
    assert outcome(TAKEN, "rome:8(2)(a)(vii)/transfer") is Outcome.EXCLUDED


def test_nobody_is_named_who_arranged_the_taking_to_russia() -> None:
    found = assessments()[TAKEN, "ap1:78(1)"]
    open_elements = {item.id for item in found.elements if item.value is ElementValue.OPEN}
    assert found.outcome is Outcome.ARGUABLE
    assert open_elements == {"arranged"}


def test_the_commission_s_words_speak_against_the_grounds_of_an_evacuation() -> None:
    grounds = assessments()[TAKEN, "ap1:78(1)"].exceptions
    assert grounds
    assert {ground.value for ground in grounds} == {ElementValue.CONTRADICTED}


# Adoption, re-education, beatings, weapons


@pytest.mark.parametrize("pinpoint", ["gc4:50(2)", "crc:8", "crc:21"])
@pytest.mark.parametrize("allegation", ADOPTED)
def test_adoption_raises(allegation: str, pinpoint: str) -> None:
    assert raises(allegation, pinpoint)


@pytest.mark.parametrize("pinpoint", ["gc4:50", "crc:29"])
@pytest.mark.parametrize("allegation", RE_EDUCATED)
def test_re_education_raises(allegation: str, pinpoint: str) -> None:
    assert raises(allegation, pinpoint)


@pytest.mark.parametrize("pinpoint", ["crc:37", "gc4:32"])
def test_beating_for_disobedience_raises(pinpoint: str) -> None:
    assert raises("camps-beatings", pinpoint)


def test_weapons_lessons_raise_the_rule_on_formations() -> None:
    assert raises("camps-weapons-lessons", "gc4:50")


@pytest.mark.parametrize("pinpoint", ENLISTMENT)
def test_weapons_lessons_do_not_raise_a_rule_on_enlistment(pinpoint: str) -> None:
    assert not raises("camps-weapons-lessons", pinpoint)


@pytest.mark.parametrize("allegation", BOTH)
def test_nothing_engages_genocide(allegation: str) -> None:
    every = {
        norm: one
        for (found, norm), one in outcomes().items()
        if found == allegation and (norm.startswith(("genocide:", "rome:6")))
    }
    assert every
    assert set(every.values()) <= {Outcome.ARGUABLE, Outcome.EXCLUDED, Outcome.SILENT}


def test_ages_six_to_seventeen_are_in_part_below_fifteen() -> None:
    record = seed_library().allegations["children-taken-to-belarus"]
    assert record.against is not None
    assert record.against.age[0].between == (6, 17)
    found = {item.norm: item for item in match(seed_library(), [record], silent=True)}
    for norm in ("gc4:24(1)", "ap1:77(2)", "crc:38(3)"):
        parts = [element for element in found[norm].elements if element.in_part]
        assert [element.value for element in parts] == [ElementValue.SUPPORTED], norm


# Belarus


def test_belarus_raises_the_rule_on_assistance_with_its_knowledge_open() -> None:
    found = assessments()[ASSISTANCE, "arsiwa:16"]
    values = {element.id: element.value for element in found.elements}
    assert found.outcome is Outcome.ARGUABLE
    assert values["assistance"] is ElementValue.SUPPORTED
    assert values["knowledge"] is ElementValue.OPEN


def test_belarus_raises_its_own_duty_as_a_party() -> None:
    found = assessments()[ASSISTANCE, "gc4:1"]
    assert found.outcome is Outcome.ARGUABLE
    assert any(
        "binding on Belarus since 3 February 1955" in line for line in found.applicable.basis
    )


def test_where_nobody_is_said_to_have_acted_the_duties_of_the_place_s_state_are_told() -> None:
    found = assessments()["children-re-educated-belarus", "crc:29(1)(c)"]
    assert found.outcome is Outcome.ARGUABLE
    assert found.applicable.answer is Answer.UNKNOWN
    assert any(
        "binding on Belarus since 31 October 1990" in line for line in found.applicable.basis
    )


# The European Convention


def european() -> list[tuple[str, str]]:
    return [
        (allegation, norm)
        for allegation, norm in assessments()
        if allegation in BOTH and norm.partition(":")[0] in EUROPEAN
    ]


def test_european_rules_are_at_most_arguable_where_the_time_straddles_the_end() -> None:
    children = {item.id for item in of_report(CHILDREN)}
    pairs = [pair for pair in european() if pair[0] in children]
    assert pairs
    for pair in pairs:
        assert assessments()[pair].outcome in (Outcome.ARGUABLE, Outcome.EXCLUDED)


def test_the_reason_is_told_where_russia_acted() -> None:
    found = assessments()[TAKEN, "echr:8(1)"]
    assert found.outcome is Outcome.ARGUABLE
    assert tells(found, RUSSIA_LEFT_THE_ECHR)


# The accused side


def test_evacuated_stands_as_a_concession_and_as_a_response() -> None:
    text = seed_files()["evacuated-750000-2022.md"]
    own, _, told = text.partition("**What the accused side says**")[2].partition("**What the")
    assert "calls the movement an evacuation" in own
    assert "the Russian military: movement of persons" in told
    assert "at least 750,000" in text


def test_the_figure_of_the_russian_commissioner_stands_beside_the_other_one() -> None:
    text = seed_files()[f"{TAKEN}.md"]
    figures = text.partition("**Figures that differ**")[2].partition("**")[0]
    assert "19,546, according to Ukraine" in figures
    assert "at least 700,000, according to the Russian Children's Rights Commissioner" in figures
    assert f"{19_546 + 700_000:,}" not in text


@pytest.mark.parametrize("allegation", ["evacuated-750000-2022", TAKEN])
def test_nothing_is_excepted_on_the_accused_side_s_word(allegation: str) -> None:
    found = {one for (name, _), one in outcomes().items() if name == allegation}
    assert found
    assert Outcome.EXCEPTED not in found


# Courts and warrants


def test_the_warrants_are_shown_with_what_is_charged_and_what_is_not() -> None:
    text = seed_files()[f"{TAKEN}.md"]
    told = text.partition("**Published arrest warrants")[2].partition("**Responsibility")[0]
    assert "Charged: Rome Statute, art 8(2)(a)(vii)" in told
    assert "Charged: Rome Statute, art 8(2)(b)(viii)" in told
    assert "Not charged: Rome Statute, art 6" in told
    assert told.count("Mode of liability charged: Rome Statute, art 28(b)") == 1
    assert told.count("Mode of liability charged: Rome Statute, art 25(3)(a)") == 2


def test_a_movement_from_ukraine_to_belarus_is_within_reach_of_the_court() -> None:
    found = assessments()["children-taken-to-belarus", "rome:8(2)(a)(vii)/deportation"]
    assert tells(found, "a part of the crime there is enough")
    assert found.applicable.answer is Answer.UNKNOWN  # nobody is said to have acted


def test_crimes_of_a_known_actor_on_ukrainian_territory_can_be_engaged() -> None:
    found = assessments()["thirty-drafted-2024", "rome:8(2)(a)(v)"]
    assert found.outcome is Outcome.ENGAGED
    assert Mark.MENTAL in found.marks


# Orders and plans


@pytest.mark.parametrize(
    "allegation", ["resettlement-order-ukrainians", "resettlement-order-donetsk-luhansk"]
)
def test_an_order_to_move_people_is_not_shown_as_a_movement(allegation: str) -> None:
    for norm in raised(allegation):
        item = assessments()[allegation, norm]
        if item.outcome is not Outcome.ARGUABLE:
            assert Mark.PROSPECTIVE in item.marks, norm
