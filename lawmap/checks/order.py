"""Two dates of which one must not lie before the other, and the fault where it certainly does.

Dates are periods: a source may give a month, a year or no day at all. A fault is told only where
every day that the one admits lies before every day that the other admits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.conditions import Step
from lawmap.model.instrument import Instrument
from lawmap.model.source import Source
from lawmap.periods import Period


class Dated(NamedTuple):
    """Something that has a date, and where a file says so."""

    file: File
    at: tuple[Step, ...]
    what: str
    """What it is, in words that can stand before a date, such as ``the adoption``."""
    period: Period
    """The days on which it may have been; an end that is not known is no limit."""

    @property
    def last(self) -> date:
        """The last day that it admits."""
        return self.period.last or date.max

    def __str__(self) -> str:
        return f"{self.what} ({self.period.text})"


class Order(NamedTuple):
    """Two dates in the order that they must have."""

    first: Dated
    then: Dated
    told_at_first: bool = False
    """Whether a fault is told at the first of the two, because the other is the firmer one."""


def dated(
    file: File, at: tuple[Step, ...], what: str, when: date | Period | None
) -> Iterator[Dated]:
    """The one thing with this date, or nothing where the file gives none."""
    if isinstance(when, date):
        yield Dated(file, at, what, Period(when, when, when.isoformat()))
    elif when is not None:
        yield Dated(file, at, what, when)


def in_order(
    first: Iterable[Dated], then: Iterable[Dated], *, told_at_first: bool = False
) -> Iterator[Order]:
    """Every one of the first before every one of the others."""
    later = tuple(then)
    for one in first:
        for other in later:
            yield Order(one, other, told_at_first)


def reversed_dates(orders: Iterable[Order], code: str, mend: str) -> Iterator[Diagnostic]:
    """A fault for each order that is certainly the other way round."""
    for order in orders:
        if order.then.last < (order.first.period.first or date.min):
            yield _fault(order, code, mend)


def _fault(order: Order, code: str, mend: str) -> Diagnostic:
    here, other, word = order.then, order.first, "before"
    if order.told_at_first:
        here, other, word = order.first, order.then, "after"
    fault = here.file.fault(here.at, code, f"{here} lies {word} {other}", mend)
    return fault._replace(related=(other.file.document.related(other.at, str(other)),))


class DatedFiles:
    """The dates of files on which others build, by the id of their content."""

    def __init__(self, loaded: Loaded) -> None:
        self.library = loaded.library
        self._instruments = {record.id: file for file, record in loaded.of_kind(Instrument)}
        self._sources = {record.id: file for file, record in loaded.of_kind(Source)}
        self._adoptions: dict[str, tuple[Dated, ...]] = {}

    def adoption(self, instrument: str) -> tuple[Dated, ...]:
        """The adoption of an instrument, if a file gives its day."""
        if instrument not in self._adoptions:  # one for all norms of an instrument
            self._adoptions[instrument] = tuple(self._adoption(instrument))
        return self._adoptions[instrument]

    def _adoption(self, instrument: str) -> Iterator[Dated]:
        file = self._instruments.get(instrument)
        if file:
            record = self.library.instruments[instrument]
            day = record.adopted.on if record.adopted else None
            yield from dated(file, ("adopted", "on"), f"the adoption of {record.title.short}", day)

    def entry_into_force(self, instrument: str) -> Iterator[Dated]:
        """The general entry into force of an instrument, if a file gives its day."""
        file = self._instruments.get(instrument)
        if file:
            record = self.library.instruments[instrument]
            what = f"the entry into force of {record.title.short}"
            yield from dated(file, ("in_force",), what, record.in_force)

    def publication(self, source: str) -> Iterator[Dated]:
        """The publication of a source, if its file gives a time."""
        file = self._sources.get(source)
        if file:
            when = self.library.sources[source].published
            yield from dated(file, ("published",), f"the publication of '{source}'", when)
