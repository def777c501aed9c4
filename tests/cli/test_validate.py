"""``lawmap validate``: what counts, what is shown, and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lawmap.cli.validate import command
from lawmap.cli.validating.sections import SECTIONS
from tests.cli.running import ROOT, Run
from tests.control.project import SOUND, UNSOURCED, allegation, write_project

ERROR = allegation("a", UNSOURCED)
WARNING = allegation("a", *SOUND, "handling: public  # lawmap: ignore[LM201] it was mended")
SUPPRESSED = allegation("a", f"{UNSOURCED}  # lawmap: ignore[LM605] in transcription")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project without faults."""
    return write_project(tmp_path)


def put(folder: Path, text: str, name: str = "a") -> None:
    (folder / f"allegations/{name}.yaml").write_text(text, encoding="utf-8")


ENDS = {
    "error": (["--fail-level", "error"], 1, 0),
    "warning": (["--fail-level", "warning"], 1, 1),
    "never": (["--fail-level", "never"], 0, 0),
    "by default": ([], 1, 0),
    "zero": (["--exit-zero"], 0, 0),
    "zero after all": (["--fail-level", "warning", "--exit-zero"], 0, 0),
}


@pytest.mark.parametrize(("options", "with_error", "with_warning"), ENDS.values(), ids=ENDS)
def test_the_level_of_failing_decides_how_it_ends(
    run: Run, folder: Path, options: list[str], with_error: int, with_warning: int
) -> None:
    assert run("validate", *options, cwd=folder).code == 0
    put(folder, WARNING)
    done = run("validate", *options, cwd=folder)
    assert "LM902 warning" in done.out
    assert done.code == with_warning
    put(folder, ERROR)
    done = run("validate", *options, cwd=folder)
    assert "LM605 error" in done.out
    assert done.code == with_error


@pytest.mark.parametrize(("level", "failures"), {"error": "0", "warning": "1"}.items())
def test_junit_fails_where_the_run_does(run: Run, folder: Path, level: str, failures: str) -> None:
    put(folder, WARNING)
    done = run("validate", "--fail-level", level, "--output-format", "junit", cwd=folder)
    assert f'failures="{failures}"' in done.out
    assert done.code == int(failures)


UNKNOWN = allegation("b", "per: [report#p1]", "facts: [act.dtain]")
ASKED = {
    "all": ([], ["LM605", "LM201"], ""),
    "one code": (["--select", "LM605"], ["LM605"], "1 fault not asked for: LM201."),
    "a beginning": (["--select", "LM2"], ["LM201"], "1 fault not asked for: LM605."),
    "codes with commas": (["--select", "LM605, unknown-term"], ["LM605", "LM201"], ""),
    "codes one by one": (["--select", "LM605", "--select", "LM2"], ["LM605", "LM201"], ""),
    "all but one": (["--ignore", "fact-without-source"], ["LM201"], "not asked for: LM605."),
    "none": (["--ignore", "LM"], [], "2 faults not asked for: LM201, LM605."),
}


@pytest.mark.parametrize(("options", "codes", "remark"), ASKED.values(), ids=ASKED)
def test_codes_are_asked_for(
    run: Run, folder: Path, options: list[str], codes: list[str], remark: str
) -> None:
    put(folder, ERROR)
    put(folder, UNKNOWN, "b")
    done = run("validate", *options, "--output-format", "concise", cwd=folder)
    assert re.findall(r"LM\d{3}", done.out) == codes
    assert remark in done.err
    assert ("not asked for" in done.err) == bool(remark)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--select", "unknwn-term"], "did you mean 'unknown-term'?"),
        (["--ignore", "LM605,LM999"], "no rule has the code or name 'LM999'"),
        (["--ignore", "LM0"], "'LM0' is always told and cannot be left out"),
        (["--write-baseline"], "--write-baseline needs --baseline FILE"),
        (["--baseline", "gone.jsonl"], "'lawmap validate --baseline gone.jsonl --write-baseline'"),
        (["--baseline", "known.yaml", "--write-baseline"], "call it known.jsonl"),
        (["--baseline", "pack.yaml"], "ends like a file that lawmap reads"),
        (["--statistics", "--output-format", "sarif"], "--statistics has no form 'sarif'"),
        (["--stale-after", "365d"], "--stale-after needs --on DATE"),
    ],
)
def test_wrong_use_is_refused(run: Run, folder: Path, options: list[str], words: str) -> None:
    done = run("validate", *options, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_a_broken_baseline_is_refused_with_its_lines(run: Run, folder: Path) -> None:
    (folder / "known.jsonl").write_text('{"file": "a"}\n', encoding="utf-8")
    done = run("validate", "--baseline", "known.jsonl", cwd=folder)
    assert done.code == 2
    assert "known.jsonl:1: this is no line of a baseline" in done.err


def test_what_a_file_that_cannot_be_read_hides_is_always_told(run: Run, folder: Path) -> None:
    put(folder, "id: [")
    (folder / "lawmap.toml").write_text('[per-file-ignores]\n"**" = ["LM"]\n', encoding="utf-8")
    done = run("validate", "--select", "LM2", "--ignore", "LM2", cwd=folder)
    assert done.code == 1
    assert "LM004 error" in done.out


def test_suppressed_faults_are_counted_and_not_shown(run: Run, folder: Path) -> None:
    put(folder, SUPPRESSED)
    done = run("validate", cwd=folder)
    assert (done.code, done.out) == (0, "")
    assert "1 suppressed fault" in done.err


def test_code_scanning_is_told_of_suppressed_faults_and_their_reasons(
    run: Run, folder: Path
) -> None:
    put(folder, SUPPRESSED)
    done = run("validate", "--output-format", "sarif", cwd=folder)
    (result,) = json.loads(done.out)["runs"][0]["results"]
    assert result["ruleId"] == "LM605"
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "in transcription")


# Baselines


def test_a_baseline_is_written_and_only_what_is_new_counts(run: Run, folder: Path) -> None:
    put(folder, ERROR)
    (folder / "lawmap.toml").write_text('baseline = "known.jsonl"\n', encoding="utf-8")
    done = run("validate", "--write-baseline", cwd=folder)
    assert (done.code, done.out) == (0, "")
    assert "known.jsonl now knows 1 fault." in done.err
    written = (folder / "known.jsonl").read_bytes()
    assert json.loads(written)["file"] == "allegations/a.yaml"
    assert run("validate", cwd=folder / "sources").code == 0
    assert run("validate", "..", cwd=folder / "sources").code == 0

    put(folder, allegation("b", UNSOURCED), "b")
    done = run("validate", "--output-format", "concise", cwd=folder)
    assert done.code == 1
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["allegations/b.yaml"]

    put(folder, allegation("b", *SOUND), "b")
    run("validate", "--write-baseline", cwd=folder)
    assert (folder / "known.jsonl").read_bytes() == written


def test_a_baseline_of_a_part_keeps_what_is_known_of_the_rest(run: Run, folder: Path) -> None:
    put(folder, ERROR)
    put(folder, allegation("b", UNSOURCED), "b")
    known = ("--baseline", "known.jsonl")
    run("validate", *known, "--write-baseline", cwd=folder)
    both = (folder / "known.jsonl").read_text(encoding="utf-8")
    run("validate", "allegations/a.yaml", *known, "--write-baseline", cwd=folder)
    assert (folder / "known.jsonl").read_text(encoding="utf-8") == both
    put(folder, allegation("a", *SOUND))
    done = run("validate", "allegations/b.yaml", *known, cwd=folder)
    assert "gone" not in done.err
    done = run("validate", *known, cwd=folder)
    assert "known.jsonl: 1 known fault is gone" in done.err
    run("validate", *known, "--write-baseline", cwd=folder)
    assert "b.yaml" in (folder / "known.jsonl").read_text(encoding="utf-8")
    assert "a.yaml" not in (folder / "known.jsonl").read_text(encoding="utf-8")


def test_a_baseline_does_not_know_what_is_always_told(run: Run, folder: Path) -> None:
    put(folder, ERROR)
    put(folder, "id: [", "b")
    done = run("validate", "--baseline", "known.jsonl", "--write-baseline", cwd=folder)
    assert done.code == 1
    assert re.findall(r"LM\d{3}", done.out) == ["LM004"]


# Statistics


def test_statistics_count_each_code_the_most_frequent_first(run: Run, folder: Path) -> None:
    for name in ("a", "b"):
        put(folder, allegation(name, UNSOURCED), name)
    put(folder, WARNING.replace("id: a", "id: c"), "c")
    done = run("validate", "--statistics", cwd=folder)
    assert done.out.splitlines() == [
        "2  LM605  error    fact-without-source",
        "1  LM902  warning  unused-suppression   1 fixable",
    ]
    assert done.code == 1
    rows = [
        {"faults": 2, "code": "LM605", "name": "fact-without-source", "severity": "error"},
        {"faults": 1, "code": "LM902", "name": "unused-suppression", "severity": "warning"},
    ]
    for row, fixable in zip(rows, (0, 1), strict=True):
        row["fixable"] = fixable
    told = run("validate", "--statistics", "--output-format", "json", cwd=folder).out
    assert json.loads(told) == rows
    told = run("validate", "--statistics", "--output-format", "jsonl", cwd=folder).out
    assert [json.loads(line) for line in told.splitlines()] == rows


def test_without_faults_there_are_no_statistics(run: Run, folder: Path) -> None:
    assert run("validate", "--statistics", "-q", cwd=folder) == (0, "", "")
    assert run("validate", "--statistics", "--output-format", "json", cwd=folder).out == "[]\n"


# Settings


def test_a_pattern_that_does_nothing_is_told_where_all_is_checked(run: Run, folder: Path) -> None:
    text = 'paths = ["."]\n[per-file-ignores]\n"drafts/**" = ["LM605"]\n'
    (folder / "lawmap.toml").write_text(text, encoding="utf-8")
    said = "lawmap.toml:3:1: 'drafts/**' is the path of no file that was read."
    assert said in run("validate", cwd=folder).err
    assert said in run("validate", folder, cwd=folder).err
    assert said not in run("validate", "allegations", cwd=folder).err


def test_a_comment_on_what_only_all_files_show_is_unused_only_where_all_are_read(
    run: Run, folder: Path
) -> None:
    unneeded = "handling: public  # lawmap: ignore[LM205] the two are to be joined"
    put(folder, allegation("a", *SOUND, unneeded))
    assert "LM902" in run("validate", cwd=folder).out
    assert "LM902" not in run("validate", "allegations", "sources", cwd=folder).out


def test_a_span_in_settings_needs_no_day(run: Run, folder: Path) -> None:
    (folder / "lawmap.toml").write_text('stale-after = "365d"\n', encoding="utf-8")
    assert run("validate", cwd=folder).code == 0


def test_the_variable_chooses_the_format(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, ERROR)
    monkeypatch.setenv("LAWMAP_OUTPUT_FORMAT", "github")
    assert run("validate", cwd=folder).out.startswith("::error ")
    told = run("validate", "--output-format", "concise", cwd=folder).out
    assert told.startswith("allegations/a.yaml:6:9: LM605")


# Fixes


def test_an_unused_comment_is_taken_out(run: Run, folder: Path) -> None:
    put(folder, WARNING)
    done = run("validate", "--diff", cwd=folder)
    assert done.code == 1
    assert "-handling: public  # lawmap: ignore[LM201] it was mended" in done.out.splitlines()
    assert run("validate", "--diff", "--exit-zero", cwd=folder).code == 0
    done = run("validate", "--fix", "--fail-level", "warning", cwd=folder)
    assert (done.code, done.out) == (0, "")
    assert (folder / "allegations/a.yaml").read_text(encoding="utf-8") == allegation(
        "a", *SOUND, "handling: public"
    )


# How it looks


def test_faults_come_before_the_summary_in_one_pipe(folder: Path) -> None:
    put(folder, ERROR)
    done = subprocess.run(
        [sys.executable, "-m", "lawmap", "validate", "--output-format", "concise"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    first, second = done.stdout.splitlines()
    assert first.startswith("allegations/a.yaml:6:9: LM605 error")
    assert second.startswith("1 error, 0 warnings in 1 file")


def test_every_option_stands_under_what_it_is_about(run: Run) -> None:
    names = {str(param.name) for param in command.params if param.param_type_name == "option"}
    placed = {name for names in SECTIONS.values() for name in names}
    assert names - placed == {"quiet", "verbose", "version"}
    assert placed <= names
    told = run("validate", "-h").out
    headings = [line[:-1] for line in told.splitlines() if re.fullmatch(r"[A-Z][a-z ]+:", line)]
    assert headings == [*SECTIONS, "Other options"]
