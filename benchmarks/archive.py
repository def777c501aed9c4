"""Made-up archives that look like the shipped one: of any size, and the same each time.

Each allegation is drawn after a shipped one. It keeps each of that one's facts four times in five,
takes up to three more facts drawn by how often all shipped allegations report them, and one time in
four a term of the whole vocabulary, denied one time in ten. Answers that depend on the allegation
alone (ages, numbers, dates, who was bound) are those of the shipped one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from lawmap.matching.columns import View, said_by, stage_terms
from lawmap.matching.evaluate import Evaluation
from lawmap.matching.report import Report
from lawmap.model.facts import Stage
from lawmap.model.library import Library
from lawmap.truth import Plane

RANDOM_SEED = 1949
KEPT = 0.8
MOST_EXTRAS = 3
STRAY = 0.25
DENIED = 0.1
_EVERYTHING = View(prospective=True, responses=True)


class Fact(NamedTuple):
    """Something that may be said of an allegation."""

    term: str
    affirmed: bool
    stage: Stage = Stage.DONE
    response: bool = False


@dataclass(frozen=True)
class Likeness:
    """What archives are drawn after."""

    facts: tuple[Fact, ...]
    """Every fact that may be drawn."""
    said: tuple[tuple[int, ...], ...]
    """For each shipped allegation, the places of its facts."""
    strays: tuple[tuple[int, int], ...]
    """For each term of the vocabulary, the places of its affirmation and its denial."""
    fixed: Mapping[int, tuple[Plane, ...]]
    """For each leaf that depends on the allegation alone, its answer for each shipped one."""


@dataclass(frozen=True)
class Archive:
    """Made-up allegations."""

    likeness: Likeness
    rows: Sequence[tuple[int, ...]]
    """For each allegation, the places of its facts."""
    models: Sequence[int]
    """For each allegation, the shipped one that it is drawn after."""

    def __len__(self) -> int:
        return len(self.rows)

    def part(self, begin: int, end: int) -> Archive:
        """The allegations from one place up to another."""
        return Archive(self.likeness, self.rows[begin:end], self.models[begin:end])


def likeness_of(evaluation: Evaluation) -> Likeness:
    """Read off an evaluated archive what others are drawn after."""
    library, reports = evaluation.library, evaluation.reports
    places: dict[Fact, int] = {}

    def place(fact: Fact) -> int:
        return places.setdefault(fact, len(places))

    said = tuple(tuple(map(place, _facts(report, library))) for report in reports)
    strays = tuple(
        (place(Fact(term, True)), place(Fact(term, False)))
        for term in sorted(library.terms)
        if term not in library.derived_terms
    )
    fixed = {
        node: tuple(_alone(plane, index) for index in range(len(reports)))
        for node, plane in evaluation.fixed.items()
    }
    return Likeness(tuple(places), said, strays, fixed)


def _facts(report: Report, library: Library) -> Iterator[Fact]:
    for claim in report.claims:
        if claim.counted:
            yield Fact(claim.term, claim.affirmed, claim.stage, claim.response)
            yield from (Fact(term, True) for term in stage_terms(claim.stage, library))
            for term, affirmed in said_by(claim, report, library, _EVERYTHING):
                if not affirmed and term != claim.term:  # who denies the plan denies what it was of
                    yield Fact(term, False, Stage.PLANNED, claim.response)
    yield from (Fact(finding.term, finding.holds) for finding in report.findings)
    for finding in report.answered:
        yield Fact(finding.term, finding.holds, response=True)


def _alone(plane: Plane, index: int) -> Plane:
    """One allegation of a plane, as an archive of one."""
    return Plane(*((bits >> index) & 1 for bits in plane))


def make_archive(likeness: Likeness, size: int) -> Archive:
    """Draw an archive. A smaller one is the beginning of a larger one."""
    random = Random(RANDOM_SEED)  # noqa: S311  (to be the same each time, not to be secret)
    pool = [place for facts in likeness.said for place in facts]
    rows: list[tuple[int, ...]] = []
    models = bytearray()
    for _ in range(size):
        model = int(random.random() * len(likeness.said))
        facts = [place for place in likeness.said[model] if random.random() < KEPT]
        for _ in range(int(random.random() * (MOST_EXTRAS + 1))):
            facts.append(pool[int(random.random() * len(pool))])
        if random.random() < STRAY:
            affirmed, denied = likeness.strays[int(random.random() * len(likeness.strays))]
            facts.append(denied if random.random() < DENIED else affirmed)
        rows.append(tuple(facts))
        models.append(model)
    return Archive(likeness, rows, models)
