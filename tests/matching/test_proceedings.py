"""Published warrants: related by crime, time and sort of conduct, or named by the allegation."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.matching import Related, evaluate_all, examine, pairs, related_proceedings
from lawmap.model.allegation import Allegation
from lawmap.model.library import Library
from lawmap.model.outcome import Outcome
from lawmap.periods import Relation
from lawmap.truth import Truth, Value
from tests.applicability.courts import court
from tests.builders import (
    Data,
    against,
    allegation,
    denied,
    element,
    library,
    norm,
    response,
    situation,
    warrant,
)
from tests.dossier.made import library_with
from tests.dossier.records import allegation as record
from tests.dossier.records import source

CRIME = norm("t:1(1)/deed", binds=["person"], elements={"more": element("fact.a")})
CHILDREN: Data = {"all": ["act.do", {"age": {"below": 18}}]}
IN_REACH: Data = {"when": {"within": "2022-05"}, "where": {"in": ["BB-1"]}}
CHILD, ADULT = against(age={"exactly": 12}), against(age={"exactly": 30})


def found(made: Library, one: Allegation) -> dict[str, Related]:
    """The warrants that are related to an allegation, by id."""
    evaluation = evaluate_all(made, [one])
    examined = [examine(pair) for pair in pairs(evaluation)]
    spoken = [item for item in examined if item.assessment.outcome is not Outcome.SILENT]
    return {item.id: item for item in related_proceedings(evaluation, 0, spoken)}


def related(*facts: Any, sought: Data | None = None, rule: Any = CRIME, **given: Any) -> Any:
    """The one warrant if it is related to what AAA did in reach of the court, else None."""
    proceedings = {"w": sought or warrant("t:1", condition=CHILDREN)}
    world = situation(courts={"icc": court()}, proceedings=proceedings)
    one = allegation(*(facts or ("act.do", "fact.a")), **{**IN_REACH, "against": CHILD, **given})
    return found(library(world, rule), one).get("w")


# A crime that it charges is raised


@pytest.mark.parametrize(
    ("facts", "is_related"),
    [
        (["act.do", "fact.a"], True),
        (["act.do", "fact.a", denied("fact.a")], True),
        (["act.do"], True),
        (["act.do", denied("fact.a")], False),
        (["fact.a"], False),
    ],
)
def test_a_warrant_needs_a_charged_crime_that_is_raised(facts: list[Any], is_related: bool) -> None:
    assert (related(*facts) is not None) is is_related


@pytest.mark.parametrize(
    ("charged", "is_related"),
    [
        (["t:1(1)/deed"], True),
        (["t:1(1)"], True),
        (["t:2", "t:1"], True),
        (["t:1(1)/other"], False),
        (["t:1(2)"], False),
        (["t:10"], False),
    ],
)
def test_a_charge_is_a_pinpoint_that_names_every_norm_below_it(
    charged: list[str], is_related: bool
) -> None:
    one = related(sought=warrant(*charged, condition=CHILDREN))
    assert (one is not None) is is_related


def test_conduct_of_the_sort_charged_without_a_charged_crime_is_not_related() -> None:
    assert related(rule=norm("t:2", binds=["person"])) is None


# The time may lie in the period charged


@pytest.mark.parametrize(
    ("when", "ends", "time"),
    [
        ({"within": "2022-05"}, None, Relation.INSIDE),
        ({"within": "2022"}, "2022-06-30", Relation.UNTOLD),
        ({"during": "2022"}, "2022-06-30", Relation.PARTLY),
        ({"within": "2021/2022"}, None, Relation.UNTOLD),
        ({"before": "2022-05"}, None, Relation.UNTOLD),
        (None, None, Relation.UNTOLD),
        ({"within": "2021"}, None, None),
        ({"during": "2021"}, None, None),
        ({"before": "2021-12-31"}, None, None),
        ({"within": "2022-07"}, "2022-06-30", None),
    ],
)
def test_conduct_that_cannot_lie_in_the_period_charged_is_not_related(
    when: Data | None, ends: str | None, time: Relation | None
) -> None:
    one = related(when=when, sought=warrant("t:1", condition=CHILDREN, ends=ends))
    assert (one and one.time) is time


# Nothing reported speaks against the sort of conduct and persons


@pytest.mark.parametrize(
    ("age", "fit"),
    [
        ({"exactly": 12}, Value(Truth.SUPPORTED)),
        ({"between": [6, 30]}, Value(Truth.SUPPORTED, in_part=True)),
        ({"uncertain": [16, 20]}, Value(Truth.OPEN)),
        ([], Value(Truth.OPEN)),
        ([{"exactly": 12}, {"exactly": 30}], Value(Truth.DISPUTED)),
        ({"exactly": 30}, None),
        ({"at_least": 18}, None),
    ],
)
def test_a_warrant_for_deeds_against_children_fits_as_far_as_they_are_children(
    age: Any, fit: Value | None
) -> None:
    one = related(against=against(age=age))
    assert (one and one.fit) == fit


def test_a_denial_by_those_who_reported_it_speaks_against_it_and_one_in_response_does_not() -> None:
    rule = norm("t:1", binds=["person"], elements={"conduct": element("act.undo", "conduct")})
    speaks_against = related("act.undo", denied("act.do"), rule=rule)
    assert speaks_against is None
    answered = related("act.undo", "act.do", rule=rule, responses=[response("conduct")])
    assert answered.fit == Value(Truth.SUPPORTED)


def test_what_is_planned_is_of_the_sort_that_is_planned() -> None:
    assert related({"planned": "act.do"}, "fact.a").fit == Value(Truth.SUPPORTED)


# The allegation names it


@pytest.mark.parametrize(
    ("facts", "given", "fit", "time"),
    [
        (["act.do"], {"against": ADULT}, Truth.CONTRADICTED, Relation.INSIDE),
        (["act.do"], {"when": {"within": "2021"}}, Truth.SUPPORTED, Relation.OUTSIDE),
        (["fact.b"], {}, Truth.OPEN, Relation.INSIDE),
    ],
)
def test_a_warrant_that_the_allegation_names_is_shown_with_how_it_does_not_fit(
    facts: list[Any], given: Data, fit: Truth, time: Relation
) -> None:
    linked = {"proceeding": "w", "note": "Said so."}
    one = related(*facts, proceedings=[linked], **given)
    assert (one.fit.truth, one.time) == (fit, time)
    assert one.linked.note == "Said so."
    assert related(*facts, **given) is None


def test_a_warrant_that_is_not_named_has_no_link() -> None:
    assert related().linked is None


def test_warrants_come_in_the_order_of_their_ids_each_with_its_own_answer() -> None:
    sought = {
        "z": warrant("t:1", condition=CHILDREN),
        "a": warrant("t:1"),
        "m": warrant("t:1", condition={"age": {"at_least": 18}}),
    }
    world = situation(courts={"icc": court()}, proceedings=sought)
    one = allegation("act.do", "fact.a", against=CHILD, **IN_REACH)
    assert list(found(library(world, CRIME), one)) == ["a", "z"]


# The shipped warrants of March 2023: children taken from occupied Ukraine

WARRANTS = {"icc-lvova-belova", "icc-putin"}
MOVED = ["act.move", {"not": "consent.person"}, "person.civilian", "actor.state-agent"]


def shipped(age: Any, **given: Any) -> dict[str, Truth]:
    """The shipped warrants that are related to people taken from Crimea to Russia, and how far."""
    defaults: Data = {
        "when": {"within": "2022-05"},
        "where": {"from": ["UA-43"], "to": ["RU"]},
        "facts": MOVED,
        "against": {"group": "people", "nationality": {"is": "UKR"}, "age": age},
    }
    made = library_with(record(**{**defaults, **given}), source())
    related_to = found(made, made.allegations["a"])
    return {name: one.fit.truth for name, one in related_to.items()}


def test_children_taken_to_russia_are_of_the_sort_charged() -> None:
    assert shipped({"below": 15}) == dict.fromkeys(WARRANTS, Truth.SUPPORTED)


@pytest.mark.parametrize("age", [{"at_least": 18}, {"between": [20, 60]}])
def test_adults_taken_to_russia_are_not_of_the_sort_charged(age: Data) -> None:
    assert shipped(age) == {}


def test_people_whose_age_nobody_reports_leave_it_open() -> None:
    assert shipped([]) == dict.fromkeys(WARRANTS, Truth.OPEN)


def test_children_taken_before_the_period_charged_are_not_related() -> None:
    assert shipped({"below": 15}, when={"within": "2014/2021"}) == {}
    assert set(shipped({"below": 15}, when={"within": "2021/2022"})) == WARRANTS


def test_children_held_and_not_moved_are_not_related() -> None:
    assert shipped({"below": 15}, facts=["act.detain", "person.civilian"]) == {}


def test_a_crime_that_is_charged_is_not_enough_where_the_conduct_charged_is_not_spoken_of() -> None:
    """A charge such as "other inhumane acts" covers many sorts of conduct."""
    grid = {"all": ["act.undo", "fact.b"]}
    assert related(sought=warrant("t:1", condition=grid)) is None
    assert related("act.do", "fact.a", "fact.b", sought=warrant("t:1", condition=grid)) is not None
