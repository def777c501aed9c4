"""Every folder of tests/bad is read as the command line reads it, and reports what it expects.

``expected.txt`` lists the faults, ``file:line:column CODE``, and after the code words that the
message must hold. A line ``# bug: ...`` says that lawmap does not do so yet. The folder ``beside``
is read with each of them: it is in order, and what is wrong elsewhere must leave it so. Files in a
folder ``texts`` are imported, and quoted words compared with them.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from lawmap.checks import check
from lawmap.checks.staleness import Staleness
from lawmap.control import apply
from lawmap.diagnostics import Diagnostic
from lawmap.loading import load, packs_for
from tests.texts.stored import texts_beside

BAD = Path(__file__).parents[1] / "bad"
BESIDE = BAD / "beside"
EXPECTED = "expected.txt"
AGE = Staleness(date(2024, 6, 30), date(2023, 7, 1))
"""--stale-after 365d --on 2024-06-30"""
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


def faults_of(folder: Path, store: Path) -> list[Diagnostic]:
    """What the command line says of a folder, its reports and its texts of treaties.

    The cases of all norms are run only where a fault of cases is expected: they take their time.
    Likewise days of checking are looked at where one is expected to be at fault.
    """
    codes = {fault.code for fault in read_expected(folder)}
    cases = any(code.startswith("LM5") for code in codes)
    age = AGE if codes & {"LM303", "LM304"} else None
    reports = folder / "reports"
    paths = [folder, BESIDE]
    loaded = load(paths, packs_for(paths))
    packs, faults = texts_beside(folder, store)
    originals = [reports] if reports.is_dir() else []
    found = check(loaded, originals, cases=cases, staleness=age, texts=packs)
    return [*faults, *apply(found, loaded).faults]


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_bad_folder_reports_each_fault_at_its_place_and_no_other(
    folder: Path, tmp_path: Path
) -> None:
    expected, found = read_expected(folder), faults_of(folder, tmp_path)
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
