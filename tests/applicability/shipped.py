"""The shipped norm pack, read once for all tests, and what it says of one allegation."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lawmap.applicability import Bond, Circumstances, bond, circumstances
from lawmap.loading import Loaded, load, packs_for
from lawmap.model.library import Library
from lawmap.truth import Truth, Value
from tests.builders import Data, allegation

ANSWERS = {
    "yes": Value(Truth.SUPPORTED),
    "no": Value(Truth.CONTRADICTED),
    "in part": Value(Truth.SUPPORTED, in_part=True),
    "unknown": Value(Truth.OPEN),
}
YES, NO, IN_PART, UNKNOWN = ANSWERS.values()


@cache
def loaded_pack() -> Loaded:
    """The norm pack alone, without any report."""
    return load((), packs_for(()))


def pack() -> Library:
    return loaded_pack().library


def cases(name: str) -> list[Data]:
    """The rows of a table in tests/cases; every value is a text."""
    text = (Path(__file__).parents[1] / "cases" / f"{name}.yaml").read_text(encoding="utf-8")
    rows: list[Data] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    return rows


def actors(*states: str) -> list[Data]:
    return [{"actor": f"agents of {state}", "state": state} for state in states]


def frame_of(**given: Any) -> Circumstances:
    """The frame of conduct by Russia in the city of Kherson in May 2022, unless said otherwise."""
    defaults: Data = {
        "by": actors("RUS"),
        "where": {"in": ["UA-65/kherson"]},
        "when": {"within": "2022-05"},
    }
    return circumstances(allegation(**defaults | given), pack())


def bond_of(norm: str, **given: Any) -> Bond:
    """The tie of a shipped norm to the conduct of :func:`frame_of`."""
    return bond(pack(), pack().norms[norm], frame_of(**given))
