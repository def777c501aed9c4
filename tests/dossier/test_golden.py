"""The dossiers of the shipped reports, kept whole: a change of wording is seen as a diff.

After a change that is meant, write them anew and look at what ``git diff`` shows:

    LAWMAP_REWRITE_GOLDEN=1 python -m pytest tests/dossier/test_golden.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.dossier.made import ROOT, seed_names

GOLDEN = ROOT / "tests" / "golden" / "dossiers"
REWRITE = os.environ.get("LAWMAP_REWRITE_GOLDEN") == "1"
MANIFEST = "manifest.json"

# Two machines that agree on nothing but the input.
HERE = {"TZ": "UTC", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "uk_UA.UTF-8",
    "LANG": "uk_UA.UTF-8",
    "PYTHONHASHSEED": "4242",
    "PYTHONUTF8": "0",
    "COLUMNS": "40",
    "SOURCE_DATE_EPOCH": "1",
}


def make(out: Path, environment: dict[str, str], cwd: Path, *paths: str) -> dict[str, bytes]:
    """The files that ``lawmap dossier`` writes in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "lawmap", "dossier", *paths, "-o", str(out)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The dossiers of seeds/, made as the README says."""
    made = make(tmp_path_factory.mktemp("here") / "out", HERE, ROOT, "seeds")
    if REWRITE:
        GOLDEN.mkdir(parents=True, exist_ok=True)
        for path in GOLDEN.iterdir():
            path.unlink()
        for name in made.keys() - {MANIFEST}:
            (GOLDEN / name).write_bytes(made[name])
    return made


@pytest.mark.parametrize("name", seed_names())
def test_a_dossier_is_the_one_that_was_looked_at(files: dict[str, bytes], name: str) -> None:
    kept = GOLDEN / name
    assert kept.is_file(), "not kept yet; see the head of this file"
    assert files[name].decode() == kept.read_text(encoding="utf-8")


def test_no_dossier_is_kept_that_is_no_longer_made(files: dict[str, bytes]) -> None:
    assert {path.name for path in GOLDEN.iterdir()} == files.keys() - {MANIFEST}


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_everywhere(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    seeds = ROOT / "seeds"
    again = make(tmp_path / "out", ELSEWHERE, tmp_path, f"{seeds}/sources", f"{seeds}/allegations")
    assert sorted(again) == sorted(files)
    assert [name for name in files if again[name] != files[name]] == []
