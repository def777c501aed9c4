"""What a derivation counts: whose conduct, which norms, which States, and whom they bind."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.matching import explain
from lawmap.model.allegation import Allegation
from lawmap.model.base import FileRecord
from lawmap.model.instrument import Parties
from lawmap.model.library import Library
from lawmap.model.outcome import ElementValue
from tests.applicability.courts import court
from tests.builders import (
    ARMY,
    ECHO,
    PAPER,
    VOCABULARY,
    WITNESS,
    Data,
    allegation,
    denied,
    derived,
    element,
    event,
    instrument,
    library,
    norm,
    occupation,
    parties,
    presumption,
    said,
    situation,
)
from tests.matching.one_pair import DISPUTED, OPEN, SUPPORTED, values

BBB = [{"actor": "Beland", "state": "BBB"}]
CCC = [{"actor": "Celand", "state": "CCC"}]
READER = norm(
    "u:99",
    elements={"conduct": element("act.undo", "conduct"), "follows": element("derived.crime")},
)


def made(set_by: Data, *records: FileRecord) -> Library:
    """A library in which u:99, a rule of custom, reads a term that is set so."""
    term = derived(crime=set_by)
    return library(*VOCABULARY, term, instrument("u"), READER, instrument(), *records)


def told(set_by: Data, *records: FileRecord) -> ElementValue:
    """What the derived term says for allegation ``a``."""
    (found,) = explain(made(set_by, *records), "a", "u:99")
    return values(found)["follows"]


def help_for(other: str = "b", *facts: Any, **given: Any) -> Allegation:
    """Allegation ``a``: the assistance of CCC to another allegation."""
    return allegation(*facts, "act.undo", assists=other, **{"by": CCC} | given)


def helped(**given: Any) -> Allegation:
    """Allegation ``b``: what BBB did."""
    return allegation("act.do", id="b", **{"by": BBB} | given)


# Whose conduct


@pytest.mark.parametrize(
    ("conduct", "own", "others"),
    [
        (["same"], SUPPORTED, OPEN),
        (["assisted"], OPEN, SUPPORTED),
        (["same", "assisted"], SUPPORTED, SUPPORTED),
    ],
)
def test_a_term_looks_at_own_conduct_or_at_what_is_assisted_or_at_both(
    conduct: list[str], own: ElementValue, others: ElementValue
) -> None:
    nothing = allegation("fact.a", id="b")
    assert told({"conduct": conduct}, norm(), help_for("b", "act.do"), nothing) is own
    assert told({"conduct": conduct}, norm(), help_for(), helped()) is others


ASSISTED = {"conduct": ["assisted"]}


def test_conduct_that_assists_nothing_or_something_unknown_follows_from_nothing() -> None:
    alone = allegation("act.undo")
    assert told(ASSISTED, norm(), alone, helped()) is OPEN
    assert told(ASSISTED, norm(), help_for("unknown"), helped()) is OPEN


def test_assistance_to_assistance_does_not_reach_the_conduct_behind_it() -> None:
    between = allegation("fact.a", id="b", assists="c")
    furthest = allegation("act.do", id="c")
    assert told(ASSISTED, norm(), help_for("b"), between, furthest) is OPEN


def test_what_assists_is_no_premise_of_what_is_assisted() -> None:
    one = allegation("act.undo")
    assert told(ASSISTED, norm(), one, allegation("act.do", id="b", assists="a")) is OPEN


def test_the_whole_of_a_part_is_not_what_the_part_assists() -> None:
    part = allegation("act.undo", part_of="b")
    assert told(ASSISTED, norm(), part, helped()) is OPEN


def test_a_part_that_is_assisted_has_what_it_inherits() -> None:
    moved = norm(elements={"number": element({"number": {"at_least": 2}})})
    group = {"group": "people", "number": {"exactly": 9}}
    whole = allegation("fact.a", id="c", against=group)
    assert told(ASSISTED, moved, help_for(), helped(part_of="c"), whole) is SUPPORTED
    assert told(ASSISTED, moved, help_for(), helped(), whole) is OPEN


# Which norms


@pytest.mark.parametrize(
    ("holds", "counts"),
    [
        ("t:1", True),
        ("t:1(2)", True),
        ("t:1(2)(a)/slug", True),
        ("t:1/slug", True),
        ("t:10", False),
        ("t:10(1)", False),
        ("t:2", False),
        ("u:1", False),
    ],
)
def test_a_pinpoint_counts_itself_and_every_norm_below_it_and_no_other(
    holds: str, counts: bool
) -> None:
    set_by = {"conduct": ["same"], "norms": ["t:1"]}
    one = allegation("act.do", "act.undo")
    assert told(set_by, norm(holds), one) is (SUPPORTED if counts else OPEN)


def test_of_several_pinpoints_one_is_enough() -> None:
    set_by = {"conduct": ["same"], "norms": ["t:1", "t:2"]}
    assert told(set_by, norm("t:2"), allegation("act.do", "act.undo")) is SUPPORTED


ON_PERSONS = norm(binds=["person"])
IN_REACH: Data = {"when": {"within": "2022"}, "where": {"in": ["BB-1"]}}


@pytest.mark.parametrize(
    ("bearer", "states", "persons"),
    [
        ("state", SUPPORTED, OPEN),
        ("person", OPEN, SUPPORTED),
        (None, SUPPORTED, SUPPORTED),
    ],
)
def test_a_term_may_count_rules_on_states_or_on_persons_only(
    bearer: str | None, states: ElementValue, persons: ElementValue
) -> None:
    world = situation(courts={"icc": court()})
    one = allegation("act.do", "act.undo", **IN_REACH)
    set_by = {"conduct": ["same"], "bearer": bearer}
    assert told(set_by, norm(), world, one) is states
    assert told(set_by, ON_PERSONS, world, one) is persons


def test_a_crime_beyond_the_reach_of_every_court_is_no_premise() -> None:
    world = situation(courts={"icc": court()})
    away = allegation("act.do", "act.undo", when={"within": "2022"}, where={"in": ["CC-1"]})
    assert told({"conduct": ["same"]}, ON_PERSONS, world, away) is OPEN


# Which States

AAA = [{"actor": "Aland", "state": "AAA"}]
NOBODY = [{"actor": "somebody"}]


@pytest.mark.parametrize(
    ("helper", "actor", "counts"),
    [
        (CCC, BBB, True),
        (BBB, BBB, False),
        ([*AAA, *BBB], BBB, False),
        (CCC, [*AAA, *BBB], True),
        ("unstated", BBB, False),
        (CCC, "unstated", False),
        (NOBODY, BBB, False),
        (CCC, NOBODY, False),
    ],
)
def test_another_states_conduct_is_that_of_a_state_known_to_be_another(
    helper: Any, actor: Any, counts: bool
) -> None:
    set_by = {**ASSISTED, "other_state": True}
    found = told(set_by, norm(), help_for(by=helper), helped(by=actor))
    assert found is (SUPPORTED if counts else OPEN)


def test_a_term_on_another_state_still_counts_own_conduct_where_it_looks_at_it() -> None:
    set_by = {"conduct": ["same", "assisted"], "other_state": True}
    own = help_for("b", "act.do", by=BBB)
    assert told(set_by, norm(), own, helped()) is SUPPORTED


# Whom the norm binds

SHARED = {**ASSISTED, "binds_actor": True}
TREATY = instrument(binding="treaty")
RATIFIED = event("ratification", "2010-06-01")
IN_2022 = {"within": "2022"}


def party_table(*of_the_helper: Data) -> Parties:
    """The parties of the treaty: BBB since 2010, and CCC by these events."""
    first = parties(RATIFIED, state="BBB")
    second = parties(*of_the_helper, state="CCC")
    return first.model_copy(update={"parties": {**first.parties, **second.parties}})


def shared(*records: FileRecord, when: Data = IN_2022) -> ElementValue:
    """Whether a rule of a treaty that binds BBB also binds CCC, which helps."""
    return told(SHARED, TREATY, *records, help_for(when=when), helped(when=when))


@pytest.mark.parametrize(
    ("events", "when", "value"),
    [
        ([RATIFIED], {"within": "2022"}, SUPPORTED),
        ([], {"within": "2022"}, OPEN),
        ([event("ratification", "2023-06-01")], {"within": "2022"}, OPEN),
        ([event("ratification", "2022-06-01")], {"within": "2022"}, OPEN),
        ([event("ratification", "2022-06-01")], {"during": "2022"}, OPEN),
        ([RATIFIED], {"within": "2025"}, OPEN),
    ],
)
def test_a_shared_rule_is_one_that_bound_the_helper_on_all_days_in_question(
    events: list[Data], when: Data, value: ElementValue
) -> None:
    assert shared(party_table(*events), norm(), when=when) is value


def test_a_state_that_no_table_lists_shares_no_rule_of_a_treaty() -> None:
    assert shared(parties(RATIFIED, state="BBB"), norm()) is OPEN


def test_a_rule_that_also_is_custom_is_shared() -> None:
    custom = norm(custom="u:5")
    assert shared(parties(RATIFIED, state="BBB"), custom) is SUPPORTED


OCCUPIER = norm(binds=["occupying-power"])
OCCUPIED: Data = {"where": {"in": ["BB-1"]}, "when": {"within": "2022-05"}}


@pytest.mark.parametrize(
    ("in_role", "value"),
    [
        (["role.occupying-power"], SUPPORTED),
        ([], OPEN),
        ([denied("role.occupying-power")], OPEN),
        (["role.occupying-power", denied("role.occupying-power")], OPEN),
    ],
)
def test_a_rule_for_a_role_is_shared_only_by_who_has_the_role(
    in_role: list[Any], value: ElementValue
) -> None:
    actor = allegation("act.do", "role.occupying-power", id="b", by=BBB)
    assert told(SHARED, OCCUPIER, help_for("b", *in_role), actor) is value


def test_the_role_of_the_helper_is_read_from_the_situation() -> None:
    occupier = helped(by=AAA, **OCCUPIED)
    world = situation(occupation())
    assert told(SHARED, OCCUPIER, world, help_for(by=CCC, **OCCUPIED), occupier) is OPEN
    assert told(SHARED, OCCUPIER, world, help_for(by=AAA, **OCCUPIED), occupier) is SUPPORTED


def test_a_planned_role_counts_in_the_prospective_view_only() -> None:
    actor = allegation("act.do", "role.occupying-power", id="b", by=BBB)
    role = {"planned": "role.occupying-power"}
    done = help_for("b", role)
    planned = allegation({"planned": "act.undo"}, role, assists="b", by=CCC)
    assert told(SHARED, OCCUPIER, done, actor) is OPEN
    assert told(SHARED, OCCUPIER, planned, actor) is SUPPORTED


# What is behind a derived term


def test_a_derived_answer_names_the_allegation_and_the_norms_that_it_follows_from() -> None:
    disputed = norm("t:2", elements={"more": element("fact.a")})
    one = helped().model_copy(
        update={"facts": allegation("act.do", "fact.a", denied("fact.a")).facts}
    )
    (found,) = explain(made(ASSISTED, norm(), disputed, help_for(), one), "a", "u:99")
    assert values(found)["follows"] is DISPUTED
    (fact,) = found.assessment.elements[1].facts
    assert (fact.term, fact.claimants, fact.passages) == ("derived.crime", (), ())
    assert fact.basis == "From the outcome for 'b': t:1, t:2 (contested)"


def origins(*facts: Any, rules: Any = (), helper: Any = (PAPER, WITNESS, ARMY)) -> int:
    """The origins of u:99 for assistance that several claimants report."""
    one = allegation(said("act.undo", *helper), assists="b", by=CCC)
    other = allegation(*facts, id="b", by=BBB)
    (found,) = explain(made(ASSISTED, *(rules or [norm()]), one, other), "a", "u:99")
    return found.assessment.origins


@pytest.mark.parametrize(
    ("passages", "count"),
    [([PAPER], 1), ([PAPER, WITNESS], 2), ([WITNESS, ECHO], 1), ([PAPER, WITNESS, ARMY], 3)],
)
def test_a_derived_term_has_the_origins_of_its_premise(passages: list[str], count: int) -> None:
    assert origins(said("act.do", *passages)) == count


def test_who_stands_behind_the_weakest_element_of_the_premise_stands_behind_the_term() -> None:
    rule = norm(elements={"more": element("fact.a")})
    told_by = (said("act.do", PAPER, WITNESS, ARMY), said("fact.a", WITNESS, ECHO))
    assert origins(*told_by, rules=[rule]) == 1


def test_those_behind_several_premises_count_together() -> None:
    rules = [norm("t:1"), norm("t:2", elements={"conduct": element("act.plan", "conduct")})]
    assert origins(said("act.do", PAPER), said("act.plan", WITNESS), rules=rules) == 2


def test_the_weakest_element_of_the_reader_still_decides() -> None:
    assert origins(said("act.do", PAPER, WITNESS), helper=(PAPER,)) == 1


def test_the_premise_of_a_premise_may_be_a_presumption() -> None:
    rule = norm(elements={"more": element("fact.b")})
    drawn = presumption("p", "fact.a", asserts=["fact.b"])
    told_by = (said("act.do", PAPER, WITNESS, ARMY), said("fact.a", PAPER, WITNESS))
    assert origins(*told_by, rules=[rule, drawn]) == 2


def test_a_premise_is_looked_at_for_the_state_that_acted_and_not_for_the_one_that_helped() -> None:
    bound = parties(RATIFIED, state="CCC")
    both = (help_for(when=IN_2022), helped(when=IN_2022))
    assert told(ASSISTED, TREATY, bound, norm(), *both) is OPEN
    assert told(ASSISTED, TREATY, party_table(), norm(), *both) is SUPPORTED
