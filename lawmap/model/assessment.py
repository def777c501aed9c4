"""Assessments: how one norm stands to one allegation; the JSON that ``lawmap match`` prints."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Record
from .facts import Stage
from .norm import ElementKind
from .outcome import Answer, ElementValue, Mark, Outcome


class FactUsed(Record):
    """A claim or status that bears on an element."""

    term: str
    """The term of the vocabulary."""
    affirmed: bool
    """Whether it is asserted (true) or denied (false)."""
    stage: Stage = Stage.DONE
    """How far the conduct is reported to have gone."""
    claimants: tuple[str, ...] = ()
    """Who says so; empty for what situations and presumptions set."""
    passages: tuple[str, ...] = ()
    """The passages that say so, or on which the status rests."""
    basis: str | None = None
    """For a status that nobody states: the sentence that carries it."""
    response: bool = False
    """Whether it is the answer of the accused side."""


class ElementResult(Record):
    """What the reports say of one element."""

    id: str
    """The element's id in the norm."""
    kind: ElementKind
    """What it asks about."""
    value: ElementValue
    """The answer."""
    in_part: bool = False
    """Whether the answer holds for a part of the group only."""
    hides_dispute: bool = False
    """Whether it is open although a part of it is reported and denied."""
    facts: tuple[FactUsed, ...] = ()
    """What bears on it."""


class ExceptionResult(Record):
    """What the reports say of one ground on which the law allows the conduct."""

    id: str
    """The ground's id in the norm."""
    value: ElementValue
    """The answer."""
    in_part: bool = False
    """Whether the answer holds for a part of the group only."""
    hides_dispute: bool = False
    """Whether it is open although a part of it is reported and denied."""
    facts: tuple[FactUsed, ...] = ()
    """What bears on it."""


class Applicable(Record):
    """Whether the norm bound the actor there and then."""

    answer: Answer
    """The answer."""
    if_carried_out: bool = False
    """Whether the answer is so only if what is planned, threatened or attempted is carried out."""
    basis: tuple[str, ...]
    """The sentences that carry it."""


class Gap(Record):
    """What is open, and what would settle it."""

    subject: str
    """The id of the element, or 'applicable'."""
    text: str
    """What is open."""
    proof: tuple[str, ...] = ()
    """Evidence that usually settles it."""


class PassageUsed(Record):
    """A passage of an original report."""

    source: str
    """The id of the source."""
    sha256: str
    """Hash of the original report."""
    paragraph: int | None
    """The paragraph, where passages are counted so."""
    locator: str
    """The locator as written."""


class Assessment(Record):
    """How one norm stands to one allegation."""

    kind_of_file: ClassVar[str] = "assessment"

    allegation: str
    """The id of the allegation."""
    norm: str
    """The id of the norm."""
    outcome: Outcome
    """The outcome; `lawmap/matching/outcome.py` lists when it is which."""
    marks: tuple[Mark, ...] = ()
    """What a reader must know beside the outcome."""
    applicable: Applicable
    """Whether the norm bound the actor there and then."""
    elements: tuple[ElementResult, ...] = ()
    """The elements, in the norm's order."""
    exceptions: tuple[ExceptionResult, ...] = ()
    """The grounds considered, in the norm's order."""
    gaps: tuple[Gap, ...] = ()
    """What is open."""
    origins: int = Field(ge=0)
    """The fewest independent claimants behind any deciding element; 0 if there is none."""
    passages: tuple[PassageUsed, ...] = ()
    """The passages that bear on it."""
