"""Situations: the places, States and courts that they name."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded
from lawmap.model.conditions import Step
from lawmap.model.situation import Situation

from .unknown import COURT, INSTRUMENT, PLACE, STATE, unknown_word

Place = tuple[tuple[Step, ...], str]

# A situation is where these are described.
_PLACE = PLACE._replace(mend="Describe it under 'places'.")
_STATE = STATE._replace(mend="List it under 'states'.")


def unknown_places(loaded: Loaded) -> Iterator[Diagnostic]:
    """A situation may name only places that it or another describes."""
    known = loaded.library.place_names
    for file, situation in loaded.of_kind(Situation):
        for at, code in _places(situation):
            if code not in known:
                yield unknown_word(file, at, _PLACE, code, known)


def _places(situation: Situation) -> Iterator[Place]:
    for code, place in situation.places.items():
        if place.within:
            yield ("places", code, "within"), place.within
    for index, one in enumerate(situation.occupations):
        yield ("occupations", index, "place"), one.place
    for name, item in situation.proceedings.items():
        for index, code in enumerate(item.conduct.territory):
            yield ("proceedings", name, "conduct", "territory", index), code


def unknown_states(loaded: Loaded) -> Iterator[Diagnostic]:
    """A situation may name only States that it, another or a party table lists."""
    known = loaded.library.state_names
    for file, situation in loaded.of_kind(Situation):
        for at, state in _states(situation):
            if state not in known:
                yield unknown_word(file, at, _STATE, state, known)


def _states(situation: Situation) -> Iterator[Place]:
    for name, conflict in situation.conflicts.items():
        for index, side in enumerate(conflict.sides):
            for place, state in enumerate(side):
                yield ("conflicts", name, "sides", index, place), state
    for code, locality in situation.places.items():
        yield ("places", code, "state"), locality.state
    for index, occupation in enumerate(situation.occupations):
        yield ("occupations", index, "by"), occupation.by
    for name, court in situation.courts.items():
        for index, one in enumerate(court.reaches):
            for place, state in enumerate(one.territory):
                yield ("courts", name, "reaches", index, "territory", place), state
        for index, exemption in enumerate(court.exemptions):
            yield ("courts", name, "exemptions", index, "nationals"), exemption.nationals


def unknown_courts(loaded: Loaded) -> Iterator[Diagnostic]:
    """A court needs its statute, and a proceeding its court."""
    library = loaded.library
    for file, situation in loaded.of_kind(Situation):
        for name, court in situation.courts.items():
            known, statute = library.instruments, court.instrument
            if statute not in known and statute not in loaded.broken:
                yield unknown_word(file, ("courts", name, "instrument"), INSTRUMENT, statute, known)
        for name, item in situation.proceedings.items():
            if item.court not in library.courts:
                at = ("proceedings", name, "court")
                yield unknown_word(file, at, COURT, item.court, library.courts)
