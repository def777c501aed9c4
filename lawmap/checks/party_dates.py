"""The dates of a party table: what a State did, from when that had effect, until when it is known.

In the world they come in an order: adoption, acts in the order in which they are listed, effect,
the day up to which the table is known, and later sources that confirm it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from lawmap.loading import File
from lawmap.model.conditions import Step
from lawmap.model.instrument import BINDING_ACTS, ENDING_ACTS, Act, Parties, Party, PartyEvent
from lawmap.periods import Period

from .order import Dated, DatedFiles, Order, dated, in_order

_FORWARD = (Act.RATIFICATION, Act.ACCESSION, Act.DENUNCIATION)
"""Acts whose effect never goes back. A succession, a declaration or a derogation may reach back to
an earlier day, and a cessation may be stated after it."""

Place = tuple[Step, ...]


def orders_of_parties(files: DatedFiles, file: File, table: Parties) -> Iterator[Order]:
    """Every order that the dates of a party table must have."""
    adoption = files.adoption(table.instrument)
    for state, party in table.parties.items():
        at = ("parties", state)
        events = [((*at, "events", index), event) for index, event in enumerate(party.events)]
        for place, event in events:
            yield from in_order(adoption, _day(file, place, event))
            if event.act in _FORWARD:
                yield from in_order(_day(file, place, event), _effect(file, place, event))
        yield from _as_listed([_time(file, *one) for one in events])
        ties = [one for one in events if one[1].act in (*BINDING_ACTS, *ENDING_ACTS)]
        yield from _as_listed([_last_day(file, *one) for one in ties])
        yield from _of_knowledge(file, at, party, adoption)


def _as_listed(listed: list[tuple[Dated, ...]]) -> Iterator[Order]:
    """Each that has a date before the next that has one."""
    for earlier, later in pairwise([one for one in listed if one]):
        yield from in_order(earlier, later)


def _of_knowledge(
    file: File, at: Place, party: Party, adoption: tuple[Dated, ...]
) -> Iterator[Order]:
    known = tuple(dated(file, (*at, "known_until"), "the last day known", party.known_until))
    yield from in_order(adoption, known)
    latest = known
    for index, later in enumerate(party.confirmed):
        here = tuple(dated(file, (*at, "confirmed", index, "on"), "the confirmation", later.on))
        yield from in_order(known, here)
        latest = max(latest, here, key=lambda one: one[0].last)
    for index, event in enumerate(party.events):
        act = _day(file, (*at, "events", index), event)
        yield from in_order(act, latest, told_at_first=True)


def _day(file: File, at: Place, event: PartyEvent) -> tuple[Dated, ...]:
    """The act itself, where its day is known."""
    return tuple(dated(file, (*at, "on"), f"the {_name(event)}", event.on))


def _time(file: File, at: Place, event: PartyEvent) -> tuple[Dated, ...]:
    """The act itself; of one without a day it is known that it was no later than its effect."""
    if event.on is None and event.effect is not None and event.act in _FORWARD:
        until = Period(None, event.effect, f"{event.effect} at the latest")
        return tuple(dated(file, (*at, "effect"), f"the {_name(event)}", until))
    return _day(file, at, event)


def _effect(file: File, at: Place, event: PartyEvent) -> Iterator[Dated]:
    """What the act brought about: for an ending act the day after the last day of the tie."""
    if event.effect is not None:
        days = 1 if event.act in ENDING_ACTS else 0
        since = event.effect + timedelta(days=days)
        what = f"the effect of the {_name(event)}"
        yield from dated(file, (*at, "effect"), what, Period(since, since, str(event.effect)))


def _last_day(file: File, at: Place, event: PartyEvent) -> tuple[Dated, ...]:
    """The day from or up to which the State is bound."""
    return tuple(dated(file, (*at, "effect"), f"the effect of the {_name(event)}", event.effect))


def _name(event: PartyEvent) -> str:
    return event.act.value.replace("-", " ")
