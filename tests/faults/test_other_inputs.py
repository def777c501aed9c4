"""After a killed run the reports change: the next run writes other files, and knows its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lawmap.cli.writing import write_folder
from lawmap.errors import OutputError
from tests.faults.folders import content_of, leftovers
from tests.faults.points import Points, killed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here"),
]
RECORD = {"tool": "lawmap 0"}
POINTS = range(40)
"""More than such a run has calls."""


def texts(version: str) -> dict[str, str]:
    """Each version lacks a file that the one before it has."""
    names = {"a.md", "b.md", "c.md", "d.md"} - {f"{version}.md"}
    return {name: f"{name} of {version}\n" for name in sorted(names)}


def write(folder: Path, version: str) -> None:
    write_folder(folder, texts(version), RECORD, force=False)


def write_and_be_killed(folder: Path, version: str, at: int) -> None:
    child = os.fork()
    if child == 0:
        try:
            Points(at, killed).install()
            write(folder, version)
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def test_a_killed_run_is_followed_by_one_with_other_files(tmp_path: Path) -> None:
    for at in POINTS:
        folder = tmp_path / str(at)
        write(folder, "a")
        write_and_be_killed(folder, "b", at)
        write_and_be_killed(folder, "c", (at * 7) % len(POINTS))
        write(folder, "d")
        expected = {name: text.encode() for name, text in texts("d").items()}
        found = content_of(folder)
        del found["manifest.json"]
        assert found == expected, at
        assert leftovers(folder) == []


def test_what_was_edited_between_two_killed_runs_is_kept(tmp_path: Path) -> None:
    for at in POINTS:
        folder = tmp_path / str(at)
        write(folder, "a")
        write_and_be_killed(folder, "b", at)
        path = folder / "d.md"
        mine = f"{path.read_text(encoding='utf-8')}A note.\n"
        path.write_text(mine, encoding="utf-8")
        write_and_be_killed(folder, "c", (at * 7) % len(POINTS))
        with pytest.raises(OutputError, match=r"d\.md"):
            write(folder, "d")
        assert path.read_text(encoding="utf-8") == mine
