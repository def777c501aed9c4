"""From the values of elements and exceptions to the outcome of one norm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lawmap.matching import match
from lawmap.model.norm import Norm
from lawmap.model.outcome import Mark, Outcome
from tests.builders import (
    Data,
    against,
    allegation,
    denied,
    element,
    event,
    ground,
    instrument,
    library,
    norm,
    parties,
)
from tests.matching.one_pair import CONTRADICTED, OPEN, SUPPORTED, examined, outcome, values

TABLE = Path(__file__).parents[1] / "cases/elements.yaml"
SAID: dict[str, list[Any]] = {
    "supported": ["fact.a"],
    "contradicted": [denied("fact.a")],
    "disputed": ["fact.a", denied("fact.a")],
    "open": [],
}


def rule(kind: str, condition: Any = "fact.a") -> Norm:
    """A norm with one more element of a kind, or with one exception."""
    if kind == "exception":
        return norm(exceptions={"more": ground(condition)})
    if kind == "special":
        return norm(elements={"more": element(condition, "person", special=True)})
    if kind == "negated":
        return norm(elements={"more": element({"not": condition})})
    return norm(elements={"more": element(condition, kind)})


@pytest.mark.parametrize(
    ("kind", "value", "expected", "marks"), yaml.safe_load(TABLE.read_text(encoding="utf-8"))
)
def test_an_element_moves_the_outcome_as_its_kind_does(
    kind: str, value: str, expected: str, marks: list[str]
) -> None:
    found = examined(allegation("act.do", *SAID[value]), rule(kind)).assessment
    assert found.outcome is Outcome(expected)
    assert [mark.value for mark in found.marks] == marks


YOUNG = {"age": {"below": 15}}
MIXED = against(age={"between": [6, 17]})


def test_an_element_supported_in_part_engages_and_is_marked() -> None:
    found = examined(allegation(against=MIXED), rule("person", YOUNG)).assessment
    assert (found.outcome, found.marks) == (Outcome.ENGAGED, (Mark.IN_PART,))
    assert found.elements[1].in_part


def test_an_exception_supported_in_part_counts_as_open() -> None:
    found = examined(allegation(against=MIXED), rule("exception", YOUNG)).assessment
    assert found.outcome is Outcome.ENGAGED
    assert found.exceptions[0].in_part


@pytest.mark.parametrize(("fact", "expected"), [("fact.a", "arguable"), ("fact.b", "silent")])
def test_a_norm_whose_conduct_is_open_speaks_only_where_a_hint_is_reported(
    fact: str, expected: str
) -> None:
    assert outcome(allegation(fact), norm(hints=["fact.a"])) is Outcome(expected)


def test_a_hint_that_is_denied_is_none() -> None:
    assert outcome(allegation(denied("fact.a")), norm(hints=["fact.a"])) is Outcome.SILENT


def test_conduct_that_is_denied_excludes() -> None:
    assert outcome(allegation(denied("act.do"))) is Outcome.EXCLUDED


def test_what_is_open_is_a_gap_with_its_means_of_proof() -> None:
    asks = norm(elements={"more": element("fact.a", proof=["a list of names"])})
    (gap,) = examined(allegation(), asks).assessment.gaps
    assert (gap.subject, gap.proof) == ("more", ("a list of names",))


TREATY = instrument(binding="treaty")
RATIFIED = event("ratification", "2010-06-01")


@pytest.mark.parametrize(
    ("when", "expected", "marks"),
    [
        ({"within": "2022"}, Outcome.ENGAGED, ()),
        ({"within": "2009"}, Outcome.EXCLUDED, ()),
        ({"within": "2010"}, Outcome.ARGUABLE, ()),
        ({"during": "2010"}, Outcome.ENGAGED, (Mark.IN_PART,)),
        ({"within": "2025"}, Outcome.ARGUABLE, ()),
    ],
)
def test_the_tie_of_the_state_moves_the_outcome(
    when: Data, expected: Outcome, marks: tuple[Mark, ...]
) -> None:
    found = examined(allegation(when=when), TREATY, parties(RATIFIED)).assessment
    assert (found.outcome, found.marks) == (expected, marks)
    assert bool(found.gaps) == (expected is Outcome.ARGUABLE)


def test_an_unstated_actor_makes_a_norm_arguable_and_never_engaged() -> None:
    assert outcome(allegation(by="unstated")) is Outcome.ARGUABLE


def test_a_norm_binds_only_in_the_role_that_it_names() -> None:
    binds = norm(binds=["occupying-power"])
    assert outcome(allegation("act.do", "role.occupying-power"), binds) is Outcome.ENGAGED
    assert outcome(allegation("act.do"), binds) is Outcome.ARGUABLE
    assert outcome(allegation("act.do", denied("role.occupying-power")), binds) is Outcome.EXCLUDED


def test_a_body_of_law_governs_only_under_its_condition() -> None:
    war = instrument(regime="war")
    assert outcome(allegation("act.do", "place.occupied"), war) is Outcome.ENGAGED
    assert outcome(allegation("act.do"), war) is Outcome.ARGUABLE


def test_consent_that_nobody_speaks_of_is_not_absent() -> None:
    without = norm(elements={"consent": element({"not": "fact.a"})})
    assert values(examined(allegation(), without))["consent"] is OPEN
    assert values(examined(allegation("act.do", denied("fact.a")), without))["consent"] is SUPPORTED
    assert values(examined(allegation("act.do", "fact.a"), without))["consent"] is CONTRADICTED


def test_match_gives_every_pair_in_order_and_leaves_out_silent_ones() -> None:
    made = library(norm("t:2"), norm("t:1"), allegation(id="b"), allegation("fact.a", id="a"))
    everything = [(one.allegation, one.norm) for one in match(made, silent=True)]
    assert everything == [("a", "t:1"), ("a", "t:2"), ("b", "t:1"), ("b", "t:2")]
    assert [(one.allegation, one.norm) for one in match(made)] == everything[2:]
    assert match(made, []) == []


def test_a_definition_has_no_outcome() -> None:
    assert match(library(norm(kind="definition"), allegation()), silent=True) == []
