"""Under GitHub a summary is added to the page of the run, and text from files stays text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from lawmap.cli.validating.step_summary import MAX_FAULTS, step_summary
from lawmap.diagnostics import Diagnostic, Position, Report
from tests.cli.formats.reports import EMPTY, FULL, any_report, few
from tests.cli.running import Run
from tests.dossier.parsed import every, lines

BESIDE = "tests/bad/beside"
BAD = "tests/bad/duplicate-id"


def test_a_summary_is_added_where_github_names_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    assert run("validate", BAD, BESIDE).code == 1
    told = lines(page.read_text(encoding="utf-8"))
    assert told[:2] == ["Before", "lawmap validate"]
    assert "LM205 id 'a' is taken" in " ".join(told)


def test_a_page_that_cannot_be_written_does_not_stop_the_run(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    done = run("validate", BESIDE)
    assert done.code == 0
    assert f"could not be written to {tmp_path}: Is a directory" in done.err


def test_errors_come_first_and_the_rest_is_counted() -> None:
    one = FULL.faults[1]
    many = tuple(one._replace(position=Position("a.yaml", line)) for line in range(1, 1_061))
    told = lines(step_summary(Report((FULL.faults[2], *many))))
    rows = [text for text in told if text in ("error", "warning")]
    assert rows == ["error"] * MAX_FAULTS
    assert f"The log lists {1_061 - MAX_FAULTS:,} more." in told


def test_no_faults_are_one_sentence() -> None:
    assert lines(step_summary(EMPTY)) == ["lawmap validate", "3 files checked, no faults."]


def test_a_summary_stays_below_what_github_takes() -> None:
    huge = Diagnostic(Position("a" * 4_000), "LM201", "*" * 1_000_000, "<" * 1_000_000)
    assert len(step_summary(Report((huge,) * MAX_FAULTS)).encode()) < 1_048_576 // 2


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "a<br>b",
        "**bold** _it_ ~~gone~~",
        "a | b | c",
        "[a](https://a.example) ![b](c)",
        "`code` \\` <!-- a",
        "&lt;b&gt; &#60;",
    ],
)
def test_a_reader_sees_the_very_text(text: str) -> None:
    report = Report((Diagnostic(Position("a.yaml", 1, 2), "LM201", text),))
    assert f"LM201 {text}" in lines(step_summary(report))


MEANT = {"heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "strong"}


@few
@given(any_report)
def test_text_of_files_is_inert(report: Report) -> None:
    text = step_summary(report)
    found = list(every(text))
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in found}
    assert kinds <= MEANT | {"inline", "text", "text_special", "html_inline", "code_inline"}
    assert {token.content for token in found if token.type == "html_inline"} <= {"<br>"}
    assert [token.content for token in found if token.type == "code_inline"] == (
        ["lawmap rule CODE"] if report.faults else []
    )
    rows = [token for token in found if token.type == "tr_open"]
    assert len(rows) == (1 + len(report.faults) if report.faults else 0)
