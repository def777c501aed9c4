"""What tells the instrument to which a number belongs."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from .names import Bearer


class Way(Enum):
    """How an instrument is told."""

    NAMED = "named"
    """By a name that is known."""
    DEFINED = "defined"
    """By a name that the text itself gave."""
    UNKNOWN = "unknown"
    """By a name that nobody here knows."""
    KIND = "kind"
    """By its kind alone: the Convention."""
    IBID = "ibid"
    """By what the note or sentence right before cites, and that is not one instrument."""
    SAME = "same"
    """By pointing at the one before: thereof, of the same Convention."""


class Reference(NamedTuple):
    """What tells the instrument."""

    way: Way
    start: int
    end: int
    bearers: tuple[Bearer, ...] = ()
    defined_at: int | None = None
    """Where the text gave the name."""
    year: str = ""
    """A year that the text gives, if it is none in which an instrument of this name was made."""
    pointed_at: int | None = None
    """Where the citation stands that a word such as ibid points at."""
    lawlike: bool = True
    """Of an unknown name: whether its words are those of a law."""
