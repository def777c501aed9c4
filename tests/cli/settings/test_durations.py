"""Spans of time before a day, and what the command line says of them."""

from __future__ import annotations

from datetime import date, timedelta

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.cli.settings.durations import DURATION, Duration
from tests.cli.running import Run

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))

BEFORE = [
    ("1d", "2024-03-01", "2024-02-29"),
    ("2w", "2024-01-01", "2023-12-18"),
    ("1m", "2024-03-31", "2024-02-29"),
    ("1m", "2023-03-31", "2023-02-28"),
    ("3m", "2024-02-15", "2023-11-15"),
    ("18m", "2026-11-21", "2025-05-21"),
    ("1y", "2024-02-29", "2023-02-28"),
    ("4y", "2024-02-29", "2020-02-29"),
    ("99999y", "2024-01-01", "0001-01-01"),
    ("99999w", "0100-01-01", "0001-01-01"),
    ("24288m", "2024-12-31", "0001-01-01"),
    ("24287m", "2024-12-31", "0001-01-31"),
]


@pytest.mark.parametrize(("span", "day", "before"), BEFORE)
def test_a_span_before_a_day_follows_the_calendar(span: str, day: str, before: str) -> None:
    read = DURATION.convert(span, None, None)
    assert read.before(date.fromisoformat(day)) == date.fromisoformat(before)
    assert str(read) == span


@given(DAYS, st.integers(1, 99))
def test_spans_that_are_as_long_lead_to_the_same_day(day: date, number: int) -> None:
    assert Duration(number, "d").before(day) == day - timedelta(days=number)
    assert Duration(number, "w").before(day) == Duration(number * 7, "d").before(day)
    assert Duration(number, "y").before(day) == Duration(number * 12, "m").before(day)


@given(DAYS, st.integers(1, 99))
def test_a_longer_span_never_leads_to_a_later_day(day: date, number: int) -> None:
    for unit in "dwmy":
        nearer, farther = (Duration(one, unit).before(day) for one in (number, number + 1))
        assert farther < nearer < day


@pytest.mark.parametrize(
    "span", ["", "365", "d", "0d", "-3d", "1.5y", "1 y", "1D", "١d", "123456d"]
)
def test_what_is_no_span_is_refused_with_what_one_looks_like(span: str) -> None:
    with pytest.raises(click.BadParameter, match=r"is no span of time; write one such as 365d"):
        DURATION.convert(span, None, None)


def test_validate_warns_of_what_is_stale_on_the_day_that_is_given(run: Run) -> None:
    ages = ["--stale-after", "365d", "--on", "2024-06-30", "--output-format", "concise"]
    told = run("validate", "tests/bad/stale-checks/instruments", *ages)
    assert told.code == 0
    assert [line.split(": ")[1] for line in told.out.splitlines()] == ["LM303 warning"] * 3


def test_an_age_without_a_day_is_wrong_use_for_no_clock_is_asked(run: Run) -> None:
    told = run("validate", "tests/bad/stale-checks", "--stale-after", "365d")
    assert told.code == 2
    assert "--stale-after needs --on DATE" in told.err
