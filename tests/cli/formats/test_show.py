"""What is shown on a stream, and the line that sums it up."""

from __future__ import annotations

import io

import click
import pytest

from lawmap.cli.formats import FORMATS, show, summary
from lawmap.cli.formats.github import render as github
from lawmap.cli.formats.junit import render as junit_text
from lawmap.diagnostics import Report, Severity
from tests.cli.formats.parsed import junit
from tests.cli.formats.reports import EMPTY, FULL


class Terminal(io.StringIO):
    """A stream that says that it is a screen."""

    def isatty(self) -> bool:
        return True


def told(name: str, stream: io.StringIO) -> str:
    show(FULL, name, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["full", "concise"])
def test_a_terminal_gets_colours(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = told(name, Terminal())
    assert click.style("error", fg="red", bold=True) in text
    assert click.style("warning", fg="yellow", bold=True) in text
    assert click.unstyle(text) == FORMATS[name](FULL)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_coloured_elsewhere(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert told(name, io.StringIO()) == FORMATS[name](FULL)
    monkeypatch.setenv("NO_COLOR", "1")
    assert told(name, Terminal()) == FORMATS[name](FULL)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("full", "concise")])
def test_what_machines_read_has_no_colours_even_on_a_terminal(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert told(name, Terminal()) == FORMATS[name](FULL)


SUMMARIES = {
    "nothing": (EMPTY, "3 files checked, no faults."),
    "suppressed alone": (
        Report((), FULL.suppressed, 3),
        "3 files checked, no faults (1 suppressed fault not counted).",
    ),
    "everything": (
        FULL,
        "3 errors, 1 warning in 3 files; 444 files checked (1 suppressed fault not counted)."
        " 1 fixable with --fix.",
    ),
}


@pytest.mark.parametrize(("report", "line"), SUMMARIES.values(), ids=list(SUMMARIES))
def test_the_summary_counts(report: Report, line: str) -> None:
    assert summary(report) == line


def test_github_gets_errors_before_warnings() -> None:
    levels = [line.split(" ")[0] for line in github(FULL).splitlines()]
    assert levels == ["::error", "::error", "::error", "::warning"]


@pytest.mark.parametrize(("level", "failed"), [(Severity.ERROR, 0), (Severity.WARNING, 1)])
def test_in_junit_a_warning_fails_where_it_fails_the_run(level: Severity, failed: int) -> None:
    warnings = tuple(item for item in FULL.faults if item.severity is Severity.WARNING)
    suite = junit(junit_text(Report(warnings, fail_level=level)))
    assert len(suite.findall("testcase/failure")) == failed
    assert len(suite.findall("testcase/system-out")) == 1 - failed
