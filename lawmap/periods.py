"""Dates and periods as sources give them, and what can be said of them for certain.

A report rarely knows the day. :class:`Period` keeps the first and last day that an EDTF text
(ISO 8601-2, Extended Date/Time Format) admits, and :func:`relate` answers how a reported time
lies to a legal one: certainly inside, certainly outside, on both sides, or not told.
"""

from __future__ import annotations

import io
import re
from calendar import monthrange
from contextlib import redirect_stdout
from datetime import date
from enum import Enum
from functools import cache
from typing import NamedTuple


class Period(NamedTuple):
    """An interval of days, both ends included; ``None`` is an end that is not known or not there.

    ``text`` is what the file says, kept so that output never shows a day that nobody gave.
    """

    first: date | None
    last: date | None
    text: str = ""


class Sense(Enum):
    """How the reported conduct fills the period that the report gives."""

    DURING = "during"
    """Throughout the whole period."""
    WITHIN = "within"
    """At some time in it."""
    BEFORE = "before"
    """At some time before it ends; the report gives no beginning."""


class Relation(Enum):
    """How the reported time lies to a legal period."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    PARTLY = "partly"
    """Throughout a time that is partly inside and partly outside."""
    UNTOLD = "untold"
    """The report does not say on which side."""


_NO_DATE = "no date in EDTF (such as 2024-10-31 or 2024-09/2024-11)"
_NO_DAY = "no calendar day (such as 2024-10-31)"
_DATE = r"(?!0000)[0-9X]{4}(?:-[0-9X]{2}){0,2}[~?%]?"
_EDTF = re.compile(rf"(?:{_DATE}|\.\.)(?:/(?:{_DATE}|\.\.))?")
"""What a text of level 0 or 1 looks like; of most others the grammar need not be asked."""
_WRITTEN_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")


@cache
def parse_period(text: str) -> Period:
    """Read an EDTF level 0 to 1 text as the days that it certainly admits.

    Args:
        text: such as ``2024-10-31``, ``2024-09/2024-11``, ``2014-02-27/..``; approximate and
            uncertain dates (``2024~``) widen both ends as the edtf library's fuzzy bounds do.

    Raises:
        ValueError: if the text is no EDTF date, an impossible day, or ends before it begins.
    """
    if re.fullmatch(rf"/{_DATE}|{_DATE}/|/", text):
        raise ValueError("an open end is written '..', as in 2014-02-27/..")
    if not _EDTF.fullmatch(text):
        raise ValueError(_NO_DATE)
    _refuse_impossible(text)
    first, last = _calendar(text) or _fuzzy(text)
    if first and last and last < first:
        raise ValueError("the period ends before it begins")
    return Period(first, last, text)


_Ends = tuple[date | None, date | None]


def _calendar(text: str) -> _Ends | None:
    """The ends of a plain year, month or day, or of an interval of such; None for all else.

    Nearly every date is plain, and reading the grammar of EDTF takes longer than reading a hundred
    files.
    """
    parts = text.split("/")
    if len(parts) > 2 or parts == ["..", ".."]:  # noqa: PLR2004  (an interval has two ends)
        return None
    ends = [_plain(part) for part in parts]
    if any(end is None for end in ends) or (len(parts) == 1 and text == ".."):
        return None
    known = [end for end in ends if end is not None]
    return known[0][0], known[-1][1]


def _plain(text: str) -> _Ends | None:
    if text == "..":
        return None, None
    written = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
    if written is None:
        return None
    year, month, day = (int(part or 0) for part in written.groups())
    length = _days_in(year, month or 12)
    if not year or length is None:
        return None  # seasons, and the year 0, are for the library
    return date(year, month or 1, day or 1), date(year, month or 12, day or length)


def _fuzzy(text: str) -> _Ends:
    """The ends of any EDTF text, approximate and uncertain ones widened."""
    from edtf import parse_edtf  # noqa: PLC0415  (heavy: only where such a date is read)

    try:
        with redirect_stdout(io.StringIO()):  # it prints what it stumbles over, such as "../~"
            parsed = parse_edtf(text)
        return _day(parsed.lower_fuzzy()), _day(parsed.upper_fuzzy())
    except Exception as error:  # the library raises many kinds on bad input
        raise ValueError(_NO_DATE) from error


def parse_day(text: str) -> date:
    """Read one calendar day, ``YYYY-MM-DD``.

    Raises:
        ValueError: if it is not exactly one existing day.
    """
    if re.fullmatch(r"\d{4}(?:-\d{2})?", text):
        raise ValueError("the day is missing; one whole day is needed (such as 2024-10-31)")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError(_NO_DAY)
    _refuse_impossible(text)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(_NO_DAY) from error


def _refuse_impossible(text: str) -> None:
    """Say which month or day does not exist, if that is what is wrong."""
    for year, month, day in _WRITTEN_DAY.findall(text):
        length = _days_in(int(year), int(month))
        # Without a day, numbers above 20 are seasons and the like.
        if length is None and (day or int(month) <= _LAST_THAT_IS_NO_SEASON):
            raise ValueError(f"no {_UNIT[bool(day)]} of the calendar (there is no month {month})")
        if length is not None and day and not 1 <= int(day) <= length:
            name = f"{_MONTHS[int(month) - 1]} {year}"
            raise ValueError(f"no day of the calendar ({name} has {length} days)")


_UNIT = {False: "month", True: "day"}
_LAST_THAT_IS_NO_SEASON = 20


def _days_in(year: int, month: int) -> int | None:
    """How many days a month has; None if there is no such month."""
    return monthrange(year or 4, month)[1] if 1 <= month <= len(_MONTHS) else None


def relate(reported: Period, sense: Sense, legal: Period) -> Relation:
    """Say how a reported time lies to a legal period.

    Args:
        reported: the days that the report admits. An end that is missing counts as unlimited.
        sense: whether the conduct fills the reported period or happened sometime in it.
        legal: the period in which a rule, an occupation or a tie held.
    """
    first, last = reported.first or date.min, reported.last or date.max
    legal_first, legal_last = legal.first or date.min, legal.last or date.max
    if legal_first <= first and last <= legal_last:
        return Relation.INSIDE
    if last < legal_first or legal_last < first:
        return Relation.OUTSIDE
    return Relation.PARTLY if sense is Sense.DURING else Relation.UNTOLD


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def in_words(day: date) -> str:
    """A day as British lawyers write it, such as ``16 September 2022``; free of any locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _day(value: object) -> date | None:
    """Turn a time struct of the edtf library into a day; its infinities into None."""
    if isinstance(value, float):
        return None
    year, month, day = value[0], value[1], value[2]  # type: ignore[index]
    return date(year, month, day)
