"""Presumptions: statuses that the law derives from others."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .base import FileRecord, Provision, Slug, TermId, Text
from .conditions import Condition
from .unions import OneOrMore


class Presumption(FileRecord):
    """A status that the law derives from others: ``norms/presumptions/<name>.yaml``."""

    kind_of_file: ClassVar[str] = "presumption"

    id: Slug
    """The id, which is also the name of the file."""
    text: Text
    """What is presumed, in own words."""
    condition: Condition = Field(alias="if")
    """When it is presumed."""
    asserts: tuple[TermId, ...] = ()
    """The statuses that then hold."""
    denies: tuple[TermId, ...] = ()
    """The statuses that then do not hold."""
    basis: Annotated[tuple[Provision, ...], OneOrMore()] = ()
    """The provisions that carry it."""
    authority: Text | None = None
    """Case law or commentary that carries it, with pinpoint and where it was read."""
    note: Text | None = None
    """What stays contested or unsure."""

    @model_validator(mode="after")
    def _does_something(self) -> Presumption:
        if not self.asserts and not self.denies:
            raise ValueError("neither asserts nor denies a status")
        if not self.basis and self.authority is None:
            raise ValueError("needs a basis or an authority")
        return self
