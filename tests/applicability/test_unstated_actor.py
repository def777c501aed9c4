"""What the reported places alone tell, where nobody says who acted: it never names an actor."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.applicability import Bond, bond, circumstances
from lawmap.model.instrument import Parties
from lawmap.truth import Truth, Value
from tests.applicability.found import WAR, findings_of, found
from tests.applicability.shipped import bond_of, frame_of, pack
from tests.builders import (
    PAPER,
    WITNESS,
    Data,
    allegation,
    conflict,
    event,
    instrument,
    library,
    norm,
    occupation,
    parties,
    situation,
)

CONFLICT, PARTY = "conflict.international", "role.party-to-conflict"
CELAND = [{"actor": "Celand", "state": "CCC"}]


# The conflict, by the place


@pytest.mark.parametrize(
    ("where", "holds"),
    [
        ({"in": ["BB-1"]}, True),
        ({"in": ["BB-2"]}, True),
        ({"in": ["AA-1"]}, True),
        ({"in": ["AA-1", "BB-1"]}, True),
        ({"in": ["CC-1"]}, None),
        ({"in": ["BB-1", "CC-1"]}, None),
        ({"in": ["XX-1"]}, None),
        ({"in": ["BB-1", "XX-1"]}, None),
        ({"in": ["CC-1"], "from": ["BB-1"]}, None),
        ({"from": ["BB-1"], "to": ["CC-1"]}, True),
        ({"from": ["CC-1"], "to": ["BB-1"]}, True),
        ({"from": ["CC-1"], "to": ["CC-1"]}, None),
        ({"from": ["BB-1"]}, True),
        ({"to": ["BB-1"]}, True),
        ({"as_reported": "the front"}, None),
        (None, None),
    ],
)
def test_on_territory_of_a_party_there_is_the_conflict_whoever_acted(
    where: Data | None, holds: bool | None
) -> None:
    statuses = found(where=where, by="unstated")
    assert statuses.get(CONFLICT) is holds
    assert PARTY not in statuses


@pytest.mark.parametrize("when", [{"within": "2014-02"}, {"within": "2025-01"}, None])
def test_the_place_tells_no_conflict_outside_the_days_for_which_it_is_known(
    when: Data | None,
) -> None:
    assert CONFLICT not in found(where={"in": ["BB-1"]}, by="unstated", when=when)


def test_the_place_tells_no_international_conflict_where_it_is_internal() -> None:
    internal = situation(conflicts={"one": conflict(kind="non-international")})
    assert CONFLICT not in found(internal, where={"in": ["BB-1"]}, by="unstated")


def test_a_state_on_neither_side_that_acts_in_the_conflict_is_no_party_to_it() -> None:
    statuses = found(where={"in": ["BB-1"]}, by=CELAND)
    assert statuses[CONFLICT] is True
    assert PARTY not in statuses


def test_the_sentence_names_the_place_and_rests_on_the_passages_that_name_it() -> None:
    where = {"from": ["BB-1"], "to": ["CC-1"], "per": [WITNESS]}
    finding = findings_of(where=where, by="unstated")[CONFLICT]
    assert finding.because == (
        "The conflict: an international armed conflict since 1 March 2014."
        " Territory of a party to it: a place of BBB."
    )
    assert finding.per == (WITNESS,)
    assert finding.entries == (WAR.conflicts["conflict"],)


def test_where_a_party_acted_the_conflict_rests_on_who_acted_and_not_on_the_place() -> None:
    where = {"in": ["BB-1"], "per": [WITNESS]}
    stated = findings_of(where=where)
    assert stated[CONFLICT].per == (PAPER,)
    assert stated[PARTY].holds is True


# How the States of the reported places stood

YES, NO, UNKNOWN = (Value(one) for one in (Truth.SUPPORTED, Truth.CONTRADICTED, Truth.OPEN))
INTRODUCED = "Without inferring that one of them acted, for the States of the reported places:"


def table_of(**events: list[Data]) -> Parties:
    """One table of several States."""
    made = [parties(*of_state, state=state) for state, of_state in events.items()]
    rows = {state: party for one in made for state, party in one.parties.items()}
    return made[0].model_copy(update={"parties": rows})


RATIFIED = event("ratification", "2010-06-01")
ALL = table_of(AAA=[RATIFIED], BBB=[event("accession", "2012-01-01")], CCC=[])
OCCUPIED = situation(occupation("BB-1"))


def tie(**given: Any) -> Bond:
    """The tie of treaty t, which all three States' table knows, to conduct of May 2022."""
    made = library(instrument(binding="treaty"), ALL, OCCUPIED)
    defaults: Data = {"when": {"within": "2022-05"}, "by": "unstated"}
    return bond(made, norm(), circumstances(allegation(**defaults | given), made))


def told(**given: Any) -> list[str]:
    """The names of the States in the notes, in order."""
    notes = tie(**given).notes
    assert not notes or notes[0] == INTRODUCED
    names = ("Aland", "Beland", "Celand")
    return [name for note in notes[1:] for name in names if name in note]


@pytest.mark.parametrize(
    ("where", "states"),
    [
        ({"in": ["AA-1"]}, ["Aland"]),
        ({"in": ["BB-1"]}, ["Beland", "Aland"]),
        ({"in": ["BB-2"]}, ["Beland", "Aland"]),
        ({"in": ["BB-3"]}, ["Beland"]),
        ({"in": ["CC-1"]}, ["Celand"]),
        ({"in": ["AA-1", "CC-1"]}, ["Aland", "Celand"]),
        ({"from": ["BB-1"], "to": ["CC-1"]}, ["Celand", "Aland"]),
        ({"from": ["BB-3"], "to": ["CC-1"]}, ["Celand"]),
        ({"in": ["CC-1"], "from": ["BB-1"]}, ["Celand", "Aland"]),
        ({"in": ["XX-1"]}, []),
        ({"as_reported": "the front"}, []),
        (None, []),
    ],
)
def test_the_owner_and_the_occupier_of_the_place_are_told_where_the_actor_is_not(
    where: Data | None, states: list[str]
) -> None:
    assert told(where=where) == states


def test_what_is_told_of_those_states_is_how_each_stood() -> None:
    notes = tie(where={"in": ["AA-1", "CC-1"]}).notes
    assert "binding on Aland since 1 June 2010 (ratification)" in notes[1]
    assert "Celand was not a party" in notes[2]
    earlier = tie(where={"in": ["BB-3"]}, when={"within": "2011"}).notes
    assert "bound only from 1 January 2012" in earlier[1]


@pytest.mark.parametrize("code", ["AA-1", "CC-1"])
def test_what_is_told_of_those_states_never_decides(code: str) -> None:
    """All States of the place bound, or none of them: who acted is still not said."""
    found = tie(where={"in": [code]})
    assert found.notes
    assert found.plane.at(0) == UNKNOWN
    assert found.reasons == ("The report does not say for which State the actor acted.",)


@pytest.mark.parametrize(("state", "expected"), [("AAA", YES), ("CCC", NO)])
def test_where_the_actor_is_stated_nobody_else_is_told(state: str, expected: Value) -> None:
    found = tie(where={"in": ["BB-1"]}, by=[{"actor": "Somebody", "state": state}])
    assert found.notes == ()
    assert found.plane.at(0) == expected


def test_the_shipped_pack_tells_of_both_states_for_an_occupied_place() -> None:
    found = bond_of("echr:3", by="unstated", where={"in": ["UA-43"]}, when={"within": "2022-10"})
    assert found.plane.at(0) == UNKNOWN
    told_of = " ".join(found.notes)
    assert "binding on Ukraine since 11 September 1997" in told_of
    assert "Russia was bound only until 16 September 2022" in told_of


def test_the_shipped_pack_tells_of_belarus_and_of_who_occupied_where_the_persons_came_from() -> (
    None
):
    where = {"in": ["BY-MI/dubrava"], "from": ["UA-14/mariupol"]}
    frame = {"by": "unstated", "where": where, "when": {"within": "2023"}}
    assert frame_of(**frame).states == ()
    notes = " ".join(bond_of("gc4:49(1)", **frame).notes)
    assert "binding on Belarus since" in notes
    assert "binding on Russia since" in notes
    assert set(pack().state_names) == {"UKR", "RUS", "BLR"}
