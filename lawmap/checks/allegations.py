"""Allegations: their sources, their relations, their places and States."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.applicability import resolve_part
from lawmap.diagnostics import Diagnostic, did_you_mean
from lawmap.loading import Loaded
from lawmap.model.allegation import Allegation
from lawmap.model.conditions import Step
from lawmap.model.situation import Situation


def unsourced(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every fact needs a passage: of its own, of the allegation, or inherited."""
    for file, allegation in loaded.of_kind(Allegation):
        whole = resolve_part(allegation, loaded.library.allegations)
        for index, statement in enumerate(whole.statements):
            if not statement.per:
                message = f"no passage carries '{statement.term}'"
                mend = "Add 'per' to the fact, or to the whole allegation."
                yield file.fault(("facts", index), "LM605", message, mend)


def unknown_allegations(loaded: Loaded) -> Iterator[Diagnostic]:
    """The allegation of which this is a part, or which it assists, must be loaded."""
    known = loaded.library.allegations
    for file, allegation in loaded.of_kind(Allegation):
        for key in ("part_of", "assists"):
            other = getattr(allegation, key)
            if other and other not in known and other not in loaded.broken:
                message = f"unknown allegation '{other}'{did_you_mean(other, known)}"
                yield file.fault((key,), "LM606", message, "Mend the id, or write that file.")


def circles(loaded: Loaded) -> Iterator[Diagnostic]:
    """Nothing is a part of itself."""
    every = loaded.library.allegations
    for file, allegation in loaded.of_kind(Allegation):
        seen, current = [allegation.id], allegation.part_of
        while current and current in every and current not in seen:
            seen.append(current)
            current = every[current].part_of
        if current == allegation.id:
            chain = " is part of ".join([*seen, allegation.id])
            yield file.fault(("part_of",), "LM210", chain, "Break the circle.")


def unknown_places(loaded: Loaded) -> Iterator[Diagnostic]:
    """Places must be known to a situation, else nothing can be said of their occupation."""
    known = loaded.library.place_names
    for file, allegation in loaded.of_kind(Allegation):
        if allegation.where is None:
            continue
        where = allegation.where
        for key, places in (("in", where.in_), ("from", where.from_), ("to", where.to)):
            for index, place in enumerate(places):
                if place not in known:
                    message = f"unknown place '{place}'{did_you_mean(place, known)}"
                    mend = "Places are listed in norms/situations/; add it there with its source."
                    yield file.fault(("where", key, index), "LM208", message, mend)


def unknown_places_of_situations(loaded: Loaded) -> Iterator[Diagnostic]:
    """A situation may occupy, or put one place into, only places that it or another describes."""
    known = loaded.library.place_names
    for file, situation in loaded.of_kind(Situation):
        written: list[tuple[tuple[Step, ...], str | None]] = [
            (("places", code, "within"), place.within) for code, place in situation.places.items()
        ]
        written += [
            (("occupations", index, "place"), one.place)
            for index, one in enumerate(situation.occupations)
        ]
        for at, code in written:
            if code and code not in known:
                message = f"unknown place '{code}'{did_you_mean(code, known)}"
                yield file.fault(at, "LM208", message, "Describe it under 'places'.")


def unknown_states(loaded: Loaded) -> Iterator[Diagnostic]:
    """States must be known to a situation or a party table."""
    known = loaded.library.state_names
    for file, allegation in loaded.of_kind(Allegation):
        written = [
            *(
                (("by", index, "state"), actor.state)
                for index, actor in enumerate(allegation.actors)
            ),
            *(
                (("against", "nationality", index, "is"), item.is_)
                for index, item in enumerate(
                    allegation.against.nationality if allegation.against else ()
                )
            ),
        ]
        for at, state in written:
            if state and state not in known:
                message = f"unknown State '{state}'{did_you_mean(state, known)}"
                mend = "States are listed in norms/situations/ by ISO 3166-1 alpha-3 code."
                yield file.fault(at, "LM209", message, mend)
