"""The one-page brief: short, honest about what it leaves out, and never another answer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lawmap.dossier import render_brief
from lawmap.markdown import escape
from lawmap.model.dossier import Dossier
from tests.cli.running import Run
from tests.dossier.made import ROOT, seed_dossiers
from tests.dossier.records import allegation, source, write

ONE_PAGE = 820  # words that fit on a sheet of A4 in ten points
SHOWN = 3


@cache
def brief_of(name: str) -> str:
    return render_brief(seed_dossiers()[name])


every_seed = pytest.mark.parametrize(
    "name", [path.stem for path in sorted(ROOT.glob("seeds/allegations/*.yaml"))]
)


@every_seed
def test_it_fits_a_page(name: str) -> None:
    assert len(brief_of(name).split()) <= ONE_PAGE


@every_seed
def test_it_says_what_it_is_and_where_the_rest_stands(name: str) -> None:
    text = " ".join(brief_of(name).split())
    assert "DRAFT" in text
    assert "No finding of fact or guilt; what is not reported stays open." in text
    assert f"({name}.md)" in text


@every_seed
def test_it_names_norms_with_the_outcome_of_the_dossier(name: str) -> None:
    dossier, text = seed_dossiers()[name], brief_of(name)
    for entry in dossier.norms[:SHOWN]:
        begins = f"- **{escape(entry.short)}**, {escape(entry.heading)}:"
        line = next(one for one in text.splitlines() if one.startswith(begins))
        assert f"{escape(entry.outcome_words)} (origins: {entry.origins})" in line
    assert ("more, with their companions" in text) is (len(dossier.norms) > SHOWN)


@every_seed
def test_an_answer_of_the_accused_side_is_never_left_out(name: str) -> None:
    dossier, text = seed_dossiers()[name], brief_of(name)
    assert ("no answer of the accused side" in text) is not bool(dossier.responses)
    if dossier.responses:
        assert escape(dossier.responses[0].text) in text


def many(dossier: Dossier) -> bool:
    return len(dossier.norms) > SHOWN and len(dossier.open_facts) > SHOWN


def test_what_is_left_out_is_counted() -> None:
    name, dossier = next((name, one) for name, one in seed_dossiers().items() if many(one))
    text = brief_of(name)
    assert f"In the dossier: {len(dossier.norms) - SHOWN} more, with their companions." in text
    assert f"In the dossier: {len(dossier.open_facts) - 3} more." in text


def test_the_option_writes_a_brief_beside_each_dossier(run: Run, tmp_path: Path) -> None:
    inputs = write(tmp_path / "in", allegation("a"), allegation("b"), source())
    done = run("dossier", inputs, "-o", tmp_path / "out", "--brief")
    assert done.code == 0
    assert "2 dossiers, each with a brief, written." in done.err
    names = {path.name for path in (tmp_path / "out").glob("*.md")}
    assert names == {"a.md", "a.brief.md", "b.md", "b.brief.md", "index.md"}
    assert "([brief](a.brief.md))" in (tmp_path / "out" / "index.md").read_text(encoding="utf-8")


def test_without_the_option_a_later_run_removes_the_briefs(run: Run, tmp_path: Path) -> None:
    inputs = write(tmp_path / "in", allegation("a"), source())
    run("dossier", inputs, "-o", tmp_path / "out", "--brief")
    assert run("dossier", inputs, "-o", tmp_path / "out").code == 0
    assert not (tmp_path / "out" / "a.brief.md").exists()
    assert "brief" not in (tmp_path / "out" / "index.md").read_text(encoding="utf-8")


def test_a_team_can_replace_its_template(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "mine"
    own.mkdir()
    (own / "brief.md.j2").write_text("# {{ dossier.title }}\n", encoding="utf-8")
    inputs = write(tmp_path / "in", allegation("a"), source())
    run("dossier", inputs, "-o", tmp_path / "out", "--brief", "--template", own)
    assert (tmp_path / "out" / "a.brief.md").read_text(encoding="utf-8") == "# Residents drafted\n"
