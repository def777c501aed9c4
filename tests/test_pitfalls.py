"""Where a lawyer's reading goes wrong: the pitfalls of the legal fact sheet, held as tests.

Each test asserts what the law demands; ``cases/pitfalls.yaml`` says which pitfall it holds. Unless
a test says otherwise, officials of Russia act on Ukrainian civilians in Kherson, then occupied, in
May 2022.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, groupby
from typing import Any

import pytest

from lawmap import match
from lawmap.applicability import Tied, standing
from lawmap.checks.reports import at_hand, paragraphs_of, read_originals
from lawmap.dossier import Archive, Request, build_dossier, render
from lawmap.loading import load
from lawmap.matching import evaluate_all, examine, pairs, related_proceedings
from lawmap.matching.pair import Pair
from lawmap.model.allegation import Allegation, When
from lawmap.model.assessment import Assessment
from lawmap.model.conditions import terms_of
from lawmap.model.library import Library
from lawmap.model.norm import Kind, covers
from lawmap.model.outcome import RAISED, Answer, ElementValue, Mark, Outcome
from lawmap.model.passage import parse_passage
from lawmap.model.situation import Proceeding, ReachKind
from lawmap.truth import Truth
from tests.builders import ARMY, WITNESS, against, allegation, claimant, denied, response, source
from tests.dossier.made import ROOT, seed_library
from tests.shared import shared_folder

ENGAGED, CONTESTED, ARGUABLE, EXCEPTED, EXCLUDED, SILENT = Outcome
Facts = tuple[Any, ...]

REPORT = source(
    claimants={
        "paper": claimant(),
        "witness": claimant(),
        "army": claimant(side="RUS"),
        "echo": claimant(same_origin_as="witness"),
    }
)
OFFICIALS = ("actor.state-agent", "person.civilian")
TO_RUSSIA = {"from": ["UA-65/kherson"], "to": ["RU"]}
TO_CRIMEA = {"from": ["UA-65/kherson"], "to": ["UA-43"]}
CRIMEA_FROM_RUSSIA = {"from": ["RU"], "to": ["UA-43"]}
CRIMEA, RUSSIA, BELARUS = {"in": ["UA-43"]}, {"in": ["RU"]}, {"in": ["BY"]}


@cache
def within(time: str) -> When:
    """Sometime in this period; read once, for that is slow."""
    return When.model_validate({"within": time})


def by(state: str) -> list[dict[str, str]]:
    return [{"actor": "officials", "state": state}]


def nationals(*states: str, **given: Any) -> dict[str, Any]:
    return against(nationality=[{"is": state} for state in states], **given)


def aged(years: int) -> dict[str, Any]:
    return nationals("UKR", age={"exactly": years})


CHILDREN = nationals("UKR", age={"between": [6, 12]})


def reported(*facts: Any, **given: Any) -> Allegation:
    """A report of what officials of Russia did to Ukrainian civilians in occupied Kherson."""
    defaults: dict[str, Any] = {
        "by": by("RUS"),
        "when": within("2022-05"),
        "where": {"in": ["UA-65/kherson"]},
        "against": nationals("UKR"),
    }
    return allegation(*facts, **(defaults | given))


class Found(Mapping[str, Assessment]):
    """The norms that are not silent on one allegation, each examined when it is asked for."""

    def __init__(self, every: Iterable[Pair]) -> None:
        self._pairs = {pair.plan.norm.id: pair for pair in every}

    def __getitem__(self, norm: str) -> Assessment:
        return examine(self._pairs[norm]).assessment

    def __iter__(self) -> Iterator[str]:
        return (norm for norm in self._pairs if self.outcome(norm) is not SILENT)

    def __len__(self) -> int:
        return len(list(iter(self)))

    def every(self, *pinpoints: str) -> list[str]:
        """The norms at or below these pinpoints, the silent ones included."""
        return [norm for norm in self._pairs if any(covers(one, norm) for one in pinpoints)]

    def outcome(self, norm: str) -> Outcome:
        return self._pairs[norm].judgement.outcome

    def marks(self, norm: str) -> tuple[Mark, ...]:
        return self._pairs[norm].judgement.marks


def bound(norm: str, day: date) -> set[str]:
    """The three States, as far as they are bound by treaty on a day."""
    rule = seed_library().norms[norm]
    states = ("UKR", "RUS", "BLR")
    return {one for one in states if standing(seed_library(), rule, one, day).tied is Tied.TREATY}


def norms_of(instrument: str) -> list[str]:
    """The norms of an instrument."""
    return [norm.id for norm in seed_library().norms.values() if norm.instrument == instrument]


def shipped_with(*allegations: Allegation) -> Library:
    """The shipped norms with these allegations and their report."""
    return replace(
        seed_library(),
        sources={"report": REPORT},
        allegations={item.id: item for item in allegations},
    )


def matched(one: Allegation, *others: Allegation) -> Found:
    """What the shipped norms make of one allegation."""
    return Found(pairs(evaluate_all(shipped_with(one, *others), [one])))


def assessed(*facts: Any, **given: Any) -> Found:
    return matched(reported(*facts, *OFFICIALS, **given))


def outcome(found: Found, norm: str) -> Outcome:
    return found.outcome(norm)


def outcomes(found: Found, norms: Iterable[str]) -> set[Outcome]:
    return {found.outcome(norm) for norm in norms}


def raised(found: Found, *pinpoints: str) -> set[str]:
    """The norms that are raised, or those among them below one of the pinpoints."""
    asked = found.every(*pinpoints) if pinpoints else found
    return {norm for norm in asked if found.outcome(norm) in RAISED}


def element(found: Found, norm: str, name: str) -> ElementValue:
    return next(item.value for item in found[norm].elements if item.id == name)


def by_allegation(every: Iterable[Pair]) -> dict[str, Found]:
    """What was found for each allegation, by its id."""
    groups = groupby(every, key=lambda pair: pair.allegation)
    return {name: Found(list(group)) for name, group in groups}


def together(reports: Iterable[Allegation]) -> dict[str, Found]:
    """What is found for each of several reports; they take hardly longer than one."""
    every = list(reports)
    return by_allegation(pairs(evaluate_all(shipped_with(*every), every)))


@cache
def seeds() -> dict[str, Found]:
    """What the shipped norms make of the shipped allegations."""
    library = seed_library()
    return by_allegation(pairs(evaluate_all(library, library.allegations.values())))


def seed_outcomes(*pinpoints: str) -> set[Outcome]:
    """How norms below these pinpoints stand to shipped allegations, where they are not silent."""
    every = {found.outcome(norm) for found in seeds().values() for norm in found.every(*pinpoints)}
    return every - {SILENT}


def raised_by_seeds(*pinpoints: str) -> set[str]:
    return {norm for found in seeds().values() for norm in raised(found, *pinpoints)}


# 1: imposed passports and a claimed annexation do not end protection

DRAFT = "act.compel-armed-service"
COMPELLED = ("gc4:51(1)/service", "gc4:147/compelled-service", "rome:8(2)(a)(v)")


def with_passport(since: str | None) -> dict[str, Any]:
    return against(nationality=[{"is": "UKR"}, {"is": "RUS", "since": since}])


def test_a_passport_imposed_during_the_occupation_does_not_end_protection() -> None:
    passport = with_passport("2022-06")
    found = assessed(DRAFT, "act.force-nationality", against=passport, when=within("2022-08"))
    assert outcomes(found, COMPELLED) == {ENGAGED}


def test_a_passport_of_unknown_day_leaves_protection_open_and_never_ends_it() -> None:
    found = assessed(DRAFT, against=with_passport(None))
    assert outcomes(found, COMPELLED) <= set(RAISED)


def test_a_passport_that_is_all_that_is_known_of_nationality_does_not_end_protection() -> None:
    given = against(nationality={"is": "RUS", "since": "2022-06"})
    found = assessed(DRAFT, against=given, when=within("2022-08"))
    assert outcomes(found, COMPELLED) <= set(RAISED)


def test_a_nationality_held_before_the_conflict_does_end_protection() -> None:
    found = assessed(DRAFT, against=nationals("RUS"))
    assert outcomes(found, COMPELLED[:2]) == {EXCLUDED}


@pytest.mark.parametrize(
    ("place", "when"), [("UA-23/melitopol", "2023-05"), ("UA-43", "2015"), ("UA-40", "2021")]
)
def test_a_claimed_annexation_does_not_end_protection(place: str, when: str) -> None:
    claim = response(claims=("place.own-territory",)) | {"by": "Russia"}
    position = {"done": "place.own-territory", "per": [ARMY]}
    where = {"in": [place]}
    found = assessed(DRAFT, position, where=where, when=within(when), responses=[claim])
    assert outcomes(found, COMPELLED) == {ENGAGED}


def test_rights_that_were_signed_away_are_not_lost() -> None:
    found = assessed(DRAFT, "act.make-renounce", "consent.person")
    assert outcomes(found, (*COMPELLED, "gc4:8")) == {ENGAGED}


def test_the_rule_on_service_needs_an_occupying_power() -> None:
    assert outcome(assessed(DRAFT, where=RUSSIA), "gc4:51(1)/service") is EXCLUDED


# 2: conscription, with and without the front

AGAINST_OWN_COUNTRY = ("hague:23(h)", "rome:8(2)(b)(xv)")
FRONT = (DRAFT, "act.compel-war-operations")


@pytest.mark.parametrize("service", [DRAFT, "act.compel-auxiliary-service"])
def test_compelled_service_needs_no_combat(service: str) -> None:
    found = assessed(service)
    assert outcomes(found, COMPELLED) == {ENGAGED}
    assert not raised(found, *AGAINST_OWN_COUNTRY)


def test_the_front_against_one_s_own_country_adds_two_norms_and_takes_none_away() -> None:
    found = assessed(*FRONT, "condition.against-own-country")
    assert outcomes(found, (*COMPELLED, *AGAINST_OWN_COUNTRY)) == {ENGAGED}


def test_at_the_front_against_whom_must_be_reported() -> None:
    assert outcomes(assessed(*FRONT), AGAINST_OWN_COUNTRY) == {ARGUABLE}


def test_a_front_elsewhere_is_no_service_against_one_s_own_country() -> None:
    found = assessed(*FRONT, denied("condition.against-own-country", WITNESS))
    assert not raised(found, *AGAINST_OWN_COUNTRY)
    assert outcomes(found, COMPELLED) == {ENGAGED}


# 3: the twin for prisoners of war


def test_the_grave_breach_against_prisoners_of_war_is_not_for_civilians() -> None:
    assert not raised(assessed(*FRONT), "gc3:130")
    assert not raised_by_seeds("gc3:130")


def test_a_prisoner_of_war_made_to_serve_has_the_twin_and_not_the_rule_on_civilians() -> None:
    found = matched(reported(DRAFT, "status.pow", "actor.armed-forces"))
    assert outcome(found, "gc3:130/compelled-service") is ENGAGED
    assert outcomes(found, COMPELLED[:2]) == {EXCLUDED}
    assert outcome(found, "rome:8(2)(a)(v)") in RAISED


def test_a_captured_conscript_may_be_a_prisoner_of_war_towards_ukraine() -> None:
    held = reported("act.beat", "status.pow", "actor.armed-forces", by=by("UKR"), where=None)
    found = matched(held)
    assert not raised(found, "gc4:27", "gc4:32", "gc4:147")
    assert outcome(found, "ap1:75(1)") in RAISED


# 4: military service is no forced labour of human-rights law


FORCED_LABOUR = ("iccpr:8(3)(a)", "echr:4(2)")


@pytest.mark.parametrize("service", [(DRAFT,), ("act.compel-auxiliary-service",), FRONT])
def test_conscription_raises_no_right_on_forced_labour(service: Facts) -> None:
    found = assessed(*service, "person.inhabitant")
    assert outcomes(found, COMPELLED) == {ENGAGED}
    assert outcomes(found, FORCED_LABOUR) == {SILENT}
    assert not raised(found, "iccpr:8", "echr:4")


def test_no_shipped_report_of_conscription_is_one_of_forced_labour() -> None:
    assert not raised_by_seeds("iccpr:8", "echr:4")


def test_work_as_such_is_forced_labour_and_work_in_military_service_is_not() -> None:
    assert outcomes(assessed("act.compel-labour"), FORCED_LABOUR) == {ENGAGED}
    served = assessed("act.compel-labour", "cause.military-service")
    assert outcomes(served, FORCED_LABOUR) == {EXCEPTED}


def test_what_human_rights_law_excludes_excuses_nothing_under_the_law_of_occupation() -> None:
    found = assessed(DRAFT, "cause.military-service")
    assert outcomes(found, (*COMPELLED, "cihl:95")) == {ENGAGED}


# 5: ages, each from its own instrument

RECRUIT, USE = "act.recruit", "act.use-in-hostilities"
TRANSFER = (
    "act.transfer-between-groups",
    "means.force",
    "person.group-member",
    "pattern.manifest-pattern",
)
LAWFUL_WORK = (
    "act.compel-labour",
    "condition.work-for-occupation",
    "condition.no-military-operations",
)
AGES: list[tuple[str, int, Facts, dict[str, Any]]] = [
    ("ap1:77(2)", 15, (RECRUIT,), {}),
    ("ap1:77(2)", 15, (USE,), {}),
    ("crc:38(2)", 15, (USE,), {}),
    ("crc:38(3)", 15, (RECRUIT,), {}),
    ("cihl:136", 15, (RECRUIT,), {}),
    ("cihl:137", 15, (USE,), {}),
    ("gc4:24(1)", 15, ("act.separate-family", "omit.supply"), {}),
    ("gc4:24(3)", 12, ("omit.identify-child",), {}),
    ("rome:8(2)(b)(xxvi)", 15, (RECRUIT,), {}),
    ("rome:8(2)(b)(xxvi)", 15, (USE,), {}),
    ("opac:1", 18, (RECRUIT, USE), {}),
    ("opac:2", 18, (DRAFT,), {}),
    ("opac:4(1)", 18, (RECRUIT, "actor.armed-group"), {}),
    ("crc:37(a)", 18, ("act.beat",), {}),
    ("gc4:51(2)/age-and-purpose", 18, LAWFUL_WORK, {}),
    ("rome:6(e)", 18, (*TRANSFER, "purpose.destroy-group"), {}),
    (
        "hague80:3",
        16,
        ("act.move", "person.from-occupied", denied("consent.custody-holder", WITNESS)),
        {"where": TO_RUSSIA},
    ),
]


@cache
def of_each_age() -> dict[str, Found]:
    """For each row, a report on a person of that age and one on a person a year younger."""
    return together(
        reported(*facts, *OFFICIALS, **given, id=f"age-{row}-{years}", against=aged(years))
        for row, (_, age, facts, given) in enumerate(AGES)
        for years in (age - 1, age)
    )


@pytest.mark.parametrize("row", range(len(AGES)), ids=[f"{row[0]} {row[1]}" for row in AGES])
def test_the_age_of_a_norm_is_that_of_its_own_instrument(row: int) -> None:
    norm, age, *_ = AGES[row]
    younger, older = (of_each_age()[f"age-{row}-{years}"] for years in (age - 1, age))
    assert outcome(younger, norm) is ENGAGED
    assert outcome(older, norm) in (EXCLUDED, EXCEPTED)


@pytest.mark.parametrize(
    ("norm", "facts"),
    [("gc4:50(2)/personal-status", ("act.grant-nationality",)), ("ap1:78(1)", ("act.move",))],
)
def test_where_the_text_gives_no_age_no_line_is_drawn_at_fifteen(norm: str, facts: Facts) -> None:
    for years in (3, 14, 17):
        found = assessed(*facts, against=aged(years), where=TO_RUSSIA)
        assert outcome(found, norm) is ENGAGED


@pytest.mark.parametrize(
    ("norm", "act"), [("gc4:50(2)/personal-status", "act.adopt"), ("ap1:78(1)", "act.move")]
)
def test_where_the_text_gives_no_age_none_need_be_reported(norm: str, act: str) -> None:
    found = assessed(act, denied("consent.guardian", WITNESS), where=TO_RUSSIA)
    assert outcome(found, norm) is ENGAGED


# 6: weapons training

ENLISTMENT = ("ap1:77", "crc:38", "cihl:136", "cihl:137", "gc4:51(1)", "rome:8(2)(b)(xxvi)")


def enlisting(found: Found) -> set[str]:
    """The raised norms on recruitment and on a part in hostilities."""
    protocol = {norm for norm in raised(found) if norm.startswith("opac:")}
    return raised(found, *ENLISTMENT) | protocol


@pytest.mark.parametrize("where", [RUSSIA, CRIMEA])
def test_weapons_training_in_a_camp_is_no_recruitment_and_no_part_in_hostilities(
    where: dict[str, list[str]],
) -> None:
    found = assessed("act.train-weapons", "act.confine-camp", against=aged(14), where=where)
    assert enlisting(found) == set()
    assert outcome(found, "gc4:50(2)/enlistment") is ARGUABLE
    assert element(found, "gc4:50(2)/enlistment", "enlistment") is ElementValue.OPEN


def test_the_reported_weapons_lessons_are_no_recruitment() -> None:
    found = seeds()["camps-weapons-lessons"]
    assert raised(found)
    assert enlisting(found) == set()


# 7: deportation crosses a border, transfer does not

TAKEN = ("act.move", "means.force", "person.inhabitant")
DEPORTATION = ("rome:8(2)(a)(vii)/deportation", "rome:7(1)(d)/deportation")
FORCIBLE_TRANSFER = ("rome:8(2)(a)(vii)/transfer", "rome:7(1)(d)/forcible-transfer")


@pytest.mark.parametrize("to", ["RU", "BY"])
def test_a_removal_over_the_border_is_deportation_and_no_transfer(to: str) -> None:
    found = assessed(*TAKEN, where={"from": ["UA-65/kherson"], "to": [to]})
    assert outcome(found, DEPORTATION[0]) is ENGAGED
    assert outcome(found, DEPORTATION[1]) in RAISED
    assert outcomes(found, FORCIBLE_TRANSFER) == {EXCLUDED}


@pytest.mark.parametrize(
    ("origin", "said"),
    [(["UA-65/kherson"], ()), (["UA-65", "UA-23"], ("movement.within-occupied",))],
)
def test_from_kherson_and_zaporizhzhia_to_crimea_is_transfer_inside_ukraine(
    origin: list[str], said: Facts
) -> None:
    found = assessed(*TAKEN, *said, where={"from": origin, "to": ["UA-43"]})
    assert outcome(found, FORCIBLE_TRANSFER[0]) is ENGAGED
    assert outcome(found, FORCIBLE_TRANSFER[1]) in RAISED
    assert outcomes(found, DEPORTATION) == {EXCLUDED}


def test_the_thirty_assigned_to_crimea_crossed_no_border() -> None:
    found = seeds()["thirty-assigned-to-crimea-2024"]
    assert outcomes(found, DEPORTATION) == {EXCLUDED}
    assert outcomes(found, FORCIBLE_TRANSFER) <= set(RAISED)


@pytest.mark.parametrize("where", [TO_RUSSIA, TO_CRIMEA])
def test_the_law_of_occupation_forbids_both(where: dict[str, list[str]]) -> None:
    both = ("rome:8(2)(b)(viii)/out-or-within", "ap1:85(4)(a)/out-or-within", "cihl:129")
    assert outcomes(assessed(*TAKEN, where=where), both) == {ENGAGED}


def test_deeper_into_russia_is_no_removal_from_occupied_territory() -> None:
    found = assessed(*TAKEN, where={"from": ["RU"], "to": ["RU-SAK"]})
    assert not raised(found, *DEPORTATION)
    assert ENGAGED not in outcomes(found, OUT)


# 8: the opposite direction

INTO = ("gc4:49(6)", "cihl:130", "ap1:85(4)(a)/into", "rome:8(2)(b)(viii)/into")
OUT = (
    "gc4:49(1)",
    "gc4:147/deportation-or-transfer",
    "cihl:129",
    "ap1:85(4)(a)/out-or-within",
    "rome:8(2)(b)(viii)/out-or-within",
)
SETTLERS = {"where": CRIMEA_FROM_RUSSIA, "against": nationals("RUS")}


def test_settlers_moved_in_raise_no_norm_on_persons_moved_out() -> None:
    found = assessed("act.settle-own-population", "place.occupied", **SETTLERS)
    assert outcomes(found, INTO) <= set(RAISED)
    assert not raised(found, *OUT)


def test_settlers_moved_in_are_not_persons_moved_out_where_the_journey_is_told_too() -> None:
    found = assessed("act.settle-own-population", "act.move", **SETTLERS)
    assert not raised(found, *OUT)


def test_a_movement_into_occupied_crimea_is_none_out_of_occupied_territory() -> None:
    """The source calls Crimea occupied; what counts is the place of departure, and that is Russia.

    The persons are refugees in Russia, so that they are protected and only the direction differs.
    """
    facts = ("act.move", "means.order", "person.refugee", "place.occupied")
    assert ENGAGED not in outcomes(assessed(*facts, where=CRIMEA_FROM_RUSSIA), OUT)


def test_persons_moved_out_raise_no_norm_on_settlers() -> None:
    assert not raised(assessed(*TAKEN, where=TO_RUSSIA), *INTO)
    assert not raised_by_seeds(*INTO)


# 9: each limit of the evacuation exception

EVACUATED = ("act.evacuate", "means.order", "person.inhabitant")
AREA = "cause.given-area"
SAFETY, MILITARY = "cause.population-security", "cause.imperative-military"
RETURNED = "cause.returned-after"
FORESEEN = ("cause.temporary", denied("omit.return-persons", WITNESS))
EVACUATIONS: dict[str, tuple[dict[str, list[str]], Facts, Outcome]] = {
    "safety, inside, brought back": (TO_CRIMEA, (AREA, SAFETY, RETURNED), EXCEPTED),
    "military reasons, inside, brought back": (TO_CRIMEA, (AREA, MILITARY, RETURNED), EXCEPTED),
    "safety, inside, return foreseen": (TO_CRIMEA, (AREA, SAFETY, *FORESEEN), EXCEPTED),
    "military reasons, inside, return foreseen": (
        TO_CRIMEA,
        (AREA, MILITARY, *FORESEEN),
        EXCEPTED,
    ),
    "no other way out": (TO_RUSSIA, (AREA, SAFETY, RETURNED, "cause.only-way-out"), EXCEPTED),
    "chosen persons and no area": (
        TO_CRIMEA,
        (denied(AREA, WITNESS), SAFETY, RETURNED),
        ENGAGED,
    ),
    "nothing on an area": (TO_CRIMEA, (SAFETY, MILITARY, RETURNED, *FORESEEN), ENGAGED),
    "outside, another way not excluded": (TO_RUSSIA, (AREA, SAFETY, RETURNED), ENGAGED),
    "outside although avoidable": (
        TO_RUSSIA,
        (AREA, SAFETY, RETURNED, denied("cause.only-way-out", WITNESS)),
        ENGAGED,
    ),
    "nothing on return": (TO_CRIMEA, (AREA, SAFETY), ENGAGED),
    "said to be for a time only": (TO_CRIMEA, (AREA, SAFETY, "cause.temporary"), ENGAGED),
    "not brought back": (
        TO_CRIMEA,
        (AREA, SAFETY, "cause.temporary", "omit.return-persons"),
        ENGAGED,
    ),
    "no reason": (TO_CRIMEA, (AREA, RETURNED), ENGAGED),
    "a humanitarian motive": (
        TO_CRIMEA,
        (AREA, "cause.compelling-safety", "cause.compelling-health", RETURNED),
        ENGAGED,
    ),
    "the label alone": (TO_CRIMEA, (), ENGAGED),
}


@cache
def evacuated() -> dict[str, Found]:
    return together(
        reported(*EVACUATED, *facts, *OFFICIALS, where=where, id=f"evacuation-{row}")
        for row, (where, facts, _) in enumerate(EVACUATIONS.values())
    )


@pytest.mark.parametrize("row", range(len(EVACUATIONS)), ids=EVACUATIONS)
def test_evacuation_excepts_only_within_all_its_limits(row: int) -> None:
    where, _, expected = list(EVACUATIONS.values())[row]
    norms = (*OUT, DEPORTATION[0] if where is TO_RUSSIA else FORCIBLE_TRANSFER[0])
    found = evacuated()[f"evacuation-{row}"]
    assert {norm: outcome(found, norm) for norm in norms} == dict.fromkeys(norms, expected)


def test_every_ground_of_evacuation_asks_for_an_area() -> None:
    grounds = {
        (norm.id, name): set(terms_of(ground.condition))
        for norm in seed_library().norms.values()
        for name, ground in norm.exceptions.items()
        if name.startswith("evacuation")
    }
    assert {norm for norm, _ in grounds} >= {*OUT, *DEPORTATION, *FORCIBLE_TRANSFER}
    for terms in grounds.values():
        assert AREA in {term for _, term in terms}


def test_an_evacuation_out_of_the_territory_breaks_the_rule_unless_there_is_no_other_way() -> None:
    rule = "gc4:49(2)/evacuation-outside"
    assert outcome(assessed(*EVACUATED, SAFETY, where=TO_RUSSIA), rule) is ENGAGED
    forced = assessed(*EVACUATED, SAFETY, "cause.only-way-out", where=TO_RUSSIA)
    assert outcome(forced, rule) is EXCEPTED
    assert outcome(assessed(*EVACUATED, SAFETY, where=TO_CRIMEA), rule) is EXCLUDED


def test_persons_who_were_not_brought_back_raise_the_duty_of_return() -> None:
    told = ("act.evacuate", SAFETY, "omit.return-persons", denied(RETURNED, WITNESS))
    assert outcome(assessed(*told, where=TO_CRIMEA), "gc4:49(2)/return") is ENGAGED


# 10: evacuation of children under the First Protocol

HEALTH, WRITTEN = "cause.compelling-health", "consent.guardian-written"
CONDITIONS = (
    "cause.temporary",
    HEALTH,
    WRITTEN,
    "process.protecting-power-supervision",
    "consent.state-of-origin",
)
CHILDREN_ABROAD = "ap1:78(1)"


def taken_abroad(*conditions: str, when: str = "2022-05") -> Outcome:
    given = {"against": CHILDREN, "where": TO_RUSSIA, "when": within(when)}
    return outcome(assessed("act.move", *conditions, **given), CHILDREN_ABROAD)


def instead(old: str, *new: str) -> list[str]:
    return [*(one for one in CONDITIONS if one != old), *new]


def test_children_may_be_evacuated_abroad_where_every_condition_is_met() -> None:
    assert taken_abroad(*CONDITIONS) is EXCEPTED


@pytest.mark.parametrize("missing", CONDITIONS)
def test_no_condition_of_the_evacuation_of_children_can_be_missing(missing: str) -> None:
    assert taken_abroad(*instead(missing)) is ENGAGED


def test_consent_to_the_evacuation_of_children_is_not_sufficient() -> None:
    assert taken_abroad(WRITTEN) is ENGAGED


def test_consent_to_the_evacuation_of_children_must_be_written() -> None:
    assert taken_abroad(*instead(WRITTEN, "consent.guardian")) is ENGAGED


def test_carers_may_consent_only_where_no_parent_or_guardian_is_found() -> None:
    carers = instead(WRITTEN, "consent.carer-written")
    assert taken_abroad(*carers) is ENGAGED
    assert taken_abroad(*carers, "cause.guardian-not-found") is EXCEPTED


def test_safety_is_a_reason_only_outside_occupied_territory() -> None:
    safety = instead(HEALTH, "cause.compelling-safety")
    assert taken_abroad(*safety) is ENGAGED
    assert taken_abroad(*safety, when="2023-05") is EXCEPTED  # Kherson was not occupied then


def test_the_newspaper_s_rule_on_children_under_eighteen_is_kept_as_a_paraphrase() -> None:
    said = seed_library().allegations["children-taken-to-russia"].characterisations
    (paraphrase,) = [item for item in said if item.norm == CHILDREN_ABROAD]
    assert paraphrase.note is not None
    assert "states no age" in paraphrase.note
    assert "not sufficient" in paraphrase.note


# 11: adoption and citizenship of children

STATUS = "gc4:50(2)/personal-status"
ADOPTED = ("act.adopt", "person.from-occupied")


def test_adoption_raises_the_rule_on_personal_status_and_the_rights_of_the_child() -> None:
    told = (*ADOPTED, denied("consent.guardian", WITNESS), "act.indoctrinate")
    found = assessed(*told, against=CHILDREN, where=RUSSIA)
    assert outcomes(found, (STATUS, "crc:8(1)", "crc:20(3)", "crc:21(a)")) == {ENGAGED}


@pytest.mark.parametrize("change", ["act.adopt", "act.grant-nationality", "act.falsify-identity"])
def test_the_personal_status_of_children_is_changed_in_no_case(change: str) -> None:
    agreed = ("consent.guardian-written", "process.competent-authority", "process.court-review")
    found = assessed(change, *agreed, "person.from-occupied", against=CHILDREN, where=RUSSIA)
    assert outcome(found, STATUS) is ENGAGED


def test_children_put_up_for_adoption_are_not_yet_adopted() -> None:
    found = seeds()["children-put-up-for-adoption"]
    assert outcome(found, STATUS) is ARGUABLE
    assert element(found, STATUS, "change") is ElementValue.OPEN


def test_the_convention_on_intercountry_adoption_binds_neither_and_is_not_raised() -> None:
    instruments = seed_library().instruments
    everything = raised(assessed(*ADOPTED, against=CHILDREN, where=RUSSIA)) | raised_by_seeds()
    titles = {instruments[norm.partition(":")[0]].title.full for norm in everything}
    assert "Convention on the Rights of the Child" in titles
    assert not [title for title in titles if "intercountry adoption" in title.lower()]
    rules = norms_of("hague93")
    assert rules
    for norm in rules:
        assert not bound(norm, date(2022, 5, 1)) & {"UKR", "RUS"}


# 12: genocide needs a source for the intent

GENOCIDE = ("rome:6(e)", "genocide:II(e)")
GIVEN_AWAY = ("act.move", "act.adopt", *TRANSFER, "pattern.widespread", "pattern.policy")


def given_away(*facts: Any, **given: Any) -> set[Outcome]:
    found = assessed(*GIVEN_AWAY, *facts, against=CHILDREN, where=TO_RUSSIA, **given)
    return outcomes(found, GENOCIDE)


def test_genocide_is_arguable_at_most_without_a_source_for_the_intent() -> None:
    assert given_away("act.suppress-identity", "act.indoctrinate") == {ARGUABLE}


def test_the_word_genocide_is_no_intent() -> None:
    word = {"text": "They call it genocide.", "per": [WITNESS], "norm": "rome:6(e)"}
    assert given_away(characterisations=[word]) == {ARGUABLE}


def test_an_intent_to_destroy_must_come_from_a_source_and_may_be_denied_by_one() -> None:
    assert given_away("purpose.destroy-group") == {ENGAGED}
    assert given_away(denied("purpose.destroy-group", WITNESS)) == {EXCLUDED}


def test_no_shipped_report_carries_genocide_beyond_arguable() -> None:
    assert seed_outcomes("genocide:II", "genocide:III", "rome:6") == {ARGUABLE}


def test_a_reader_is_told_that_the_commission_had_not_found_genocide() -> None:
    notes = " ".join(seed_library().norms["genocide:II(e)"].notes)
    assert "16 March 2023 that it had not found genocide" in notes
    assert "war crimes, not genocide" in notes


# 13: crimes against humanity

ATTACK = (
    "pattern.attack-on-civilians",
    "pattern.policy",
    "pattern.widespread",
    "pattern.part-of-attack",
)
AGAINST_HUMANITY: dict[str, tuple[Facts, dict[str, Any]]] = {
    "rome:7(1)(d)/deportation": ((*TAKEN, "person.lawfully-present"), {"where": TO_RUSSIA}),
    "rome:7(1)(d)/forcible-transfer": ((*TAKEN, "person.lawfully-present"), {"where": TO_CRIMEA}),
    "rome:7(1)(e)": (("act.detain", "harm.rights-deprived"), {}),
    "rome:7(1)(h)": (("act.target-group", "harm.rights-deprived", "ground.national", DRAFT), {}),
    "rome:7(1)(i)": (("act.detain", "act.conceal-fate", "purpose.remove-from-law"), {}),
    "rome:7(1)(k)": (("act.beat", "harm.severe-pain"), {}),
}


@pytest.mark.parametrize("norm", AGAINST_HUMANITY)
def test_a_crime_against_humanity_is_arguable_until_the_attack_is_reported(norm: str) -> None:
    facts, given = AGAINST_HUMANITY[norm]
    assert outcome(assessed(*facts, **given), norm) is ARGUABLE
    assert outcome(assessed(*facts, *ATTACK, **given), norm) is ENGAGED


@pytest.mark.parametrize("missing", ATTACK)
def test_no_part_of_the_attack_can_be_missing(missing: str) -> None:
    facts, given = AGAINST_HUMANITY["rome:7(1)(k)"]
    found = assessed(*facts, *(one for one in ATTACK if one != missing), **given)
    assert outcome(found, "rome:7(1)(k)") is ARGUABLE


def test_every_crime_against_humanity_asks_for_attack_policy_and_knowledge() -> None:
    library = seed_library()
    crimes = library.norms_at("rome:7(1)")
    assert {norm.id for norm in crimes} >= set(AGAINST_HUMANITY)
    for norm in crimes:
        assert {"attack", "policy", "scale", "knowledge-of-attack"} <= set(
            library.elements_of(norm)
        )


def test_no_shipped_report_carries_a_crime_against_humanity_beyond_arguable() -> None:
    assert seed_outcomes("rome:7") == {ARGUABLE, EXCLUDED}


# 14: plans

CONSPIRACY_OR_ATTEMPT = ("rome:25(3)(f)", "genocide:III(b)", "genocide:III(d)")
PLAN = (
    "act.list-targets",
    {"planned": "act.detain"},
    {"planned": "act.kill"},
    {"planned": "act.transfer-between-groups"},
)


def test_lists_and_plans_are_neither_attempt_nor_conspiracy() -> None:
    intent = ("person.group-member", "purpose.destroy-group")
    found = assessed(*PLAN, *intent, against=CHILDREN)
    assert raised(found)
    assert not raised(found, *CONSPIRACY_OR_ATTEMPT)


def test_an_attempt_has_begun_to_be_carried_out() -> None:
    found = assessed({"attempted": "act.transfer-between-groups"}, "person.group-member")
    assert outcomes(found, ("rome:25(3)(f)", "genocide:III(d)")) <= set(RAISED)


@pytest.mark.parametrize("act", [DRAFT, "act.adopt", "act.kill"])
def test_a_norm_met_by_planned_conduct_is_labelled_prospective(act: str) -> None:
    found = assessed({"planned": act}, against=aged(14))
    met = [norm for norm in found if outcome(found, norm) is ENGAGED]
    assert met
    assert all(Mark.PROSPECTIVE in found.marks(norm) for norm in met)


@pytest.mark.parametrize("act", ["act.detain", "act.adopt", "act.train-weapons"])
def test_everything_that_a_mere_plan_raises_is_labelled_prospective(act: str) -> None:
    found = assessed({"planned": act}, against=aged(14))
    unlabelled = {norm for norm in raised(found) if Mark.PROSPECTIVE not in found.marks(norm)}
    assert unlabelled == set()


@pytest.mark.parametrize(
    "order", ["resettlement-order-ukrainians", "resettlement-order-donetsk-luhansk"]
)
def test_an_order_is_no_movement(order: str) -> None:
    moved = raised(seeds()[order], *OUT, *DEPORTATION, *FORCIBLE_TRANSFER)
    assert moved
    for norm in moved:
        assert outcome(seeds()[order], norm) is ARGUABLE
        assert Mark.PROSPECTIVE in seeds()[order].marks(norm)


# 15: denials and labels of the accused side

DEPORTED = (*TAKEN, *OFFICIALS)
ANSWERED = ("gc4:49(1)", "cihl:129", DEPORTATION[0])


def answered(**given: Any) -> Found:
    return matched(reported(*DEPORTED, where=TO_RUSSIA, responses=[response(**given)]))


def test_a_flat_denial_contests_and_never_excludes() -> None:
    assert outcomes(answered(denies="conduct"), ANSWERED) == {CONTESTED}


def test_a_label_of_the_accused_side_excepts_nothing() -> None:
    found = answered(claims=("act.evacuate", SAFETY))
    assert outcomes(found, ANSWERED) <= {ENGAGED, CONTESTED}


def test_a_whole_excuse_of_the_accused_side_contests_and_excepts_nothing() -> None:
    excuse = ("act.evacuate", AREA, SAFETY, "cause.only-way-out", RETURNED)
    assert outcomes(answered(claims=excuse), ANSWERED) == {CONTESTED}


def test_what_the_accused_side_answers_takes_no_norm_from_a_shipped_report() -> None:
    answered_seeds = [one for one in seed_library().allegations.values() if one.responses]
    assert answered_seeds
    silenced = [one.model_copy(update={"responses": ()}) for one in answered_seeds]
    without = by_allegation(pairs(evaluate_all(seed_library(), silenced)))
    assert len(without) == len(answered_seeds)
    for name, found in without.items():
        assert raised(found) == raised(seeds()[name])


def test_no_shipped_report_excepts_anything_on_the_word_of_the_accused_side() -> None:
    for found in seeds().values():
        assert EXCEPTED not in outcomes(found, found)


def test_a_label_of_a_source_is_printed_and_never_counted() -> None:
    """Taking children is called illegal, deportation and a violation; no force is reported."""
    found = seeds()["children-taken-to-russia"]
    assert element(found, "gc4:49(1)", "forcible") is ElementValue.OPEN


# 16: what the warrants charge, and what they do not


def warrants(year: int = 2023) -> dict[str, Proceeding]:
    """The warrants of a year, by family name."""
    issued = seed_library().proceedings.values()
    return {item.person.name.split()[-1]: item for item in issued if item.issued.year == year}


def test_the_warrants_of_2023_charge_deportation_and_transfer_of_children_alone() -> None:
    assert set(warrants()) == {"Putin", "Lvova-Belova"}
    for item in warrants().values():
        assert {charge.norm for charge in item.charges} == {
            "rome:8(2)(a)(vii)/deportation",
            "rome:8(2)(a)(vii)/transfer",
            "rome:8(2)(b)(viii)/out-or-within",
        }


def test_failure_of_a_superior_is_charged_to_putin_alone() -> None:
    modes = {name: {mode.norm for mode in item.modes} for name, item in warrants().items()}
    assert modes == {
        "Putin": {"rome:25(3)(a)", "rome:28(b)"},
        "Lvova-Belova": {"rome:25(3)(a)"},
    }


def test_a_reader_is_told_what_the_warrants_do_not_charge() -> None:
    for item in warrants().values():
        named = [charge.norm for charge in item.not_charged]
        for crime in ("rome:6(e)", "rome:7(1)(d)/deportation", "rome:8(2)(a)(vii)/confinement"):
            assert any(covers(pinpoint, crime) for pinpoint in named)
    told = [charge.norm for charge in warrants()["Lvova-Belova"].not_charged]
    assert any(covers(pinpoint, "rome:28(b)") for pinpoint in told)


def test_the_warrants_of_2024_charge_strikes_on_the_power_supply_alone() -> None:
    issued = {name: item.issued for name, item in warrants(2024).items()}
    march, june = date(2024, 3, 5), date(2024, 6, 24)
    assert issued == {"Kobylash": march, "Sokolov": march, "Shoigu": june, "Gerasimov": june}
    for item in warrants(2024).values():
        charged = {charge.norm for charge in item.charges}
        assert charged == {"rome:8(2)(b)(ii)", "rome:8(2)(b)(iv)", "rome:7(1)(k)"}
        direct, ordered, superior = sorted(mode.norm for mode in item.modes)
        assert (direct, ordered) == ("rome:25(3)(a)", "rome:25(3)(b)")
        assert covers("rome:28", superior)
        assert not covers("rome:28(b)", superior)
        for crime in ("rome:6(e)", "rome:8(2)(a)(vii)/deportation", "rome:8(2)(b)(i)"):
            assert any(covers(charge.norm, crime) for charge in item.not_charged)


def test_no_other_warrants_are_recorded() -> None:
    assert len(seed_library().proceedings) == len(warrants()) + len(warrants(2024)) == 2 + 4


CHILDREN_TAKEN = (*TAKEN, *OFFICIALS)
STRIKES = (
    "act.attack-civilian-objects",
    "object.electricity",
    "object.civilian",
    "actor.armed-forces",
)


def fits(*facts: Any, **given: Any) -> dict[int, set[Truth]]:
    """Whether conduct is of the sort that warrants charge, by the year of the warrants."""
    one = reported(*facts, **given)
    evaluation = evaluate_all(shipped_with(one), [one])
    examined = [examine(pair) for pair in pairs(evaluation) if pair.judgement.outcome in RAISED]
    found: dict[int, set[Truth]] = {}
    for item in related_proceedings(evaluation, 0, examined):
        found.setdefault(item.proceeding.issued.year, set()).add(item.fit.truth)
    return found


def test_children_taken_from_occupied_territory_to_russia_are_of_the_sort_charged() -> None:
    found = fits(*CHILDREN_TAKEN, against=CHILDREN, where=TO_RUSSIA)
    assert found == {2023: {Truth.SUPPORTED}}


@pytest.mark.parametrize("to", ["BY", "UA-43"])
def test_children_taken_elsewhere_are_not_said_to_be_of_the_sort_charged(to: str) -> None:
    """The charge is deportation to the Russian Federation; no other destination is named."""
    where = {"from": ["UA-65/kherson"], "to": [to]}
    found = fits(*CHILDREN_TAKEN, against=CHILDREN, where=where)
    assert Truth.SUPPORTED not in found.get(2023, set())
    assert 2024 not in found


def test_grown_persons_taken_to_russia_are_not_of_the_sort_charged() -> None:
    assert fits(*CHILDREN_TAKEN, against=aged(30), where=TO_RUSSIA) == {}


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2022-10-09", {}), ("2022-10-10", {2024: {Truth.SUPPORTED}}), ("2023-06", {})],
)
def test_strikes_on_power_stations_are_of_the_sort_charged_in_their_time(
    day: str, expected: dict[int, set[Truth]]
) -> None:
    assert fits(*STRIKES, where={"in": ["UA-30"]}, when=within(day)) == expected


# 17: time

HELD = ("act.detain", denied("process.competent-authority", WITNESS))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2022-09-15", ENGAGED), ("2022-09-16", ENGAGED), ("2022-09-17", EXCLUDED)],
)
def test_the_european_convention_against_russia_ends_on_16_september_2022(
    day: str, expected: Outcome
) -> None:
    found = assessed(*HELD, where=CRIMEA, when=within(day))
    assert outcome(found, "echr:5(1)") is expected
    assert outcome(found, "iccpr:9(1)") is ENGAGED


def test_ukraine_stays_bound_by_the_european_convention() -> None:
    held = {"by": by("UKR"), "where": {"in": ["UA"]}, "when": within("2022-10")}
    assert outcome(assessed(*HELD, **held), "echr:5(1)") is ENGAGED


@pytest.mark.parametrize(("day", "part"), [("2024-12-31", "12(3)"), ("2025-01-01", "12(2)")])
def test_ukraine_is_a_party_to_the_rome_statute_from_2025_on(day: str, part: str) -> None:
    court = seed_library().courts["icc"]
    (reach,) = [
        one for one in court.reaches if one.provision == f"rome:{part}" and one.ends is None
    ]
    found = assessed(DRAFT, where=CRIMEA, when=within(day))["rome:8(2)(a)(v)"]
    assert found.applicable.answer is Answer.YES
    assert reach.text.rstrip(".") in " ".join(found.applicable.basis)


@pytest.mark.parametrize("when", ["2014-04", "2020", "2022-02-20"])
def test_the_law_of_occupation_applied_in_crimea_before_the_full_scale_invasion(when: str) -> None:
    found = assessed(DRAFT, "act.beat", where=CRIMEA, when=within(when))
    assert outcomes(found, ("gc4:51(1)/service", "gc4:27(1)/humane-treatment")) == {ENGAGED}


def test_donbas_before_the_full_scale_invasion_is_neither_taken_nor_left_for_occupied() -> None:
    given = {"where": {"in": ["UA-14/donetsk"]}, "when": within("2022-01")}
    assert outcome(assessed(DRAFT, **given), "gc4:51(1)/service") is ARGUABLE


def test_a_place_that_was_not_yet_occupied_engages_no_duty_of_an_occupying_power() -> None:
    found = assessed(DRAFT, when=within("2022-01"))
    assert outcome(found, "gc4:51(1)/service") is not ENGAGED


WARNING = "independent-2022-02"


def test_the_report_of_february_2022_is_dated_before_the_invasion_and_after_2014() -> None:
    """What it tells as going on is within the conflict of 2014; the plans lie ahead of it."""
    library = seed_library()
    (conflict,) = [one for item in library.situations.values() for one in item.conflicts.values()]
    told = library.allegations["target-lists-2022"].when
    assert told is not None
    assert told.period.last is not None
    assert conflict.begins < told.period.last < date(2022, 2, 24)
    invasion = library.allegations["invasion-2022"].when
    assert invasion is not None
    assert invasion.period.first == date(2022, 2, 24)


def test_nothing_that_the_report_of_february_2022_foretells_is_held_for_done() -> None:
    foretold = [name for name in seeds() if name.endswith("-planned-2022")]
    assert len(foretold) >= 5
    for name in foretold:
        for norm in raised(seeds()[name]):
            assert Mark.PROSPECTIVE in seeds()[name].marks(norm), (name, norm)


# 18: the two declarations to the Court

ON_ANY_DAY = "rome:7(1)(e)"


def test_the_first_declaration_is_one_though_it_has_two_dates() -> None:
    reaches = seed_library().courts["icc"].reaches
    declared = [one for one in reaches if one.kind is ReachKind.DECLARATION]
    first, second = sorted(declared, key=lambda one: one.begins)
    assert (first.begins, first.ends) == (date(2013, 11, 21), date(2014, 2, 22))
    assert (second.begins, second.ends) == (date(2014, 2, 20), None)
    assert "9 April 2014" in first.text
    assert "17 April 2014" in first.text
    assert "8 September 2015" in second.text


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2013-11-20", Answer.NO),
        ("2013-11-21", Answer.YES),
        ("2014-02-22", Answer.YES),
        ("2014-02-23", Answer.YES),
        ("2014-04-09", Answer.YES),
        ("2014-04-17", Answer.YES),
        ("2015-09-08", Answer.YES),
    ],
)
def test_the_declarations_cover_ukraine_without_a_gap(day: str, answer: Answer) -> None:
    found = assessed("act.detain", where=CRIMEA, when=within(day))
    assert found[ON_ANY_DAY].applicable.answer is answer


# 19: the declaration under article 124

CONFINED = "rome:8(2)(a)(vii)/confinement"


def reached(state: str, when: str) -> dict[str, Answer]:
    found = assessed("act.detain", by=by(state), against=against(), when=within(when))
    return {norm: found[norm].applicable.answer for norm in (CONFINED, ON_ANY_DAY)}


def test_the_opt_out_does_not_touch_nationals_of_russia() -> None:
    assert reached("RUS", "2025-02") == {CONFINED: Answer.YES, ON_ANY_DAY: Answer.YES}


def test_the_opt_out_leaves_war_crimes_of_ukraine_s_own_nationals_unsettled() -> None:
    assert reached("UKR", "2025-02") == {CONFINED: Answer.UNKNOWN, ON_ANY_DAY: Answer.YES}
    assert reached("UKR", "2024-12")[CONFINED] is Answer.YES


def test_a_reader_is_told_that_the_selective_opt_out_is_disputed() -> None:
    every = seed_library().courts["icc"].exemptions
    (exemption,) = [one for one in every if one.provision == "rome:124"]
    assert (exemption.nationals, exemption.norms) == ("UKR", ("rome:8",))
    assert exemption.contested is not None
    assert "selective" in exemption.contested


# 20: who is a party

ALL_THREE = {"UKR", "RUS", "BLR"}
OF_ALL_THREE = ("ap1", "cat", "cerd", "crc", "gc3", "gc4", "hague80", "iccpr", "opac")
PARTIES: dict[str, set[str]] = {
    "icpped": {"UKR"},
    "stateless54": {"UKR"},
    "stateless61": {"UKR"},
    "echr": {"UKR", "RUS"},
} | dict.fromkeys(OF_ALL_THREE, ALL_THREE)


@pytest.mark.parametrize("treaty", PARTIES)
def test_the_parties_of_a_treaty_are_bound_by_each_norm_of_it_and_no_other_state(
    treaty: str,
) -> None:
    norms = norms_of(treaty)
    assert norms
    for norm in norms:
        assert bound(norm, date(2022, 5, 1)) == PARTIES[treaty], norm


def test_of_the_three_only_ukraine_is_a_party_to_the_rome_statute() -> None:
    assert bound("rome:8(2)(a)(v)", date(2024, 12, 31)) == set()
    assert bound("rome:8(2)(a)(v)", date(2025, 1, 1)) == {"UKR"}


@pytest.mark.parametrize(("state", "place"), [("RUS", "RU"), ("BLR", "BY")])
def test_a_treaty_of_ukraine_alone_is_not_held_against_its_neighbours(
    state: str, place: str
) -> None:
    hidden = ("act.detain", "act.conceal-fate", "omit.regular-procedure")
    found = assessed(*hidden, by=by(state), where={"in": [place]})
    assert outcome(found, "icpped:1(1)") is EXCLUDED


def test_a_reader_is_told_that_the_child_abduction_convention_needs_an_acceptance() -> None:
    notes = " ".join(seed_library().norms["hague80:3"].notes)
    assert re.search(r"accession works only .* accepted it", notes)


# 21: Belarus

PRINCIPAL = reported(
    *TAKEN,
    *OFFICIALS,
    denied("consent.guardian", WITNESS),
    id="principal",
    where=TO_RUSSIA,
    against=CHILDREN,
)


def helped(*facts: str, where: dict[str, list[str]] = BELARUS) -> Found:
    """What officials of Belarus do to help Russia take children."""
    help_given = reported(
        "act.assist",
        "actor.state-agent",
        *facts,
        id="help",
        assists="principal",
        by=by("BLR"),
        where=where,
        against=CHILDREN,
    )
    return matched(help_given, PRINCIPAL)


KNOWLEDGE, PURPOSE = "actor.knew", "purpose.facilitate"
IN_UKRAINE = {"in": ["UA-65/kherson"]}


@pytest.mark.parametrize(
    ("facts", "state", "person"),
    [
        ((KNOWLEDGE,), ENGAGED, ARGUABLE),
        ((PURPOSE,), ARGUABLE, ENGAGED),
        ((KNOWLEDGE, PURPOSE), ENGAGED, ENGAGED),
        ((), ARGUABLE, ARGUABLE),
    ],
)
def test_a_state_answers_for_help_with_knowledge_and_a_person_for_help_on_purpose(
    facts: tuple[str, ...], state: Outcome, person: Outcome
) -> None:
    found = helped(*facts, where=IN_UKRAINE)
    assert (outcome(found, "arsiwa:16"), outcome(found, "rome:25(3)(c)")) == (state, person)


def test_help_that_stayed_in_belarus_is_a_matter_of_state_responsibility() -> None:
    found = helped(KNOWLEDGE, PURPOSE)
    assert outcome(found, "arsiwa:16") is ENGAGED
    assert outcome(found, "rome:25(3)(c)") is not ENGAGED


def test_belarus_has_duties_of_its_own_for_what_it_does_itself() -> None:
    told = ("act.confine-camp", "omit.family-contact", "omit.best-interests")
    found = assessed(*told, by=by("BLR"), where=BELARUS, against=CHILDREN)
    assert outcomes(found, ("crc:3(1)", "crc:37(c)/family-contact")) == {ENGAGED}


def test_the_reported_assistance_is_arguable_only() -> None:
    found = seeds()["belarus-assistance"]
    assert outcomes(found, ("arsiwa:16", "rome:25(3)(c)")) == {ARGUABLE}


def test_a_reader_is_told_that_the_referral_by_lithuania_is_not_on_these_children() -> None:
    remarks = [one.text + (one.source.note or "") for one in seed_library().courts["icc"].remarks]
    (told,) = [text for text in remarks if "Lithuania" in text]
    assert "population of Belarus, not these children" in told


# 22: how long the Convention applies


@pytest.mark.parametrize(
    ("facts", "norm"),
    [
        (("act.adopt",), STATUS),
        (("omit.feed", "person.in-need"), "gc4:55(1)"),
        (("omit.public-health",), "gc4:56(1)/health-services"),
        (("act.confine-camp", denied("cause.imperative-security", WITNESS)), "gc4:78(1)"),
    ],
)
def test_articles_off_the_list_of_those_that_survive_go_on_applying(
    facts: Facts, norm: str
) -> None:
    found = assessed(*facts, against=aged(14), where=CRIMEA, when=within("2020"))
    assert outcome(found, norm) is ENGAGED


def test_a_reader_is_told_what_the_list_leaves_out_and_what_fills_the_gap() -> None:
    limit, protocol = (seed_library().norms[name] for name in ("gc4:6(3)", "ap1:3"))
    assert {limit.kind, protocol.kind} == {Kind.DEFINITION}
    (omitted,) = [note for note in limit.notes if "not on the list" in note]
    assert set(re.findall(r"\d+", omitted)) == {"50", "55", "56", "78"}
    (listed,) = [note for note in limit.notes if "stay in force by the list" in note]
    assert "1 to 12, 27, 29 to 34, 47, 49, 51 to 53, 59, 61 to 77 and 143" in listed
    assert any("art 3(b)" in note for note in limit.notes)
    assert any("50, 55, 56 and 78" in note for note in protocol.notes)
    for norm in ("gc4:55(1)", "gc4:56(1)/health-services", STATUS, "gc4:78(1)"):
        notes = " ".join(seed_library().norms[norm].notes)
        assert "art 6(3)" in notes
        assert re.search(r"(AP I|First Protocol).* art 3", notes)


# 23: bad food is ill-treatment, and no starvation

HUNGER = (
    "gc4:23",
    "gc4:55",
    "gc4:59",
    "gc4:89",
    "ap1:54",
    "ap1:69",
    "ap1:70",
    "rome:8(2)(b)(xxv)",
    "rome:7(1)(b)",
    "cihl:53",
    "cihl:55",
)


def test_bad_rations_are_ill_treatment_and_no_starvation() -> None:
    for found in (assessed("act.underfeed"), seeds()["unit-underfeeding"]):
        assert outcome(found, "gc4:27(1)/humane-treatment") is ENGAGED
        assert outcome(found, "gc4:32/physical-suffering") is ARGUABLE
        assert not raised(found, *HUNGER)
        headings = [seed_library().norms[norm].heading.lower() for norm in raised(found)]
        assert not [heading for heading in headings if "starv" in heading or "relief" in heading]


def test_starvation_is_a_method_of_warfare_and_needs_its_purpose() -> None:
    held_back = ("act.block-relief", "object.survival", "person.civilian")
    aimed = assessed(*held_back, "purpose.starvation")
    assert outcomes(aimed, ("ap1:54(1)", "rome:8(2)(b)(xxv)")) == {ENGAGED}
    assert ENGAGED not in outcomes(assessed(*held_back), ("ap1:54(1)", "rome:8(2)(b)(xxv)"))


# 24: religion

RELIGION = ("gc4:27(1)/religion", "hague:46(1)/religion", "cihl:104")


@pytest.mark.parametrize("act", ["act.coerce-belief", "act.suppress-religion"])
def test_forced_observance_is_covered_as_well_as_obstruction(act: str) -> None:
    found = assessed(act, "person.inhabitant")
    assert outcomes(found, RELIGION) == {ENGAGED}


def test_forced_observance_in_the_barracks_is_coercion_of_belief() -> None:
    found = seeds()["unit-religious-coercion"]
    assert outcomes(found, (*RELIGION, "iccpr:18(2)")) == {ENGAGED}


# 25: camps

CAMP = (
    "act.confine-camp",
    denied("cause.imperative-security", WITNESS),
    denied("cause.state-security", WITNESS),
)
OCCUPIED_RULE, OWN_RULE = "gc4:78(1)", "gc4:42(1)"


@pytest.mark.parametrize(
    ("where", "applies", "does_not"),
    [
        (IN_UKRAINE, OCCUPIED_RULE, OWN_RULE),
        (CRIMEA, OCCUPIED_RULE, OWN_RULE),
        (RUSSIA, OWN_RULE, OCCUPIED_RULE),
    ],
)
def test_a_camp_has_another_rule_in_occupied_than_in_own_territory(
    where: dict[str, list[str]], applies: str, does_not: str
) -> None:
    found = assessed(*CAMP, where=where)
    assert outcome(found, applies) is ENGAGED
    assert outcome(found, does_not) is EXCLUDED
    assert outcome(found, "gc4:147/unlawful-confinement") is ENGAGED


@pytest.mark.parametrize(
    ("where", "applies", "does_not"),
    [(IN_UKRAINE, "gc4:78(2)", "gc4:43(1)"), (RUSSIA, "gc4:43(1)", "gc4:78(2)")],
)
def test_the_review_of_a_camp_has_another_rule_in_occupied_than_in_own_territory(
    where: dict[str, list[str]], applies: str, does_not: str
) -> None:
    found = assessed(*CAMP, "omit.review-detention", where=where)
    assert outcome(found, applies) is ENGAGED
    assert outcome(found, does_not) is EXCLUDED


def test_unlawful_confinement_is_the_limb_of_a_camp_and_not_deportation() -> None:
    found = assessed(*CAMP)
    assert outcome(found, CONFINED) is ENGAGED
    assert not raised(found, DEPORTATION[0], FORCIBLE_TRANSFER[0])


def test_the_reported_camps_in_russia_engage_no_rule_for_occupied_territory() -> None:
    found = seeds()["children-held-in-camps-russia"]
    # That no situation records an occupation in Russia does not say that there was none.
    assert ENGAGED not in outcomes(found, (OCCUPIED_RULE, OWN_RULE, CONFINED))


# 26: hostages and mercenaries

HOSTAGES = ("ap1:75(2)(c)", "cihl:96", "gc4:34", "gc4:147/hostages", "rome:8(2)(a)(viii)")
HOSTAGE_CRIMES = ("gc4:147/hostages", "rome:8(2)(a)(viii)")


@pytest.mark.parametrize("held", ["act.detain", "act.confine-camp", "act.intern"])
def test_holding_persons_is_no_hostage_taking_without_a_demand(held: str) -> None:
    assert outcomes(assessed(held, "act.threaten"), HOSTAGES) == {SILENT}
    demand = "purpose.third-party-concession"
    assert outcomes(assessed(held, demand, "act.threaten"), HOSTAGES) == {ENGAGED}
    assert outcomes(assessed(held, demand), HOSTAGE_CRIMES) == {ARGUABLE}


def test_no_shipped_report_of_a_taking_is_one_of_hostages() -> None:
    assert not raised_by_seeds(*HOSTAGES)


def test_a_kidnapping_is_reported_as_such_and_raises_no_hostage_taking() -> None:
    quotes = " ".join(seed_library().allegations["past-operations-disappearances"].quotes.values())
    assert "kidnappings" in quotes
    assert raised(seeds()["past-operations-disappearances"])
    assert not raised(seeds()["past-operations-disappearances"], *HOSTAGES)


def test_the_rule_on_mercenaries_is_one_on_status() -> None:
    status, who = seed_library().norms_at("ap1:47")
    assert (status.id, who.id) == ("ap1:47(1)", "ap1:47(2)")
    assert {status.kind, who.kind} == {Kind.DEFINITION}
    assert "forbids nobody" in status.notes[0]
    assert "cumulative" in who.notes[0]


def test_no_norm_forbids_mercenaries_and_their_presence_raises_none() -> None:
    speaking = [
        norm.id
        for norm in seed_library().norms.values()
        if norm.kind is not Kind.DEFINITION
        and "mercenar" in f"{norm.heading} {norm.rule} {norm.elements}".lower()
    ]
    assert speaking == []
    report = seed_library().allegations["brutality-against-civilians-2022"]
    assert any("mercenaries" in quote for quote in report.quotes.values())
    assert not [one.term for one in report.statements if "mercenar" in one.term]


# 27: rules on internal conflicts

INTERNAL = ("gc1:3", "gc2:3", "gc3:3", "gc4:3", "rome:8(2)(c)", "rome:8(2)(e)")


def test_no_rule_on_internal_conflicts_is_raised() -> None:
    assert all(seed_library().has_provision(one) for one in INTERNAL)
    assert not raised_by_seeds(*INTERNAL)
    told = ("act.torture", "act.kill", "act.take-hostage", "act.degrade", "act.use-in-hostilities")
    found = assessed(*told, *TAKEN, against=aged(14), where=TO_CRIMEA)
    assert len(raised(found)) > 10
    assert not raised(found, *INTERNAL)


# 28: Russian refugees in Ukraine

EXILES = nationals("RUS")
SHIELDED = "gc4:70(2)"


@pytest.mark.parametrize(
    ("facts", "given"),
    [
        (("act.detain",), {}),
        (("act.prosecute-prior-conduct",), {}),
        (("act.move", "means.force"), {"where": TO_RUSSIA}),
    ],
)
def test_russian_refugees_are_shielded_though_they_are_no_protected_persons(
    facts: Facts, given: dict[str, Any]
) -> None:
    found = assessed(*facts, "person.fled-before-hostilities", against=EXILES, **given)
    assert outcome(found, SHIELDED) is ENGAGED
    in_exile = assessed(*facts, "person.refugee", against=EXILES, **given)
    assert outcome(in_exile, SHIELDED) is ARGUABLE
    protected = ("gc4:49(1)", "gc4:78(1)", "gc4:147", "rome:8(2)(a)")
    assert not raised(found, *protected)


def test_russian_refugees_keep_the_fundamental_guarantees() -> None:
    found = assessed("act.beat", "person.refugee", against=EXILES)
    assert outcomes(found, ("ap1:75(1)", "cihl:87", "iccpr:7")) == {ENGAGED}
    assert not raised(found, "gc4:27", "gc4:32", "gc4:147")


@pytest.mark.parametrize("state", ["UKR", "BLR"])
def test_the_shield_is_for_the_occupying_power_s_own_nationals(state: str) -> None:
    found = assessed("act.detain", "person.refugee", against=nationals(state))
    assert not raised(found, SHIELDED)


# 29: Hague 23(h)


def test_the_sentence_on_compulsion_is_cited_with_letter_h_and_a_reader_is_told_why() -> None:
    norm = seed_library().norms["hague:23(h)"]
    assert norm.words is not None
    assert "compel the nationals of the hostile party" in norm.words["en"]
    assert any("after letter (h)" in note and "rights of action" in note for note in norm.notes)
    others = [one for one in seed_library().norms_at("hague:23") if one.id != norm.id]
    assert not [one.id for one in others if "compel" in f"{one.rule} {one.words}".lower()]


# 30: the numbers of the customary study

RULES = {
    85: "incendiary",
    86: "laser",
    87: "humane treatment",
    89: "murder",
    90: "torture",
    95: "forced labour",
    96: "hostages",
    98: "disappearance",
    99: "liberty",
    129: "deportation",
    130: "settlement",
    136: "recruitment",
}


@pytest.mark.parametrize("number", RULES)
def test_a_customary_rule_has_the_number_of_the_study(number: int) -> None:
    assert RULES[number] in seed_library().norms[f"cihl:{number}"].heading.lower()


def test_treatment_of_persons_raises_no_rule_on_weapons() -> None:
    found = assessed("act.torture", "act.kill", "act.degrade", DRAFT)
    customary = {int(norm.partition(":")[2]) for norm in raised(found) if "cihl:" in norm}
    assert {87, 90, 95} <= customary
    assert min(customary) >= 87


def test_service_in_hostile_forces_is_under_the_rule_on_forced_labour() -> None:
    assert outcome(seeds()["thirty-drafted-2024"], "cihl:95") is ENGAGED


# 31: text that misleads

FURNITURE = {
    "united24-2025-02": {1, 2, 4, 5, 6, 7, 15},
    WARNING: {3, 4, 5, 6, 22, 23, 24},
}


def test_no_record_rests_on_the_furniture_of_a_page() -> None:
    for one in seed_library().allegations.values():
        for statement in one.statements:
            for passage in statement.per:
                ref = parse_passage(passage)
                assert ref.paragraph not in FURNITURE.get(ref.source, set()), one.id


def original(name: str) -> list[str]:
    """The paragraphs of the original report; skips the test where it is not at hand."""
    texts = read_originals([shared_folder() / "reports" / "seeds"])
    found = texts.get(seed_library().sources[name].original.sha256)
    if found is None:
        pytest.skip(f"the original of {name} is not in the shared folder")
    return paragraphs_of(found)


def test_the_furniture_of_a_page_is_what_the_originals_show_it_to_be() -> None:
    page = original("united24-2025-02")
    assert page[5] == page[2]  # a headline that is repeated
    assert [page[number - 1].strip() for number in (1, 2, 4, 5, 15)] == [
        "Category",
        "Latest news",
        "2 min read",
        "Authors",
        "See all",
    ]
    warning = original(WARNING)
    appeals = " ".join(warning[number - 1] for number in sorted(FURNITURE[WARNING]))
    assert re.search(r"Your support.*reproductive rights.*donation.*paywalls.*forum", appeals)


def test_no_break_spaces_do_not_hide_a_quotation_from_the_check() -> None:
    """Words are looked up as they are quoted, with plain spaces; the original breaks them."""
    name = "united24-2025-02"
    page = original(name)
    assert sum(paragraph.count("\u00a0") for paragraph in page) == 52
    quoted = dict(seed_library().sources[name].quotes)
    for one in seed_library().allegations.values():
        quoted |= {
            f"p{parse_passage(passage).paragraph}/{one.id}": words
            for passage, words in one.quotes.items()
            if parse_passage(passage).source == name
        }
    hidden = {
        place: words
        for place, words in quoted.items()
        if words not in (there := page[int(re.findall(r"\d+", place)[0]) - 1])
        and words in there.replace("\u00a0", " ")
    }
    assert hidden
    loaded = load([ROOT / "seeds"])
    assert list(at_hand(loaded, [shared_folder() / "reports" / "seeds"])) == []


def test_an_appeal_and_the_report_run_together_in_one_paragraph() -> None:
    assert "difference.Russia is compiling" in original(WARNING)[6]


def test_of_a_paragraph_that_begins_with_an_appeal_only_the_report_is_quoted() -> None:
    """Paragraph 7 runs on from an appeal for money; the report begins with the word Russia."""
    library = seed_library()
    place = f"{WARNING}#p7"
    every = library.allegations.values()
    quoted = [one.quotes[place] for one in every if place in one.quotes]
    assert quoted
    assert {words.split()[0] for words in (library.sources[WARNING].quotes["p7"], *quoted)} == {
        "Russia"
    }


@pytest.mark.parametrize(
    ("report", "word", "norms"),
    [
        ("refugees-told-of-persecution", "persecution", ("rome:7(1)(h)",)),
        ("mariupol-signatories-told-of-persecution", "persecution", ("rome:7(1)(h)",)),
        ("unit-training-grenades", "detonation", ("ap1:85", "rome:8(2)(b)(i)", "ap1:51")),
        ("brutality-against-civilians-2022", "conscripts", (*COMPELLED, *AGAINST_OWN_COUNTRY)),
    ],
)
def test_a_word_of_law_in_a_report_raises_nothing_by_itself(
    report: str, word: str, norms: tuple[str, ...]
) -> None:
    quotes = seed_library().allegations[report].quotes.values()
    assert any(word in quote for quote in quotes)
    assert seeds()[report]
    assert not raised(seeds()[report], *norms)


# 32: the origin of those who act

DESCRIPTIONS = ("sergeants", "sergeants of Caucasian origin", "Muslims, ethnic Russians, Я")


@pytest.mark.parametrize("facts", [("act.discriminate", "ground.ethnic"), ("act.beat",)])
def test_who_the_perpetrators_are_by_origin_drives_no_match(facts: Facts) -> None:
    described = [
        reported(*facts, *OFFICIALS, by=[{"actor": name, "state": "RUS"}]) for name in DESCRIPTIONS
    ]
    first, *others = (match(shipped_with(one)) for one in described)
    assert [item for item in first if item.outcome is ENGAGED]
    assert all(other == first for other in others)


def test_no_term_speaks_of_the_origin_or_religion_of_those_who_act() -> None:
    terms = {name: item.term for name, item in seed_library().terms.items() if "actor." in name}
    assert terms
    words = re.compile(r"ethnic|origin|relig|race|racial|nationality", re.IGNORECASE)
    assert not [name for name, term in terms.items() if words.search(f"{name} {term.definition}")]


# 33: numbers that differ


def test_figures_of_different_claimants_are_not_added_up_to_a_group() -> None:
    expelled = (*TAKEN, denied("process.individual-examination", WITNESS))
    one_each = nationals("UKR", number=[{"exactly": 1}, {"exactly": 1, "per": [WITNESS]}])
    found = assessed(*expelled, where={"from": ["UA-65"], "to": ["BY"]}, against=one_each)
    assert element(found, "echr-p4:4", "group") is ElementValue.CONTRADICTED


def test_figures_that_disagree_on_a_threshold_dispute_it() -> None:
    expelled = (*TAKEN, denied("process.individual-examination", WITNESS))
    differ = nationals("UKR", number=[{"exactly": 1}, {"exactly": 3, "per": [WITNESS]}])
    found = assessed(*expelled, where={"from": ["UA-65"], "to": ["BY"]}, against=differ)
    assert element(found, "echr-p4:4", "group") is ElementValue.DISPUTED


@cache
def dossier(name: str) -> str:
    library = seed_library()
    chosen = {name: library.allegations[name]}
    archive = Archive(replace(library, allegations=chosen), Request())
    return render(build_dossier(archive, name, archive.examined()[name]))


@pytest.mark.parametrize("report", ["children-taken-to-russia", "resettlement-order-ukrainians"])
def test_a_dossier_adds_no_figures_up(report: str) -> None:
    told = {387, 11000, 19546, 121000, 700000, 11398, 7218, 7023, 95739, 100000}
    sums = {sum(few) for size in (2, 3) for few in combinations(told, size)}
    text = re.sub(r"(?<=\d)[,\u202f\u00a0 ](?=\d{3}\b)", "", dossier(report))
    printed = {int(number) for number in re.findall(r"\d+", text)}
    assert printed & told
    assert not printed & sums


def test_every_figure_stands_with_the_one_who_gives_it() -> None:
    text = dossier("children-taken-to-russia")
    assert re.search(r"Number: 19,546, according to Ukraine \(", text)
    assert re.search(r"Number: at least 700,000, according to the Russian .* Commissioner \(", text)
