"""Reviewed exceptions: where the words of a listed name are not the person."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Day, FileRecord, Record, Text


class NameException(Record):
    """A phrase in which the words of a name stand for something else."""

    words: Text
    """The words in their context, such as "the bridge of Jan Roe"; not the name alone."""
    why: Text
    """What they stand for: a street, an organisation, somebody else of that name."""
    reviewed_by: Text
    """Who looked at it."""
    on: Day
    """On which day."""
    everywhere: Text | None = None
    """Only if the words are the name alone: why it is never the person, wherever it stands."""


class ExceptionsFile(FileRecord):
    """Exceptions to masking: ``names/exceptions.yaml``. It is no part of any output."""

    kind_of_file: ClassVar[str] = "exceptions"

    exceptions: tuple[NameException, ...] = Field(min_length=1)
    """The phrases."""
