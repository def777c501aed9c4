"""``lawmap diff`` on folders and dossiers: what it prints, and with which code it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from tests.builders import allegation, denied, element, norm, source, terms
from tests.cli.running import ROOT, Done, Run
from tests.comparing.folders import CASES, NEW, OLD, write, write_law
from tests.dossier.parsed import every
from tests.schemas.seen import schema

GOLDEN = ROOT / "tests" / "golden" / "diff"
REWRITE = os.environ.get("LAWMAP_REWRITE_GOLDEN") == "1"
DOSSIERS = ROOT / "tests" / "golden" / "dossiers"
FORMS = {"text": "txt", "markdown": "md", "json": "json"}
HOSTILE = "<b>bad</b> | @reason"
"""Stands in a heading of the new law."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two laws, allegations, and two versions of a dossier."""
    made = tmp_path_factory.mktemp("diff")
    write_law(made / "old", *OLD)
    write_law(made / "new", *NEW)
    write(made / "cases", *CASES)
    page = (DOSSIERS / "thirty-drafted-2024.md").read_text(encoding="utf-8")
    for name in ("before", "after"):
        (made / name).mkdir()
    (made / "before" / "thirty.md").write_text(page, encoding="utf-8")
    page = page.replace("coercion | All elements reported |", "coercion | Left out |")
    page = page.replace("| Day of analysis | not stated |", "| Day of analysis | 1 May 2025 |")
    made_to_serve = "(conduct): The persons were made to serve in its armed"
    page = page.replace(f"**+ reported** {made_to_serve}", f"**± disputed** {made_to_serve}")
    (made / "after" / "thirty.md").write_text(page, encoding="utf-8")
    return made


@pytest.fixture
def diff(run: Run, folder: Path) -> Run:
    """Run ``lawmap diff`` there."""

    def run_diff(*arguments: str | Path, cwd: Path = folder) -> Done:
        return run("diff", *arguments, cwd=cwd)

    return run_diff


SUBJECTS = {
    "laws": ("old", "new", "--allegations", "cases"),
    "dossiers": ("before/thirty.md", "after/thirty.md"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_comparison_is_the_one_that_was_looked_at(diff: Run, subject: str, form: str) -> None:
    done = diff(*SUBJECTS[subject], "--output-format", form)
    kept = GOLDEN / f"{subject}.{FORMS[form]}"
    if REWRITE:
        kept.write_text(done.out, encoding="utf-8")
    assert (done.code, done.err) == (0, "")
    assert done.out == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("subject", "name"), [("laws", "comparison"), ("dossiers", "dossier-comparison")]
)
def test_the_json_follows_the_published_schema(diff: Run, subject: str, name: str) -> None:
    content = json.loads(diff(*SUBJECTS[subject], "--output-format", "json").out)
    assert list(Draft7Validator(schema(name)).iter_errors(content)) == []


def test_no_text_of_a_file_becomes_markup(diff: Run) -> None:
    text = diff(*SUBJECTS["laws"], "--output-format", "markdown").out
    html = [token.content for token in every(text) if token.type.startswith("html")]
    assert HOSTILE.startswith("<b>")
    assert [one for one in html if "<b>" in one] == []
    shown = "".join(token.content for token in every(text) if token.type == "text")
    assert HOSTILE in shown


def test_the_output_can_go_to_a_file(diff: Run, tmp_path: Path) -> None:
    done = diff(*SUBJECTS["laws"], "-o", tmp_path / "deep" / "out.txt")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "deep" / "out.txt").read_text(encoding="utf-8").startswith("old → new\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (SUBJECTS["laws"], 1),
        (SUBJECTS["dossiers"], 1),
        (("old", "old", "--allegations", "cases"), 0),
        (("before/thirty.md", "before/thirty.md"), 0),
    ],
)
def test_asked_for_an_exit_code_it_says_whether_anything_comes_out_otherwise(
    diff: Run, arguments: tuple[str, ...], code: int
) -> None:
    assert diff(*arguments, "--exit-code").code == code
    assert diff(*arguments).code == 0


def test_laws_that_say_the_same_in_other_files_do_not_differ(diff: Run, tmp_path: Path) -> None:
    write_law(tmp_path / "old", *OLD)
    for path in (tmp_path / "old").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(f"# A comment.\n\n{text}# Another.\n", encoding="utf-8")
    done = diff("old", tmp_path / "old", "--allegations", "cases")
    assert "No norm or other record of the law changes." in done.out
    assert "No outcome changes (3 allegations looked at, from cases)." in done.out


def test_without_allegations_the_laws_alone_are_compared(
    diff: Run, folder: Path, tmp_path: Path
) -> None:
    done = diff(folder / "old", folder / "new", cwd=tmp_path)
    assert "No allegations were looked at." in done.out
    assert "--allegations names some" in done.err


def test_allegations_of_the_new_side_are_taken_if_none_are_named(diff: Run, tmp_path: Path) -> None:
    write(write_law(tmp_path / "new", *NEW), *CASES[:2])
    done = diff("old", tmp_path / "new")
    assert f"(1 allegation looked at, from {tmp_path / 'new'})" in done.out


@pytest.mark.parametrize(("side", "name"), [("old", "OLD"), ("new", "NEW")])
def test_faults_stop_and_say_whose_they_are(
    diff: Run, tmp_path: Path, side: str, name: str
) -> None:
    for one, law in (("old", OLD), ("new", NEW)):
        write_law(tmp_path / one, *law)
    write(tmp_path / side, norm("t:7", {"x": element("fact.nobody-knows")}))
    done = diff(tmp_path / "old", tmp_path / "new", "--allegations", "cases")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{name} ({tmp_path / side}): 1 error, 0 warnings\n")
    assert f"{side}/instruments/t/7.yaml:" in done.err
    assert "LM201 error: unknown term 'fact.nobody-knows'" in done.err
    assert done.err.endswith("Nothing was compared: mend these faults first.\n")


def test_what_only_validate_minds_does_not_stop(diff: Run, tmp_path: Path) -> None:
    never = element({"all": ["fact.a", {"not": "fact.a"}]})
    write(write_law(tmp_path / "old", *OLD), norm("t:7", {"never": never}))
    assert diff(tmp_path / "old", "new", "--allegations", "cases").code == 0


def test_words_that_the_law_before_does_not_have_are_told(diff: Run, tmp_path: Path) -> None:
    new_word = terms("fact", "a", "b", "c", "a-narrow<a", "d")
    law = write_law(tmp_path / "new", *NEW, new_word)
    write(law, source(), allegation("act.do", "fact.a", "fact.d", id="worded"))
    done = diff("old", law)
    assert done.code == 0
    assert "worded: unknown term 'fact.d'" in done.out


def test_names_that_dossiers_mask_are_masked(diff: Run, tmp_path: Path) -> None:
    child = {"name": "Jan Roe", "called": "child A", "marks": ["minor"]}
    taken = allegation("act.do", "fact.a", title="Jan Roe taken", id="taken", persons=[child])
    write(tmp_path, source(), taken)
    for form in FORMS:
        done = diff("old", "new", "--allegations", tmp_path, "--output-format", form)
        assert done.code == 0
        assert "Roe" not in done.out + done.err
    assert "[child A] taken" in diff("old", "new", "--allegations", tmp_path).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("old", "before/thirty.md"), "'before/thirty.md' is a dossier and 'old' is none"),
        (("old/pack.yaml", "new"), "'old/pack.yaml' is a file; give folders with norms"),
        (("cases", "new"), "cases holds no norms or other law of its own"),
        (("before", "new"), "before holds no norms or other law of its own"),
        (("old", "new", "--allegations", "before"), "before holds no YAML files"),
        (("old", "neu"), "'neu' is no file or folder here"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_what_to_do(
    diff: Run, arguments: tuple[str, ...], said: str
) -> None:
    done = diff(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_dossiers_of_two_allegations_are_refused(diff: Run) -> None:
    done = diff(DOSSIERS / "unit-underfeeding.md", DOSSIERS / "thirty-drafted-2024.md")
    assert done.code == 2
    assert "dossiers of two allegations" in done.err


def test_a_dossier_that_cannot_be_read_is_a_fault(diff: Run, tmp_path: Path) -> None:
    (tmp_path / "thirty.md").write_bytes(b"# Alleged\xff")
    done = diff("before/thirty.md", tmp_path / "thirty.md")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"NEW ({tmp_path / 'thirty.md'}): 1 error")


def test_a_long_comparison_fits_into_a_comment(diff: Run, tmp_path: Path) -> None:
    many = [
        allegation("act.do", denied("fact.b"), id=f"a-{number}", title="Done " + "again " * 100)
        for number in range(150)
    ]
    write(tmp_path, source(), *many)
    done = diff("old", "new", "--allegations", tmp_path, "--output-format", "markdown")
    assert len(done.out) < 65_536
    assert "more, for which a comment has no room" in done.out
    assert "### What changes in the law" in done.out
