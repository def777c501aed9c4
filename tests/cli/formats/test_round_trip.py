"""What was found can be read back from every format, whatever the text of files holds."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any
from urllib.parse import unquote_to_bytes

import click
from hypothesis import given

from lawmap.cli.formats import FORMATS
from lawmap.cli.formats.concise import render_coloured as concise_coloured
from lawmap.cli.formats.full import render_coloured, render_faults
from lawmap.cli.formats.github import errors_first
from lawmap.cli.formats.places import Repository
from lawmap.cli.screen import visible
from lawmap.diagnostics import Diagnostic, Position, Report
from tests.cli.formats.parsed import github, junit, links, sarif
from tests.cli.formats.reports import any_report, few
from tests.schemas.seen import faults as against_schema


def place(position: Position) -> str:
    return visible(f"{position.path}:{position.line}:{position.column}")


@few
@given(any_report)
def test_github_reads_what_was_found(report: Report) -> None:
    found = [github(line) for line in FORMATS["github"](report).splitlines()]
    expected = errors_first(report.faults)
    assert [command.name for command in found] == [item.severity.value for item in expected]
    for command, item in zip(found, expected, strict=True):
        others = [f"{place(other.position)}: {visible(other.message)}" for other in item.related]
        told = [visible(item.message), *others, visible(item.mend)]
        assert command.data.split("\n") == ([part for part in told if part] or [""])
        assert command.properties == {
            "file": visible(Repository().path(item.position.path)),
            "line": str(item.position.line),
            "col": str(item.position.column),
            "endColumn": str(item.position.column + item.length),
            "title": f"{item.code} {item.rule.name}",
        }


def as_object(item: Diagnostic) -> dict[str, Any]:
    def spot(at: Position, length: int, message: str) -> dict[str, Any]:
        end = at.column + length
        place = {"file": at.path, "line": at.line, "column": at.column}
        return {**place, "end_column": end, "message": message}

    fix = item.fix and {
        "description": item.fix.description,
        "safe": item.fix.safe,
        "edits": [edit._asdict() for edit in item.fix.edits],
        "rename": item.fix.rename,
    }
    return {
        **spot(item.position, item.length, item.message),
        "code": item.code,
        "name": item.rule.name,
        "severity": item.severity.value,
        "mend": item.mend,
        "related": [spot(one.position, one.length, one.message) for one in item.related],
        "fix": fix,
    }


@few
@given(any_report)
def test_json_reads_what_was_found_and_follows_its_schema(report: Report) -> None:
    found = json.loads(FORMATS["json"](report))
    assert found == [as_object(item) for item in report.faults]
    assert [told for item in found for told in against_schema("fault", item)] == []
    rows = FORMATS["jsonl"](report).splitlines()
    assert [json.loads(row) for row in rows] == found


def region(at: Position, length: int) -> dict[str, int]:
    begin = {"startLine": at.line, "startColumn": at.column}
    return {**begin, "endLine": at.line, "endColumn": at.column + length}


def uri_of(location: dict[str, Any]) -> bytes:
    return unquote_to_bytes(location["physicalLocation"]["artifactLocation"]["uri"])


def raw(path: str) -> bytes:
    return Repository().path(path).encode("utf-8", "surrogateescape")


@few
@given(any_report)
def test_sarif_reads_what_was_found(report: Report) -> None:
    found = sarif(report)["results"]
    every = [*report.faults, *report.suppressed]
    expected = sorted(every, key=lambda item: (item.position, item.code, item.message))
    for result, item in zip(found, expected, strict=True):
        (location,) = result["locations"]
        others = result.get("relatedLocations", [])
        targets = [(item.position, item.length), *((o.position, o.length) for o in item.related)]
        for at, (position, length) in zip((location, *others), targets, strict=True):
            assert at["physicalLocation"]["region"] == region(position, length)
            assert uri_of(at) == raw(position.path)
        assert (result["ruleId"], result["level"]) == (item.code, item.severity.value)
        assert links(result["message"]["text"]) == [
            (other.message, str(number)) for number, other in enumerate(item.related, start=1)
        ]
        whole = f"{item.message}{''.join(other.message for other in item.related)}{item.mend}"
        assert bare(whole) in bare(result["message"]["text"])
        assert [why["justification"] for why in result["suppressions"]] == (
            [item.suppression.reason] if item.suppression else []
        )
        inserted = [
            change["insertedContent"]["text"]
            for fix in result.get("fixes", [])
            for change in fix["artifactChanges"][0]["replacements"]
        ]
        assert inserted == [edit.text for edit in (item.fix.edits if item.fix else ())]


def bare(text: str) -> str:
    """Without what marks links, and what keeps text from being one."""
    kept = text.translate(str.maketrans("", "", "\\[]()\n"))
    return "".join(char for char in kept if not char.isdigit())


@few
@given(any_report)
def test_junit_reads_what_was_found_and_fails_where_the_run_does(report: Report) -> None:
    cases = junit(FORMATS["junit"](report)).findall("testcase")
    by_file = [
        (path, list(items))
        for path, items in groupby(report.faults, key=lambda item: item.position.path)
    ]
    if not by_file:
        assert [case.get("name") for case in cases] == ["all files"]
        return
    for case, (path, items) in zip(cases, by_file, strict=True):
        has_failed = any(item in report.failing for item in items)
        body = case.find("failure" if has_failed else "system-out")
        assert body is not None
        assert len(case) == 1
        assert case.get("name") == "\n".join(visible(line) for line in path.split("\n"))
        assert body.text == render_faults(items).rstrip("\n")
        assert body.get("type") == (
            next(item.code for item in items if item in report.failing) if has_failed else None
        )


@few
@given(any_report)
def test_no_text_of_a_file_steers_a_screen_or_begins_a_line(report: Report) -> None:
    for form, render in FORMATS.items():
        text = render(report)
        assert [line for line in text.split("\n") if not line.isprintable()] == [], form
    assert len(FORMATS["concise"](report).split("\n")) == len(report.faults) + 1


@few
@given(any_report)
def test_colours_change_nothing_but_colours(report: Report) -> None:
    assert click.unstyle(render_coloured(report)) == FORMATS["full"](report)
    assert click.unstyle(concise_coloured(report)) == FORMATS["concise"](report)
