"""Spans of time such as ``365d``, and the options that say what is stale."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Any, NamedTuple

import click

from lawmap.checks.staleness import Staleness

_DURATION = re.compile(r"([1-9][0-9]{0,4})([dwmy])")


class Duration(NamedTuple):
    """A number of days, weeks, months or years."""

    number: int
    unit: str
    """``d``, ``w``, ``m`` or ``y``."""

    def __str__(self) -> str:
        return f"{self.number}{self.unit}"

    def before(self, day: date) -> date:
        """The day that lies so long before another; the first of all days at the earliest.

        Months and years are those of the calendar: a month before 31 March is the last day of
        February.
        """
        if self.unit in "dw":
            days = self.number * (7 if self.unit == "w" else 1)
            return date.fromordinal(max(1, day.toordinal() - days))
        months = day.year * 12 + day.month - 1 - self.number * (12 if self.unit == "y" else 1)
        year, month = divmod(months, 12)
        if year < 1:
            return date.min
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class DurationType(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.5
    """Reads a duration."""

    name = "duration"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The duration that a text names, or wrong use with what a duration looks like."""
        match = _DURATION.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            wanted = "365d (days), 52w (weeks), 18m (months) or 2y (years)"
            self.fail(f"'{value}' is no span of time; write one such as {wanted}.", param, ctx)
        return Duration(int(match[1]), match[2])


DURATION = DurationType()

stale_after_option = click.option(
    "--stale-after",
    type=DURATION,
    metavar="SPAN",
    help="Warn of what was last checked longer ago than this before --on, such as 365d or 18m.",
)

on_option = click.option(
    "--on",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="DATE",
    help="The day from which --stale-after counts, and after which nothing can have been checked.",
)


def staleness(on: datetime | None, stale_after: Duration | None) -> Staleness | None:
    """What both options ask for; nothing without a day.

    Raises:
        click.UsageError: if a span is given without the day from which it counts.
    """
    if on is None:
        if stale_after is not None:
            raise click.UsageError(
                "--stale-after needs --on DATE: the day from which it counts is never the clock's."
            )
        return None
    day = on.date()
    return Staleness(day, stale_after.before(day) if stale_after else None)
