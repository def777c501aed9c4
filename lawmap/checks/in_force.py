"""Nothing is applied before it was in force: no party, no court, no charge."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.instrument import BINDING_ACTS, Parties
from lawmap.model.situation import Court, Proceeding, ReachKind, Situation

from .order import Dated, DatedFiles, Order, dated, in_order, reversed_dates

_MEND = "Look both days up, and mend the one that is wrong."


def before_in_force(loaded: Loaded) -> Iterator[Diagnostic]:
    """A State is bound, and a court acts, on the day of entry into force at the earliest."""
    files = _Tables(loaded)
    for file, table in loaded.of_kind(Parties):
        yield from reversed_dates(_of_parties(files, file, table), "LM302", _MEND)
    for file, situation in loaded.of_kind(Situation):
        yield from reversed_dates(_of_situation(files, file, situation), "LM302", _MEND)


class _Tables(DatedFiles):
    """Dates of other files, with those of party tables."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__(loaded)
        whole = loaded.whole_of_kind(Parties)
        self._parties = {table.instrument: (file, table) for file, table in whole}

    def first_tie(self, instrument: str, state: str) -> Iterator[Dated]:
        """The first day on which an instrument bound a State, if a table gives it."""
        file, table = self._parties.get(instrument, (None, None))
        party = table.parties.get(state) if table else None
        if file is None or party is None:
            return
        ties = [
            (event.effect, index)
            for index, event in enumerate(party.events)
            if event.act in BINDING_ACTS and event.effect
        ]
        if ties:
            day, index = min(ties)
            at = ("parties", state, "events", index, "effect")
            yield from dated(file, at, f"the first day on which {party.name} was bound", day)


def _of_parties(files: _Tables, file: File, table: Parties) -> Iterator[Order]:
    entry = tuple(files.entry_into_force(table.instrument))
    for state, party in table.parties.items():
        for index, event in enumerate(party.events):
            what = f"the effect of the {event.act.value.replace('-', ' ')}"
            at = ("parties", state, "events", index, "effect")
            yield from in_order(entry, dated(file, at, what, event.effect))


def _of_situation(files: _Tables, file: File, situation: Situation) -> Iterator[Order]:
    for name, court in situation.courts.items():
        yield from _of_court(files, file, name, court)
    for name, item in situation.proceedings.items():
        statute = files.library.courts.get(item.court)
        if statute:
            yield from _of_proceeding(files, file, name, item, statute)


def _of_court(files: _Tables, file: File, name: str, court: Court) -> Iterator[Order]:
    entry = tuple(files.entry_into_force(court.instrument))
    for index, one in enumerate(court.reaches):
        at = ("courts", name, "reaches", index, "begins")
        first = tuple(dated(file, at, "the first day of the reach", one.begins))
        yield from in_order(entry, first)
        for state in one.territory if one.kind is ReachKind.MEMBERSHIP else ():
            yield from in_order(files.first_tie(court.instrument, state), first)
    for index, exemption in enumerate(court.exemptions):
        at = ("courts", name, "exemptions", index, "begins")
        yield from in_order(entry, dated(file, at, "the first day exempted", exemption.begins))


def _of_proceeding(
    files: _Tables, file: File, name: str, item: Proceeding, court: Court
) -> Iterator[Order]:
    entry = tuple(files.entry_into_force(court.instrument))
    at = ("proceedings", name)
    yield from in_order(entry, dated(file, (*at, "issued"), "the warrant", item.issued))
    charged = dated(file, (*at, "conduct", "begins"), "the first day charged", item.conduct.begins)
    yield from in_order(entry, charged)
