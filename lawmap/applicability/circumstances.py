"""Who, when, where and to whom, after a part has inherited from its whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from lawmap.model.allegation import Allegation, When, Where
from lawmap.model.library import Library
from lawmap.model.persons import Against, Nationality, Quantity
from lawmap.periods import Period, Sense

Sourced = TypeVar("Sourced", Nationality, Quantity, When, Where)


class Circumstances(NamedTuple):
    """The frame of an allegation, as far as the report gives it."""

    states: tuple[str, ...]
    """The States of the actors, each once; empty if none is stated."""
    period: Period
    """The days that the report admits; an end that is not known is None."""
    sense: Sense
    """How the conduct fills the period."""
    where: Where | None
    against: Against | None
    per: tuple[str, ...]
    """The passages of the allegation."""
    actor_per: tuple[str, ...]
    """The passages that name the actors."""
    withheld: frozenset[str] = frozenset()
    """Of what of this an audience is not shown all: by, when, where, nationality."""

    def untold(self, part: str) -> str:
        """Who is silent on a part of the frame: the report, or those who withhold it."""
        silent = part in self.withheld
        return "this audience is not told" if silent else "the report does not say"


def circumstances(allegation: Allegation, library: Library) -> Circumstances:
    """The frame of an allegation whose inheritance has been resolved."""
    states = tuple(dict.fromkeys(actor.state for actor in allegation.actors if actor.state))
    named = [passage for actor in allegation.actors for passage in actor.per or allegation.per]
    return Circumstances(
        states=states,
        period=_period(allegation, library, states),
        sense=allegation.when.sense if allegation.when else Sense.WITHIN,
        where=allegation.where,
        against=allegation.against,
        per=allegation.per,
        actor_per=tuple(dict.fromkeys(named)),
        withheld=library.unseen.get(allegation.id, frozenset()),
    )


def _period(allegation: Allegation, library: Library, states: tuple[str, ...]) -> Period:
    """The period, where "before a day" begins with the first conflict of the actor's State."""
    if allegation.when is None:
        return Period(None, None)
    period = allegation.when.period
    if allegation.when.sense is not Sense.BEFORE:
        return period
    begins = _first_day_of_conflict(library, states)
    early = begins is None or (period.last is not None and period.last < begins)
    return period if early else period._replace(first=begins)


def _first_day_of_conflict(library: Library, states: tuple[str, ...]) -> date | None:
    begins = [
        conflict.begins
        for situation in library.situations.values()
        for conflict in situation.conflicts.values()
        if any(state in side for side in conflict.sides for state in states)
    ]
    return min(begins, default=None)


def resolve_part(allegation: Allegation, every: Mapping[str, Allegation]) -> Allegation:
    """Fill in what a subgroup or later step inherits: victims, origin, time and passages.

    The actor and the facts are never inherited. An unknown or circular ``part_of`` is left as it
    is; the checks report it.
    """
    line = {allegation.id: allegation}
    above = every.get(allegation.part_of or "")
    while above is not None and above.id not in line:
        line[above.id] = above
        above = every.get(above.part_of or "")
    *parts, whole = line.values()
    for part in reversed(parts):
        whole = _inherit(part, whole)
    return whole


def _inherit(part: Allegation, whole: Allegation) -> Allegation:
    known: dict[str, object] = {
        "against": part.against or _sourced_against(whole),
        "when": part.when or _sourced(whole.when, whole),
        "where": _place(part, whole),
        "per": part.per or whole.per,
    }
    inherited = {key: value for key, value in known.items() if value is not getattr(part, key)}
    return part.model_copy(update=inherited) if inherited else part


def _place(part: Allegation, whole: Allegation) -> Where | None:
    inherited = _sourced(whole.where, whole)
    own = part.where
    if own is None or inherited is None:
        return own or inherited
    if own.from_ or not (own.in_ or own.to):
        return own
    return own.model_copy(update={"from_": inherited.from_})


def _sourced_against(whole: Allegation) -> Against | None:
    if whole.against is None:
        return None
    return whole.against.model_copy(
        update={
            key: tuple(_sourced(item, whole) for item in getattr(whole.against, key))
            for key in ("nationality", "number", "age")
        }
    )


def _sourced(item: Sourced | None, whole: Allegation) -> Sourced | None:
    """Keep the passages of the whole on what was written there without passages of its own."""
    return item if item is None or item.per else item.model_copy(update={"per": whole.per})
