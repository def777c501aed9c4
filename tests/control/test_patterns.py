"""Patterns of paths, and the codes that do not count there."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.control import Control
from lawmap.control.patterns import PathIgnore
from tests.control.project import UNSOURCED, allegation, report_of, told, write_project

PATTERNS = {
    "allegations/a.yaml": (True, False, False),
    "allegations": (True, True, True),
    "allegations/": (True, True, True),
    "allegations/*": (True, True, True),
    "allegations/*.yaml": (True, True, False),
    "allegations/?.yaml": (True, False, False),
    "allegations/**": (True, True, True),
    "**/a.yaml": (True, False, True),
    "**": (True, True, True),
    "*": (True, True, True),
    "*.yaml": (False, False, False),
    "allegations/[a].yaml": (False, False, False),
    "ALLEGATIONS": (False, False, False),
    "allegation": (False, False, False),
    "llegations": (False, False, False),
    "deep/a.yaml": (False, False, False),
    "**/deep/*": (False, False, True),
    "**/**/a.yaml": (True, False, True),
    "allegations/**/**": (True, True, True),
    "*s/**/?.yaml": (True, False, True),
    "a*l*g*n*/*b*": (False, True, False),
    "**/*e*/**/a*": (True, True, True),
}
PATHS = ("allegations/a.yaml", "allegations/ab.yaml", "allegations/deep/a.yaml")


@pytest.mark.parametrize(("pattern", "matches"), PATTERNS.items())
def test_a_pattern_means_files(pattern: str, matches: tuple[bool, ...]) -> None:
    ignore = PathIgnore(pattern, (), frozenset(), "")
    assert tuple(map(ignore.matches, PATHS)) == matches


STEPS = st.sampled_from(["**", "*", "?", "a", "ab", "a*", "*b", "*a*", "a*b*a", "?*b"])


@given(
    steps=st.lists(STEPS, min_size=1, max_size=5),
    path=st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=6),
)
def test_a_pattern_means_what_some_reading_of_its_signs_means(
    steps: list[str], path: list[str]
) -> None:
    ignore = PathIgnore("/".join(steps), (), frozenset(), "")
    assert ignore.matches("/".join(path)) == means(steps, path)


def means(steps: list[str], path: list[str]) -> bool:
    """What a pattern means, by trying each number of folders for each ``**``."""
    if not steps:
        return True
    first, *rest = steps
    if first == "**":
        least = 0 if rest else 1
        return any(means(rest, path[number:]) for number in range(least, len(path) + 1))
    return bool(path) and fnmatchcase(path[0], first) and means(rest, path[1:])


HOSTILE = ("**" * 25 + "x", "*a" * 40 + "x", "**/a/" * 20 + "x", "**/*a*" * 15 + "/x")


@pytest.mark.parametrize("pattern", HOSTILE)
@pytest.mark.parametrize("path", ["a" * 250, "/".join("a" * 1_000), "/".join(["a" * 200] * 20)])
def test_no_pattern_takes_a_path_apart_in_every_way(pattern: str, path: str) -> None:
    assert not PathIgnore(pattern, (), frozenset(), "").matches(path)


def ignoring(folder: Path, pattern: str, *codes: str) -> Control:
    ignore = PathIgnore(pattern, codes, frozenset(codes), "lawmap.toml:3:1")
    return Control(ignores=(ignore,), folder=folder, is_whole=True)


def test_a_fault_is_ignored_where_the_pattern_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_project(tmp_path, a=allegation("a", UNSOURCED), b=allegation("b", UNSOURCED))
    monkeypatch.chdir(tmp_path / "sources")  # patterns are seen from the settings, not from here
    report = report_of(Path(".."), ignoring(Path(".."), "allegations/a*", "LM605"))
    assert told(report) == [("b.yaml", 6, 9, "LM605")]
    (ignored,) = report.suppressed
    assert ignored.suppression
    assert ignored.suppression.kind == "external"
    assert "'allegations/a*' (lawmap.toml:3:1)" in ignored.suppression.reason


def test_a_pattern_without_a_file_or_a_fault_is_told(tmp_path: Path) -> None:
    write_project(tmp_path)
    idle = ignoring(tmp_path, "allegations/**", "LM605")
    gone = ignoring(tmp_path, "drafts/**", "LM605")
    assert report_of(tmp_path, idle).remarks == (
        "lawmap.toml:3:1: 'allegations/**' has no LM605 to ignore; take it out.",
    )
    assert report_of(tmp_path, gone).remarks == (
        "lawmap.toml:3:1: 'drafts/**' is the path of no file that was read.",
    )


def test_it_is_not_told_where_only_a_part_was_read_or_looked_for(tmp_path: Path) -> None:
    write_project(tmp_path)
    idle = ignoring(tmp_path, "allegations/**", "LM605")
    assert report_of(tmp_path, idle._replace(is_whole=False)).remarks == ()
    assert report_of(tmp_path, ignoring(tmp_path, "allegations/**", "LM303")).remarks == ()
