"""Norms: one citable rule of law, broken into elements."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .allegation import Actors, Nationality, Quantity, When, Where, WrittenFact
from .base import (
    ChapeauId,
    FileRecord,
    Flag,
    LocalisedText,
    NormId,
    Provision,
    Record,
    Slug,
    TermId,
    Text,
)
from .conditions import Condition
from .instrument import Edition, Words
from .unions import OneOrMore


class Kind(Enum):
    """What sort of rule a norm is."""

    PROHIBITION = "prohibition"
    OBLIGATION = "obligation"
    RIGHT = "right"
    CRIME = "crime"
    GRAVE_BREACH = "grave-breach"
    CUSTOM = "custom"
    DEFINITION = "definition"
    RESPONSIBILITY = "responsibility"


class ElementKind(Enum):
    """What an element asks about."""

    CONTEXT = "context"
    PERSON = "person"
    CONDUCT = "conduct"
    CIRCUMSTANCE = "circumstance"
    CONSEQUENCE = "consequence"
    SPECIAL_INTENT = "special-intent"
    MENTAL = "mental"


class Element(Record):
    """One thing that must be so for the norm to speak."""

    kind: ElementKind
    """What the element asks about. Exactly one element of a norm is its conduct."""
    text: Text
    """The element in own words."""
    condition: Condition = Field(alias="if")
    """The condition under which the reports support it."""
    basis: Annotated[tuple[Provision, ...], OneOrMore()] = ()
    """Other provisions that define it."""
    special: Flag = False
    """That the norm is about such persons only: where this is open the norm stays silent."""
    proof: tuple[Text, ...] = ()
    """Evidence that usually settles it."""
    note: Text | None = None
    """What a reader must know of its limits, with authority."""


class Ground(Record):
    """A ground on which the law allows the conduct, complete with all its conditions."""

    text: Text
    """The ground and its conditions in own words."""
    condition: Condition = Field(alias="if")
    """The condition under which the reports support it."""
    basis: Annotated[tuple[Provision, ...], OneOrMore()] = ()
    """Where the law grants it."""
    proof: tuple[Text, ...] = ()
    """Evidence that usually settles it."""
    note: Text | None = None
    """What a reader must know of its limits, with authority."""


class Together(Enum):
    """How two norms stand to each other on the same facts."""

    CUMULATIVE = "cumulative"
    ALTERNATIVE = "alternative"


class Relation(Record):
    """Another norm that a reader of this one should see."""

    norm: NormId
    """The norm, or a pinpoint that names all norms below it."""
    differs: Text | None = None
    """The sentence that tells the two apart."""
    together: Together | None = None
    """Whether both can be raised on the same facts."""


class See(Record):
    """Related norms. The norm that holds the list is the primary one."""

    charge: tuple[Relation, ...] = ()
    """Crimes with which the conduct is charged."""
    breach: tuple[Relation, ...] = ()
    """Provisions that make it a grave breach."""
    custom: tuple[Relation, ...] = ()
    """Customary rules with the same content."""
    parallel: tuple[Relation, ...] = ()
    """Rules with the same content in other instruments."""
    general: tuple[Relation, ...] = ()
    """Broader rules that also cover it."""
    neighbour: tuple[Relation, ...] = ()
    """Rules that are easily confused with it."""


class Outcome(Enum):
    """How a norm stands to an allegation; see :mod:`lawmap.matching.outcome`."""

    ENGAGED = "engaged"
    CONTESTED = "contested"
    ARGUABLE = "arguable"
    EXCEPTED = "excepted"
    EXCLUDED = "excluded"
    SILENT = "silent"


RAISED = (Outcome.ENGAGED, Outcome.CONTESTED, Outcome.ARGUABLE)
"""The outcomes in which a norm is raised."""


class Mark(Enum):
    """What a reader must know beside the outcome."""

    PROSPECTIVE = "prospective"
    IN_PART = "in-part"
    DISPUTED = "disputed"
    MENTAL = "mental-element-to-be-proved"


class Answer(Enum):
    """Whether a norm applied to the actor there and then."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    IN_PART = "in-part"


class ElementValue(Enum):
    """What a case expects of one element or exception."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    OPEN = "open"


class Case(Record):
    """A small example with the outcome that a lawyer expects of it.

    Cases run as applicable, in an international armed conflict with nexus, unless they say
    otherwise. Statuses may be written as facts.
    """

    name: Text
    """What happens in it."""
    facts: tuple[WrittenFact, ...] = ()
    """What claimants report."""
    age: Annotated[tuple[Quantity, ...], OneOrMore()] = ()
    """The reported age of the persons concerned."""
    number: Annotated[tuple[Quantity, ...], OneOrMore()] = ()
    """The reported number of persons concerned."""
    nationality: Annotated[tuple[Nationality, ...], OneOrMore()] = ()
    """The reported nationality of the persons concerned."""
    by: Actors | None = None
    """Who acted; if given, party status, roles and situations count."""
    when: When | None = None
    """The time of the conduct; if given, party status, roles and situations count."""
    where: Where | None = None
    """The place of the conduct; if given, party status, roles and situations count."""
    applicable: Answer | None = None
    """Whether the norm is taken to apply; 'yes' if neither by, when nor where is given."""
    expect: Outcome
    """The outcome."""
    marks: tuple[Mark, ...] | None = None
    """The marks of the outcome, all of them, if they matter."""
    elements: dict[Slug, ElementValue] | None = None
    """The values of single elements or exceptions, if they matter."""

    @property
    def in_the_world(self) -> bool:
        """Whether it names who, when or where, so that the library's world counts."""
        return any(given is not None for given in (self.by, self.when, self.where))


class ChapeauFile(FileRecord):
    """Context elements that several norms share: ``norms/chapeaux/<name>.yaml``."""

    kind_of_file: ClassVar[str] = "chapeau"

    id: ChapeauId
    """The id by which norms include it."""
    text: Text
    """What the elements are about."""
    basis: Annotated[tuple[Provision, ...], OneOrMore()] = ()
    """Where the law says so."""
    elements: dict[Slug, Element] = Field(min_length=1)
    """The elements that a norm takes over unless it writes one of the same id."""


class Norm(FileRecord):
    """One rule of law: ``norms/instruments/<instrument>/<pinpoint>.yaml``."""

    kind_of_file: ClassVar[str] = "norm"

    id: NormId
    """Instrument and pinpoint, plus a slug where one paragraph holds several rules."""
    heading: Text
    """What the norm is about, in a line."""
    headings: LocalisedText | None = None
    """The heading in further languages."""
    kind: Kind
    """What sort of rule it is."""
    binds: tuple[Slug, ...] = ()
    """The roles that it binds; without them, those of the instrument."""
    protects: tuple[Text, ...] = ()
    """Whom it protects."""
    rule: Text
    """The rule in own words."""
    words: Words | None = None
    """At most 25 words of the operative text, by language."""
    source: Edition
    """The text in which the words were read."""
    custom: NormId | None = None
    """The customary rule by which it also binds a State that is no party."""
    include: tuple[ChapeauId, ...] = ()
    """Shared context elements."""
    elements: dict[Slug, Element] = {}
    """What must be so; an element replaces an included one of the same id."""
    exceptions: dict[Slug, Ground] = {}
    """Grounds on which the law allows the conduct."""
    hints: tuple[TermId, ...] = ()
    """Terms that make the norm worth showing although its conduct is not reported."""
    see: See = See()
    """Related norms."""
    cases: tuple[Case, ...] = ()
    """Examples with their expected outcomes."""
    notes: tuple[Text, ...] = ()
    """What a reader must know of its limits, with authority."""

    @model_validator(mode="after")
    def _words_or_reason(self) -> Norm:
        if self.words is None and self.source.note is None:
            raise ValueError("without 'words', 'source' needs a note that says why")
        return self

    @property
    def instrument(self) -> str:
        """The id of its instrument."""
        return self.id.partition(":")[0]

    @property
    def provision(self) -> str:
        """The provision that holds it: the id without its slug."""
        return self.id.partition("/")[0]


class Presumption(FileRecord):
    """A status that the law derives from others: ``norms/presumptions/<name>.yaml``."""

    kind_of_file: ClassVar[str] = "presumption"

    id: Slug
    """The id, which is also the name of the file."""
    text: Text
    """What is presumed, in own words."""
    condition: Condition = Field(alias="if")
    """When it is presumed."""
    asserts: tuple[TermId, ...] = ()
    """The statuses that then hold."""
    denies: tuple[TermId, ...] = ()
    """The statuses that then do not hold."""
    basis: Annotated[tuple[Provision, ...], OneOrMore()] = ()
    """The provisions that carry it."""
    authority: Text | None = None
    """Case law or commentary that carries it, with pinpoint and where it was read."""
    note: Text | None = None
    """What stays contested or unsure."""

    @model_validator(mode="after")
    def _does_something(self) -> Presumption:
        if not self.asserts and not self.denies:
            raise ValueError("neither asserts nor denies a status")
        if not self.basis and self.authority is None:
            raise ValueError("needs a basis or an authority")
        return self
