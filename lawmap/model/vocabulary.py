"""The words that norms and allegations share: terms, roles and legal regimes."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import Field

from .base import (
    FileRecord,
    Flag,
    LocalisedText,
    NormId,
    Pattern,
    Quotation,
    Record,
    Slug,
    TermId,
    Text,
)
from .conditions import Condition

Namespace = Annotated[str, Pattern(r"^[a-z]+(?:-[a-z]+)*$", "act")]
TermName = Annotated[str, Pattern(r"^[a-z]+(?:-[a-z]+)*$", "detain")]


class Sort(Enum):
    """Who sets a term."""

    FACT = "fact"
    """Claimants do."""
    STATUS = "status"
    """Presumptions, situations, comparisons, or a source outside the accused side do."""
    DERIVED = "derived"
    """The matcher does, in a second pass; it is never written by hand."""


class Bearer(Enum):
    """Who can have a role."""

    STATE = "state"
    PERSON = "person"


class Whose(Enum):
    """Whose conduct a derived term looks at."""

    SAME = "same"
    """The conduct of the allegation itself."""
    ASSISTED = "assisted"
    """The conduct to which it is assistance."""


class Derivation(Record):
    """How the matcher sets a derived term: from the outcome of norms, in a second pass.

    An engaged norm supports the term, a contested one disputes it, all else leaves it open.
    """

    conduct: tuple[Whose, ...] = Field(min_length=1)
    """Whose conduct the norms must hold for."""
    norms: tuple[NormId, ...] = ()
    """The norms that count, as pinpoints that name every norm below them; without them, all."""
    bearer: Bearer | None = None
    """Count only norms that bind States, or only norms that bind persons."""
    other_state: Flag = False
    """Count only conduct of a State other than the actor's."""
    binds_actor: Flag = False
    """Count only norms that also bind the actor's State then, in the role that they name."""
    attempted: Flag = False
    """Count only conduct that is reported as attempted, as if it had been done."""


class Term(Record):
    """One word of the vocabulary."""

    definition: Text = Field(alias="def")
    """What the term means, in one quoted sentence."""
    broader: TermId | None = Field(default=None, alias="is")
    """The broader term: what asserts this one asserts that one, and its denial denies this one."""
    label: LocalisedText
    """How the term reads in a dossier, by language."""
    set_by: Derivation | None = None
    """For a derived term: how the matcher sets it."""


class TermsFile(FileRecord):
    """One namespace of terms: ``norms/vocabulary/terms/<namespace>.yaml``."""

    kind_of_file: ClassVar[str] = "terms"

    namespace: Namespace
    """The part of each term before the full stop."""
    sort: Sort
    """Who sets the terms of this namespace."""
    about: Text
    """What the terms of this namespace describe."""
    terms: dict[TermName, Term] = Field(min_length=1)
    """The terms, by the part after the full stop."""


class Role(Record):
    """Whom a rule binds."""

    label: LocalisedText
    """How the role reads in a dossier, by language."""
    definition: Text = Field(alias="def")
    """Who has the role."""
    bearer: Bearer
    """Whether States or persons have it."""
    condition: Condition | None = Field(default=None, alias="if")
    """What must be so for the actor to have it; without one, every State or person has it."""
    met_text: Text | None = None
    """What to say where it is so."""
    proof: tuple[Text, ...] = ()
    """Evidence that usually settles it."""


class RolesFile(FileRecord):
    """The roles that norms can bind: ``norms/vocabulary/roles.yaml``."""

    kind_of_file: ClassVar[str] = "roles"

    roles: dict[Slug, Role] = Field(min_length=1)
    """The roles, by id."""


class Regime(Record):
    """A body of law and the condition under which it governs conduct at all."""

    label: LocalisedText
    """How the regime reads in a dossier, by language."""
    condition: Condition | None = Field(default=None, alias="if")
    """What must be so for its rules to govern the conduct; without one they always may."""
    met_text: Text | None = None
    """What to say where it is so."""
    open_text: Text | None = None
    """What to say where that is not known."""
    basis: Text | None = None
    """The authority for the condition."""
    quote: Quotation | None = None
    """At most 25 words of that authority."""
    proof: tuple[Text, ...] = ()
    """Evidence that usually settles whether it is so."""


class RegimesFile(FileRecord):
    """Bodies of law: ``norms/vocabulary/regimes.yaml``."""

    kind_of_file: ClassVar[str] = "regimes"

    regimes: dict[Slug, Regime] = Field(min_length=1)
    """The regimes, by id."""


class StagesFile(FileRecord):
    """What planning, threatening and attempting assert by themselves: ``stages.yaml``."""

    kind_of_file: ClassVar[str] = "stages"

    planned: TermId | None = None
    """The term that is reported as done where conduct is reported as planned."""
    threatened: TermId | None = None
    """The term that is reported as done where conduct is reported as threatened."""
    attempted: TermId | None = None
    """The term that is reported as done where conduct is reported as attempted."""
