"""Norms: one citable rule of law, broken into elements."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

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
from .case import Case
from .conditions import Condition
from .decision import Holding
from .instrument import Edition, Words
from .unions import OneOrMore


def covers(pinpoint: str, norm: str) -> bool:
    """Whether a pinpoint names a norm or provision: the same id, or one below it."""
    return norm == pinpoint or norm.startswith((f"{pinpoint}(", f"{pinpoint}/"))


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
    DEFENCE = "defence"
    """A ground on which a person is not criminally responsible, or may be punished less."""


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
    element: Flag = False
    """That the authoritative source lists the absence of this ground among the elements, so that
    it is for the prosecution to prove; a dossier prints it there."""
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


COMPANIONS = ("charge", "breach", "custom", "parallel", "general")
"""The relations by which a norm is the primary one of those that it lists; neighbours are equals.
"""


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
    decisions: tuple[Holding, ...] = ()
    """Leading decisions on it, each with the passage."""
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
