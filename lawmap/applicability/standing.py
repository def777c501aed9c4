"""How one State stands to one norm on one day, apart from any allegation."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

from lawmap.model.instrument import Binding, Party, PartyEvent
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.situation import Court, Exemption, Extent, Limit, Occupation, Reach
from lawmap.periods import Period, Sense

from .binding import by_custom, by_treaty, statements_on
from .bond import NO, YES
from .circumstances import Circumstances
from .reach import courts_for, exempted, limited
from .tie import binds_persons


class Tied(Enum):
    """By what a State is bound on a day."""

    TREATY = "bound by treaty"
    CUSTOM = "bound by custom"
    NOT = "not bound"
    UNKNOWN = "not known"


class CourtOnDay(NamedTuple):
    """What of a court's reach covers crimes on a State's territory on a day."""

    court: Court
    reaches: tuple[Reach, ...]
    exemptions: tuple[Exemption, ...]
    limits: tuple[Limit, ...]


class Standing(NamedTuple):
    """How a State stands to a norm on a day."""

    state: str
    tied: Tied
    treaty: str | None
    """The sentence on the treaty; None where the rule is stated as custom only."""
    custom: str | None
    """The sentence on custom; None where the norm names none."""
    party: Party | None
    statements: tuple[PartyEvent, ...]
    """Reservations, declarations and derogations on this very provision."""
    occupations: tuple[Occupation, ...]
    """What the State is recorded to occupy on that day."""
    courts: tuple[CourtOnDay, ...]
    """For a norm that binds persons: the courts that try it, as to that State's territory."""


def standing(library: Library, norm: Norm, state: str, day: date) -> Standing:
    """Say how a State stands to a norm on a day.

    Args:
        library: instruments, party tables and situations.
        norm: the norm.
        state: ISO 3166-1 alpha-3 code of the State.
        day: the day.
    """
    instrument = library.instruments[norm.instrument]
    frame = _on(state, day)
    treaty = None
    tied = Tied.UNKNOWN
    if instrument.binding is not Binding.CUSTOM:
        bond = by_treaty(library, instrument, state, frame)
        treaty = bond.reasons[0]
        tied = {YES: Tied.TREATY, NO: Tied.NOT}.get(bond.plane, Tied.UNKNOWN)
    custom = by_custom(library, instrument, norm)
    if tied is not Tied.TREATY and custom is not None and not binds_persons(library, norm):
        tied = Tied.CUSTOM
    table = library.parties.get(norm.instrument)
    party = table.parties.get(state) if table else None
    return Standing(
        state=state,
        tied=tied,
        treaty=treaty,
        custom=custom,
        party=party,
        statements=tuple(statements_on(party, norm)) if party else (),
        occupations=_occupations(library, state, day),
        courts=_courts(library, norm, state, day) if binds_persons(library, norm) else (),
    )


def _on(state: str, day: date) -> Circumstances:
    return Circumstances(
        states=(state,),
        period=Period(day, day),
        sense=Sense.DURING,
        where=None,
        against=None,
        per=(),
        actor_per=(),
    )


def _holds(begins: date, ends: date | None, day: date) -> bool:
    return begins <= day and (ends is None or day <= ends)


def _occupations(library: Library, state: str, day: date) -> tuple[Occupation, ...]:
    found = [
        one
        for situation in library.situations.values()
        for one in situation.occupations
        if one.by == state
        and one.extent is not Extent.NONE
        and _holds(one.begins, one.ends or one.known_until, day)
    ]
    return tuple(sorted(found, key=lambda one: one.place))


def _courts(library: Library, norm: Norm, state: str, day: date) -> tuple[CourtOnDay, ...]:
    return tuple(
        CourtOnDay(
            court,
            tuple(
                one
                for one in court.reaches
                if state in one.territory and _holds(one.begins, one.ends or one.known_until, day)
            ),
            tuple(
                one
                for one in exempted(court, norm)
                if one.nationals == state and _holds(one.begins, one.ends, day)
            ),
            tuple(limited(court, norm)),
        )
        for court in courts_for(library, norm)
    )
