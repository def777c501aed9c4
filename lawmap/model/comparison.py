"""What a change of law does, and how two dossiers differ; the JSON that ``lawmap diff`` prints."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from pydantic import Field

from .base import Record
from .outcome import Answer, ElementValue, Mark, Outcome


class Effect(Enum):
    """What a changed field is about."""

    DECIDES = "decides"
    """It can change what lawmap decides."""
    CASES = "cases"
    """It changes the cases of a norm: what is expected of it, not what it says."""
    WORDS = "words"
    """It changes only what a reader is shown."""


class What(Enum):
    """What became of a record."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class FieldChange(Record):
    """One field of a record, before and after."""

    path: str
    """Where it stands, such as `elements.compulsion.if`."""
    effect: Effect
    """What it is about."""
    before: str | None
    """What it said; null if it was not there."""
    after: str | None
    """What it says; null if it is gone."""


class RecordChange(Record):
    """One record of the law: a norm, a presumption, a party table, a term and so on."""

    kind: str
    """What sort of record it is."""
    id: str
    """Its id; after the change, where it was renamed."""
    was: str | None = None
    """Its id before, where it was renamed."""
    what: What
    """What became of it."""
    effect: Effect
    """The most that any of its changes is about."""
    title: str
    """Its heading, label or name."""
    file: str | None = None
    """The file in which it stands, or stood if it is gone."""
    fields: tuple[FieldChange, ...] = ()
    """What it says otherwise; empty for what was added or removed as a whole."""


class PartValue(Record):
    """The answer to one element or exception."""

    value: ElementValue
    """The answer."""
    in_part: bool = False
    """Whether the answer holds for a part of the group only."""
    hides_dispute: bool = False
    """Whether it is open although a part of it is reported and denied."""


class PartChange(Record):
    """One element or exception of a norm for an allegation, before and after."""

    id: str
    """Its id in the norm."""
    before: PartValue | None
    """The answer before; null if the norm did not ask."""
    after: PartValue | None
    """The answer after; null if the norm asks no more."""


class Standing(Record):
    """How a norm stands to an allegation."""

    outcome: Outcome
    """The outcome."""
    marks: tuple[Mark, ...] = ()
    """What a reader must know beside it."""
    applicable: Answer
    """Whether the norm bound the actor there and then."""
    if_carried_out: bool = False
    """Whether that is so only if what is planned, threatened or attempted is carried out."""
    origins: int = Field(ge=0)
    """The fewest independent claimants behind any deciding element; 0 if there is none."""


class RecordName(Record):
    """The name of a record of the law."""

    kind: str
    """What sort of record it is."""
    id: str
    """Its id."""


class OutcomeChange(Record):
    """One norm and one allegation of which something comes out otherwise."""

    allegation: str
    """The id of the allegation."""
    norm: str
    """The id of the norm; after the change, where it was renamed."""
    before: Standing | None
    """How they stood; null if there was no such norm."""
    after: Standing | None
    """How they stand; null if there is no such norm any more."""
    elements: tuple[PartChange, ...] = ()
    """The elements with another answer."""
    exceptions: tuple[PartChange, ...] = ()
    """The exceptions with another answer."""
    because: tuple[RecordName, ...] = ()
    """The changed records on which it can rest: one, or more where they cannot be told apart."""

    @property
    def of_outcome(self) -> bool:
        """Whether the outcome itself differs, or its marks."""
        return _decided(self.before) != _decided(self.after)


def _decided(standing: Standing | None) -> tuple[Outcome, tuple[Mark, ...]] | None:
    return (standing.outcome, standing.marks) if standing else None


class Comparison(Record):
    """What a change of law does."""

    kind_of_file: ClassVar[str] = "comparison"

    old: str
    """The law before."""
    new: str
    """The law after."""
    allegations_from: str | None = None
    """Where the allegations were read that both were applied to."""
    allegations: int = 0
    """How many allegations that is."""
    unheard: dict[str, tuple[str, ...]] = {}
    """For each allegation the words that the law before does not have: there they say nothing."""
    law: tuple[RecordChange, ...] = ()
    """The records that differ."""
    outcomes: tuple[OutcomeChange, ...] = ()
    """What comes out otherwise, by allegation and norm."""


class LineChange(Record):
    """One line, cell or answer of a dossier, before and after."""

    section: tuple[str, ...]
    """The headings above it, the outermost first."""
    item: str | None = None
    """What the line is about: a row of a table, an element; null for plain text."""
    column: str | None = None
    """The column, for a cell of a table."""
    before: str | None
    """What it said; null if it was not there."""
    after: str | None
    """What it says; null if it is gone."""


class DossierComparison(Record):
    """How two dossiers of one allegation differ."""

    kind_of_file: ClassVar[str] = "dossier-comparison"

    old: str
    """The dossier before."""
    new: str
    """The dossier after."""
    title: str
    """The allegation."""
    outcomes: tuple[LineChange, ...] = ()
    """Norms at a glance: outcomes, origins, norms that come or go."""
    answers: tuple[LineChange, ...] = ()
    """Answers to elements and exceptions."""
    gaps: tuple[LineChange, ...] = ()
    """What is open, and what would settle or confirm it."""
    sources: tuple[LineChange, ...] = ()
    """Sources, who says what in them, and their words."""
    other: tuple[LineChange, ...] = ()
    """Everything else, in the order of the dossier."""
    inputs: tuple[LineChange, ...] = ()
    """That they were made from other inputs, for others, or on another day."""
