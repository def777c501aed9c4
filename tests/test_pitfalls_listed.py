"""The list of pitfalls: each is held by something, and what is named exists and passes."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lawmap.matching import run_cases
from tests.dossier.made import seed_library

HERE = Path(__file__).parent
NUMBERS = range(1, 34)
PITFALLS: list[dict[str, Any]] = yaml.safe_load(
    (HERE / "cases/pitfalls.yaml").read_text(encoding="utf-8")
)
HELD_BY = [(one["number"], name) for one in PITFALLS for name in one["held_by"]]
TESTS = sorted({name for _, name in HELD_BY if "::" in name})
CASES = sorted({name for _, name in HELD_BY if "::" not in name})


@cache
def named_in(module: str) -> frozenset[str]:
    """The names of the tests of a module, which is read and not run."""
    tree = ast.parse((HERE / f"{module}.py").read_text(encoding="utf-8"))
    functions = (one.name for one in tree.body if isinstance(one, ast.FunctionDef))
    return frozenset(name for name in functions if name.startswith("test_"))


@cache
def cases() -> dict[str, tuple[str, ...]]:
    """How the cases that the list names come out: what is not as they expect."""
    found = run_cases(seed_library(), lambda norm, case: f"{norm.id}: {case.name}" in CASES)
    return {f"{item.norm}: {item.case.name}": item.differences for item in found}


def test_the_list_has_every_pitfall_once_and_in_order() -> None:
    assert [one["number"] for one in PITFALLS] == list(NUMBERS)
    assert [set(one) for one in PITFALLS] == [{"number", "pitfall", "held_by"}] * len(NUMBERS)


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda one: str(one["number"]))
def test_a_pitfall_is_told_and_held_by_a_test_at_least(pitfall: dict[str, Any]) -> None:
    named = pitfall["held_by"]
    assert pitfall["pitfall"].strip().endswith(".")
    assert [name for name in named if "::" in name]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("name", TESTS)
def test_a_test_that_is_named_exists(name: str) -> None:
    module, _, test = name.partition("::")
    assert test in named_in(module)


@pytest.mark.parametrize("name", CASES)
def test_a_case_that_is_named_exists_and_passes(name: str) -> None:
    assert name in cases()
    assert cases()[name] == ()


def test_every_test_on_pitfalls_stands_under_a_number() -> None:
    module = "test_pitfalls"
    listed = {name.partition("::")[2] for name in TESTS if name.startswith(f"{module}::")}
    assert named_in(module) - listed == set()
