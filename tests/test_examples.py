"""The example of a team's own norm pack: data alone, without a fault, and seen in a dossier."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from lawmap.loading import Loaded, load, packs_for
from lawmap.loading.kinds import kind_of
from lawmap.model.case import Case
from lawmap.model.norm import Kind, Norm
from lawmap.model.outcome import Outcome
from tests.cli.running import ROOT, Run

PACK = ROOT / "docs" / "examples" / "ukraine-criminal-code"
CODE = "ukraine-criminal-code"
FILES = sorted(PACK.rglob("*.yaml"))
ARTICLES = ("146", "437", "438", "442")
"""The articles that hold crimes."""


@cache
def loaded() -> Loaded:
    return load([PACK], packs_for([PACK]))


def norms() -> list[Norm]:
    return [norm for norm in loaded().library.norms.values() if norm.instrument == CODE]


def crimes() -> list[Norm]:
    return [norm for norm in norms() if norm.kind is not Kind.DEFINITION]


def cases() -> list[Case]:
    return [case for norm in crimes() for case in norm.cases]


def test_a_pack_is_data_alone() -> None:
    assert {path.suffix for path in PACK.rglob("*") if path.is_file()} == {".yaml", ".md"}


def test_it_has_no_fault(run: Run) -> None:
    done = run("validate", PACK)
    assert (done.code, done.out) == (0, "")
    assert "no faults" in done.err


def test_its_cases_pass_and_decide_every_element(run: Run) -> None:
    chosen = [word for article in ARTICLES for word in ("--norm", f"{CODE}:{article}")]
    done = run("test", PACK, *chosen, "--coverage")
    assert done.code == 0
    decided = re.search(rf"^{CODE} +(\d+) of (\d+) ", done.out, re.MULTILINE)
    assert decided is not None
    assert decided[1] == decided[2]
    assert f"{len(cases())} passed, 0 failed" in done.out + done.err


def test_each_crime_has_an_engaged_a_not_engaged_and_an_open_case() -> None:
    for norm in crimes():
        expected = {case.expect for case in norm.cases}
        assert {Outcome.ENGAGED, Outcome.ARGUABLE} < expected, norm.id


def test_each_norm_says_where_its_words_were_read() -> None:
    for norm in norms():
        assert norm.words is not None, norm.id
        assert norm.source.read_in.startswith("http"), norm.id


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(PACK).as_posix() for path in FILES])
def test_every_file_names_its_schema(path: Path) -> None:
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
    kind = kind_of(path.as_posix())
    assert found is not None
    assert kind is not None
    named = (path.parent / found[1]).resolve()
    assert named == ROOT / "schemas" / f"{kind.kind_of_file}.schema.json"


def test_a_dossier_of_a_shipped_report_cites_article_438(run: Run, tmp_path: Path) -> None:
    chosen = ROOT / "seeds" / "sources", ROOT / "seeds" / "allegations" / "thirty-drafted-2024.yaml"
    assert run("dossier", *chosen, "--norms", PACK, "-o", tmp_path).code == 0
    text = (tmp_path / "thirty-drafted-2024.md").read_text(encoding="utf-8")
    glance = text.partition("## At a glance")[2].partition("\n## ")[0]
    assert "Criminal Code of Ukraine, art 438(1)" in glance
    assert "Courts of Ukraine: it reaches the territory of Ukraine" in text
    laws = text.partition("Laws of States")[2]
    assert "Criminal Code of Ukraine, Law of Ukraine No 2341-III" in laws
    assert ": arts 6(1), 438(1)\n" in laws


def test_no_state_is_said_to_be_a_party_to_the_law_of_another(run: Run) -> None:
    when = "--state", "RUS", "--on", "2024-10-01"
    done = run("show", f"{CODE}:438(2)", *when, "--norms", PACK)
    assert done.code == 0
    assert "the law of one State, to which no other becomes a party" in done.out
    assert "binding: law" in (PACK / "instruments" / CODE / "instrument.yaml").read_text("utf-8")


def test_off_the_territory_the_reach_of_a_national_court_stays_open(run: Run) -> None:
    chosen = ROOT / "seeds" / "sources", ROOT / "seeds" / "allegations" / "camps-beatings.yaml"
    rule = f"{CODE}:438(1)/cruel-treatment"
    done = run("explain", "camps-beatings", rule, *chosen, "--norms", PACK)
    assert done.code == 0
    assert "whether those who acted are nationals whom it reaches is not settled" in done.out
