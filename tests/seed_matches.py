"""What the shipped norms make of the shipped allegations, matched once for all tests."""

from __future__ import annotations

from functools import cache

from lawmap.matching import evaluate_all, match
from lawmap.matching.assess import pairs
from lawmap.model.allegation import Allegation
from lawmap.model.assessment import Assessment
from lawmap.model.outcome import RAISED, Outcome
from lawmap.model.passage import cited_passages, parse_passage
from tests.dossier.made import seed_library


@cache
def outcomes() -> dict[tuple[str, str], Outcome]:
    """Of every pair, the silent ones included."""
    library = seed_library()
    evaluation = evaluate_all(library, library.allegations.values())
    return {
        (pair.allegation, pair.plan.norm.id): pair.judgement.outcome for pair in pairs(evaluation)
    }


@cache
def assessments() -> dict[tuple[str, str], Assessment]:
    """Every pair that is not silent: most are, and to tell why takes its time."""
    found = match(seed_library())
    return {(item.allegation, item.norm): item for item in found}


def of_report(source: str) -> list[Allegation]:
    """The allegations that cite a source."""
    return [
        allegation
        for allegation in seed_library().allegations.values()
        if source in {parse_passage(passage).source for _, passage in cited_passages(allegation)}
    ]


def outcome(allegation: str, norm: str) -> Outcome:
    """The outcome of one pair."""
    return outcomes()[allegation, norm]


def raised(allegation: str) -> list[str]:
    """The norms that an allegation raises."""
    return [
        norm for (found, norm), one in outcomes().items() if found == allegation and one in RAISED
    ]


def raises(allegation: str, pinpoint: str) -> bool:
    """Whether an allegation raises a norm, or any below a pinpoint."""
    below = (f"{pinpoint}(", f"{pinpoint}/")
    return any(norm == pinpoint or norm.startswith(below) for norm in raised(allegation))
