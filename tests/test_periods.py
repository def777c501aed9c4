"""Dates as sources give them, and how a reported time lies to a legal one."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from lawmap.periods import Period, Relation, Sense, in_words, parse_day, parse_period, relate

TABLE = yaml.safe_load((Path(__file__).parent / "cases/periods.yaml").read_text(encoding="utf-8"))
WITHIN, DURING, BEFORE = Sense.WITHIN, Sense.DURING, Sense.BEFORE
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2000, 3, 1))
ENDS = st.none() | DAYS


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = draw(ENDS), draw(ENDS)
    return Period(last, first) if first and last and last < first else Period(first, last)


@pytest.mark.parametrize(("text", "first", "last"), TABLE["read"])
def test_a_date_admits_its_first_to_its_last_day(
    text: str, first: str | None, last: str | None
) -> None:
    assert parse_period(text) == Period(day(first), day(last), text)


PLAIN = st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"])
WRITTEN = st.builds(lambda one, form: one.strftime(form), st.dates(date(1000, 1, 1)), PLAIN)


@given(st.lists(WRITTEN | st.just(".."), min_size=1, max_size=2))
def test_plain_dates_are_read_as_the_library_reads_them(parts: list[str]) -> None:
    text = "/".join(parts)
    try:
        parsed = parse_edtf(text)
    except EDTFParseException:
        with pytest.raises(ValueError, match="no date in EDTF"):
            parse_period(text)
        return
    ends = [parsed.lower_fuzzy(), parsed.upper_fuzzy()]
    first, last = (None if isinstance(end, float) else date(*end[:3]) for end in ends)
    if first and last and last < first:
        with pytest.raises(ValueError, match="before it begins"):
            parse_period(text)
    else:
        assert parse_period(text) == Period(first, last, text)


def test_a_plain_date_needs_no_grammar() -> None:
    """Reading the grammar takes longer than reading a hundred files."""
    code = "import sys, lawmap.periods as p; p.parse_period('2024-02/..'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "lawmap.periods" in done.stdout.split()
    assert "edtf" not in done.stdout.split()


@pytest.mark.parametrize("text", TABLE["refused"])
def test_what_is_no_date_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|open end|before it begins|of the calendar"):
        parse_period(text)


@pytest.mark.parametrize("text", ["../~", "../-2"])
def test_nothing_is_printed_of_what_is_no_date(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ValueError, match="no date in EDTF"):
        parse_period(text)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["[2024,2025]", "2024-10-31T10:00:00", " 2024"])
def test_what_the_published_schema_refuses_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="no date in EDTF"):
        parse_period(text)


@pytest.mark.parametrize("text", TABLE["not_a_day"])
def test_a_day_is_exactly_one_existing_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"no calendar day|of the calendar|one whole day"):
        parse_day(text)


@pytest.mark.parametrize(("text", "reason"), TABLE["impossible"].items())
def test_what_is_impossible_is_refused_with_what_the_calendar_has(text: str, reason: str) -> None:
    for read in (parse_period, parse_day) if "/" not in text else (parse_period,):
        with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
            read(text)


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_impossible_exactly_if_the_calendar_lacks_it(y: int, m: int, d: int) -> None:
    text = f"{y:04}-{m:02}-{d:02}"
    try:
        exists = bool(date(y, m, d))
    except ValueError:
        exists = False
    if exists:
        assert parse_day(text) == date(y, m, d)
    else:
        with pytest.raises(ValueError, match="no day of the calendar"):
            parse_day(text)


def test_a_week_date_is_no_calendar_day() -> None:
    with pytest.raises(ValueError, match="no calendar day"):
        parse_day("2024-W44-4")


@given(st.dates())
def test_every_day_is_read_as_itself(one: date) -> None:
    assert parse_day(one.isoformat()) == one


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_full_date_is_a_period_of_one_day(one: date) -> None:
    assert parse_period(one.isoformat())[:2] == (one, one)


LEGAL = Period(date(2022, 3, 1), date(2022, 9, 30))
OPEN_ENDED = Period(date(2022, 3, 1), None)


@pytest.mark.parametrize("sense", Sense)
@pytest.mark.parametrize(
    ("reported", "legal", "relation"),
    [
        ("2022-04/2022-05", LEGAL, Relation.INSIDE),
        ("2022-03-01/2022-09-30", LEGAL, Relation.INSIDE),
        ("2022-02-28", LEGAL, Relation.OUTSIDE),
        ("2022-10-01", LEGAL, Relation.OUTSIDE),
        ("2022-03-01/..", OPEN_ENDED, Relation.INSIDE),
        ("2021/2022-02", OPEN_ENDED, Relation.OUTSIDE),
        ("../2022-02", OPEN_ENDED, Relation.OUTSIDE),
        ("../..", Period(None, None), Relation.INSIDE),
    ],
)
def test_a_time_that_is_wholly_inside_or_outside_is_so_in_every_sense(
    sense: Sense, reported: str, legal: Period, relation: Relation
) -> None:
    assert relate(parse_period(reported), sense, legal) is relation


@pytest.mark.parametrize(
    "reported", ["2022-02/2022-03", "2022-09/2022-10", "2022", "2022-04/..", "../2022-04", "../.."]
)
@pytest.mark.parametrize(
    ("sense", "relation"),
    [(DURING, Relation.PARTLY), (WITHIN, Relation.UNTOLD), (BEFORE, Relation.UNTOLD)],
)
def test_only_a_time_that_the_conduct_fills_is_partly_inside(
    sense: Sense, relation: Relation, reported: str
) -> None:
    assert relate(parse_period(reported), sense, LEGAL) is relation


@given(periods(), st.sampled_from(Sense), periods())
def test_a_relation_says_what_is_true_of_every_day(
    reported: Period, sense: Sense, legal: Period
) -> None:
    """Days from before the first to after the last that the strategy writes."""
    every = [date(1999, 12, 1) + timedelta(days=n) for n in range(150)]
    days = {one for one in every if _holds(reported, one)}
    lawful = {one for one in every if _holds(legal, one)}
    relation = relate(reported, sense, legal)
    assert (relation is Relation.INSIDE) == (days <= lawful)
    assert (relation is Relation.OUTSIDE) == (not days & lawful)
    if relation in (Relation.PARTLY, Relation.UNTOLD):
        assert (relation is Relation.PARTLY) == (sense is DURING)


def _holds(period: Period, one: date) -> bool:
    return (period.first or one) <= one <= (period.last or one)


@given(st.dates())
def test_a_day_in_words_names_day_month_and_year_without_zeros(one: date) -> None:
    number, month, year = in_words(one).split()
    assert (int(number), int(year)) == (one.day, one.year)
    assert not number.startswith("0")
    months = "January February March April May June July August September October November"
    assert [*months.split(), "December"][one.month - 1] == month


@pytest.fixture(params=["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Kyiv"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_no_time_zone_moves_a_day(zone: str) -> None:
    assert parse_day("2024-10-31") == date(2024, 10, 31), zone
    assert parse_period("2024-10")[:2] == (date(2024, 10, 1), date(2024, 10, 31))
    assert in_words(date(2022, 9, 16)) == "16 September 2022"


class Mute(date):
    """A day that refuses to be written by the locale."""

    def strftime(self, _: str) -> str:
        raise AssertionError("asked the locale")


def test_no_locale_is_asked_for_the_name_of_a_month() -> None:
    assert in_words(Mute(2022, 9, 16)) == "16 September 2022"
