"""An allegation as the matcher reads it: claims with claimants, findings, quantities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawmap.applicability import (
    Circumstances,
    Finding,
    circumstances,
    findings,
    resolve_part,
)
from lawmap.model.allegation import Allegation, Response
from lawmap.model.facts import Stage, Statement
from lawmap.model.library import Library
from lawmap.model.passage import parse_passage
from lawmap.model.persons import Quantity

ACTS = ("act", "omit")
"""Namespaces of conduct: what a denial of "the conduct" denies."""


class ClaimantRef(NamedTuple):
    """A claimant of one source."""

    source: str
    claimant: str


class Claim(NamedTuple):
    """One claimant's word on one term."""

    term: str
    affirmed: bool
    stage: Stage
    claimant: ClaimantRef | None
    """Nobody, for the facts of a case."""
    passages: tuple[str, ...]
    counted: bool = True
    """False for what the accused side says of a status, and for what a withdrawn source says:
    printed, never counted."""
    response: bool = False
    """Whether it is a denial, ground or account of the accused side: counted apart."""
    of_all_conduct: bool = False
    """Whether the claimant spoke of the conduct as a whole, and named no act."""


class Report(NamedTuple):
    """Everything the matcher knows of one allegation."""

    allegation: Allegation
    """With inheritance resolved."""
    frame: Circumstances
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    answered: tuple[Finding, ...] = ()
    """Findings that rest on the accused side alone: counted only with its responses."""
    ages: tuple[Quantity, ...] = ()
    numbers: tuple[Quantity, ...] = ()


def read_report(allegation: Allegation, library: Library) -> Report:
    """Prepare one allegation for matching."""
    whole = resolve_part(allegation, library.allegations)
    frame = circumstances(whole, library)
    against = whole.against
    others = _without_the_accused(frame, library)
    heard = findings(library, others)
    every = heard if others == frame else findings(library, frame)
    return Report(
        allegation=whole,
        frame=frame,
        claims=(*_claims(whole, library), *_responses(whole, library)),
        findings=heard,
        answered=tuple(one for one in every if one not in heard),
        ages=against.age if against else (),
        numbers=against.number if against else (),
    )


def claimant_of(library: Library, passage: str) -> ClaimantRef | None:
    """Whose words a passage is; None if the source is not described."""
    ref = parse_passage(passage)
    source = library.sources.get(ref.source)
    if source is None:
        return None
    by_map = source.claimant_of(ref.paragraph) if ref.paragraph else source.default_claimant
    return ClaimantRef(ref.source, ref.claimant or by_map)


def origin_of(library: Library, claimant: ClaimantRef) -> ClaimantRef:
    """The claimant with whom a piece of information began: who repeats adds nothing."""
    seen: set[ClaimantRef] = set()
    while claimant not in seen:
        seen.add(claimant)
        source = library.sources.get(claimant.source)
        described = source.claimants.get(claimant.claimant) if source else None
        if described is None or described.same_origin_as is None:
            return claimant
        other, _, name = described.same_origin_as.rpartition("/")
        claimant = ClaimantRef(other or claimant.source, name)
    return min(seen)  # a circle of repetition: any one of them, always the same


def _without_the_accused(frame: Circumstances, library: Library) -> Circumstances:
    """The frame without nationalities that only the accused side, or a withdrawn source, reports.

    What the accused side says of a status is its legal position, and nationality decides statuses.
    """
    if frame.against is None:
        return frame
    heard = tuple(
        item
        for item in frame.against.nationality
        if any(
            one is None or (_stands(library, one) and _side(library, one) not in frame.states)
            for one in (claimant_of(library, passage) for passage in item.per or frame.per)
        )
        or not (item.per or frame.per)
    )
    return frame._replace(against=frame.against.model_copy(update={"nationality": heard}))


def _stands(library: Library, claimant: ClaimantRef) -> bool:
    """Whether the source has not been withdrawn or replaced."""
    return library.sources[claimant.source].superseded_by is None


def _claims(allegation: Allegation, library: Library) -> Iterator[Claim]:
    accused = {actor.state for actor in allegation.actors if actor.state}
    for statement in allegation.statements:
        yield from _claims_of(statement, accused, library)


def _claims_of(statement: Statement, accused: set[str], library: Library) -> Iterator[Claim]:
    by_claimant: dict[ClaimantRef | None, list[str]] = {}
    for passage in statement.per:
        by_claimant.setdefault(claimant_of(library, passage), []).append(passage)
    for claimant, passages in (by_claimant or {None: []}).items():
        of_the_accused = claimant is not None and _side(library, claimant) in accused
        legal_position = of_the_accused and library.is_status(statement.term)
        stands = claimant is None or _stands(library, claimant)
        yield Claim(
            term=statement.term,
            affirmed=statement.affirmed,
            stage=statement.stage,
            claimant=claimant,
            passages=tuple(passages),
            counted=stands and not legal_position,
            response=of_the_accused and not _is_against_interest(statement, library),
        )


def _is_against_interest(statement: Statement, library: Library) -> bool:
    """Whether the accused side concedes something.

    Conduct that it affirms is conceded, and conduct that it denies is denied. A ground on which an
    exception turns is its account, unless it denies the ground itself.
    """
    if statement.term.partition(".")[0] in ACTS:
        return statement.affirmed
    broader = (statement.term, *library.broader_terms.get(statement.term, ()))
    return not (statement.affirmed and any(term in library.ground_terms for term in broader))


def _side(library: Library, claimant: ClaimantRef) -> str | None:
    described = library.sources[claimant.source].claimants.get(claimant.claimant)
    return described.side if described else None


def _responses(allegation: Allegation, library: Library) -> Iterator[Claim]:
    for response in allegation.responses:
        claimant = claimant_of(library, response.per[0])
        for term, affirmed in _said(response, library):
            yield Claim(
                term=term,
                affirmed=affirmed,
                stage=Stage.DONE,
                claimant=claimant,
                passages=response.per,
                counted=not library.is_status(term),
                response=True,
                of_all_conduct=response.denies == "conduct" and not affirmed,
            )


def _said(response: Response, library: Library) -> Iterator[tuple[str, bool]]:
    """Every term that a response denies or claims; a denial of the conduct denies every act."""
    if response.denies == "conduct":
        for term in library.terms:
            if term.partition(".")[0] in ACTS:
                yield term, False
    else:
        for term in response.denies or ():
            yield term, False
    for term in response.claims:
        yield term, True
