"""Allegations: somebody's report of conduct, in own words, each fact with its passage.

One allegation is one actor side, one victim group, one movement or place, one span of time, one
course of conduct: every fact in it is true of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Annotated, ClassVar, Literal, NamedTuple

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
    State,
    TermId,
    Text,
    Whole,
)
from .unions import TEXT_OR_RECORD, OneOrMore


class Stage(Enum):
    """How far conduct is reported to have gone."""

    DONE = "done"
    PLANNED = "planned"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"


class Fact(Record):
    """What a source says of one term; exactly one of done, not, planned, threatened, attempted."""

    done: TermId | None = None
    """The source says that it was so."""
    not_: TermId | None = Field(default=None, alias="not")
    """The source says that it was not so."""
    planned: TermId | None = None
    """The source says that it was planned."""
    threatened: TermId | None = None
    """The source says that it was threatened."""
    attempted: TermId | None = None
    """The source says that it was attempted."""
    per: tuple[Passage, ...] = ()
    """The passages that say so; without them, those of the allegation."""
    handling: Handling | None = None
    """Who may see this fact; without it, whoever may see the allegation."""

    @model_validator(mode="after")
    def _one_key(self) -> Fact:
        given = [key for key in _FACT_KEYS if getattr(self, key) is not None]
        if len(given) != 1:
            raise ValueError("needs exactly one of done, not, planned, threatened, attempted")
        return self


_FACT_KEYS = ("done", "not_", "planned", "threatened", "attempted")


class Statement(NamedTuple):
    """A fact in the one form that the rest of the tool reads."""

    term: str
    affirmed: bool
    stage: Stage
    per: tuple[str, ...]
    handling: Handling | None


WrittenFact = Annotated[
    Annotated[TermId, Tag("<text>")] | Annotated[Fact, Tag("<record>")], TEXT_OR_RECORD
]


def statements(facts: tuple[WrittenFact, ...], default: tuple[str, ...]) -> Iterator[Statement]:
    """Every written fact in its one form; ``default`` are the passages of the allegation."""
    for fact in facts:
        if isinstance(fact, str):
            yield Statement(fact, True, Stage.DONE, default, None)
            continue
        per = fact.per or default
        if fact.not_ is not None:
            yield Statement(fact.not_, False, Stage.DONE, per, fact.handling)
            continue
        stage = next(stage for stage in Stage if getattr(fact, stage.value) is not None)
        yield Statement(getattr(fact, stage.value), True, stage, per, fact.handling)


class Quantity(Record):
    """A reported age or number, as exact as the source is; exactly one key beside ``per``."""

    exactly: Whole | None = None
    """This number."""
    at_least: Whole | None = None
    """This number or more."""
    at_most: Whole | None = None
    """This number or less."""
    below: Whole | None = None
    """Less than this number."""
    between: tuple[Whole, Whole] | None = None
    """Members of the group at both ends and between."""
    about: Whole | None = None
    """Near this number."""
    uncertain: tuple[Whole, Whole] | None = None
    """One value that lies somewhere between these."""
    per: tuple[Passage, ...] = ()
    """The passages that say so; without them, those of the allegation."""

    @model_validator(mode="after")
    def _one_key(self) -> Quantity:
        if len(self._given) != 1:
            raise ValueError(f"needs exactly one of {', '.join(_QUANTITY_KEYS)}")
        for pair in (self.between, self.uncertain):
            if pair and pair[1] < pair[0]:
                raise ValueError("the first number is the larger one")
        return self

    @property
    def _given(self) -> list[str]:
        return [key for key in _QUANTITY_KEYS if getattr(self, key) is not None]

    @property
    def form(self) -> str:
        """The key that is given, such as ``about``."""
        return self._given[0]


_QUANTITY_KEYS = ("exactly", "at_least", "at_most", "below", "between", "about", "uncertain")


class Nationality(Record):
    """A reported nationality."""

    is_: State = Field(alias="is")
    """The State."""
    since: EdtfPeriod | None = None
    """Since when, where it was acquired later than at birth."""
    per: tuple[Passage, ...] = ()
    """The passages that say so; without them, those of the allegation."""


class Against(Record):
    """The persons concerned."""

    group: Text
    """Who they are, in the words a reader needs; no names of victims in a public record."""
    nationality: Annotated[tuple[Nationality, ...], OneOrMore()] = ()
    """Their nationality or nationalities."""
    number: Annotated[tuple[Quantity, ...], OneOrMore()] = ()
    """How many they are; several figures where sources differ. They are never summed."""
    age: Annotated[tuple[Quantity, ...], OneOrMore()] = ()
    """How old they are, in completed years."""
    handling: Handling | None = None
    """Who may see the description of these persons."""


class Actor(Record):
    """Who acted, according to the sources."""

    actor: Text
    """Name or description."""
    state: State | None = None
    """The State for which the actor acted."""
    per: tuple[Passage, ...] = ()
    """The passages that say so; without them, those of the allegation."""


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

    @model_validator(mode="after")
    def _says_something(self) -> Response:
        if not self.denies and not self.claims:
            raise ValueError("neither denies nor claims anything")
        return self


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
    notes: tuple[Text, ...] = ()
    """How the report was read where it can be read in several ways."""
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
