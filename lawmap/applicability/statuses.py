"""Statuses that situations and comparisons set: nobody states them in a news report.

Each finding asserts or denies one term of the vocabulary, with the sentence, the passages and the
source that carry it. Where a situation does not know, there is no finding, and the status stays
open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lawmap.model.library import Library
from lawmap.model.persons import Nationality
from lawmap.model.situation import Conflict, Extent, Occupation
from lawmap.periods import in_words

from .circumstances import Circumstances
from .world import World


class Finding(NamedTuple):
    """A status that the world sets for one allegation."""

    term: str
    holds: bool
    because: str
    """The sentence that a dossier prints."""
    per: tuple[str, ...] = ()
    """The passages on which it also rests: it counts no more than their claimants do."""
    entries: tuple[Conflict | Occupation, ...] = ()
    """The entries of situations that it rests on, each with its source and what is contested."""


def findings(library: Library, frame: Circumstances) -> tuple[Finding, ...]:
    """Every status that situations and comparisons set for an allegation."""
    if not frame.states and frame.where is None:
        return ()  # every rule speaks of the actor's State or of a place
    world = World(library, frame)
    return tuple(finding for rule in _RULES for finding in rule(world))


def _conflict(world: World) -> Iterator[Finding]:
    one = world.conflict
    if one is not None:
        actor_per = world.frame.actor_per
        if world.is_touched(one):
            sentence = _conflict_sentence(one)
            yield Finding("conflict.international", True, sentence, actor_per, (one,))
        names = " and ".join(world.name(state) for state in world.frame.states)
        verb = "is a party" if len(world.frame.states) == 1 else "are parties"
        because = f"{_conflict_sentence(one)} {names} {verb} to it."
        yield Finding("role.party-to-conflict", True, because, actor_per, (one,))
    elif (here := world.conflict_here) is not None:
        one, codes = here
        places = world.listed(codes)
        because = f"{_conflict_sentence(one)} Territory of a party to it: {places}."
        yield Finding("conflict.international", True, because, world.where_per, (one,))


def _conflict_sentence(one: Conflict) -> str:
    return f"{one.name}: an international armed conflict since {in_words(one.begins)}."


def _occupied(world: World) -> Iterator[Finding]:
    known = [world.occupation_of(code) for code in world.places]
    extents = {one.extent if one else Extent.PART for one in known}
    if len(extents) == 1 and Extent.PART not in extents:
        because = " ".join(_occupation_sentence(world, one) for one in known if one)
        entries = tuple(dict.fromkeys(one for one in known if one))
        yield Finding(
            "place.occupied", extents == {Extent.WHOLE}, because, world.where_per, entries
        )


def _occupying_power(world: World) -> Iterator[Finding]:
    """Whose occupation it is, if there is one; whether there is, place.occupied answers."""
    known = list(dict.fromkeys(one for code in world.route for one in world.occupations_near(code)))
    everywhere = all(world.occupations_near(code) for code in world.places)
    if not known or not everywhere or not world.frame.states:
        return
    occupiers = {one.by for one in known}
    holds = set(world.frame.states) == occupiers
    if holds or not occupiers & set(world.frame.states):
        because = " ".join(_occupation_sentence(world, one) for one in known)
        per = (*world.frame.actor_per, *world.where_per)
        yield Finding(
            "role.occupying-power",
            holds,
            because,
            per,
            tuple(known),
        )


def _occupation_sentence(world: World, one: Occupation) -> str:
    until = f" until {in_words(one.ends)}" if one.ends else ""
    time = f"{'from' if until else 'since'} {in_words(one.begins)}{until}"
    place, occupier = world.place(one.place), world.name(one.by)
    if one.extent is Extent.NONE:
        return f"{place}: not occupied by {occupier} {time}."
    part = "in part " if one.extent is Extent.PART else ""
    return f"{place}: {part}occupied by {occupier} {time}."


def _own_territory(world: World) -> Iterator[Finding]:
    states = {world.localities[code].state for code in world.places}
    if len(states) != 1 or not world.frame.states:
        return
    (owner,) = states
    holds = set(world.frame.states) == {owner}
    if holds or owner not in world.frame.states:
        places = world.listed(world.places)
        because = f"Places in the territory of {world.name(owner)}: {places}."
        yield Finding("place.own-territory", holds, because, world.where_per)


def _nationality(world: World) -> Iterator[Finding]:
    """Own, hostile or neutral nationality of the persons, compared with the actor's State."""
    against, conflict = world.frame.against, world.conflict
    if against is None or not against.nationality or not world.frame.states:
        return
    actors = set(world.frame.states)
    per = tuple(p for item in against.nationality for p in item.per or world.frame.per)
    names = " and ".join(world.name(item.is_) for item in against.nationality)
    said = f"They are reported to be nationals of {names}."
    others = {item.is_ for item in against.nationality} - actors
    own = _is_own([item for item in against.nationality if item.is_ in actors], others, conflict)
    if own is not None:
        yield Finding("status.own-national", own, said, per)
    if conflict is not None and (others or own):
        yield from _sides(world, conflict, others, said, per)


def _is_own(given: list[Nationality], others: set[str], conflict: Conflict | None) -> bool | None:
    """Whether the persons were nationals of the actor's State before the conflict began.

    A nationality that was given since does not by itself end protection (GC IV arts 8, 47); where
    its date is not reported, and another nationality is, the status stays open.
    """
    if not given:
        return False
    if all(item.since is None for item in given):
        return None if others else True
    if conflict is None:
        return None
    days = [item.since for item in given if item.since]
    if any(day.last and day.last < conflict.begins for day in days):
        return True
    since = all(day.first and day.first >= conflict.begins for day in days)
    return False if since and len(days) == len(given) else None


def _sides(
    world: World, conflict: Conflict, others: set[str], said: str, per: tuple[str, ...]
) -> Iterator[Finding]:
    states = set(world.frame.states)
    ours = {state for side in conflict.sides for state in side if set(side) & states}
    theirs = {state for side in conflict.sides for state in side} - ours
    hostile, neutral = bool(others & theirs), bool(others) and not others & (theirs | ours)
    side = "on the other side" if hostile else "on neither side"
    because = f"{said} That State is {side} ({conflict.name})." if hostile or neutral else said
    if hostile or not others & ours:
        yield Finding("status.hostile-national", hostile, because, per, (conflict,))
    if neutral:
        yield Finding("status.neutral-state", True, because, per, (conflict,))


def _movement(world: World) -> Iterator[Finding]:
    where = world.frame.where
    if where is None or not where.to:
        return
    if any(code not in world.localities for code in (*where.from_, *where.to)):
        return
    targets = {world.localities[code].state for code in where.to}
    origin = f"From {world.listed(where.from_)} to" if where.from_ else "To"
    because = f"{origin} {world.listed(where.to)}."
    yield from _destination(world, targets, because)
    if where.from_:
        origins = {world.localities[code].state for code in where.from_}
        if not origins & targets or (origins == targets and len(origins) == 1):
            yield Finding("movement.across-border", origins != targets, because, world.where_per)
        yield from _movement_and_occupation(world, where.from_, where.to, because)


def _destination(world: World, targets: set[str], because: str) -> Iterator[Finding]:
    """What the end of a movement says by itself, wherever it began."""
    actors = set(world.frame.states)
    if actors and (not targets & actors or targets <= actors):
        holds = not targets & actors
        yield Finding("movement.to-other-state", holds, because, world.where_per)
    yield from _foreign(world, targets, because)


def _foreign(world: World, targets: set[str], because: str) -> Iterator[Finding]:
    """Whether a movement ends in a country that is foreign to the persons."""
    against = world.frame.against
    items = against.nationality if against else ()
    own = {item.is_ for item in items if item.since is None}
    given = {item.is_ for item in items} - own
    both = own & targets and not targets <= own
    if against is None or not own or both or given & targets:
        return  # a nationality given later does not by itself make a country one's own
    per = tuple(p for item in against.nationality for p in item.per or world.frame.per)
    names = " and ".join(world.name(state) for state in sorted(own))
    yield Finding(
        "movement.to-foreign-country",
        not own & targets,
        f"{because} They are reported to be nationals of {names}.",
        tuple(dict.fromkeys((*world.where_per, *per))),
    )


def _movement_and_occupation(
    world: World, origins: tuple[str, ...], targets: tuple[str, ...], because: str
) -> Iterator[Finding]:
    """Out of, within, or into occupied territory: each as soon as one end that is known decides."""
    left, reached = _occupied_throughout(world, origins), _occupied_throughout(world, targets)
    for term, wanted in (
        ("movement.out-of-occupied", (True, False)),
        ("movement.within-occupied", (True, True)),
        ("movement.into-occupied", (False, True)),
    ):
        ends = list(zip((left, reached), wanted, strict=True))
        fails = any(known is not None and known is not need for known, need in ends)
        if fails or None not in (left, reached):
            yield Finding(term, not fails, because, world.where_per)


def _occupied_throughout(world: World, codes: tuple[str, ...]) -> bool | None:
    """Whether all these places are occupied whole, or none of them at all; else unknown."""
    occupations = [world.occupation_of(code) for code in codes]
    if all(one and one.extent is Extent.WHOLE for one in occupations):
        return True
    return False if all(world.untouched(code) for code in codes) else None


_RULES: tuple[Callable[[World], Iterator[Finding]], ...] = (
    _conflict,
    _occupied,
    _occupying_power,
    _own_territory,
    _nationality,
    _movement,
)
