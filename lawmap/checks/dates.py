"""Dates that contradict one another: within a file, and between a file and what it builds on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lawmap.applicability import resolve_part
from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.allegation import Allegation
from lawmap.model.base import FileRecord
from lawmap.model.conditions import Step
from lawmap.model.facts import Stage
from lawmap.model.instrument import Instrument, Parties
from lawmap.model.norm import Norm
from lawmap.model.passage import cited_passages, parse_passage
from lawmap.model.situation import Charged, Conflict, Exemption, Occupation, Reach, Situation
from lawmap.model.source import Source

from .order import DatedFiles, Order, dated, in_order, reversed_dates
from .party_dates import orders_of_parties

_MEND = "Look both dates up, and mend the one that is wrong."


def out_of_order(loaded: Loaded) -> Iterator[Diagnostic]:
    """What comes later in the world must not be dated earlier in a file."""
    files = DatedFiles(loaded)
    for model, orders in _ORDERS.items():
        for file, record in loaded.whole_of_kind(model):
            yield from reversed_dates(orders(files, file, record), "LM301", _MEND)


def _of_instrument(files: DatedFiles, file: File, instrument: Instrument) -> Iterator[Order]:
    entry = dated(file, ("in_force",), "the entry into force", instrument.in_force)
    yield from in_order(files.adoption(instrument.id), entry)
    for index, amendment in enumerate(instrument.amendments):
        at, what = ("amendments", index), f"of the amendment '{amendment.edition}'"
        own = (*at, "adopted", "on")
        adopted = tuple(dated(file, own, f"the adoption {what}", amendment.adopted.on))
        begins = dated(file, (*at, "in_force"), f"the entry into force {what}", amendment.in_force)
        yield from in_order(files.adoption(instrument.id), adopted)
        yield from in_order(adopted, begins)


def _of_norm(files: DatedFiles, file: File, norm: Norm) -> Iterator[Order]:
    checked = dated(file, ("source", "checked"), "the comparison of words", norm.source.checked)
    yield from in_order(files.adoption(norm.instrument), checked)


def _of_source(files: DatedFiles, file: File, source: Source) -> Iterator[Order]:
    later = files.publication(source.superseded_by or "")
    own = dated(file, ("superseded_by",), f"the publication of '{source.id}'", source.published)
    yield from in_order(own, later, told_at_first=True)


def _of_situation(_: DatedFiles, file: File, situation: Situation) -> Iterator[Order]:
    for name, conflict in situation.conflicts.items():
        yield from _of_span(file, ("conflicts", name), conflict)
    for index, occupation in enumerate(situation.occupations):
        yield from _of_span(file, ("occupations", index), occupation)
    for name, court in situation.courts.items():
        for index, one in enumerate(court.reaches):
            yield from _of_span(file, ("courts", name, "reaches", index), one)
        for index, exemption in enumerate(court.exemptions):
            yield from _of_span(file, ("courts", name, "exemptions", index), exemption)
    for name, item in situation.proceedings.items():
        at = ("proceedings", name)
        yield from _of_span(file, (*at, "conduct"), item.conduct)
        issued = tuple(dated(file, (*at, "issued"), "the issue of the warrant", item.issued))
        for key, what in (("begins", "the first day charged"), ("ends", "the last day charged")):
            day = dated(file, (*at, "conduct", key), what, getattr(item.conduct, key))
            yield from in_order(day, issued, told_at_first=True)


_Span = Conflict | Occupation | Reach | Exemption | Charged


def _of_span(file: File, at: tuple[Step, ...], span: _Span) -> Iterator[Order]:
    """A time begins before it ends, and neither a past end nor the beginning is yet unknown."""
    begins = tuple(dated(file, (*at, "begins"), "the first day", span.begins))
    ends = tuple(dated(file, (*at, "ends"), "the last day", span.ends))
    yield from in_order(begins, ends)
    if isinstance(span, Conflict | Occupation | Reach):
        known = tuple(dated(file, (*at, "known_until"), "the last day known", span.known_until))
        yield from in_order(begins, known)
        if not isinstance(span, Reach):  # a court may be given a time that is yet to end
            yield from in_order(ends, known)


def _of_allegation(files: DatedFiles, file: File, allegation: Allegation) -> Iterator[Order]:
    reviewed = tuple(dated(file, ("review", "on"), "the review", allegation.review.on))
    if reviewed:
        for source in {parse_passage(one).source: None for _, one in cited_passages(allegation)}:
            yield from in_order(files.publication(source), reviewed)
    yield from _of_conduct(files, file, allegation)


def _of_conduct(files: DatedFiles, file: File, allegation: Allegation) -> Iterator[Order]:
    """What is reported as done was done before the last of the reports on it."""
    when = allegation.when
    whole = resolve_part(allegation, files.library.allegations)
    if when is None or any(one.stage is not Stage.DONE for one in whole.statements):
        return
    sources = {parse_passage(one).source for one in when.per or whole.per}
    reports = [report for one in sorted(sources) for report in files.publication(one)]
    if reports and len(reports) == len(sources):
        last = max(reports, key=lambda report: report.last)
        conduct = dated(file, ("when", when.sense.value), "the reported conduct", when.period)
        yield from in_order(conduct, [last], told_at_first=True)


_Orders = Callable[[DatedFiles, File, Any], Iterator[Order]]

_ORDERS: dict[type[FileRecord], _Orders] = {
    Instrument: _of_instrument,
    Norm: _of_norm,
    Parties: orders_of_parties,
    Source: _of_source,
    Situation: _of_situation,
    Allegation: _of_allegation,
}
