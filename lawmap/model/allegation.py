"""Allegations: somebody's report of conduct, in own words, each fact with its passage.

One allegation is one actor side, one victim group, one movement or place, one span of time, one
course of conduct: every fact in it is true of all of them.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, Tag, model_validator

from lawmap.periods import Period, Sense

from .base import (
    Day,
    EdtfPeriod,
    FileRecord,
    Handling,
    NormId,
    Passage,
    Place,
    Quotation,
    Record,
    Slug,
    TermId,
    Text,
)
from .facts import Statement, WrittenFact, statements
from .persons import Actor, Against, Person
from .unions import TEXT_OR_RECORD


class When(Record):
    """The time of the conduct; exactly one of during, within, before."""

    during: EdtfPeriod | None = None
    """Throughout this period."""
    within: EdtfPeriod | None = None
    """Sometime in this period."""
    before: EdtfPeriod | None = None
    """Sometime before the end of this day or period; the report gives no beginning."""
    per: tuple[Passage, ...] = ()
    """The passages that say so; without them, those of the allegation."""
    note: Text | None = None
    """How the time was read from the report."""

    @model_validator(mode="after")
    def _one_key(self) -> When:
        if len([sense for sense in Sense if getattr(self, sense.value) is not None]) != 1:
            raise ValueError("needs exactly one of during, within, before")
        return self

    @property
    def sense(self) -> Sense:
        """How the conduct fills the period."""
        return next(sense for sense in Sense if getattr(self, sense.value) is not None)

    @property
    def period(self) -> Period:
        """The days that the report admits; a time before a day has no first day."""
        period: Period = getattr(self, self.sense.value)
        return period._replace(first=None) if self.sense is Sense.BEFORE else period


class Where(Record):
    """The place of the conduct, or the way it took."""

    in_: tuple[Place, ...] = Field(default=(), alias="in")
    """The place, or the places among which it lies."""
    from_: tuple[Place, ...] = Field(default=(), alias="from")
    """Where a movement began."""
    to: tuple[Place, ...] = ()
    """Where a movement ended."""
    as_reported: Text | None = None
    """The place in the words of the report, where these say more or less."""
    per: tuple[Passage, ...] = ()
    """The passages that say so; without them, those of the allegation."""

    @model_validator(mode="after")
    def _some_place(self) -> Where:
        if not (self.in_ or self.from_ or self.to or self.as_reported):
            raise ValueError("needs one of in, from, to, as_reported")
        return self


class Response(Record):
    """What the accused side says: a denial, or an account of its own."""

    by: Text
    """Who says it."""
    per: tuple[Passage, ...] = Field(min_length=1)
    """The passages that report it."""
    text: Text
    """What is said, in own words."""
    denies: (
        Annotated[
            Annotated[Literal["conduct"], Tag("<text>")]
            | Annotated[tuple[TermId, ...], Tag("<record>")],
            TEXT_OR_RECORD,
        ]
        | None
    ) = None
    """'conduct' for all acts and omissions, or the terms that are denied."""
    claims: tuple[TermId, ...] = ()
    """The terms that are claimed instead."""


class Characterisation(Record):
    """A legal view that a source takes of the conduct. It is printed and never counted."""

    text: Text
    """The view, in own words."""
    per: tuple[Passage, ...] = Field(min_length=1)
    """The passages that take it."""
    norm: NormId | None = None
    """The provision that the source means, where that is plain."""
    note: Text | None = None
    """What the source leaves unsaid."""


class LinkedProceeding(Record):
    """A published warrant on the same conduct, as a source reports it or a reader finds it."""

    proceeding: Slug
    """Its id in a situation."""
    per: tuple[Passage, ...] = ()
    """The passages that report it; none if the source does not."""
    note: Text | None = None
    """How the two fit, and how not."""


class ReviewState(Enum):
    """How far a person has checked the record."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    FINAL = "final"


class Review(Record):
    """Who has checked this record."""

    state: ReviewState
    """How far it was checked."""
    by: Text | None = None
    """Who checked it."""
    on: Day | None = None
    """When."""

    @model_validator(mode="after")
    def _named(self) -> Review:
        if self.state is not ReviewState.DRAFT and (self.by is None or self.on is None):
            raise ValueError(f"a record in state '{self.state.value}' needs 'by' and 'on'")
        return self


Actors = Annotated[
    Annotated[Literal["unstated"], Tag("<text>")] | Annotated[tuple[Actor, ...], Tag("<record>")],
    TEXT_OR_RECORD,
]


class Allegation(FileRecord):
    """A report of conduct: ``seeds/allegations/<id>.yaml``."""

    kind_of_file: ClassVar[str] = "allegation"

    id: Slug
    """The id, which is also the name of the file and of its dossier."""
    title: Text
    """A line that says what is alleged."""
    account: Text
    """What is alleged, in own words, with its attribution."""
    part_of: Slug | None = None
    """The allegation of which this is a subgroup or a later step; victims, origin, time and
    passages are inherited from it, the actor and the facts never."""
    assists: Slug | None = None
    """The allegation to which this is assistance."""
    when: When | None = None
    """The time of the conduct."""
    where: Where | None = None
    """The place of the conduct."""
    by: Actors
    """Who acted, or 'unstated'."""
    against: Against | None = None
    """The persons concerned."""
    per: tuple[Passage, ...] = ()
    """The passages that carry what has none of its own."""
    facts: tuple[WrittenFact, ...] = Field(min_length=1)
    """What the sources say, in terms of the vocabulary."""
    quotes: dict[Passage, Quotation] = {}
    """The words that carry this very allegation, verbatim; else those of the source are shown."""
    responses: tuple[Response, ...] = ()
    """What the accused side says."""
    characterisations: tuple[Characterisation, ...] = ()
    """Legal views that sources take."""
    proceedings: tuple[LinkedProceeding, ...] = ()
    """Published warrants on the same conduct."""
    notes: tuple[Text, ...] = ()
    """How the report was read where it can be read in several ways."""
    persons: tuple[Person, ...] = ()
    """Persons whom this record names; in dossiers victims, minors and witnesses are masked."""
    handling: Handling = Handling.CONFIDENTIAL
    """Who may see this record; missing means confidential."""
    review: Review = Review(state=ReviewState.DRAFT)
    """How far a person has checked it."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors that are stated."""
        return self.by if isinstance(self.by, tuple) else ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its facts, each with the passages that carry it."""
        return tuple(statements(self.facts, self.per))
