"""SARIF is valid, says what code scanning needs, and knows a fault again when lines move."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft4Validator, FormatChecker

from lawmap.cli.formats import FORMATS
from lawmap.diagnostics import RULES, Diagnostic, Position, Report
from tests.cli.formats.parsed import links, sarif
from tests.cli.formats.reports import EMPTY, FULL, any_report, few
from tests.shared import shared_folder

MOST_CHARACTERS = 1024  # of a description: GitHub, "SARIF support for code scanning"


@cache
def validator() -> Draft4Validator:
    path = shared_folder() / "data" / "suites" / "sarif" / "sarif-schema-2.1.0.json"
    return Draft4Validator(json.loads(path.read_text("utf-8")), format_checker=FormatChecker())


def against_schema(report: Report, *, rules: bool = True) -> list[str]:
    log = json.loads(FORMATS["sarif"](report))
    if not rules:
        log["runs"][0]["tool"]["driver"].pop("rules")
    return [error.message for error in validator().iter_errors(log)]


@pytest.mark.parametrize("report", [FULL, EMPTY], ids=["full", "empty"])
def test_a_log_is_valid(report: Report) -> None:
    assert against_schema(report) == []


@few
@given(any_report)
def test_a_log_is_valid_whatever_was_found(report: Report) -> None:
    assert against_schema(report, rules=False) == []


def test_every_rule_is_described_as_code_scanning_needs_it() -> None:
    rules = sarif(EMPTY)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for rule in rules:
        assert rule["name"] == RULES[rule["id"]].name
        texts = [rule[key]["text"] for key in ("shortDescription", "fullDescription")]
        assert all(0 < len(text) <= MOST_CHARACTERS for text in texts)
        assert texts[1] in rule["help"]["text"]
        assert "## How to mend it" in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] == RULES[rule["id"]].severity.value
        assert len(rule["properties"]["tags"]) == 1


def test_a_result_points_at_its_rule() -> None:
    run = sarif(FULL)
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]


def test_all_results_or_none_say_whether_they_are_suppressed() -> None:
    # SARIF 2.1.0, 3.27.23: an absent value says that the tool does not know.
    assert [len(result["suppressions"]) for result in sarif(FULL)["results"]] == [0, 1, 0, 0, 0]


def test_a_fix_that_only_renames_is_none_that_sarif_can_tell() -> None:
    assert ["fixes" in result for result in sarif(FULL)["results"]].count(True) == 1


def fault(line: int, message: str = "unknown term 'act.x'", text: str = "- act.x") -> Diagnostic:
    return Diagnostic(Position("a.yaml", line, 3), "LM201", message, source_line=text)


def marks(*faults: Diagnostic) -> list[str]:
    return [
        result["partialFingerprints"]["lawmap/v1"] for result in sarif(Report(faults))["results"]
    ]


def test_a_fault_keeps_its_fingerprint_when_lines_are_put_in_above() -> None:
    assert marks(fault(4)) == marks(fault(90, text="   - act.x"))


@pytest.mark.parametrize(
    "message",
    ["unknown term 'act.x' (did you mean 'act.y'?)", "unknown term 'act.x'"],
)
def test_a_fault_keeps_its_fingerprint_when_a_hint_changes(message: str) -> None:
    assert marks(fault(4, message)) == marks(fault(4))


def test_a_fault_keeps_its_fingerprint_when_the_other_line_moves() -> None:
    twice = "key 'id' stands twice; first in line {}"
    assert marks(fault(4, twice.format(2))) == marks(fault(9, twice.format(7)))


def test_equal_faults_are_counted() -> None:
    first, second = marks(fault(4), fault(7))
    assert (first[-2:], second[-2:]) == (":1", ":2")
    assert first[:-2] == second[:-2]


@pytest.mark.parametrize(
    "other",
    [
        fault(4, "unknown term 'act.z'"),
        fault(4, text="- act.x  # now"),
        fault(4)._replace(code="LM206"),
        fault(4)._replace(position=Position("b.yaml", 4, 3)),
    ],
    ids=["message", "line", "code", "file"],
)
def test_other_faults_have_other_fingerprints(other: Diagnostic) -> None:
    assert marks(fault(4)) != marks(other)


@pytest.mark.parametrize(
    "text",
    ["[here](1)", r"\\[here](1)", r"[a\]b](1)", "[a](https://a.example)", r"[a\\](1)"],
)
def test_text_of_a_file_becomes_no_link(text: str) -> None:
    (result,) = sarif(Report((fault(1, text),)))["results"]
    assert links(text), "a viewer would take this for a link"
    assert links(result["message"]["text"]) == []


def artifact(path: str) -> dict[str, Any]:
    (result,) = sarif(Report((Diagnostic(Position(path), "LM001", "m"),)))["results"]
    found: dict[str, Any] = result["locations"][0]["physicalLocation"]["artifactLocation"]
    return found


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("norms/a b.yaml", "norms/a%20b.yaml"),
        ("./norms/../seeds/a.yaml", "seeds/a.yaml"),
        ("a:b%.yaml", "a%3Ab%25.yaml"),
        ("право.yaml", "%D0%BF%D1%80%D0%B0%D0%B2%D0%BE.yaml"),
        ("\udce9.yaml", "%E9.yaml"),
    ],
)
def test_a_path_is_a_uri_from_the_root(path: str, uri: str) -> None:
    assert artifact(path) == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_a_path_outside_is_a_uri_of_its_own(tmp_path: Path) -> None:
    assert artifact(f"{tmp_path}/a.yaml") == {"uri": f"{tmp_path.as_uri()}/a.yaml"}
