"""``lawmap resolve`` and ``lawmap authorities``: files in, files out, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.dossier.records import allegation, source, write
from tests.hostile.project import write_project

GOOD = "Moved [@{gc4:49(1)}].\r\n"
BAD = "---\ndate: in May\n---\nMoved [@{gc4:49(9)}] and [@{gc4:77(1)}].\n"


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.md"
    path.write_bytes(GOOD.encode())
    return path


@pytest.mark.slow
def test_the_text_is_written_and_never_over_another(run: Run, brief: Path, tmp_path: Path) -> None:
    out = tmp_path / "filed.md"
    done = run("resolve", brief, "-o", out, "--style", "oscola")
    assert (done.code, done.out) == (0, "")
    assert done.err == f"1 citation written, 1 footnote added: {out}.\n"
    text = out.read_bytes().decode()
    assert text.startswith("Moved.[^cite-1]\r\n\r\n[^cite-1]: ")
    assert "art 49(1)" in text
    assert run("resolve", brief, "-o", out, "--style", "oscola").code == 0
    out.write_bytes(text.encode() + b"by hand")
    done = run("resolve", brief, "-o", out, "--style", "oscola")
    assert done.code != 0
    assert "--force" in done.err
    assert out.read_bytes().endswith(b"by hand")
    assert run("resolve", brief, "-o", out, "--style", "oscola", "--force").code == 0
    assert out.read_bytes().decode() == text


def test_a_hyphen_is_standard_output(run: Run, brief: Path, tmp_path: Path) -> None:
    shown = run("resolve", brief, cwd=tmp_path).out
    assert "Moved" in shown
    assert run("resolve", brief, "-o", "-", cwd=tmp_path).out == shown
    assert not (tmp_path / "-").exists()


def test_the_submission_itself_is_never_written_over(run: Run, brief: Path) -> None:
    done = run("resolve", brief, "-o", brief, "--force")
    assert done.code == 2
    assert brief.read_bytes() == GOOD.encode()


def test_all_faults_are_told_at_once_and_nothing_is_written(run: Run, brief: Path) -> None:
    brief.write_text(BAD, encoding="utf-8")
    out = brief.with_name("filed.md")
    done = run("resolve", brief, "-o", out, "--output-format", "json")
    told = [(one["line"], one["column"], one["code"]) for one in json.loads(done.out)]
    assert told == [(2, 1, "LM713"), (4, 10, "LM702"), (4, 29, "LM702")]
    assert done.code == 1
    assert not out.exists()


def test_braces_are_written_into_the_submission(run: Run, brief: Path) -> None:
    brief.write_bytes("\ufeffone [@gc4:49(1)]\r\n".encode())
    done = run("resolve", brief, "--fix")
    assert done.code == 0
    assert brief.read_bytes() == "\ufeffone [@{gc4:49(1)}]\r\n".encode()
    assert "1 key" in done.err


@pytest.mark.slow
def test_what_an_audience_may_not_see_is_not_cited(run: Run, brief: Path, tmp_path: Path) -> None:
    records = write(tmp_path / "in", allegation(handling="internal"), source())
    name = allegation()["id"]
    brief.write_text(f"See [@{{allegation:{name}}}].\n", encoding="utf-8")
    assert run("resolve", brief, "--also", records, "--audience", "internal").code == 0
    done = run("resolve", brief, "--also", records, "--audience", "public")
    assert (done.code, "LM705" in done.out) == (1, True)


def test_a_file_that_is_no_text_or_not_there(run: Run, brief: Path) -> None:
    brief.write_bytes(b"a\n\xff")
    done = run("resolve", brief)
    assert (done.code, "LM002" in done.out) == (1, True)
    assert run("resolve", brief.with_name("none.md")).code == 2


FRONT = {
    "within": ("---\n  date: never\n---\n", 2, 3),
    "quoted": ('---\n"date": never\n---\n', 2, 1),
    "in braces": ("---\n{date: never}\n---\n", 2, 2),
    "a list": ("---\ntitle: x\ndate: [2024-01-01]\n---\n", 3, 1),
    "beside what is not read": ("---\na: &a b\ndate: 2024-01-01\n---\n", 2, 4),
    "no YAML": ("---\ndate: 'x\n---\n", 2, 7),
}


@pytest.mark.parametrize(("front", "line", "column"), FRONT.values(), ids=FRONT)
def test_a_date_that_is_not_looked_at_is_told_however_it_is_written(
    run: Run, tmp_path: Path, front: str, line: int, column: int
) -> None:
    folder = write_project(tmp_path)
    (folder / "brief.md").write_text(f"{front}\n[@{{t:1(1)}}]\n", encoding="utf-8")
    done = run("resolve", "brief.md", "-o", "o.md", "--output-format", "json", cwd=folder)
    assert done.code == 0, done.err
    [fault] = json.loads(done.out)
    assert (fault["code"], fault["line"], fault["column"]) == ("LM713", line, column)


@pytest.mark.parametrize("command", ["resolve", "authorities", "bibliography"])
def test_control_characters_are_refused_where_they_stand(
    run: Run, tmp_path: Path, command: str
) -> None:
    folder = write_project(tmp_path)
    (folder / "brief.md").write_text("a\x0c\u200f\nb\x1b[2J [@{t:1(1)}]\n", encoding="utf-8")
    done = run(command, "brief.md", "--output-format", "json", cwd=folder)
    told = [(one["code"], one["line"], one["column"]) for one in json.loads(done.out)]
    assert (done.code, told) == (1, [("LM003", 2, 2)])


def test_what_cannot_be_mended_is_not_called_mended(run: Run, tmp_path: Path) -> None:
    """Lines that end with a lone carriage return are counted in two ways, so nothing is edited."""
    folder = write_project(tmp_path)
    (folder / "brief.md").write_bytes(b"a\rb [@t:1(1)]\r")
    done = run("resolve", "brief.md", "--fix", "-o", "o.md", cwd=folder)
    assert "mended" not in done.err
    assert (folder / "brief.md").read_bytes() == b"a\rb [@t:1(1)]\r"


def test_authorities_are_listed_in_three_forms(run: Run, brief: Path) -> None:
    listed = run("authorities", brief, "--style", "oscola").out
    assert listed.splitlines()[-1] == "    art 49(1): n 1"
    [group] = json.loads(run("authorities", brief, "--format", "json", "--style", "oscola").out)
    [one] = group["authorities"]
    assert one["key"] == "gc4"
    assert one["cited"] == [{"pinpoint": "art 49(1)", "places": [{"in": "note", "number": 1}]}]
    page = run("authorities", brief, "--format", "markdown", "--style", "oscola").out
    assert "\n    - art 49(1): n 1\n" in page
    brief.write_text(BAD, encoding="utf-8")
    assert run("authorities", brief).code == 1
