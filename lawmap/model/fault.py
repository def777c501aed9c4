"""Faults as ``lawmap validate --output-format json`` prints them."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from lawmap.diagnostics import Severity

from .base import Record


class Place(Record):
    """Some characters of one line of a file."""

    file: str
    """The file, as it was named on the command line; with forward slashes."""
    line: int = Field(ge=1)
    """The line, counted from 1."""
    column: int = Field(ge=1)
    """The first character, counted from 1."""
    end_column: int = Field(ge=1)
    """The first character that is not at fault any more."""
    message: str
    """What is to be said of this place."""


class Change(Record):
    """A piece of the file of a fault and what is to stand in its place."""

    line: int = Field(ge=1)
    """The line in which it begins."""
    column: int = Field(ge=1)
    """The first character that goes."""
    end_line: int = Field(ge=1)
    """The line in which it ends."""
    end_column: int = Field(ge=1)
    """The first character that stays."""
    text: str
    """What is to stand there."""


class Mending(Record):
    """A change that mends a fault."""

    description: str
    """What it does."""
    safe: bool
    """Whether it keeps the meaning of what was written."""
    edits: tuple[Change, ...]
    """Changes of the file; no two overlap."""
    rename: str
    """The new path of the file, relative to its folder; empty where it keeps its name."""


class Fault(Place):
    """A fault of a file."""

    kind_of_file: ClassVar[str] = "fault"

    code: str = Field(pattern=r"^LM\d{3}$")
    """The code of the rule; `lawmap rule CODE` says what it means."""
    name: str
    """The name of the rule."""
    severity: Severity
    """How much it matters."""
    mend: str
    """What to do; may be empty."""
    related: tuple[Place, ...]
    """The other places of a fault that lies in several."""
    fix: Mending | None
    """What `lawmap validate --fix` would do, if it can do something."""
