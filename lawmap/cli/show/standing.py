"""How States stand to a norm on a day: by treaty, by custom, or by the reach of a court."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lawmap.applicability import CourtOnDay, Standing, Tied, standing
from lawmap.diagnostics import did_you_mean
from lawmap.errors import UsageError
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.situation import Occupation
from lawmap.periods import in_words

from .words import event_words, source_words, span_words


def standing_blocks(
    library: Library, name: str, day: date, states: tuple[str, ...]
) -> Iterator[Iterator[str]]:
    """A block for each State that is asked for; without any, for each that a table lists."""
    norm = library.norms[name]
    for state in states or _known_states(library, norm):
        yield _standing(library, norm, state, day)


def check_states(library: Library, states: tuple[str, ...]) -> None:
    """Refuse States of which nothing is known.

    Raises:
        UsageError: if no party table or situation lists one of them.
    """
    for state in states:
        if state not in library.state_names:
            near = did_you_mean(state, library.state_names)
            raise UsageError(
                f"no party table or situation lists the State '{state}'{near},"
                " so whether it was bound is not known"
            )


def _known_states(library: Library, norm: Norm) -> tuple[str, ...]:
    table = library.parties.get(norm.instrument)
    return tuple(sorted(table.parties if table else library.state_names))


def _standing(library: Library, norm: Norm, state: str, day: date) -> Iterator[str]:
    found = standing(library, norm, state, day)
    name = library.state_names[state]
    if found.courts:
        yield f"{name} on {in_words(day)}: this norm binds persons; a court's reach decides."
        for court in found.courts:
            yield from _court(court, name)
    else:
        yield f"{name} on {in_words(day)}: {found.tied.value}"
    if found.treaty:
        yield f"  {found.treaty}"
    yield from _events(found)
    if found.custom:
        yield f"  {found.custom}"
    elif not found.courts and found.tied is not Tied.TREATY:
        yield "  No customary rule with this content is named in the norm."
    if _asks_for_a_role(library, norm):
        for one in found.occupations:
            yield from _occupation(library, one)


def _asks_for_a_role(library: Library, norm: Norm) -> bool:
    roles = library.roles_of(norm)
    return any(library.roles[role].condition is not None for role in roles)


def _occupation(library: Library, one: Occupation) -> Iterator[str]:
    place = library.place_names.get(one.place, one.place)
    yield f"  Recorded as occupying, {one.extent.value}: {place}, {span_words(one)}"
    if one.contested:
        yield f"    contested: {one.contested}"


def _events(found: Standing) -> Iterator[str]:
    if found.party is None:
        return
    for event in found.party.events:
        if event.effect is not None or event in found.statements:
            yield f"  {event_words(event)}"
            yield f"    {source_words(event.source)}"
    if found.party.source is not None:
        yield f"  {source_words(found.party.source)}"
    for later in found.party.confirmed[-1:]:
        yield f"  still so on {in_words(later.on)}; {source_words(later.source)}"
    if found.party.note:
        yield f"  note: {found.party.note}"


def _court(found: CourtOnDay, name: str) -> Iterator[str]:
    yield f"  {found.court.name}:"
    if not found.reaches:
        yield f"    no recorded reach covers crimes on the territory of {name} on that day"
    for one in found.reaches:
        yield f"    reaches crimes on the territory of {name}: {one.text}"
        yield f"      {source_words(one.source)}"
        if one.contested:
            yield f"      contested: {one.contested}"
    for kept_out in (*found.exemptions, *found.limits):
        yield f"    but: {kept_out.text}"
        yield f"      {source_words(kept_out.source)}"
