"""A made-up court that tries crimes under treaty t on the territory of BBB, and its parts."""

from __future__ import annotations

from typing import Any

from lawmap.applicability import Bond, bond, circumstances
from lawmap.model.base import FileRecord
from lawmap.model.norm import Norm
from lawmap.truth import Value
from tests.builders import (
    ATTRIBUTION,
    KNOWN_UNTIL,
    Data,
    allegation,
    instrument,
    library,
    norm,
    situation,
)

CRIME = norm("t:8", binds=["person"])
TREATY = instrument(binding="treaty")


def reached(begins: str = "2014-03-01", ends: str | None = None, **given: Any) -> Data:
    """A time in which the court reaches BBB."""
    defaults: Data = {
        "kind": "declaration",
        "provision": "t:12",
        "territory": ["BBB"],
        "text": f"Accepted from {begins}.",
        "begins": begins,
        "ends": ends,
        "known_until": ends or KNOWN_UNTIL,
        "source": ATTRIBUTION,
    }
    return defaults | given


def exempted(*norms: str, nationals: str = "BBB", **given: Any) -> Data:
    """What BBB has taken out for its own nationals."""
    defaults: Data = {
        "provision": "t:124",
        "nationals": nationals,
        "norms": norms,
        "text": "Beland took it out.",
        "begins": "2020-01-01",
        "source": ATTRIBUTION,
    }
    return defaults | given


def limit(*norms: str, **given: Any) -> Data:
    """What the statute keeps out of reach where a State is no party."""
    defaults: Data = {
        "provision": "t:15",
        "norms": norms,
        "text": "States that are no party are spared.",
        "unsettled": "Parties must have accepted an amendment.",
        "source": ATTRIBUTION,
    }
    return defaults | given


def court(*reaches: Data, name: str = "The Court", **given: Any) -> Data:
    return {"name": name, "instrument": "t", "reaches": reaches or (reached(),)} | given


def reach_of(
    *courts: Data, rule: Norm = CRIME, tables: tuple[FileRecord, ...] = (), **given: Any
) -> Bond:
    """The tie of a crime to conduct by AAA in BB-1 in May 2022, unless the test says otherwise."""
    world = situation(courts={f"court-{at}": one for at, one in enumerate(courts)})
    made = library(TREATY, world, *tables)
    defaults: Data = {"when": {"within": "2022-05"}, "where": {"in": ["BB-1"]}}
    return bond(made, rule, circumstances(allegation(**defaults | given), made))


def answer(*courts: Data, **given: Any) -> Value:
    return reach_of(*courts, **given).plane.at(0)
