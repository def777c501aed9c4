"""Facts of an archive as columns: one plane a term, one bit an allegation.

Four views are kept: facts reported as done, and facts done or prospective (planned, threatened,
attempted), each without and with the responses of the accused side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lawmap.model.facts import Stage
from lawmap.model.library import Library
from lawmap.truth import OPEN, Plane, merge, undisputed, whole

from .report import Claim, Report


class View(NamedTuple):
    """Which facts are looked at."""

    prospective: bool
    """Also what is planned, threatened or attempted."""
    responses: bool
    """Also what the accused side answers."""


VIEWS = tuple(View(late, answered) for late in (False, True) for answered in (False, True))

Columns = dict[str, Plane]
"""A plane for each term of which anybody speaks; all others are open."""


def plainest(view: View, reports: Sequence[Report]) -> View:
    """The plainest view that shows the same of these reports: most say nothing that it leaves out.

    It is the view itself, or one that comes before it in VIEWS.
    """
    return View(
        prospective=view.prospective and any(map(_is_prospective, reports)),
        responses=view.responses and any(map(_is_answered, reports)),
    )


def _is_prospective(report: Report) -> bool:
    return any(claim.stage is not Stage.DONE for claim in report.claims)


def _is_answered(report: Report) -> bool:
    return bool(report.answered) or any(claim.response for claim in report.claims)


def columns(reports: Sequence[Report], library: Library, view: View) -> Columns:
    """Collect what claimants and the world say of every term."""
    asserted: dict[str, int] = {}
    denied: dict[str, int] = {}
    for index, report in enumerate(reports):
        bit = 1 << index
        for term, affirmed in _said(report, library, view):
            bits = asserted if affirmed else denied
            bits[term] = bits.get(term, 0) | bit
    spoken = dict.fromkeys((*asserted, *denied))
    return {term: whole(asserted.get(term, 0), denied.get(term, 0)) for term in spoken}


def settled(table: Columns, library: Library) -> tuple[Columns, Columns]:
    """What is said of every term, up and down the tree of terms, and what of it nobody disputes.

    A broader term that is asserted only through a narrower one, which is denied, is disputed too.
    """
    said = spread(table, library)
    firm = {term: undisputed(plane, said[term]) for term, plane in table.items()}
    return said, spread(firm, library)


def spread(table: Columns, library: Library) -> Columns:
    """Let assertions climb to broader terms and denials descend to narrower ones."""
    result = dict(table)
    for term, plane in table.items():
        for broader in library.broader_terms.get(term, ()):
            climbed = Plane(plane.asserted, 0, plane.some_asserted, 0)
            result[broader] = merge(result.get(broader, OPEN), climbed)
        if plane.some_denied:
            descended = Plane(0, plane.denied, 0, plane.some_denied)
            for narrower in library.narrower_terms.get(term, ()):
                result[narrower] = merge(result.get(narrower, OPEN), descended)
    return result


def visible(claim: Claim, view: View) -> bool:
    """Whether a claim counts in a view."""
    return (
        claim.counted
        and (view.responses or not claim.response)
        and (view.prospective or claim.stage is Stage.DONE)
    )


def _said(report: Report, library: Library, view: View) -> Iterable[tuple[str, bool]]:
    for claim in report.claims:
        yield from said_by(claim, report, library, view)
    for finding in (*report.findings, *(report.answered if view.responses else ())):
        yield finding.term, finding.holds


def said_by(
    claim: Claim, report: Report, library: Library, view: View
) -> Iterator[tuple[str, bool]]:
    """Every term that a claim asserts or denies in a view.

    A plan, threat or attempt is done by itself. Whoever denies that there was one denies whatever
    is said to have been planned, threatened or attempted; never a status.
    """
    if claim.stage is not Stage.DONE and claim.counted:
        yield from ((term, True) for term in stage_terms(claim.stage, library))
    if not visible(claim, view):
        return
    yield claim.term, claim.affirmed
    if not claim.affirmed and view.prospective:
        denied = {claim.term, *library.narrower_terms.get(claim.term, ())}
        for other in report.claims:
            is_denied = denied.intersection(stage_terms(other.stage, library))
            if other.affirmed and is_denied and not library.is_status(other.term):
                yield other.term, False


def stage_terms(stage: Stage, library: Library) -> Iterator[str]:
    """What planning, threatening or attempting is by itself, as done."""
    if stage is Stage.DONE:
        return
    for file in library.stages_files:
        term = getattr(file, stage.value)
        if term is not None:
            yield term
