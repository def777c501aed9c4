"""Every folder of tests/bad is read as the command line reads it, and reports what it expects.

``expected.txt`` lists the faults, ``file:line:column CODE``, and after the code words that the
message must hold. A line ``# bug: ...`` says that lawmap does not do so yet. The folder ``beside``
is read with each of them: it is in order, and what is wrong elsewhere must leave it so.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from lawmap.checks import check
from lawmap.diagnostics import Diagnostic
from lawmap.loading import load, packs_for

BAD = Path(__file__).parents[1] / "bad"
BESIDE = BAD / "beside"
EXPECTED = "expected.txt"
LINE = re.compile(
    r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+) (?P<code>LM\d{3})(?: (?P<words>.+))?"
)


class Fault(NamedTuple):
    """Where a fault lies, its code, and words that its message holds."""

    path: str
    line: int
    column: int
    code: str
    words: str

    def is_told_by(self, found: Diagnostic, folder: Path) -> bool:
        at = found.position
        place = (inside(at.path, folder), at.line, at.column, found.code)
        return place == self[:4] and self.words in told(found, folder)


def inside(path: str, folder: Path) -> str:
    return path.removeprefix(f"{folder.as_posix()}/")


def told(found: Diagnostic, folder: Path) -> str:
    """The message and, after a semicolon each, the other places of the fault."""
    others = (
        f"{inside(item.position.path, folder)}:{item.position.line}" for item in found.related
    )
    return "; ".join([found.message, *others])


def read_expected(folder: Path) -> list[Fault]:
    faults = []
    for line in (folder / EXPECTED).read_text(encoding="utf-8").splitlines():
        match = LINE.fullmatch(line)
        assert match, f"{folder.name}/{EXPECTED}: {line!r}"
        place = match["path"], int(match["line"]), int(match["column"])
        faults.append(Fault(*place, match["code"], match["words"] or ""))
    return faults


FOLDERS = sorted(path.parent for path in BAD.glob(f"*/{EXPECTED}"))


def faults_of(folder: Path) -> list[Diagnostic]:
    reports = folder / "reports"
    paths = [folder, BESIDE]
    loaded = load(paths, packs_for(paths))
    return check(loaded, [reports] if reports.is_dir() else [])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_bad_folder_reports_each_fault_at_its_place_and_no_other(folder: Path) -> None:
    expected, found = read_expected(folder), faults_of(folder)
    unexpected = [
        item for item in found if not any(fault.is_told_by(item, folder) for fault in expected)
    ]
    missing = [
        fault for fault in expected if not any(fault.is_told_by(item, folder) for item in found)
    ]
    assert (missing, unexpected) == ([], [])
    assert len(found) == len(expected)


def test_every_folder_of_bad_files_says_what_it_expects() -> None:
    silent = [
        folder.name
        for folder in BAD.iterdir()
        if folder.is_dir() and folder != BESIDE and not (folder / EXPECTED).is_file()
    ]
    assert FOLDERS
    assert silent == []


def test_the_folder_beside_is_in_order() -> None:
    loaded = load([BESIDE], packs_for([BESIDE]))
    assert check(loaded, cases=False) == []
    assert {"neighbour"} == set(loaded.library.allegations)
