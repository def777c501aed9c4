"""Which parts of a norm its cases decide: those without which a case would not come out so."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.matching import coverage, run_cases
from tests.builders import Data, chapeau, denied, element, ground, library, norm

RULE: Data = {
    "elements": {
        "place": element("fact.a"),
        "persons": element("status.protected", "person"),
        "known": element("fact.c", "mental"),
    },
    "exceptions": {"safety": ground("fact.b")},
}
ALL = ("act.do", "fact.a", "status.protected")


def undecided(*cases: Data, records: tuple[Any, ...] = (), rule: Data = RULE) -> set[str]:
    """The parts that none of these cases decides."""
    given = [{"name": f"case {at}", **case} for at, case in enumerate(cases)]
    made = library(*records, norm(cases=given, **rule))
    return {one.id for one in coverage(made, run_cases(made)) if one.by is None}


EVERYTHING = {"conduct", "place", "persons", "known", "safety"}
DECIDES = {
    "an open element": ({"facts": ["act.do", "status.protected"], "expect": "arguable"}, "place"),
    "a denied element": (
        {"facts": ["act.do", "fact.a", denied("status.protected")], "expect": "excluded"},
        "persons",
    ),
    "a disputed element": ({"facts": [*ALL, denied("fact.a")], "expect": "contested"}, "place"),
    "the conduct": ({"facts": ALL[1:], "expect": "silent"}, "conduct"),
    "an exception": ({"facts": [*ALL, "fact.b"], "expect": "excepted"}, "safety"),
    "a disputed exception": (
        {"facts": [*ALL, "fact.b", denied("fact.b")], "expect": "contested"},
        "safety",
    ),
    "a denied mental element": (
        {"facts": [*ALL, denied("fact.c")], "expect": "contested"},
        "known",
    ),
    "a mental element left to prove": (
        {"facts": ALL, "expect": "engaged", "marks": ["mental-element-to-be-proved"]},
        "known",
    ),
}


@pytest.mark.parametrize(("case", "part"), DECIDES.values(), ids=DECIDES)
def test_a_case_that_turns_on_one_part_decides_it(case: Data, part: str) -> None:
    assert undecided(case) == EVERYTHING - {part}


DECIDES_NOTHING: dict[str, Data] = {
    "an engaged case": {"facts": ALL, "expect": "engaged"},
    "two open elements": {"facts": ["act.do"], "expect": "arguable"},
    "an element open, and the tie too": {
        "facts": ["act.do", "fact.a"],
        "applicable": "unknown",
        "expect": "arguable",
    },
    "no tie": {"facts": ALL, "applicable": "no", "expect": "excluded"},
    "a case that fails": {"facts": ["act.do", "fact.a"], "expect": "engaged"},
    "a value that says that an element is met": {
        "facts": ALL,
        "expect": "engaged",
        "elements": {"place": "supported", "safety": "open"},
    },
}


@pytest.mark.parametrize("case", DECIDES_NOTHING.values(), ids=DECIDES_NOTHING)
def test_other_cases_decide_nothing(case: Data) -> None:
    assert undecided(case) == EVERYTHING


def test_a_value_that_is_written_down_decides_its_part() -> None:
    case = {"facts": ["act.do"], "expect": "arguable", "elements": {"place": "open"}}
    assert undecided(case) == EVERYTHING - {"place"}


SHARED = chapeau(conflict=element("conflict.nexus", "context"))
INCLUDING: Data = {"include": ["chapeau/shared"], "elements": {}}
DENIED: Data = {"facts": ["act.do", denied("conflict.nexus")], "expect": "excluded"}
ENGAGED: Data = {"name": "done", "facts": ["act.do"], "expect": "engaged"}


def test_an_element_of_a_chapeau_counts_once_and_any_norm_decides_it() -> None:
    first = norm("t:1", cases=[ENGAGED], **INCLUDING)
    second = norm("t:2", cases=[{"name": "denied", **DENIED}], **INCLUDING)
    made = library(SHARED, first, second)
    (found,) = [one for one in coverage(made, run_cases(made)) if one.id == "conflict"]
    assert found.owner == "chapeau/shared"
    assert found.by is not None
    assert found.by.norm == "t:2"


def test_a_norm_that_replaces_an_element_of_a_chapeau_has_to_decide_its_own() -> None:
    own = {"conflict": element("conflict.international", "context")}
    first = norm("t:1", cases=[ENGAGED], **INCLUDING | {"elements": own})
    second = norm("t:2", cases=[{"name": "denied", **DENIED}], **INCLUDING)
    made = library(SHARED, first, second)
    found = [one for one in coverage(made, run_cases(made)) if one.id == "conflict"]
    assert [(one.owner, one.by is not None) for one in found] == [
        ("chapeau/shared", True),
        ("t:1", False),
    ]


def test_an_element_and_an_exception_of_one_name_are_two_parts() -> None:
    rule: Data = {
        "elements": {"same": element("fact.a")},
        "exceptions": {"same": ground("fact.b")},
    }
    excepted = {"name": "it", "facts": ["act.do", "fact.a", "fact.b"], "expect": "excepted"}
    made = library(norm(cases=[excepted], **rule))
    found = {(one.key, one.id): one.by is not None for one in coverage(made, run_cases(made))}
    assert found == {
        ("elements", "conduct"): False,
        ("elements", "same"): False,
        ("exceptions", "same"): True,
    }
