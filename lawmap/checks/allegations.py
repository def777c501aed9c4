"""Allegations: their sources, their relations, their places and States."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.applicability import resolve_part
from lawmap.diagnostics import Diagnostic, did_you_mean
from lawmap.loading import Loaded
from lawmap.model.allegation import Allegation


def unsourced(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every fact needs a passage: of its own, of the allegation, or inherited."""
    for file, allegation in loaded.whole_of_kind(Allegation):
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


def unknown_proceedings(loaded: Loaded) -> Iterator[Diagnostic]:
    """A warrant that an allegation names must stand in a situation."""
    known = loaded.library.proceedings
    for file, allegation in loaded.of_kind(Allegation):
        for index, linked in enumerate(allegation.proceedings):
            if linked.proceeding not in known:
                near = did_you_mean(linked.proceeding, known)
                message = f"unknown proceeding '{linked.proceeding}'{near}"
                mend = "Proceedings are listed in norms/situations/."
                yield file.fault(("proceedings", index, "proceeding"), "LM607", message, mend)


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
                    mend = (
                        "Find it with 'lawmap search NAME --in places'; if the place is not listed,"
                        " write the larger one, and its own name under 'as_reported'."
                    )
                    yield file.fault(("where", key, index), "LM208", message, mend)


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
                mend = "Find its code (ISO 3166-1 alpha-3) with 'lawmap search NAME --in states'."
                yield file.fault(at, "LM209", message, mend)
