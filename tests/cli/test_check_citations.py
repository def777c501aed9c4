"""``lawmap check-citations``: citations that people typed, and words that they quote."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Done, Run
from tests.documents.word_files import notes, paragraph, word_file
from tests.dossier.records import allegation, source, write
from tests.submissions.made_up import MOVED, write_pack


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a text pack and nothing else."""
    (tmp_path / "packs").mkdir()
    write_pack(tmp_path / "packs")
    return tmp_path


def look(run: Run, work: Path, *arguments: str | Path) -> Done:
    return run("check-citations", "--texts", "packs", *arguments, cwd=work)


def rows(run: Run, work: Path, text: str | bytes, name: str = "a.md") -> list[dict[str, Any]]:
    (work / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    done = look(run, work, name, "--output-format", "jsonl", "-q")
    return [json.loads(line) for line in done.out.splitlines()]


KEYS = ("file", "line", "column", "start", "end", "text", "keys", "ambiguous", "status")


def test_a_row_for_each_citation(run: Run, work: Path) -> None:
    text = "# A\n\nSee *Article 49(6) GC IV* and Article 27 of the Geneva Convention.\n"
    first, second = rows(run, work, text)
    assert tuple(first)[: len(KEYS)] == KEYS
    told = {key: first[key] for key in KEYS}
    assert told == {
        "file": "a.md",
        "line": 3,
        "column": 6,
        "start": 10,
        "end": 29,
        "text": "Article 49(6) GC IV",
        "keys": ["gc4:49(6)"],
        "ambiguous": False,
        "status": "exists",
    }
    assert first["placeholder"] == "[@{gc4:49(6)}]"
    assert (second["status"], second["ambiguous"], second["placeholder"]) == (
        "ambiguous",
        True,
        None,
    )
    assert {"gc1:27", "gc4:27", "refugee51:27"} <= set(second["keys"])
    assert text[second["start"] : second["end"]] == second["text"]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.txt", "One.\n\nArticle 999 GC IV", (3, 1, 6)),
        ("a.HTML", "<p>One</p>\n<p>&nbsp;Article 999 GC&#32;IV", (2, 10, 20)),
        ("a.docx", word_file(paragraph("One") + paragraph("Article 999 GC IV")), (2, 1, 4)),
        (
            "b.docx",
            word_file(
                paragraph("One"), footnotes=("f.xml", notes(paragraph("At Article 999 GC IV")))
            ),
            (2, 4, 7),
        ),
    ],
)
def test_documents_of_every_kind(
    run: Run, work: Path, name: str, content: str | bytes, place: tuple[int, int, int]
) -> None:
    (row,) = rows(run, work, content, name)
    assert (row["line"], row["column"], row["start"]) == place
    assert (row["keys"], row["status"]) == ([], "no-such-provision")


def test_without_a_text_pack_nothing_is_called_wrong(run: Run, work: Path) -> None:
    (work / "a.md").write_text(f"Article 53 GC IV says “{MOVED}”.", encoding="utf-8")
    done = run("check-citations", "a.md", "--texts", "none", cwd=work)
    assert (done.code, done.out) == (0, "")
    assert "No text pack is stored" in done.err
    assert "1 quotation beside them: 1 no text at hand." in done.err


def test_what_was_found_is_counted(run: Run, work: Path) -> None:
    text = "Article 49 GC IV, Article 999 GC IV, Article 31 of the VCLT, Article 7."
    (work / "a.md").write_text(text, encoding="utf-8")
    assert look(run, work, "a.md").err == (
        "4 citations in 1 file: 1 existing, 1 not existing,"
        " 1 of instruments that the library does not hold, 1 without an instrument.\n"
        "1 can be written as placeholders: --fix does it, --diff shows it.\n"
    )


@pytest.mark.slow
def test_a_diff_writes_nothing(run: Run, work: Path) -> None:
    path = work / "a.md"
    path.write_text("\ufeffSee Article 49 GC IV.\n", encoding="utf-8")
    before = path.read_bytes()
    done = look(run, work, "a.md", "--diff")
    assert (done.code, path.read_bytes()) == (1, before)
    assert "-See Article 49 GC IV.\n+See @{gc4:49}.\n" in done.out
    look(run, work, "a.md", "--fix")
    assert path.read_bytes() == before.replace(b"Article 49 GC IV", b"@{gc4:49}")
    assert look(run, work, "a.md", "--diff") == (0, "", "Nothing to rewrite.\n")


def test_other_kinds_and_read_only_files_are_not_rewritten(run: Run, work: Path) -> None:
    for name in ("a.txt", "b.md", "c.md"):
        (work / name).write_text("See Article 49 GC IV.", encoding="utf-8")
    (work / "d.md").symlink_to(work / "c.md")
    (work / "b.md").chmod(0o400)
    done = look(run, work, "a.txt", "b.md", "d.md", "--fix")
    assert done.code == 1
    assert "b.md is left as it is: it is read-only." in done.err
    assert "d.md is left as it is: it is a link." in done.err
    for name in ("a.txt", "b.md", "c.md"):
        assert (work / name).read_text(encoding="utf-8") == "See Article 49 GC IV."


def test_folders_hold_documents_of_known_kinds(run: Run, work: Path) -> None:
    folder = work / "in"
    (folder / ".git").mkdir(parents=True)
    for name in ("b.md", "a.txt", "c.pdf", ".d.md", ".git/e.md"):
        (folder / name).write_text("Article 49 GC IV", encoding="utf-8")
    done = look(run, work, "in", "in/a.txt", "--output-format", "jsonl")
    assert [json.loads(line)["file"] for line in done.out.splitlines()] == ["in/a.txt", "in/b.md"]
    (work / "empty").mkdir()
    done = look(run, work, "empty")
    assert (done.code, done.err) == (2, "Error: no document was found in empty\n")


def test_only_faults_of_the_law_stop_it(run: Run, work: Path) -> None:
    (work / "odd.yaml").write_text("a: b", encoding="utf-8")
    (work / "a.md").write_text("Article 999 GC IV", encoding="utf-8")
    done = look(run, work, "a.md", "--output-format", "concise")
    assert (done.code, done.out.count("LM722")) == (1, 1)
    (work / "pack" / "instruments" / "x").mkdir(parents=True)
    (work / "pack" / "pack.yaml").write_text("a: b", encoding="utf-8")
    done = look(run, work, "a.md", "--norms", "pack")
    assert (done.code, done.out) == (1, "")
    assert "pack/pack.yaml:1:1: LM" in done.err


@pytest.mark.slow
def test_standard_input(run: Run, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def given() -> None:
        stream = io.TextIOWrapper(io.BytesIO(b"Article 999 GC IV"))
        monkeypatch.setattr(sys, "stdin", stream)

    given()
    done = look(run, work, "-", "--input-format", "text", "--output-format", "concise")
    assert done.out.startswith("-:1:1: LM722 error")
    given()
    assert "LM720" in look(run, work, "-").out
    assert look(run, work, "-", "--fix").code == 2


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(run: Run, work: Path) -> None:
    (work / "good.md").write_text("Article 999 GC IV", encoding="utf-8")
    (work / "bad.docx").write_bytes(b"PK\x03\x04")
    (work / "latin.txt").write_bytes("één".encode("latin-1"))
    (work / "binary.txt").write_bytes(b"a\n\0")
    (work / "odd.pdf").write_bytes(b"%PDF")
    os.mkfifo(work / "pipe.md")
    (work / "loop.md").symlink_to("loop.md")
    names = ["good.md", "bad.docx", "latin.txt", "binary.txt", "odd.pdf", "pipe.md", "loop.md"]
    done = look(run, work, *names, "no.md", "--output-format", "concise")
    told = {line.split(":")[0]: line.split()[1] for line in done.out.splitlines()}
    assert told == {
        "bad.docx": "LM721",
        "binary.txt": "LM003",
        "good.md": "LM722",
        "latin.txt": "LM002",
        "loop.md": "LM001",
        "no.md": "LM001",
        "odd.pdf": "LM720",
        "pipe.md": "LM009",
    }
    done = look(run, work, *names, "--output-format", "jsonl")
    assert (done.code, len(done.out.splitlines())) == (1, 1)
    assert "LM721" in done.err


@pytest.mark.slow
def test_names_of_persons_are_masked(run: Run, work: Path) -> None:
    child = {"name": "Jan Quorl", "called": "child A", "marks": ["minor"]}
    records = write(work / "records", allegation(persons=[child]), source())
    (work / "a.md").write_text("Jan Quorl was moved, Article 999 GC IV.", encoding="utf-8")
    for form in ("full", "github", "sarif", "jsonl"):
        done = look(run, work, "a.md", "--records", records, "--output-format", form)
        assert done.code == 1
        assert "no-such-provision" in done.out
        assert "Quorl" not in done.out + done.err


@pytest.mark.slow
def test_what_is_shown_steers_no_screen(run: Run, work: Path) -> None:
    text = "\x1b[31m ##[error] Article 999 GC IV says “\x1b[2J may not move its own lamps”."
    (work / "a.md").write_text(text, encoding="utf-8")
    for form in ("full", "concise", "github", "json", "jsonl"):
        done = look(run, work, "a.md", "-v", "--output-format", form)
        assert "\x1b" not in done.out + done.err
        assert "##[" not in done.out + done.err
