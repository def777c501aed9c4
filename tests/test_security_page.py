"""The page on security: each promise is held by tests that exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "security.md"
PROMISES = PAGE.read_text(encoding="utf-8").partition("\n## Promises\n")[2].partition("\n## ")[0]
ROW = re.compile(r"^\| (?P<promise>.+) \| (?P<held>\[.+\)) \|$", re.MULTILINE)
TEST = re.compile(r"\[`(?P<name>test_\w+)`\]\(\.\./(?P<path>tests/[\w/]+\.py)\)")


def rows() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each promise with the tests that hold it: file and name."""
    return [
        (row["promise"], [(test["path"], test["name"]) for test in TEST.finditer(row["held"])])
        for row in ROW.finditer(PROMISES)
    ]


@cache
def named_in(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def test_every_row_is_a_promise_with_its_tests() -> None:
    tables = [line for line in PROMISES.splitlines() if line.startswith("| ")]
    heads = [line for line in tables if line == "| Promise | Held by |"]
    assert len(rows()) == len(tables) - len(heads)
    assert len(rows()) >= 20


@pytest.mark.parametrize(("promise", "held"), rows())
def test_a_promise_is_held_by_tests_that_exist(promise: str, held: list[tuple[str, str]]) -> None:
    assert held, promise
    assert [f"{path}::{name}" for path, name in held if name not in named_in(path)] == []
