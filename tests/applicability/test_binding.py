"""Whether the State of the actor was bound, and by what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lawmap.applicability import Bond, bond, circumstances, statements
from lawmap.model.base import FileRecord
from lawmap.model.norm import Norm
from lawmap.truth import Truth, Value
from tests.builders import (
    ATTRIBUTION,
    Data,
    allegation,
    event,
    instrument,
    library,
    norm,
    parties,
    situation,
)

TABLE = Path(__file__).parents[1] / "cases/binding.yaml"
CASES = yaml.load(TABLE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
TREATY = instrument(binding="treaty")
STUDY = instrument("study", unit="rule")
RATIFIED = event("ratification", "2010-06-01")

ANSWERS = {
    "bound": Value(Truth.SUPPORTED),
    "not bound": Value(Truth.CONTRADICTED),
    "in part": Value(Truth.SUPPORTED, in_part=True),
    "unknown": Value(Truth.OPEN),
}
BOUND, NOT_BOUND, UNKNOWN = (ANSWERS[key] for key in ("bound", "not bound", "unknown"))


def bond_of(*records: FileRecord, rule: Norm | None = None, **given: Any) -> Bond:
    """The tie of the actor's State, in May 2022 unless the test says otherwise."""
    made = library(TREATY, STUDY, situation(), *records)
    one = allegation(**{"when": {"within": "2022-05"}} | given)
    return bond(made, rule or norm(), circumstances(one, made))


def answer(*records: FileRecord, rule: Norm | None = None, **given: Any) -> Value:
    return bond_of(*records, rule=rule, **given).plane.at(0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_state_is_bound_as_its_party_table_says(case: Data) -> None:
    later = [{"on": case["confirmed"], "source": ATTRIBUTION}] if "confirmed" in case else []
    table = parties(*(event(act, day) for act, day in case["table"].items()), confirmed=later)
    found = bond_of(table, when=case["when"] if case["when"] != "~" else None)
    assert found.plane.at(0) == ANSWERS[case["answer"]]
    assert case.get("says", "") in " ".join(found.reasons)
    assert found.reasons


def test_a_state_that_no_table_lists_is_unknown() -> None:
    assert answer(parties(RATIFIED, state="BBB")) == UNKNOWN
    assert answer() == UNKNOWN


@pytest.mark.parametrize("actors", ["unstated", [{"actor": "Some militia"}]])
def test_an_actor_of_no_stated_state_is_unknown_even_under_custom(actors: Any) -> None:
    found = bond_of(instrument(), by=actors)
    assert found.plane.at(0) == UNKNOWN
    assert "does not say for which State" in found.reasons[0]


def test_two_states_that_stand_differently_leave_it_unknown() -> None:
    both = [{"actor": "Aland", "state": "AAA"}, {"actor": "Beland", "state": "BBB"}]
    ours, theirs = parties(RATIFIED), parties(state="BBB")
    table = ours.model_copy(update={"parties": dict(ours.parties) | dict(theirs.parties)})
    assert [answer(table, by=[one]) for one in both] == [BOUND, NOT_BOUND]
    assert answer(table, by=both) == answer(table, by=both[::-1]) == UNKNOWN
    assert answer(instrument(), by=both) == BOUND


def test_an_instrument_of_custom_binds_a_state_that_no_table_lists() -> None:
    assert answer(instrument()) == BOUND


def test_a_norm_binds_by_its_customary_rule_where_the_treaty_does_not() -> None:
    rule = norm(custom="study:95")
    found = bond_of(parties(), rule=rule)
    assert found.plane.at(0) == BOUND
    assert "was not a party" in found.reasons[0]
    assert found.reasons[1] == "It binds as custom: Treaty study, rule 95."
    assert answer(parties(), rule=norm()) == NOT_BOUND


def test_custom_settles_a_time_across_entry_into_force() -> None:
    across = {"within": "2010"}
    assert answer(parties(RATIFIED), when=across) == UNKNOWN
    assert answer(parties(RATIFIED), rule=norm(custom="study:95"), when=across) == BOUND


def test_a_treaty_that_states_custom_binds_a_state_that_is_no_party() -> None:
    custom = {"statement": "A tribunal said so.", "source": ATTRIBUTION}
    found = bond_of(instrument(binding="treaty", customary=custom), parties())
    assert found.plane.at(0) == BOUND
    assert "A tribunal said so." in found.reasons[-1]


def test_a_party_is_bound_by_the_treaty_without_a_word_on_custom() -> None:
    found = bond_of(parties(RATIFIED), rule=norm(custom="study:95"))
    assert not any("custom" in reason for reason in found.reasons)


def test_a_norm_that_binds_persons_asks_for_the_reach_of_a_court_and_not_for_a_state() -> None:
    found = bond_of(parties(RATIFIED), rule=norm(binds=["person"]))
    assert found.plane.at(0) == UNKNOWN
    assert "how far a court reaches" in found.reasons[0]
    assert not found.encoded
    assert bond_of(parties(RATIFIED), rule=norm()).encoded


def test_a_norm_that_also_binds_states_asks_for_the_tie_of_the_state() -> None:
    assert answer(parties(RATIFIED), rule=norm(binds=["person", "state"])) == BOUND


def test_a_statement_is_shown_with_the_provision_that_it_concerns_and_those_below() -> None:
    reserved = event("reservation", None, on="2010-05-01", provisions=["t:4(1)"], text="Not here.")
    made = library(TREATY, parties(RATIFIED, reserved))
    frame = circumstances(allegation(), made)
    shown = {
        one: list(statements(made, norm(one), frame)) for one in ("t:4(1)", "t:4(1)(a)", "t:4(2)")
    }
    assert len(shown["t:4(1)"]) == len(shown["t:4(1)(a)"]) == 1
    assert "1 May 2010" in shown["t:4(1)"][0]
    assert not shown["t:4(2)"]


LEFT_AND_BACK = [
    event("ratification", "1990-01-01"),
    event("denunciation", "2000-01-01"),
    event("accession", "2010-01-01"),
]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"within": "1995"}, BOUND),
        ({"within": "2005"}, NOT_BOUND),
        ({"within": "2015"}, BOUND),
        ({"within": "1995/2015"}, UNKNOWN),
        ({"during": "1995/2015"}, ANSWERS["in part"]),
        ({"within": "2025"}, UNKNOWN),
    ],
)
def test_a_state_that_left_and_came_back_is_bound_on_both_sides_of_the_gap(
    when: Data, expected: Value
) -> None:
    assert answer(parties(*LEFT_AND_BACK), when=when) == expected


def test_the_day_of_the_sentence_is_the_one_that_the_reported_time_crosses() -> None:
    ended = event("denunciation", "2022-09-16")
    found = bond_of(parties(RATIFIED, ended), when={"within": "2010"})
    assert "1 June 2010" in found.reasons[0]


def test_a_declaration_binds_no_state_by_itself() -> None:
    paper = instrument(binding="declaration")
    found = bond_of(paper, parties(RATIFIED))
    assert (found.plane.at(0), found.reasons) == (
        NOT_BOUND,
        ("Treaty t: a declaration, which binds no State by itself.",),
    )


def test_what_a_declaration_states_may_bind_as_custom() -> None:
    paper = instrument(binding="declaration")
    assert answer(paper, rule=norm(custom="study:1")) == BOUND
