"""Allegations: their sources, their relations, their places and States."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.applicability import resolve_part
from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded
from lawmap.model.allegation import Allegation

from .unknown import ALLEGATION, PLACE, PROCEEDING, STATE, unknown_word


def unsourced(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every fact needs a passage: of its own, of the allegation, or inherited."""
    for file, allegation in loaded.whole_of_kind(Allegation):
        whole = resolve_part(allegation, loaded.library.allegations)
        for index, statement in enumerate(whole.statements):
            if not statement.per:
                message = f"no passage carries '{statement.term}'"
                mend = "Add 'per' to the fact, or to the whole allegation."
                yield file.fault(("facts", index), "LM605", message, mend)


def empty_responses(loaded: Loaded) -> Iterator[Diagnostic]:
    """A response that neither denies nor claims anything would be lost without a word."""
    for file, allegation in loaded.whole_of_kind(Allegation):
        for index, response in enumerate(allegation.responses):
            if not response.denies and not response.claims:
                message = f"the response of '{response.by}' neither denies nor claims anything"
                mend = (
                    "Write under 'denies' what it denies ('conduct' for all acts and omissions), or"
                    " under 'claims' what it says instead; a bare comment belongs under 'notes'."
                )
                yield file.fault(("responses", index), "LM611", message, mend)


def unknown_allegations(loaded: Loaded) -> Iterator[Diagnostic]:
    """The allegation of which this is a part, or which it assists, must be loaded."""
    known = loaded.library.allegations
    for file, allegation in loaded.of_kind(Allegation):
        for key in ("part_of", "assists"):
            other = getattr(allegation, key)
            if other and other not in known and other not in loaded.broken:
                yield unknown_word(file, (key,), ALLEGATION, other, known)


def unknown_proceedings(loaded: Loaded) -> Iterator[Diagnostic]:
    """A warrant that an allegation names must stand in a situation."""
    known = loaded.library.proceedings
    for file, allegation in loaded.of_kind(Allegation):
        for index, linked in enumerate(allegation.proceedings):
            name = linked.proceeding
            if name not in known:
                at = ("proceedings", index, "proceeding")
                yield unknown_word(file, at, PROCEEDING, name, known)


def circles(loaded: Loaded) -> Iterator[Diagnostic]:
    """Nothing is a part of itself."""
    every = loaded.library.allegations
    for file, allegation in loaded.of_kind(Allegation):
        seen, current = {allegation.id: None}, allegation.part_of
        while current and current in every and current not in seen:
            seen[current] = None
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
                    yield unknown_word(file, ("where", key, index), PLACE, place, known)


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
                yield unknown_word(file, at, STATE, state, known)
