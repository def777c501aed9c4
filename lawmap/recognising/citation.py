"""A citation that was found in a text, and what is known of it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Status(Enum):
    """What is known of a citation. Doubt is a result."""

    EXISTS = "exists"
    """The words name an instrument of the library, and it has the provisions."""
    MISSING = "no-such-provision"
    """The words name an instrument of the library, and it lacks a provision."""
    AMBIGUOUS = "ambiguous"
    """The words may mean several instruments."""
    OUTSIDE = "not-in-library"
    """The words name an instrument or a law that the library does not hold."""
    UNNAMED = "no-instrument"
    """No instrument is named."""


class Citation(NamedTuple):
    """One citation of a text."""

    start: int
    """Its first character, counted from 0."""
    end: int
    """The character behind its last one."""
    text: str
    """Its words, as they stand."""
    keys: tuple[str, ...]
    """The provisions that it means, or may mean; ranges are written out."""
    ambiguous: bool
    """Whether the keys are candidates, of which not all are meant."""
    status: Status
    """What is known of it."""
    reason: str
    """Why, in a sentence."""
    pinpoint: tuple[int, int]
    """Start and end of its numbers."""
    more: bool = False
    """Whether more of its formal form stands beside it: authors before, a series behind."""
