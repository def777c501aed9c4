"""``lawmap cite``: what is printed, and what is refused."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.dossier.records import allegation, source, write


@pytest.fixture
def cite(run: Run) -> Run:
    return partial(run, "cite")


def test_each_key_stands_on_a_line_of_its_own(cite: Run) -> None:
    done = cite("gc4:49(1)", "cihl:129", "--form", "short")
    assert (done.code, done.err) == (0, "")
    assert done.out == "GC IV art 49(1)\nCIHL rule 129\n"


def test_together_provisions_merge(cite: Run) -> None:
    done = cite("gc4:49", "gc4:50", "rome:8", "--together", "--form", "short")
    assert done.out == "GC IV arts 49 and 50; Rome Statute art 8\n"


def test_the_first_citation_is_the_full_one(cite: Run) -> None:
    assert cite("gc4:49(1)").out == (
        "Geneva Convention (IV) relative to the Protection of Civilian Persons in Time of War,"
        " 75 UNTS 287, art 49(1)\n"
    )


def test_all_styles_are_written_each_after_its_name(cite: Run) -> None:
    listed = [line.partition("  ")[0] for line in cite("--list-styles").out.splitlines()]
    written = cite("gc4:49(1)", "--style", "all").out.splitlines()
    assert [line.partition(" ")[0] for line in written] == listed == sorted(listed)
    assert {"plain", "oscola"} <= set(listed)
    assert all("49(1)" in line for line in written)


def test_a_later_citation_names_the_note_that_came_first(cite: Run) -> None:
    done = cite("gc4:49(1)", "--style", "oscola", "--form", "subsequent", "--note", "3")
    assert "(n 3)" in done.out


def test_a_note_belongs_to_later_citations(cite: Run) -> None:
    done = cite("gc4:49(1)", "--note", "3")
    assert done.code == 2
    assert "--form subsequent" in done.err


def test_markdown_has_emphasis_and_its_text_is_escaped(cite: Run) -> None:
    done = cite("tadic-1999#p145", "--style", "oscola", "--format", "markdown")
    assert done.out.startswith("*Prosecutor v Duško Tadić*")


def test_json_holds_keys_style_text_and_runs(cite: Run) -> None:
    done = cite("tadic-1999", "gc4:1", "--style", "oscola", "--format", "json", "--form", "short")
    first, second = json.loads(done.out)
    assert first["keys"] == ["tadic-1999"]
    assert first["style"] == "oscola"
    assert "".join(run["text"] for run in first["runs"]) == first["text"]
    assert first["runs"][0]["italic"] is True
    assert second["markdown"] == second["text"] == "GC IV art 1"


def test_all_that_does_not_exist_is_told_at_once(cite: Run) -> None:
    done = cite("gc4:49(9)", "gc4:1", "gc9:1")
    assert (done.code, done.out) == (2, "")
    assert "there is no gc4:49(9): gc4:49 has 49(1)" in done.err
    assert "no instrument 'gc9' is loaded" in done.err


def test_all_that_is_no_key_is_told_at_once(cite: Run) -> None:
    done = cite("x y", "gc4:", "gc4:1")
    assert (done.code, done.out) == (2, "")
    assert "'x y' is no key" in done.err
    assert "'gc4:' is no key" in done.err


def test_a_style_that_is_not_loaded_names_the_nearest(cite: Run) -> None:
    done = cite("gc4:1", "--style", "oskola")
    assert done.code == 2
    assert "did you mean 'oscola'?" in done.err


def test_without_a_key_it_says_what_to_give(cite: Run) -> None:
    assert "give a key" in cite().err
    assert cite().code == 2


@pytest.fixture
def project(tmp_path: Path) -> Path:
    hidden = source(title="A hidden report", handling="confidential")
    shown = source("open", title="An open report")
    cites = [allegation("one"), allegation("two", per=["open#p1"])]
    write(tmp_path, hidden, shown, *cites)
    return tmp_path


def test_a_confidential_source_is_not_cited_for_the_public(cite: Run, project: Path) -> None:
    inside = cite("source:report", "--also", project)
    assert inside.out.startswith("“A hidden report”"), inside.err
    outside = cite("source:report", "--also", project, "--audience", "public")
    assert (outside.code, outside.out) == (2, "")
    assert "no source 'report' is loaded" in outside.err
    assert "hidden" not in outside.err


def test_what_is_public_is_cited_for_the_public(cite: Run, project: Path) -> None:
    done = cite("open", "--also", project, "--audience", "public")
    assert done.code == 0, done.err
    assert done.out.startswith("“An open report”")


def test_a_style_of_a_pack_of_ones_own_is_used(cite: Run, tmp_path: Path) -> None:
    plain = Path("norms/styles/plain.yaml").read_text(encoding="utf-8")
    own = plain.replace("id: plain", "id: house").replace("{abbreviation}[ ", "{abbreviation}[: ")
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "house.yaml").write_text(own, encoding="utf-8")
    done = cite("gc4:1", "--style", "house", "--form", "short", "--norms", tmp_path)
    assert done.out == "GC IV: art 1\n", done.err


def test_a_faulty_style_stops_before_anything_is_cited(cite: Run, tmp_path: Path) -> None:
    plain = Path("norms/styles/plain.yaml").read_text(encoding="utf-8")
    own = plain.replace("id: plain", "id: house").replace("{abbreviation}[ ", "{abbreviation}{ ")
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "house.yaml").write_text(own, encoding="utf-8")
    done = cite("gc4:1", "--style", "house", "--norms", tmp_path)
    assert (done.code, done.out) == (1, "")
    assert "LM750" in done.err


def test_what_was_not_verified_is_said_beside_the_citation(cite: Run, tmp_path: Path) -> None:
    decision = Path("norms/decisions/tadic-1999.yaml").read_text(encoding="utf-8")
    own = decision.replace("id: tadic-1999", "id: unsure-1999").replace(
        "verified: true", "verified: false"
    )
    (tmp_path / "decisions").mkdir()
    (tmp_path / "decisions" / "unsure-1999.yaml").write_text(own, encoding="utf-8")
    done = cite("unsure-1999", "tadic-1999", "--form", "short", "--norms", tmp_path)
    assert len(done.out.splitlines()) == 2, done.err
    assert "Not verified: 'decision:unsure-1999'" in done.err
    assert "decision:tadic-1999" not in done.err
