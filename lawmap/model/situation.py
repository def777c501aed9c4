"""Situations: conflicts, places, their occupation by date, the reach of courts, and proceedings."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from pydantic import Field

from .base import (
    Attribution,
    Day,
    FileRecord,
    InstrumentId,
    NormId,
    Place,
    Provision,
    Record,
    Slug,
    State,
    Text,
)
from .conditions import Condition


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
    NONE = "none"
    """A source shows the place free of that occupation for the time."""


class Occupation(Record):
    """A place under belligerent occupation for a time, or shown to be free of it."""

    place: Place
    """The place."""
    by: State
    """The occupying Power."""
    extent: Extent
    """The whole place, a part of it (whether a given spot is occupied stays open), or none."""
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


class ReachKind(Enum):
    """On what a court's reach rests."""

    DECLARATION = "declaration"
    MEMBERSHIP = "membership"
    REFERRAL = "referral"
    OWN_LAW = "own-law"
    """The law of the State to which the court belongs."""


class Reach(Record):
    """A time in which a court may hear crimes on the territory of certain States."""

    kind: ReachKind
    """On what it rests."""
    provision: Provision
    """The provision that grants it."""
    territory: tuple[State, ...] = Field(min_length=1)
    """The States on whose territory the crime, or a part of it, must have been committed."""
    text: Text
    """The act that brought it about, in own words, with its day."""
    begins: Day
    """The first day of conduct that it covers."""
    ends: Day | None = None
    """The last day of conduct that it covers, if it has one."""
    known_until: Day
    """The day up to which this is known."""
    source: Attribution
    """Where this was read."""
    contested: Text | None = None
    """What of it is contested, and by whom."""


class Restriction(Record):
    """Crimes that are out of a court's reach as far as certain States are concerned."""

    provision: Provision
    """The provision on which it rests."""
    norms: tuple[NormId, ...] = Field(min_length=1)
    """The crimes that it concerns, as pinpoints that name every norm below them."""
    text: Text
    """What is out of reach and by which act or rule, in own words."""
    source: Attribution
    """Where this was read."""
    contested: Text | None = None
    """What of it is contested, and by whom."""


class Exemption(Restriction):
    """Crimes that a State has taken out of a court's reach for its own nationals, for a time."""

    nationals: State
    """The State whose nationals it concerns; all others are untouched."""
    begins: Day
    """The first day of conduct that it concerns."""
    ends: Day | None = None
    """The last day of conduct that it concerns, if it has one."""


class Limit(Restriction):
    """Crimes that a statute keeps out of its court's reach where a State is no party to it."""

    unsettled: Text
    """What the answer turns on where it is not known that those who acted are of no party."""


class Remark(Record):
    """A sentence on a court's jurisdiction that a reader must know, with its source."""

    text: Text
    """The sentence, in own words."""
    source: Attribution
    """Where this was read."""


class Court(Record):
    """A court, the statute that it applies, and how far it reaches."""

    name: Text
    """The name that a dossier uses."""
    instrument: InstrumentId
    """The statute whose crimes it tries."""
    reaches: tuple[Reach, ...] = Field(min_length=1)
    """Times and territories over which it may exercise jurisdiction."""
    exemptions: tuple[Exemption, ...] = ()
    """What States have taken out of it."""
    limits: tuple[Limit, ...] = ()
    """What its statute keeps out of it where a State is no party."""
    remarks: tuple[Remark, ...] = ()
    """What else a reader must know of its jurisdiction."""
    in_prospect: Text | None = None
    """What a reader must know where no crime is reported as committed, but only planned,
    threatened or attempted."""


class Accused(Record):
    """A person named in a published warrant."""

    name: Text
    """The name in the warrant."""
    office: Text
    """The office that the court's announcement gives."""


class Charge(Record):
    """A crime charged, or one that is not."""

    norm: NormId
    """The crime, or a pinpoint that names every norm below it."""
    text: Text
    """The charge in own words; for what is not charged, how that is known."""


class Charged(Record):
    """The conduct charged, as far as it can be compared with a report."""

    text: Text
    """The conduct in own words."""
    condition: Condition = Field(alias="if")
    """What an allegation must report to be about that sort of conduct and those persons."""
    begins: Day
    """The first day of the period charged."""
    ends: Day | None = None
    """The last day of the period charged, if one is given."""
    territory: tuple[Place, ...] = ()
    """Where the conduct is charged to have been committed."""


class Proceeding(Record):
    """A published warrant: who is sought, for what, and what is not charged."""

    court: Slug
    """The court, by its id in the situation."""
    number: Text
    """The number of the court's situation or case."""
    issued: Day
    """The day of issue."""
    by: Text
    """The chamber that issued it."""
    text: Text
    """What is public about it, in own words."""
    person: Accused
    """Who is sought."""
    charges: tuple[Charge, ...] = Field(min_length=1)
    """The crimes charged."""
    modes: tuple[Charge, ...] = Field(min_length=1)
    """The modes of liability charged."""
    not_charged: tuple[Charge, ...] = ()
    """Crimes that a reader may expect and that are not charged."""
    conduct: Charged
    """The conduct charged."""
    source: Attribution
    """Where this was read."""


class Situation(FileRecord):
    """Conflicts, places, occupation, courts, proceedings: ``norms/situations/<id>.yaml``."""

    kind_of_file: ClassVar[str] = "situation"

    id: Slug
    """The id, which is also the name of the file."""
    name: Text
    """The name that a dossier uses."""
    states: dict[State, Text]
    """Names of the States that play a role."""
    conflicts: dict[Slug, Conflict] = {}
    """The conflicts, by id; none in a file that adds courts to those of another."""
    places: dict[Place, Locality] = {}
    """The places, by ISO 3166-2 code."""
    occupations: tuple[Occupation, ...] = ()
    """Who occupies what, and since when."""
    claims: tuple[Claim, ...] = ()
    """Claims to territory without effect on protection."""
    courts: dict[Slug, Court] = {}
    """Courts that may hear crimes of this situation, by id."""
    proceedings: dict[Slug, Proceeding] = {}
    """Published warrants, by id."""
