"""Days as a style writes them; what is not sure stays unsure in words."""

from __future__ import annotations

from datetime import date

from lawmap.model.style import Dates
from lawmap.periods import Period

from .runs import to_text
from .template import fill

_UNSURE = frozenset("~?%X")
_LAST_DAY = 31
_MONTHS = 12


def day(dates: Dates, on: date | None) -> str | None:
    """A day, such as ``10 December 1984``; None for none."""
    if on is None:
        return None
    values = {"day": str(on.day), "month": dates.months[on.month - 1], "year": str(on.year)}
    return to_text(fill(dates.day, values))


def period(dates: Dates, when: Period | None) -> str | None:
    """A day, month or year as a source gives it; None if an end of it is not known.

    Args:
        dates: how the style writes days.
        when: the days that the source admits.
    """
    if when is None or when.first is None or when.last is None:
        return None
    text = _between(dates, when.first, when.last)
    is_unsure = bool(_UNSURE & set(when.text))
    return to_text(fill(dates.about, {"date": text})) if is_unsure else text


def _between(dates: Dates, first: date, last: date) -> str:
    if first == last:
        return day(dates, first) or ""
    if (first.month, first.day, last.month, last.day) == (1, 1, _MONTHS, _LAST_DAY):
        years = (str(first.year), str(last.year))
        return years[0] if years[0] == years[1] else _ends(dates, *years)
    if first.day == 1 and _is_whole_month(first, last):
        values = {"month": dates.months[first.month - 1], "year": str(first.year)}
        return to_text(fill(dates.month, values))
    return _ends(dates, day(dates, first) or "", day(dates, last) or "")


def _is_whole_month(first: date, last: date) -> bool:
    following = last.toordinal() + 1
    return (first.year, first.month) == (last.year, last.month) and date.fromordinal(
        following
    ).day == 1


def _ends(dates: Dates, first: str, last: str) -> str:
    return to_text(fill(dates.between, {"first": first, "last": last}))
