"""What fuzzing has found and reached: every kept input is tried again, and no promise is broken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.fuzz.hunt import MAX_LENGTH
from tests.fuzz.table import row_of, table
from tests.fuzz.targets import CORPUS, HERE, TARGETS, kept, target

MAX_BYTES = 1_000_000
QUICK = 8
"""So many inputs of a target are tried in the quick suite, the others in the slow one."""
FRAME = {"__main__", "hunt", "inputs", "table", "targets", "test_corpus"}


@pytest.mark.parametrize("name", TARGETS)
def test_no_kept_input_breaks_a_promise(name: str) -> None:
    hold(name, kept(name)[:QUICK])


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_no_further_kept_input_breaks_a_promise(name: str) -> None:
    hold(name, kept(name)[QUICK:])


def hold(name: str, paths: list[Path]) -> None:
    holds = target(name)
    for path in paths:
        try:
            holds(path.read_bytes())
        except Exception as error:
            pytest.fail(f"python -m tests.fuzz {name} {path}: {type(error).__name__}: {error}")


def test_each_module_and_each_folder_is_a_target() -> None:
    modules = {path.stem for path in HERE.glob("*.py")} - FRAME
    assert modules == set(TARGETS) == {path.name for path in CORPUS.iterdir()}


def test_the_corpus_is_small() -> None:
    files = [path for name in TARGETS for path in kept(name)]
    assert sum(path.stat().st_size for path in files) < MAX_BYTES
    assert max(path.stat().st_size for path in files) <= MAX_LENGTH


@pytest.mark.parametrize("name", TARGETS)
def test_each_target_has_inputs(name: str) -> None:
    assert kept(name)


SAID = """\
#2\tINITED cov: 21 ft: 30 corp: 1/1b exec/s: 0 rss: 80Mb
#4096\tpulse  cov: 321 ft: 400 corp: 9/99b lim: 4 exec/s: 2048 rss: 80Mb
"""
ENDED = f"{SAID}Done 11691 runs in 6 second(s)\n"
CRASHED = f"{SAID}\n === Uncaught Python exception: ===\nAssertionError: no\n"
SLOW = f"{SAID}==7== ERROR: libFuzzer: timeout after 5 seconds\n"


def test_a_search_that_found_nothing_is_one_row() -> None:
    row = row_of("dates", ENDED, 0, 3)
    assert not row.failed
    assert re.split(r"\s{2,}", table([row]).splitlines()[1]) == [
        *("dates", "11,691", "6", "321", "3", "0")
    ]


@pytest.mark.parametrize(
    ("said", "reason"), [(CRASHED, "AssertionError: no"), (SLOW, "timeout after 5 seconds")]
)
def test_a_broken_promise_is_told_with_its_reason(said: str, reason: str) -> None:
    row = row_of("dates", f"{said}Test unit written to build/crash-1\n", 77, 0)
    assert (row.failed, row.runs, row.reason) == (True, 4096, reason)
    assert row.found == ("build/crash-1",)


def test_a_search_that_ended_early_is_no_success() -> None:
    row = row_of("dates", "", 1, 0)
    assert row.failed
    assert "ended early" in table([row])


def test_a_kept_input_of_a_broken_promise_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = pytest.importorskip("tests.fuzz.dates")
    monkeypatch.setattr(module, "parse_day", lambda _: 1 / 0)
    with pytest.raises(pytest.fail.Exception, match="ZeroDivisionError"):
        test_no_kept_input_breaks_a_promise("dates")
