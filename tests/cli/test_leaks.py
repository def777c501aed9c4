"""``lawmap leaks``: names in what is to leave the house."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import Done, Run
from tests.dossier.records import allegation, source, write

CHILD = {"name": "Jan Quorl", "called": "child A", "marks": ["minor"]}
INSIDER = {"name": "Олена Вишнюк", "called": "source B", "handling": "internal"}


def look(run: Run, tmp_path: Path, *arguments: str, audience: str = "public") -> Done:
    records = write(tmp_path / "in", allegation(persons=[CHILD, INSIDER]), source())
    return run("leaks", tmp_path / "out", "--records", records, "--audience", audience, *arguments)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_places_are_told_and_no_name(run: Run, tmp_path: Path, out: Path) -> None:
    (out / "a.md").write_text("one\n  J&#97;n **Q**uorl\nOlena Vyshniuk\n", encoding="utf-8")
    (out / ".hidden").write_text("QUORL, JAN", encoding="utf-8")
    (out / "b.md").write_text("nothing", encoding="utf-8")
    done = look(run, tmp_path, "--output-format", "json")
    told = [(Path(one["file"]).name, one["line"], one["column"]) for one in json.loads(done.out)]
    assert told == [(".hidden", 1, 1), ("a.md", 2, 3), ("a.md", 3, 1)]
    assert {one["code"] for one in json.loads(done.out)} == {"LM821"}
    assert (done.code, done.err) == (1, "3 names found in 3 files\n")
    assert "uorl" not in done.out


def test_an_audience_may_read_more(run: Run, tmp_path: Path, out: Path) -> None:
    (out / "a.md").write_text("Jan Quorl\nOlena Vyshniuk\n", encoding="utf-8")
    assert look(run, tmp_path, audience="internal").out.count("LM821") == 1
    assert look(run, tmp_path, "--unmask", audience="confidential").code == 0


@pytest.mark.slow
@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "github", "sarif", "junit"])
def test_no_format_names_a_file_that_names_a_person(
    run: Run, tmp_path: Path, out: Path, form: str
) -> None:
    (out / "jan_quorl").mkdir()
    (out / "jan_quorl" / "Quorl%2C%20Jan.txt").write_text("Jan Quorl", encoding="utf-8")
    with zipfile.ZipFile(out / "x.docx", "w") as packed:
        packed.writestr("JanQuorl/document.xml", "<w:t>Ja</w:t><w:t>n Quorl</w:t>")
    done = look(run, tmp_path, "--output-format", form)
    assert done.code == 1
    assert done.out.count("LM821") >= 4
    assert "quorl" not in (done.out + done.err).casefold()


def test_what_is_not_looked_through_is_told(run: Run, tmp_path: Path, out: Path) -> None:
    (out / "photo.png").write_bytes(b"\x89PNG\0\0\0\1")
    os.mkfifo(out / "pipe")
    (out / "link").symlink_to(out / "nowhere")
    done = look(run, tmp_path)
    assert done.out.count("LM820 error") == 3
    assert (done.code, done.err) == (
        1,
        "no name found in 3 files; 3 could not be looked through\n",
    )


def test_nothing_found(run: Run, tmp_path: Path, out: Path) -> None:
    (out / "a.md").write_text("Monroe", encoding="utf-8")
    assert look(run, tmp_path) == (0, "", "no name found in 1 file\n")


def test_without_names_nothing_is_promised(run: Run, tmp_path: Path, out: Path) -> None:
    records = write(tmp_path / "in", allegation(), source())
    for form, shown in (("full", ""), ("json", "[]\n")):
        options = ("--audience", "public", "--output-format", form, "-q")
        done = run("leaks", out, "--records", records, *options)
        assert (done.code, done.out) == (0, shown)
        assert "Nothing was looked for" in done.err


def test_without_records_it_is_wrong_use(run: Run, tmp_path: Path, out: Path) -> None:
    listed = [{"words": "Quorl Way", "why": "Road.", "reviewed_by": "N.", "on": "2025-01-02"}]
    path = tmp_path / "in" / "names" / "exceptions.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"schema_version": 1, "exceptions": listed}), encoding="utf-8")
    done = run("leaks", out, "--records", tmp_path / "in", "--audience", "public")
    assert (done.code, done.out) == (2, "")
    assert "--records" in done.err


def test_records_with_faults_stop_it(run: Run, tmp_path: Path, out: Path) -> None:
    records = write(tmp_path / "in", allegation(persons=[{"name": "Jan Quorl"}], by=3), source())
    done = run("leaks", out, "--records", records, "--audience", "public")
    assert done.code == 1
    assert "Quorl" not in done.out + done.err
