"""``lawmap rule``: what a code means, from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lawmap.diagnostics import RULES
from lawmap.rules import explain_code
from tests.cli.running import ROOT, Run


@pytest.mark.parametrize("code", RULES)
def test_a_code_is_explained_with_all_that_is_known_of_it(run: Run, code: str) -> None:
    done = run("rule", code)
    assert (done.code, done.err) == (0, "")
    rule, told = RULES[code], explain_code(code)
    head = f"{code} {rule.name} ({rule.severity.value}): {rule.title}"
    lines = done.out.splitlines()
    assert lines[0] == head
    stripped = [line.strip() for line in lines]
    for part in (told.means, told.why, told.mend):
        assert [line for line in part.splitlines() if line not in stripped] == []
    for example in (told.fails, told.passes):
        for path, text in example.files.items():
            assert f"  {path}" in lines
            assert all(f"    {line}" in lines for line in text.splitlines())


def test_the_name_of_a_rule_does_as_well_as_its_code(run: Run) -> None:
    assert run("rule", "unknown-term") == run("rule", "LM201") == run("rule", "lm201")


def test_without_a_code_all_are_listed_in_order(run: Run) -> None:
    done = run("rule")
    assert (done.code, done.err) == (0, "")
    assert [line.split()[0] for line in done.out.splitlines()] == list(RULES)
    assert any("unknown-term" in line and RULES["LM201"].title in line for line in [done.out])


@pytest.mark.parametrize(("asked", "near"), [("unknwn-term", "unknown-term"), ("LM-201", "LM201")])
def test_an_unknown_code_ends_with_2_and_names_the_near_one(
    run: Run, asked: str, near: str
) -> None:
    done = run("rule", asked)
    assert (done.code, done.out) == (2, "")
    assert f"did you mean '{near}'?" in done.err


def test_the_code_of_a_fault_that_validate_prints_can_be_asked_for(run: Run) -> None:
    told = run("validate", "tests/bad/unknown-term", "tests/bad/beside", "--output-format", "json")
    for fault in json.loads(told.out):
        assert run("rule", fault["code"]).out == run("rule", fault["name"]).out


def test_codes_and_names_are_completed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from lawmap.cli import main; main()"],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "_LAWMAP_COMPLETE": "bash_complete",
            "COMP_WORDS": "lawmap rule unknown-t",
            "COMP_CWORD": "2",
        },
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stdout.split(",")[-1].strip() == "unknown-term"


# Pages


def test_the_pages_in_docs_are_as_they_would_be_written(run: Run) -> None:
    done = run("rule", "--check", "docs/rules")
    assert (done.code, done.out) == (0, "")


def test_there_is_a_page_for_each_code_and_one_that_lists_them(run: Run, tmp_path: Path) -> None:
    assert run("rule", "-o", tmp_path).code == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        "README.md",
        *(f"{code}.md" for code in RULES),
    }
    listed = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert [code for code in RULES if f"[{code}]({code}.md)" not in listed] == []


def test_a_page_that_was_edited_is_told_and_others_in_the_folder_are_not(
    run: Run, tmp_path: Path
) -> None:
    run("rule", "-o", tmp_path)
    (tmp_path / "LM201.md").write_text("mine", encoding="utf-8")
    (tmp_path / "LM000.md").write_text("old", encoding="utf-8")
    (tmp_path / "notes.md").write_text("kept", encoding="utf-8")
    done = run("rule", "--check", tmp_path)
    assert done.code == 1
    assert [Path(line.split()[0]).name for line in done.out.splitlines()] == [
        "LM201.md",
        "LM000.md",
    ]
    assert run("rule", "-o", tmp_path).code == 0
    assert (tmp_path / "notes.md").read_text(encoding="utf-8") == "kept"
