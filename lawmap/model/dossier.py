"""Dossiers: what was found, in the order and words of an analyst. All text is plain, unescaped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lawmap.truth import Truth

from .outcome import Mark, Outcome


def plain_heading(heading: str) -> str:
    """A heading that GitHub and pandoc give the same anchor: no full stops, no dashes."""
    return " ".join(re.sub(r"[^\w\s,:;()'’/-]", " ", heading).split())


@dataclass(frozen=True)
class Line:
    """A label and its text."""

    label: str
    text: str


@dataclass(frozen=True)
class Said:
    """What one claimant says, as a clause with its passages."""

    text: str
    passages: str


@dataclass(frozen=True)
class ClaimantEntry:
    """One claimant of one source."""

    name: str
    standing: str
    knows: str
    note: str
    says: tuple[Said, ...]


@dataclass(frozen=True)
class SourceEntry:
    """A source: its title, where and when it was published, and what else is known of it."""

    label: str
    publication: str
    text: str


@dataclass(frozen=True)
class Quote:
    """Words of the report, verbatim."""

    words: str
    language: str
    publisher: str
    reporting: str
    """The claimant whose account the publisher reports; empty for the publisher's own words."""
    passage: str


@dataclass(frozen=True)
class ElementEntry:
    """One element or exception with its answer and what carries it."""

    name: str
    text: str
    kind: str
    sign: str
    value: str
    rests_on: tuple[str, ...]
    proof: tuple[str, ...]
    note: str
    basis: str = ""
    """The provisions on which it rests beside the norm itself."""

    @property
    def settled(self) -> bool:
        """Whether it is reported and nobody denies it."""
        return self.sign == Truth.SUPPORTED.sign


@dataclass(frozen=True)
class StatusEntry:
    """A status that nobody states in a report, and how it is reached."""

    label: str
    value: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class RelationEntry:
    """A related norm that is not shown on its own."""

    citation: str
    heading: str
    text: str


@dataclass(frozen=True)
class HoldingEntry:
    """What a decision says of a norm."""

    citation: str
    """The decision, with the place in it."""
    holds: str
    read_in: str
    """Where the passage was read; it says so if that was not verified."""


@dataclass(frozen=True)
class NormEntry:
    """One norm that is raised."""

    number: int
    norm: str
    citation: str
    short: str
    heading: str
    outcome: Outcome
    outcome_words: str
    marks: tuple[Mark, ...]
    origins: int
    rule: str
    words: tuple[Line, ...]
    edition: str
    edition_note: str
    ties: str
    """What the answer below is about: whether a State was bound, or a court can reach it."""
    applies: str
    reasons: tuple[str, ...]
    elements: tuple[ElementEntry, ...]
    exceptions: tuple[ElementEntry, ...]
    shared: tuple[ElementEntry, ...]
    """Elements that other norms of this dossier share; they are told in full once."""
    neighbours: tuple[RelationEntry, ...]
    notes: tuple[str, ...]
    derogation: str = ""
    """Whether parties may derogate from it; empty where its instrument does not ask."""
    decisions: tuple[HoldingEntry, ...] = ()
    companions: tuple[NormEntry, ...] = ()
    companion_as: str = ""
    beside: str = ""
    """For a companion: how its outcome differs from that of the norm it stands under."""

    @property
    def brief(self) -> bool:
        """Whether it is told briefly: what is reported in a line, what is open in full."""
        return self.outcome is Outcome.ARGUABLE

    @property
    def title(self) -> str:
        """The heading of its section."""
        return plain_heading(f"Norm {self.number}: {self.short}, {self.heading}")


@dataclass(frozen=True)
class LeftOut:
    """A norm that was considered and left out."""

    norm: str
    short: str
    citation: str
    heading: str
    reason: str


@dataclass(frozen=True)
class OpenFact:
    """A question that is open, with the norms that turn on it."""

    text: str
    norms: tuple[str, ...]
    proof: tuple[str, ...]


@dataclass(frozen=True)
class Sourced:
    """A sentence on the law or the world, with where it was read."""

    text: str
    source: str
    note: str = ""
    contested: str = ""


@dataclass(frozen=True)
class CourtEntry:
    """Whether a court could hear crimes that are raised, and on what that rests."""

    crimes: tuple[str, ...]
    answer: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class ChargeEntry:
    """A charge, or a mode of liability, of a warrant, and what this allegation says of it."""

    citation: str
    text: str
    here: str


@dataclass(frozen=True)
class ProceedingEntry:
    """A published warrant that is related to the allegation."""

    person: str
    office: str
    issued: str
    text: str
    conduct: str
    fit: tuple[str, ...]
    charges: tuple[ChargeEntry, ...]
    modes: tuple[ChargeEntry, ...]
    not_charged: tuple[ChargeEntry, ...]
    source: Sourced


@dataclass(frozen=True)
class Jurisdiction:
    """Court reach, published warrants, modes of liability, responsibility of States."""

    crimes: tuple[str, ...]
    courts: tuple[CourtEntry, ...]
    in_prospect: tuple[str, ...]
    """What is to be known where no crime is reported as committed."""
    standing: tuple[Sourced, ...]
    """What the reach of the courts rests on, each entry once."""
    proceedings: tuple[ProceedingEntry, ...]
    modes: tuple[Line, ...]
    states: tuple[Line, ...]
    assists: Line | None
    assisted_by: tuple[Line, ...]


@dataclass(frozen=True)
class AuthorityGroup:
    """A part of the table of authorities."""

    title: str
    entries: tuple[str, ...]


@dataclass(frozen=True)
class Provenance:
    """With what the dossier was made."""

    tool: str
    packs: tuple[str, ...]
    inputs: tuple[Line, ...]
    review_log: str = ""
    """What the review log says of the record; "" if no log was read."""


@dataclass(frozen=True)
class Dossier:
    """Everything that a dossier says."""

    id: str
    title: str
    draft: bool
    review: str
    audience: str
    handling: str
    as_of: str
    analyst: str
    reviewer: str
    account: str
    frame: tuple[Line, ...]
    claimants: tuple[ClaimantEntry, ...]
    sources: tuple[SourceEntry, ...]
    quotes: tuple[Quote, ...]
    characterisations: tuple[Said, ...]
    reading_notes: tuple[str, ...]
    part_of: Line | None
    parts: tuple[Line, ...]
    considered: int
    norms: tuple[NormEntry, ...]
    shared: tuple[ElementEntry, ...]
    statuses: tuple[StatusEntry, ...]
    left_out: tuple[LeftOut, ...]
    responses: tuple[Said, ...]
    concessions: tuple[Said, ...]
    """Conduct that the accused side itself reports, against its interest."""
    positions: tuple[Said, ...]
    """What the accused side says of a status: printed, never counted."""
    figures: tuple[Line, ...]
    """Figures that differ, with who gives them."""
    contradicting: tuple[str, ...]
    contested: tuple[str, ...]
    """What is contested of the situation, and by whom."""
    alternative: tuple[str, ...]
    exceptions: tuple[Line, ...]
    defences: tuple[Line, ...]
    """Grounds on which a person may not be criminally responsible, as far as they are raised."""
    open_facts: tuple[OpenFact, ...]
    confirming: tuple[OpenFact, ...]
    """What is reported, with the evidence that would usually confirm it."""
    jurisdiction: Jurisdiction
    authorities: tuple[AuthorityGroup, ...]
    limitations: tuple[str, ...]
    provenance: Provenance
    withheld: tuple[Line, ...] = ()
    """How much of the record this audience does not see: counts, never content."""
    withholds_responses: bool = False
    """Whether an answer of the accused side is among it."""
    withholds_substance: bool = False
    """Whether outcomes could be others with it."""
    counts: dict[Outcome, int] = field(default_factory=dict)
    """Norms by outcome, without prospective ones: those are never added to the others."""
    prospective: int = 0

    @property
    def time(self) -> str:
        """When it was, or was planned, threatened or attempted."""
        return next(line.text for line in self.frame if line.label.startswith("When"))

    @property
    def every_norm(self) -> tuple[NormEntry, ...]:
        """Primary norms and their companions, in the order in which they are shown."""
        return tuple(entry for primary in self.norms for entry in (primary, *primary.companions))
