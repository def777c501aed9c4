"""Situations: conflicts, places and their occupation by date."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from pydantic import Field

from .base import Attribution, Day, FileRecord, Place, Record, Slug, State, Text


class ConflictKind(Enum):
    """What sort of conflict it is."""

    INTERNATIONAL = "international"
    NON_INTERNATIONAL = "non-international"


class Conflict(Record):
    """An armed conflict between parties."""

    name: Text
    """The name that a dossier uses."""
    kind: ConflictKind
    """What sort of conflict it is."""
    sides: tuple[tuple[State, ...], ...] = Field(min_length=2)
    """The States on each side."""
    begins: Day
    """The first day."""
    ends: Day | None = None
    """The last day, if it has ended."""
    known_until: Day
    """The day up to which this is known."""
    source: Attribution
    """Where this was read."""
    contested: Text | None = None
    """What of it is contested, and by whom."""


class Locality(Record):
    """A place."""

    name: Text
    """The name that a dossier uses."""
    within: Place | None = None
    """The larger place in which it lies."""
    state: State
    """The State to whose territory it belongs."""


class Extent(Enum):
    """How much of a place is occupied."""

    WHOLE = "whole"
    PART = "part"


class Occupation(Record):
    """A place under belligerent occupation for a time."""

    place: Place
    """The place."""
    by: State
    """The occupying Power."""
    extent: Extent
    """The whole place, or a part of it: then whether a given spot is occupied stays open."""
    begins: Day
    """The first day."""
    ends: Day | None = None
    """The last day, if it has ended."""
    known_until: Day
    """The day up to which this is known."""
    source: Attribution
    """Where this was read."""
    contested: Text | None = None
    """What of it is contested, and by whom."""


class Claim(Record):
    """A legal claim to territory, such as an annexation, that does not change the law."""

    text: Text
    """What is claimed, by whom and since when."""
    effect: Text
    """Why it changes nothing here."""
    source: Attribution
    """Where this was read."""


class Situation(FileRecord):
    """Conflicts, places and occupation by date: ``norms/situations/<id>.yaml``."""

    kind_of_file: ClassVar[str] = "situation"

    id: Slug
    """The id, which is also the name of the file."""
    name: Text
    """The name that a dossier uses."""
    states: dict[State, Text]
    """Names of the States that play a role."""
    conflicts: dict[Slug, Conflict] = Field(min_length=1)
    """The conflicts, by id."""
    places: dict[Place, Locality] = {}
    """The places, by ISO 3166-2 code."""
    occupations: tuple[Occupation, ...] = ()
    """Who occupies what, and since when."""
    claims: tuple[Claim, ...] = ()
    """Claims to territory without effect on protection."""
