"""Texts as dates, periods and spans of time: read or refused, soon, and read back as themselves."""

from __future__ import annotations

import io
from contextlib import redirect_stdout

from lawmap.periods import in_words, parse_day, parse_period

from .inputs import text_of


def holds(data: bytes) -> None:
    """Read a text as a period and as a day."""
    text, printed = text_of(data), io.StringIO()
    with redirect_stdout(printed):
        _hold_period(text)
    assert printed.getvalue() == ""
    try:
        day = parse_day(text)
    except ValueError as error:
        assert str(error)
        return
    assert day.isoformat() == text
    assert parse_period(text)[:2] == (day, day)
    assert in_words(day)


def _hold_period(text: str) -> None:
    parse_period.cache_clear()
    try:
        period = parse_period(text)
    except ValueError as error:
        assert str(error)
        return
    first, last, written = period
    assert written == text
    assert first is None or last is None or first <= last
    parse_period.cache_clear()
    assert parse_period(written) == period
