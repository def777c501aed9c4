"""How old the knowledge in files is, seen from a day that the user names (never from a clock).

Only files that were asked for are looked at: nobody can look up again what a pack of others says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.allegation import Allegation
from lawmap.model.base import FileRecord
from lawmap.model.conditions import Step
from lawmap.model.instrument import Parties, Party
from lawmap.model.norm import Norm
from lawmap.model.situation import Conflict, Occupation, Reach, Situation


class Staleness(NamedTuple):
    """From which day knowledge is looked at, and how old it may be."""

    on: date
    """The day: nothing can have been checked after it."""
    oldest: date | None = None
    """What was last checked before this day is stale; without it nothing is."""


class Checked(NamedTuple):
    """A day of checking that a file gives."""

    at: tuple[Step, ...]
    day: date
    words: str
    """What was done on it, such as ``the words were compared``."""
    again: str = ""
    """What to do when it lies long ago; nothing where it need never be done again."""


def stale(loaded: Loaded, staleness: Staleness) -> Iterator[Diagnostic]:
    """Knowledge that is older than it may be (LM303), or younger than the day asked for (LM304)."""
    for model, days in _DAYS.items():
        for file, record in loaded.whole_of_kind(model):
            if loaded.is_asked(file):
                for checked in days(record):
                    yield from _faults(file, checked, staleness)


def _faults(file: File, checked: Checked, staleness: Staleness) -> Iterator[Diagnostic]:
    on, oldest = staleness
    if checked.day > on:
        message = f"{checked.words} {checked.day}, and that is after {on}"
        mend = "Mend the day; nothing can be known of a time that is to come."
        yield file.fault(checked.at, "LM304", message, mend)
    elif oldest and checked.day < oldest and checked.again:
        age, limit = (on - checked.day).days, (on - oldest).days
        message = f"{checked.words} {checked.day}, {age:,} days before {on}; {limit:,} are allowed"
        yield file.fault(checked.at, "LM303", message, checked.again)


def _of_norm(norm: Norm) -> Iterator[Checked]:
    again = "Compare the words with the text again, and write the day on which you did."
    yield Checked(("source", "checked"), norm.source.checked, "the words were compared on", again)


def _of_parties(table: Parties) -> Iterator[Checked]:
    for state, party in table.parties.items():
        days = list(_known(party))
        latest = max(day for _, day in days)
        for at, day in days:
            again = _CONFIRM if day == latest else ""
            yield Checked(("parties", state, *at), day, f"{party.name} is known up to", again)


_CONFIRM = "Look for a later source, and add it under 'confirmed'."


def _known(party: Party) -> Iterator[tuple[tuple[Step, ...], date]]:
    yield ("known_until",), party.known_until
    for index, later in enumerate(party.confirmed):
        yield ("confirmed", index, "on"), later.on


def _of_situation(situation: Situation) -> Iterator[Checked]:
    for name, conflict in situation.conflicts.items():
        yield _of_span(("conflicts", name), conflict, "the conflict")
    for index, occupation in enumerate(situation.occupations):
        what = f"the occupation of {occupation.place}"
        yield _of_span(("occupations", index), occupation, what)
    for name, court in situation.courts.items():
        for index, one in enumerate(court.reaches):
            yield _of_span(("courts", name, "reaches", index), one, "the reach")


def _of_span(at: tuple[Step, ...], span: Conflict | Occupation | Reach, what: str) -> Checked:
    """A time that is over need not be looked up again."""
    is_over = span.ends is not None and span.ends <= span.known_until
    again = "" if is_over else "Look for a later source, and write the day up to which it holds."
    return Checked((*at, "known_until"), span.known_until, f"{what} is known up to", again)


def _of_allegation(allegation: Allegation) -> Iterator[Checked]:
    if allegation.review.on:
        yield Checked(("review", "on"), allegation.review.on, "it was reviewed on")


_DAYS: dict[type[FileRecord], Callable[[Any], Iterator[Checked]]] = {
    Norm: _of_norm,
    Parties: _of_parties,
    Situation: _of_situation,
    Allegation: _of_allegation,
}
