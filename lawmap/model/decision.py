"""Decisions of courts and bodies: what norms cite for how they were read."""

from __future__ import annotations

from typing import ClassVar

from .base import Attribution, Day, FileRecord, Record, Slug, Text


class Decision(FileRecord):
    """A judgment, decision or opinion: ``norms/decisions/<id>.yaml``."""

    kind_of_file: ClassVar[str] = "decision"

    id: Slug
    """The id by which norms cite it, which is also the name of the file."""
    title: Text
    """What it is called: the parties, or the matter."""
    short: Text | None = None
    """The name by which later citations know it; without one they use the title."""
    court: Text
    """The court or body that gave it, with its chamber."""
    form: Text
    """What it is, such as ``judgment`` or ``advisory opinion``."""
    number: Text | None = None
    """The number of the case or document."""
    on: Day
    """The day on which it was given."""
    url: Text | None = None
    """A public page of the court or publisher."""
    source: Attribution
    """Where its title, number and day were read."""
    note: Text | None = None
    """What a reader must know of it, such as that it was reversed in part."""


class Holding(Record):
    """What a decision says of a norm, and where it says so."""

    decision: Slug
    """The id of the decision."""
    at: Text
    """Where in it, such as ``para 218``."""
    holds: Text
    """What it says, in own words."""
    source: Attribution
    """Where that passage was read."""
