"""The shipped norms that build on others: persecution, State responsibility, modes of liability."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.matching import explain
from lawmap.model.assessment import Assessment
from lawmap.model.outcome import ElementValue, Mark, Outcome
from tests.dossier.made import library_with
from tests.dossier.records import Data, allegation, source

SUPPORTED, CONTRADICTED, DISPUTED, OPEN = ElementValue
ENGAGED, CONTESTED, ARGUABLE, EXCLUDED = (
    Outcome.ENGAGED,
    Outcome.CONTESTED,
    Outcome.ARGUABLE,
    Outcome.EXCLUDED,
)

TAKEN: Data = {
    "where": {"from": ["UA-43"], "to": ["RU"]},
    "when": {"within": "2022-05"},
    "against": {"group": "children", "nationality": {"is": "UKR"}, "age": {"below": 15}},
}
DEPORTED = [
    "act.move",
    "means.force",
    {"not": "consent.guardian"},
    "person.civilian",
    "person.lawfully-present",
]
BY_OFFICIALS = [*DEPORTED, "actor.state-agent"]
AN_ATTACK = [
    "pattern.attack-on-civilians",
    "pattern.policy",
    "pattern.systematic",
    "pattern.part-of-attack",
]
NOT_DONE = [{"not": "act.move"}, {"not": "act.hand-over"}]
NOT_MOVED = {
    "by": "Russia",
    "per": ["report#p2"],
    "text": "No.",
    "denies": "conduct",
}


def found(norm: str, *allegations: Data) -> Assessment:
    """How a norm stands to allegation ``a``."""
    (one,) = explain(library_with(source(), *allegations), "a", norm)
    return one.assessment


def value(assessment: Assessment, element: str) -> ElementValue:
    return next(item.value for item in assessment.elements if item.id == element)


def taken(*facts: Any, **given: Any) -> Data:
    """Children taken from Crimea to Russia by Russia, or what is given instead."""
    return allegation(**{**TAKEN, "facts": list(facts), **given})


# Persecution, art 7(1)(h): a connected act

SINGLED_OUT = ["harm.rights-deprived", "act.target-group", "ground.national", *AN_ATTACK]


def persecution(*facts: Any, **given: Any) -> tuple[Outcome, ElementValue]:
    one = found("rome:7(1)(h)", taken(*SINGLED_OUT, *facts, **given))
    return one.outcome, value(one, "connection")


@pytest.mark.parametrize(
    ("facts", "given", "outcome", "connection"),
    [
        (DEPORTED, {}, ENGAGED, SUPPORTED),
        ([], {}, ARGUABLE, OPEN),
        (["act.move"], {}, ARGUABLE, OPEN),
        ([*DEPORTED, {"not": "means.force"}], {}, ENGAGED, SUPPORTED),
        ([*DEPORTED, *NOT_DONE], {}, CONTESTED, DISPUTED),
        ([*NOT_DONE], {}, ARGUABLE, OPEN),
        ([{"planned": "act.move"}, *DEPORTED[1:]], {}, ARGUABLE, OPEN),
        (DEPORTED, {"responses": [NOT_MOVED]}, CONTESTED, SUPPORTED),
    ],
)
def test_persecution_is_as_sure_as_the_act_that_it_is_connected_with(
    facts: list[Any], given: Data, outcome: Outcome, connection: ElementValue
) -> None:
    assert persecution(*facts, **given) == (outcome, connection)


def test_persecution_is_connected_with_an_act_that_it_assists() -> None:
    crime = allegation("b", **{**TAKEN, "facts": [*DEPORTED, *AN_ATTACK]})
    one = found("rome:7(1)(h)", taken(*SINGLED_OUT, assists="b"), crime)
    assert (one.outcome, value(one, "connection")) == (ENGAGED, SUPPORTED)


# A State's wrongful act, arsiwa:2


@pytest.mark.parametrize(
    ("facts", "outcome", "marks"),
    [
        (BY_OFFICIALS, ENGAGED, set()),
        (DEPORTED, ARGUABLE, set()),
        ([*DEPORTED, {"not": "actor.state-agent"}, {"not": "actor.armed-forces"}], EXCLUDED, set()),
        ([*BY_OFFICIALS, *NOT_DONE], CONTESTED, set()),
        ([{"planned": "act.move"}, *BY_OFFICIALS[1:]], ENGAGED, {Mark.PROSPECTIVE}),
        (["actor.state-agent"], Outcome.SILENT, set()),
    ],
)
def test_a_wrongful_act_is_as_sure_as_the_rule_that_was_broken(
    facts: list[Any], outcome: Outcome, marks: set[Mark]
) -> None:
    one = found("arsiwa:2", taken(*facts))
    assert (one.outcome, set(one.marks)) == (outcome, marks)


def test_a_denial_of_the_conduct_contests_the_wrongful_act_too() -> None:
    one = found("arsiwa:2", taken(*BY_OFFICIALS, responses=[NOT_MOVED]))
    assert (one.outcome, one.marks) == (CONTESTED, (Mark.DISPUTED,))


# Help to another State, arsiwa:16

BELARUS = [{"actor": "Belarus", "state": "BLR"}]


def helped(*facts: Any, **given: Any) -> Data:
    return allegation("b", **{**TAKEN, "facts": list(facts or BY_OFFICIALS), **given})


def help_of_belarus(norm: str, *facts: Any, of: Data | None = None, **given: Any) -> Assessment:
    """How a norm stands to help that Belarus gave, on the way there, to what Russia did."""
    defaults: Data = {
        "by": BELARUS,
        "assists": "b",
        "where": {"from": ["UA-43"], "to": ["BY"]},
        "facts": ["act.assist", *facts],
    }
    return found(norm, taken(**{**defaults, **given}), of or helped())


UNKNOWING = {"by": "Belarus", "per": ["report#p2"], "text": "No.", "denies": ["actor.knew"]}


@pytest.mark.parametrize(
    ("facts", "given", "outcome", "knowledge"),
    [
        (["actor.knew"], {}, ENGAGED, SUPPORTED),
        ([], {}, ARGUABLE, OPEN),
        ([{"not": "actor.knew"}], {}, EXCLUDED, CONTRADICTED),
        (["actor.knew", {"not": "actor.knew"}], {}, CONTESTED, DISPUTED),
        (["actor.knew"], {"responses": [UNKNOWING]}, CONTESTED, SUPPORTED),
        ([], {"responses": [UNKNOWING]}, ARGUABLE, OPEN),
        (["actor.knew"], {"by": "unstated"}, ARGUABLE, SUPPORTED),
    ],
)
def test_help_whose_knowledge_is_open_is_arguable_and_knowledge_decides(
    facts: list[Any], given: Data, outcome: Outcome, knowledge: ElementValue
) -> None:
    one = help_of_belarus("arsiwa:16", *facts, **given)
    assert (one.outcome, value(one, "knowledge")) == (outcome, knowledge)


@pytest.mark.parametrize(
    ("of", "wrongful"),
    [
        (helped(), SUPPORTED),
        (helped(*BY_OFFICIALS, *NOT_DONE), DISPUTED),
        (helped("person.civilian"), OPEN),
        (helped(by="unstated"), OPEN),
        (helped(by=BELARUS), OPEN),
        (helped({"planned": "act.move"}, *BY_OFFICIALS[1:]), OPEN),
    ],
)
def test_help_is_as_sure_as_the_wrong_of_the_other_state(of: Data, wrongful: ElementValue) -> None:
    """The rules that both share ask for power over the persons, which the denial disputes too."""
    one = help_of_belarus("arsiwa:16", "actor.knew", of=of)
    assert value(one, "wrongful-act") is wrongful
    assert (value(one, "shared-obligation") is OPEN) is (wrongful is not SUPPORTED)
    assert one.outcome is (ENGAGED if wrongful is SUPPORTED else ARGUABLE)


def test_a_rule_for_the_occupying_power_alone_is_not_shared_by_who_helps_it() -> None:
    """Without an official the rules for every State stay arguable; those on occupation do not."""
    one = help_of_belarus("arsiwa:16", "actor.knew", of=helped(*DEPORTED))
    assert value(one, "wrongful-act") is SUPPORTED
    assert value(one, "shared-obligation") is OPEN
    assert one.outcome is ARGUABLE


# Modes of liability, art 25(3)


WAR_CRIME = [*DEPORTED, "conflict.nexus"]
GENOCIDE = [
    "act.transfer-between-groups",
    "means.force",
    "person.group-member",
    "purpose.destroy-group",
    "pattern.manifest-pattern",
]


@pytest.mark.parametrize(
    ("facts", "outcome", "crime"),
    [
        (["act.order-movement", *DEPORTED, *AN_ATTACK], ENGAGED, SUPPORTED),
        (["act.order-movement", *WAR_CRIME], ENGAGED, SUPPORTED),
        (["act.order-movement", *GENOCIDE], ENGAGED, SUPPORTED),
        (["act.order-movement", *DEPORTED], ARGUABLE, OPEN),
        (["act.order-movement"], ARGUABLE, OPEN),
        (["act.order-movement", *DEPORTED, *AN_ATTACK, *NOT_DONE], CONTESTED, DISPUTED),
        ([*DEPORTED, *AN_ATTACK], Outcome.SILENT, SUPPORTED),
    ],
)
def test_an_order_is_as_sure_as_the_crime_that_was_ordered(
    facts: list[Any], outcome: Outcome, crime: ElementValue
) -> None:
    one = found("rome:25(3)(b)", taken(*facts))
    assert (one.outcome, value(one, "crime")) == (outcome, crime)
    assert (Mark.MENTAL in one.marks) is (outcome is not Outcome.SILENT)


CRIME = helped(*BY_OFFICIALS, *AN_ATTACK)


@pytest.mark.parametrize(
    ("facts", "of", "outcome"),
    [
        (["purpose.facilitate"], CRIME, ENGAGED),
        (["mental.knowledge", "actor.knew"], CRIME, ARGUABLE),
        ([], CRIME, ARGUABLE),
        (["purpose.facilitate"], helped("act.move"), ARGUABLE),
        ([{"not": "purpose.facilitate"}], CRIME, EXCLUDED),
    ],
)
def test_help_in_a_crime_needs_the_purpose_and_knowledge_is_not_enough(
    facts: list[Any], of: Data, outcome: Outcome
) -> None:
    one = help_of_belarus("rome:25(3)(c)", *facts, of=of)
    assert one.outcome is outcome
    assert value(one, "crime") is (SUPPORTED if of is CRIME else OPEN)


# Attempt, art 25(3)(f)


TRIED = [{"attempted": "act.move"}, *WAR_CRIME[1:], "cause.prevented-from-outside"]


@pytest.mark.parametrize(
    ("facts", "outcome", "crime"),
    [
        (TRIED, ENGAGED, SUPPORTED),
        (TRIED[:-1], ARGUABLE, SUPPORTED),
        ([{"attempted": "act.move"}, "cause.prevented-from-outside"], ARGUABLE, OPEN),
        ([*TRIED, "cause.given-up"], Outcome.EXCEPTED, SUPPORTED),
        ([{"planned": "act.move"}, *TRIED[1:]], Outcome.SILENT, OPEN),
        ([{"planned": "act.move"}, {"attempted": "act.starve"}, *TRIED[1:]], ARGUABLE, OPEN),
    ],
)
def test_an_attempt_is_as_sure_as_what_was_attempted_would_be(
    facts: list[Any], outcome: Outcome, crime: ElementValue
) -> None:
    one = found("rome:25(3)(f)", taken(*facts))
    assert (one.outcome, value(one, "crime")) == (outcome, crime)


def test_an_order_whose_crime_was_attempted_makes_answerable_too() -> None:
    assert found("rome:25(3)(b)", taken(*TRIED, "act.order")).outcome is ENGAGED
    assert found("rome:25(3)(b)", taken(*TRIED[1:], "act.order")).outcome is ARGUABLE
