"""What is stale is counted from the day that is given, and only of files that were asked for."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lawmap.checks.staleness import Staleness, stale
from lawmap.loading import load

FOLDER = Path(__file__).parents[1] / "bad" / "stale-checks"
CHECKED = date(2023, 6, 30)
LOADED = load([FOLDER / "instruments/gc4/34-old.yaml"])


def told(staleness: Staleness) -> list[str]:
    return [fault.code for fault in stale(LOADED, staleness)]


@given(st.integers(-400, 400), st.none() | st.integers(0, 400))
def test_a_day_is_stale_before_the_oldest_and_to_come_after_the_day(
    passed: int, allowed: int | None
) -> None:
    on = CHECKED + timedelta(days=passed)
    oldest = None if allowed is None else on - timedelta(days=allowed)
    expected = ["LM304"] if passed < 0 else []
    if passed >= 0 and allowed is not None and passed > allowed:
        expected = ["LM303"]
    assert told(Staleness(on, oldest)) == expected


def test_packs_that_were_not_asked_for_are_left_alone() -> None:
    ages = Staleness(date(2100, 1, 1), date(2099, 1, 1))
    norms, situations = FOLDER / "instruments", FOLDER / "situations"
    told = {fault.position.path for fault in stale(load([situations], [norms]), ages)}
    assert told == {(situations / "own.yaml").as_posix()}
