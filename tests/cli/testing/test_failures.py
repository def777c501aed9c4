"""What is said of a case that fails: which element, what it asks for, which fact decides it."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.cli.testing.failures import failure_lines
from lawmap.matching import run_cases
from tests.builders import Data, denied, element, ground, library, norm, presumption

RULE: Data = {
    "elements": {
        "place": element({"any": ["fact.a-narrow", {"not": "fact.b"}]}),
        "young": element({"age": {"below": 15}}, "person"),
    },
    "exceptions": {"safety": ground({"all": ["fact.c", "status.protected"]})},
}
GRANTED = "  Applicable: yes. Taken for granted by the case."


def told(*facts: Any, records: tuple[Any, ...] = (), **case: Any) -> list[str]:
    given = {"name": "a case", "facts": facts, "expect": "engaged"} | case
    made = library(*records, norm(cases=[given], **RULE))
    (result,) = run_cases(made)
    assert not result.passed
    return list(failure_lines(result, made))


YOUNG: Data = {"age": {"exactly": 14}}


def test_an_open_element_is_shown_with_each_term_that_it_asks_for() -> None:
    assert told("act.do", "fact.a", "fact.b", **YOUNG) == [
        "expected engaged, came out arguable, because 'place' is open",
        "  circumstance element 'place' is open; it asks for any of (fact.a-narrow; not fact.b)",
        "      contradicted: not fact.b (the case reports it)",
        "      open: fact.a-narrow (the case does not speak of it)",
        "    - The case reports fact.a, which is broader than fact.a-narrow: it does not say it.",
        "  The others: 'conduct' supported, 'young' supported, 'safety' open.",
        GRANTED,
    ]


def test_a_figure_that_decides_is_shown() -> None:
    lines = told("act.do", "fact.a-narrow", age={"exactly": 16})
    assert lines[1:3] == [
        "  person element 'young' is contradicted; it asks for age below 15",
        "      contradicted: age below 15 (the case gives the age: exactly 16)",
    ]


def test_a_figure_that_is_missing_is_said_to_be_missing() -> None:
    assert "      open: age below 15 (the case gives no age)" in told("act.do", "fact.a-narrow")


def test_where_an_exception_was_expected_it_is_shown_what_it_lacks() -> None:
    lines = told("act.do", "fact.a-narrow", "fact.c", expect="excepted", **YOUNG)
    assert lines[1:4] == [
        "  exception 'safety' is open; it asks for all of (fact.c; status.protected)",
        "      supported: fact.c (the case reports it)",
        "      open: status.protected (the case does not speak of it)",
    ]


def test_a_value_that_was_expected_otherwise_is_shown() -> None:
    lines = told("act.do", "fact.a-narrow", elements={"young": "open"}, **YOUNG)
    assert lines[:2] == [
        "expected young open, came out supported",
        "  person element 'young' is supported; it asks for age below 15",
    ]


def test_a_presumption_that_decides_is_named() -> None:
    rule = presumption("p", "fact.c", denies=["fact.a"])
    lines = told("act.do", "fact.b", "fact.c", records=(rule,), **YOUNG)
    assert "      contradicted: fact.a-narrow (denied by presumption: Presumed: p.)" in lines


HINTS = {
    "a fact that no part reads": (
        ["act.undo", "fact.a-narrow"],
        "The case reports act.undo; the element asks for act.do.",
    ),
    "a denial of a narrower term": (
        [denied("act.do-worse"), "fact.a-narrow"],
        "The case denies act.do-worse, which is narrower than act.do: it leaves it open.",
    ),
    "a plan beside conduct that is done": (
        ["act.do", {"planned": "fact.a-narrow"}],
        "The case reports fact.a-narrow as planned only, which does not count beside conduct that"
        " is done.",
    ),
}


@pytest.mark.parametrize(("facts", "hint"), HINTS.values(), ids=HINTS)
def test_facts_that_come_near_are_pointed_out(facts: list[Any], hint: str) -> None:
    assert f"    - {hint}" in told(*facts, **YOUNG)


def test_facts_that_another_part_reads_are_no_hint() -> None:
    assert [line for line in told("act.do", "fact.c", **YOUNG) if line.startswith("    -")] == []
