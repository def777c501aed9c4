"""Nothing that was found is lost, and nothing is told twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.control import Control, apply
from lawmap.control.baseline import Baseline, Matching
from lawmap.control.patterns import PathIgnore
from lawmap.control.selection import ALWAYS_TOLD, SUPPRESSIBLE, choose
from lawmap.diagnostics import Diagnostic, Position
from lawmap.loading import Loaded, load
from tests.control.project import SOUND, allegation, write_project

CODES = ("LM004", "LM201", "LM302", "LM408", "LM605", "LM901", "LM902")
NAMES = ("LM", "LM2", "LM30", "LM302", "LM408", "LM6", "unknown-term", "LM9")
REASON = "because"
COMMENTED = (
    f"# lawmap: ignore-file[LM408] {REASON}\n"
    + allegation("a", *SOUND)
    + f"handling: public  # lawmap: ignore[LM201, LM605] {REASON}\n"
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Two files, one with comments on its first and its last line."""
    folder = write_project(tmp_path_factory.mktemp("project"), a=COMMENTED)
    return load([folder])


def folder_of(loaded: Loaded) -> Path:
    return loaded.asked[0]


def fault(folder: Path, name: str, line: int, code: str) -> Diagnostic:
    place = Position((folder / "allegations" / f"{name}.yaml").as_posix(), line, 1)
    return Diagnostic(place, code, f"fault {code}")


FAULTS = st.lists(
    st.tuples(st.sampled_from(["a", "cites"]), st.integers(1, 9), st.sampled_from(CODES)),
    max_size=12,
)
CHOSEN = st.lists(st.sampled_from(NAMES), max_size=3)


@given(found=FAULTS, known=FAULTS, select=CHOSEN, ignore=CHOSEN, by_path=CHOSEN)
def test_every_fault_is_in_the_report_once(
    loaded: Loaded,
    found: list[tuple[str, int, str]],
    known: list[tuple[str, int, str]],
    select: list[str],
    ignore: list[str],
    by_path: list[str],
) -> None:
    folder = folder_of(loaded)
    faults = [fault(folder, *one) for one in found]
    empty = Baseline("baseline", folder, {})
    control = Control(
        chosen=choose(select or ["LM"], ignore),
        ignores=(PathIgnore("allegations/c*", (), choose(by_path) - ALWAYS_TOLD, "settings"),),
        folder=folder,
        baseline=Matching(empty).renewed([fault(folder, *one) for one in known], [], frozenset()),
    )
    report = apply(faults, loaded, control)
    parted = [*report.faults, *report.suppressed, *report.unselected]
    own = [one for one in parted if one.code == "LM902" and one.source_line]  # of the comments
    assert Counter(one._replace(suppression=None) for one in parted) == Counter([*faults, *own])
    assert all(one.suppression is None for one in (*report.faults, *report.unselected))
    assert all(one.suppression is not None for one in report.suppressed)
    assert all(one.code in control.chosen for one in (*report.faults, *report.suppressed))
    assert {one.code for one in report.suppressed} <= SUPPRESSIBLE
    for part in report.faults, report.suppressed, report.unselected:
        assert list(part) == sorted(part, key=lambda one: (one.position, one.code))


@given(found=FAULTS)
def test_without_control_only_comments_suppress(
    loaded: Loaded, found: list[tuple[str, int, str]]
) -> None:
    faults = [fault(folder_of(loaded), *one) for one in found]
    report = apply(faults, loaded)
    kinds = {one.suppression.kind for one in report.suppressed if one.suppression}
    assert kinds <= {"inSource"}
    expected = [
        one
        for one in faults
        if one.position.path.endswith("a.yaml")
        and (one.code == "LM408" or (one.position.line == 9 and one.code in ("LM201", "LM605")))
    ]
    assert Counter(one._replace(suppression=None) for one in report.suppressed) == Counter(expected)


def test_a_comment_goes_before_settings_and_settings_before_the_baseline(loaded: Loaded) -> None:
    folder = folder_of(loaded)
    faults = [fault(folder, "a", line, code) for line in (8, 9) for code in ("LM302", "LM605")]
    known = Matching(Baseline("baseline", folder, {})).renewed(faults, [], frozenset())
    ignores = (PathIgnore("**", ("LM302",), frozenset({"LM302", "LM605"}), "settings"),)
    report = apply(faults, loaded, Control(ignores=ignores, folder=folder, baseline=known))
    reasons = [one.suppression.reason for one in report.suppressed if one.suppression]
    assert reasons == [*["ignored for '**' (settings)"] * 3, REASON]
    without = apply(faults, loaded, Control(baseline=known))
    assert [one.suppression.reason for one in without.suppressed if one.suppression] == [
        *["known in baseline"] * 3,
        REASON,
    ]


def test_the_number_of_files_is_that_of_the_run(loaded: Loaded) -> None:
    assert apply([], loaded).files == loaded.read
