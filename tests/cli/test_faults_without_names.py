"""What is said of faults names nobody, in the bytes that are shown or written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lawmap.cli.formats import FORMATS
from tests.cli.running import Done, Run
from tests.dossier.records import allegation, source, write

PERSON = {"name": "Olena Kvitnyk", "called": "child A", "marks": ["minor"]}
WORDS = ("kvitnyk", "квітник", "kvitnik")


def is_named(*texts: str) -> bool:
    small = " ".join(texts).casefold()
    return any(word in small for word in WORDS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Faults in a file that is called after the person; she is listed in another one, too."""
    write(tmp_path, source(), allegation(persons=[PERSON]))
    write(tmp_path, allegation("olena-kvitnyk", title="", persons=[PERSON], oops="Квітник Олена"))
    broken = tmp_path / "allegations" / "olena_kvitnyk.yaml"
    broken.write_text("id: x\ntitle: [Olena Kvitnyk\n", encoding="utf-8")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_no_form_tells_a_name_and_none_loses_a_fault(
    run: Run, folder: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, summary = folder / "report.txt", folder / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    options = ("--output-format", form, "--report", f"{form}:{report}", "-v")
    done = run("validate", folder, *options)
    assert done.code == 1
    texts = [report.read_text(encoding="utf-8"), summary.read_text(encoding="utf-8")]
    assert not is_named(done.out, done.err, *texts)
    for text in (done.out, *texts):
        assert [code for code in ("LM004", "LM101", "LM104") if code not in text] == []


@pytest.mark.slow
def test_a_baseline_names_nobody_and_knows_the_rest(run: Run, folder: Path) -> None:
    options = ("--baseline", "b.jsonl")
    done = run("validate", folder, *options, "--write-baseline", "--statistics", cwd=folder)
    assert not is_named(done.out, done.err, (folder / "b.jsonl").read_text(encoding="utf-8"))
    assert "2 faults left out" in done.err
    again = run("validate", folder, *options, cwd=folder)
    assert again.code == 1
    assert "LM101" in again.out


def fixed(run: Run, folder: Path, *options: str) -> Done:
    write(folder, source())
    record = allegation(persons=[PERSON])
    text = "".join(f"{key}: {json.dumps(value)}\n" for key, value in record.items())
    path = folder / "allegations" / "a.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace("title:", "titel:"), encoding="utf-8")
    return run("validate", folder, "--unsafe-fixes", *options, cwd=folder)


@pytest.mark.slow
def test_a_diff_of_fixes_hides_names_and_says_so(run: Run, tmp_path: Path) -> None:
    done = fixed(run, tmp_path, "--diff")
    assert "+title" in done.out
    assert not is_named(done.out, done.err)


def test_no_audience_is_claimed_for_finished_dossiers(run: Run, tmp_path: Path) -> None:
    """They are for those for whom they were written; comparing takes nothing out."""
    for name in ("old", "new"):
        (tmp_path / f"{name}.md").write_text("# Alleged: something\n", encoding="utf-8")
    done = run("diff", "old.md", "new.md", "--audience", "public", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "--audience goes with records" in done.err
