"""Whether a State was bound by an instrument on the days in question, and by what.

The answer is a plane of one bit, like every other answer: asserted is "yes", denied is "no",
asserted of some is "in part", and neither is "unknown". Nothing is ever inferred from silence: a
State that no table lists, or a day after the last one that a table knows, is unknown.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lawmap.model.instrument import (
    BINDING_ACTS,
    ENDING_ACTS,
    Binding,
    Instrument,
    Party,
    PartyEvent,
)
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.vocabulary import Bearer
from lawmap.periods import Period, Relation, in_words, relate
from lawmap.truth import OPEN, Plane, whole

from .circumstances import Circumstances

YES, NO, IN_PART = whole(1, 0), whole(0, 1), Plane(0, 0, 1, 1)


class Bond(NamedTuple):
    """One answer, with the sentences that carry it."""

    plane: Plane
    reasons: tuple[str, ...]


def bond(library: Library, norm: Norm, frame: Circumstances) -> Bond:
    """Say whether the actor's State was bound by the instrument of a norm at that time.

    Args:
        library: instruments and party tables.
        norm: the norm; its own ``custom`` rule binds a State that no treaty binds.
        frame: who acted, and when.
    """
    instrument = library.instruments[norm.instrument]
    if binds_persons(library, norm):
        reason = (
            f"The reach of the court that applies the {instrument.title.short} over this place, day "
            "and person is not encoded in this norm pack."
        )
        return Bond(OPEN, (reason,))
    if not frame.states:
        return Bond(OPEN, ("The report does not say for which State the actor acted.",))
    bonds = [_bond_of(library, instrument, norm, state, frame) for state in frame.states]
    planes = {single.plane for single in bonds}
    reasons = tuple(reason for single in bonds for reason in single.reasons)
    return Bond(planes.pop() if len(planes) == 1 else OPEN, reasons)


def binds_persons(library: Library, norm: Norm) -> bool:
    """Whether a norm speaks to persons, so that a court's reach decides and not a State's tie."""
    roles = norm.binds or library.instruments[norm.instrument].binds
    return all(library.roles[role].bearer is Bearer.PERSON for role in roles)


def _bond_of(
    library: Library, instrument: Instrument, norm: Norm, state: str, frame: Circumstances
) -> Bond:
    if instrument.binding is Binding.CUSTOM:
        return Bond(YES, ("The rule is stated as customary law, which binds every State.",))
    by_treaty = _by_treaty(library, instrument, state, frame)
    if by_treaty.plane == YES:
        return by_treaty
    by_custom = _by_custom(library, instrument, norm)
    if by_custom is None:
        return by_treaty
    return Bond(YES, (*by_treaty.reasons, by_custom))


def _by_custom(library: Library, instrument: Instrument, norm: Norm) -> str | None:
    if instrument.customary is not None:
        return f"It binds as custom: {instrument.customary.statement}"
    if norm.custom is not None:
        study = library.instruments[norm.custom.partition(":")[0]]
        number = norm.custom.partition(":")[2]
        return f"It binds as custom: {study.title.short}, {study.unit} {number}."
    return None


def _by_treaty(library: Library, instrument: Instrument, state: str, frame: Circumstances) -> Bond:
    name = library.state_names.get(state, state)
    title = instrument.title.short
    table = library.parties.get(instrument.id)
    party = table.parties.get(state) if table else None
    if party is None:
        return Bond(OPEN, (f"No table says whether {name} is a party to the {title}.",))
    tie = _tie(party)
    if tie is None:
        return _never_bound(party, name, title, frame)
    return _within(party, tie, name, title, frame)


class _Tie(NamedTuple):
    """The time in which a State is bound."""

    begins: PartyEvent
    ends: PartyEvent | None

    @property
    def period(self) -> Period:
        last = self.ends.effect if self.ends else None
        return Period(self.begins.effect, last)


def _tie(party: Party) -> _Tie | None:
    begins = [event for event in party.events if event.act in BINDING_ACTS]
    ends = [event for event in party.events if event.act in ENDING_ACTS]
    return _Tie(begins[0], ends[-1] if ends else None) if begins else None


def known_until(party: Party) -> date:
    """The last day for which the table, or a later source, answers."""
    return max([party.known_until, *(later.on for later in party.confirmed)])


def _never_bound(party: Party, name: str, title: str, frame: Circumstances) -> Bond:
    last = known_until(party)
    relation = relate(frame.period, frame.sense, Period(None, last))
    if relation is Relation.INSIDE:
        return Bond(NO, (f"{name} was not a party to the {title} (known up to {in_words(last)}).",))
    reason = f"{name} was not a party to the {title} on {in_words(last)}; what happened later is not known."
    return Bond(OPEN, (reason,))


def _within(party: Party, tie: _Tie, name: str, title: str, frame: Circumstances) -> Bond:
    relation = relate(frame.period, frame.sense, tie.period)
    last = known_until(party)
    known = relate(frame.period, frame.sense, Period(None, last)) is Relation.INSIDE
    if relation is Relation.OUTSIDE:
        return Bond(NO if known else OPEN, (_not_bound_then(tie, name, title, frame),))
    if relation is Relation.UNTOLD:
        return Bond(OPEN, (_either_side(tie, name, title, frame),))
    if relation is Relation.PARTLY:
        return Bond(IN_PART, (_either_side(tie, name, title, frame, "In part: "),))
    if tie.ends is None and not known:
        reason = f"{_bound(tie, name, title)}; this is known only up to {in_words(last)}."
        return Bond(OPEN, (reason,))
    return Bond(YES, (f"{_bound(tie, name, title)} (known up to {in_words(last)}).",))


def _bound(tie: _Tie, name: str, title: str) -> str:
    assert tie.begins.effect is not None  # a model guarantee for binding acts
    return (
        f"{name} has been bound by the {title} since {in_words(tie.begins.effect)}"
        f" ({tie.begins.act.value})"
    )


def _not_bound_then(tie: _Tie, name: str, title: str, frame: Circumstances) -> str:
    if tie.ends and tie.ends.effect and frame.period.first and frame.period.first > tie.ends.effect:
        return f"{name} has not been bound by the {title} since {in_words(tie.ends.effect)}."
    assert tie.begins.effect is not None
    return f"{name} was bound by the {title} only from {in_words(tie.begins.effect)}."


def _either_side(tie: _Tie, name: str, title: str, frame: Circumstances, lead: str = "") -> str:
    ends = tie.ends.effect if tie.ends else None
    turning = ends or tie.begins.effect
    assert turning is not None
    change = "ceased" if ends else "began"
    return (
        f"{lead}{name} {change} to be bound by the {title} on {in_words(turning)};"
        " the report does not say on which side of that day the conduct lies."
    )
