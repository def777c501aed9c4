"""Whether a State was bound by an instrument on the days in question, and by what.

The answer is a plane of one bit, like every other answer: asserted is "yes", denied is "no",
asserted of some is "in part", and neither is "unknown". Nothing is ever inferred from silence: a
State that no table lists, or a day after the last one that a table knows, is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
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
from lawmap.model.norm import Norm, covers
from lawmap.periods import Period, Relation, in_words, relate
from lawmap.truth import OPEN, Plane

from .bond import IN_PART, NO, YES, Bond
from .circumstances import Circumstances
from .world import World


def binding(library: Library, norm: Norm, frame: Circumstances) -> Bond:
    """Say whether the actor's State was bound by the instrument of a norm at that time.

    Args:
        library: instruments and party tables.
        norm: the norm; its own ``custom`` rule binds a State that no treaty binds.
        frame: who acted, and when.
    """
    instrument = library.instruments[norm.instrument]
    if not frame.states:
        untold = frame.untold("by")
        said = f"{untold[0].upper()}{untold[1:]} for which State the actor acted."
        notes = tuple(_of_the_places(library, instrument, norm, frame))
        return Bond(OPEN, (said,), notes=notes)
    bonds = [_bond_of(library, instrument, norm, state, frame) for state in frame.states]
    planes = {single.plane for single in bonds}
    reasons = tuple(reason for single in bonds for reason in single.reasons)
    return Bond(planes.pop() if len(planes) == 1 else OPEN, reasons)


def _of_the_places(
    library: Library, instrument: Instrument, norm: Norm, frame: Circumstances
) -> Iterator[str]:
    """How the States of the reported places stood, where nobody says which of them acted."""
    states = World(library, frame).states_of_the_places if frame.where else ()
    if states:
        yield "Without inferring that one of them acted, for the States of the reported places:"
    for state in states:
        yield from _bond_of(library, instrument, norm, state, frame).reasons


def statements(library: Library, norm: Norm, frame: Circumstances) -> Iterator[str]:
    """Reservations, declarations and derogations of the actor's State on this very provision.

    Their effect is a question of law that is not decided here; a reader must know that they exist.
    """
    table = library.parties.get(norm.instrument)
    for state in frame.states if table else ():
        party = table.parties.get(state) if table else None
        for event in statements_on(party, norm) if party else ():
            name = library.state_names.get(state, state)
            day = f" of {in_words(event.on)}" if event.on else ""
            kind = event.act.value.replace("-", " ")
            yield f"A {kind} of {name}{day} concerns this provision: {event.text}"


def statements_on(party: Party, norm: Norm) -> Iterator[PartyEvent]:
    """The statements of a State that concern the provision of a norm."""
    for event in party.events:
        if event.text and any(covers(one, norm.provision) for one in event.provisions):
            yield event


def _bond_of(
    library: Library, instrument: Instrument, norm: Norm, state: str, frame: Circumstances
) -> Bond:
    custom = by_custom(library, instrument, norm)
    if instrument.binding is Binding.CUSTOM and custom:
        return Bond(YES, (custom,))
    treaty = by_treaty(library, instrument, state, frame)
    if treaty.plane == YES or custom is None:
        return treaty
    return Bond(YES, (*treaty.reasons, custom))


def by_custom(library: Library, instrument: Instrument, norm: Norm) -> str | None:
    """The sentence on custom, where an authority or a rule is named; None where none is."""
    if instrument.binding is Binding.CUSTOM:
        return f"The rule is stated as customary law ({instrument.title.short})."
    if instrument.customary is not None:
        return f"It binds as custom: {instrument.customary.statement.rstrip('.')}."
    if norm.custom is not None:
        study = library.instruments[norm.custom.partition(":")[0]]
        number = norm.custom.partition(":")[2]
        return f"It binds as custom: {study.title.short}, {study.unit} {number}."
    return None


def by_treaty(library: Library, instrument: Instrument, state: str, frame: Circumstances) -> Bond:
    """Say whether a State was bound by a treaty, as far as the party table knows."""
    name = library.state_names.get(state, state)
    if instrument.binding is Binding.DECLARATION:
        said = f"{instrument.title.short}: a declaration, which binds no State by itself."
        return Bond(NO, (said,))
    if instrument.binding is Binding.LAW:
        said = f"{instrument.title.short}: the law of one State, to which no other becomes a party."
        return Bond(OPEN, (said,))
    table = library.parties.get(instrument.id)
    party = table.parties.get(state) if table else None
    title = instrument.title.short
    if party is None:
        return Bond(OPEN, (f"{title}: no table says whether {name} is a party.",))
    ties = _ties(party)
    plane, sentence = _tied(party, ties, name, frame) if ties else _never(party, name, frame)
    return Bond(plane, (f"{title}: {sentence}",))


class _Tie(NamedTuple):
    """A time in which a State is bound."""

    act: str
    begins: date
    ends: date | None

    @property
    def period(self) -> Period:
        return Period(self.begins, self.ends)


def _ties(party: Party) -> list[_Tie]:
    """Every time in which a State was bound, in order; a State may leave and come back."""
    ties: list[_Tie] = []
    for event in party.events:
        if event.effect is None:
            continue
        if event.act in BINDING_ACTS and (not ties or ties[-1].ends):
            ties.append(_Tie(event.act.value, event.effect, None))
        elif event.act in ENDING_ACTS and ties:
            ties[-1] = ties[-1]._replace(ends=event.effect)
    return ties


def known_until(party: Party) -> date:
    """The last day for which the table, or a later source, answers."""
    return max([party.known_until, *(later.on for later in party.confirmed)])


def _is_known(party: Party, frame: Circumstances) -> bool:
    known = Period(None, known_until(party))
    return relate(frame.period, frame.sense, known) is Relation.INSIDE


def _never(party: Party, name: str, frame: Circumstances) -> tuple[Plane, str]:
    last = in_words(known_until(party))
    if _is_known(party, frame):
        return NO, f"{name} was not a party (known up to {last})."
    return OPEN, f"{name} was not a party on {last}; what happened later is not known."


def _tied(party: Party, ties: list[_Tie], name: str, frame: Circumstances) -> tuple[Plane, str]:
    relations = [(relate(frame.period, frame.sense, tie.period), tie) for tie in ties]
    inside = next((tie for relation, tie in relations if relation is Relation.INSIDE), None)
    if inside is not None:
        return _inside(party, inside, name, frame)
    across = [(relation, tie) for relation, tie in relations if relation is not Relation.OUTSIDE]
    if not across:
        return (NO if _is_known(party, frame) else OPEN), _outside(ties, name, frame)
    relation, tie = across[-1]
    return (IN_PART if relation is Relation.PARTLY else OPEN), _across(tie, name, relation, frame)


def _inside(party: Party, tie: _Tie, name: str, frame: Circumstances) -> tuple[Plane, str]:
    last = in_words(known_until(party))
    bound = f"binding on {name} since {in_words(tie.begins)} ({tie.act})"
    if tie.ends is not None:
        return YES, f"{bound}, until {in_words(tie.ends)}."
    if _is_known(party, frame):
        return YES, f"{bound}; known up to {last}."
    return OPEN, f"{bound}, but this is known only up to {last}."


def _outside(ties: list[_Tie], name: str, frame: Circumstances) -> str:
    first = frame.period.first
    over = [tie.ends for tie in ties if tie.ends and first and first > tie.ends]
    if over:
        return f"{name} was bound only until {in_words(over[-1])}."
    return f"{name} was bound only from {in_words(ties[0].begins)}."


def _across(tie: _Tie, name: str, relation: Relation, frame: Circumstances) -> str:
    """The reported time lies on both sides of a day, or it is not told on which."""
    first = frame.period.first or date.min
    crosses_begin = first < tie.begins
    change, day = ("began", tie.begins) if crosses_begin or not tie.ends else ("ceased", tie.ends)
    turning = f"{name} {change} to be bound on {in_words(day)}"
    if relation is Relation.PARTLY:
        return f"{turning}; the conduct lies on both sides of that day."
    return f"{turning}; {frame.untold('when')} on which side of that day the conduct lies."
