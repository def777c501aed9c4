"""``lawmap bibliography``: what is exported, and what is refused."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from tests.bibliography.readers import READERS
from tests.cli.running import ROOT, Run
from tests.dossier.records import allegation, source, write


@pytest.fixture
def bibliography(run: Run) -> Run:
    return partial(run, "bibliography")


def test_keys_are_exported_once_each_under_the_key_of_their_record(bibliography: Run) -> None:
    done = bibliography("rome:8", "gc4:49(1)", "gc4:51-53", "tadic-1999", "warrant:icc-putin")
    assert (done.code, done.err) == (0, "")
    found = {one["id"]: one for one in json.loads(done.out)}
    assert list(found) == ["decision:tadic-1999", "gc4", "rome", "warrant:icc-putin"]
    gc4 = found["gc4"]
    assert (gc4["type"], gc4["container-title"], gc4["volume"], gc4["page"]) == (
        "treaty",
        "UNTS",
        "75",
        "287",
    )


def test_all_that_submissions_cite_goes_into_one_file(bibliography: Run, tmp_path: Path) -> None:
    brief, annex = tmp_path / "brief.md", tmp_path / "annex.md"
    brief.write_text("Deported [@{gc4:49(1)}; @{rome:8}].[^1]\n\n[^1]: [@{gc4:147}].\n")
    annex.write_text("Code `[@{gc3}]` is none; @{decision:tadic-1999} is one.\n")
    out = tmp_path / "out.ris"
    done = bibliography(brief, annex, "crc", "--format", "ris", "-o", out)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"4 authorities written: {out}.\n"
    ids = [line for line in out.read_text().splitlines() if line.startswith("ID")]
    assert ids == [f"ID  - {key}" for key in ("crc", "decision:tadic-1999", "gc4", "rome")]


def test_all_faults_of_all_submissions_are_told_and_nothing_is_written(
    bibliography: Run, tmp_path: Path
) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("Cited [@{gc4:49(9)}] and [@{gc4:498}].\n")
    out = tmp_path / "out.json"
    done = bibliography(tmp_path / "a.md", tmp_path / "b.md", "-o", out)
    assert done.code == 1
    assert done.out.count("LM702") == 4
    assert not out.exists()


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("gc4:49(9)", "gc9:1"), ("there is no gc4:49(9)", "no instrument 'gc9'")),
        (("bad key", "gc4:"), ("'bad key' is no key", "'gc4:' is no key")),
        (("missing.md",), ("cannot read missing.md",)),
    ],
)
def test_what_does_not_exist_is_refused(
    bibliography: Run, keys: tuple[str, ...], told: tuple[str, ...]
) -> None:
    done = bibliography(*keys)
    assert (done.code, done.out) == (2, "")
    assert all(one in done.err for one in told)


@pytest.mark.slow
def test_reports_and_dossiers_are_exported_as_far_as_an_audience_may_read(
    bibliography: Run, tmp_path: Path
) -> None:
    write(tmp_path, source("report", handling="public"), allegation("done", handling="internal"))
    cited = ("source:report", "allegation:done", "--also", tmp_path)
    shown = json.loads(bibliography(*cited).out)
    assert [one["id"] for one in shown] == ["allegation:done", "source:report"]
    done = bibliography(*cited, "--audience", "public")
    assert (done.code, done.out) == (2, "")
    assert "allegation:done" in done.err


@pytest.mark.slow
@pytest.mark.parametrize("form", READERS)
def test_the_worked_submission_is_exported_with_all_its_authorities(run: Run, form: str) -> None:
    submission = ROOT / "docs/tutorial/submission.md"
    listed = json.loads(run("authorities", submission, "--format", "json").out)
    keys = {one["key"] for group in listed for one in group["authorities"]}
    found = READERS[form](run("bibliography", submission, "--format", form).out)
    assert set(found) == keys
    assert all(one["title"] for one in found.values())


def test_a_hyphen_is_standard_output(run: Run, tmp_path: Path) -> None:
    shown = run("bibliography", "gc4", cwd=tmp_path).out
    assert '"id": "gc4"' in shown
    assert run("bibliography", "gc4", "-o", "-", cwd=tmp_path).out == shown
    assert not (tmp_path / "-").exists()
