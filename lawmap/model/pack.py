"""Norm packs and citation styles."""

from __future__ import annotations

from typing import ClassVar

from .base import FileRecord, Slug, Text


class Pack(FileRecord):
    """A folder of norms that is versioned as a whole: ``norms/pack.yaml``."""

    kind_of_file: ClassVar[str] = "pack"

    id: Slug
    """The id of the pack."""
    version: Text
    """Its version."""
    title: Text
    """Its name."""
    licence: Text
    """SPDX identifier of its licence."""
    about: Text
    """What it covers."""


class Style(FileRecord):
    """How citations are written: ``norms/styles/<id>.yaml``.

    The templates may use $title, $short, $abbreviation, $unit, $pinpoint and $citation; that of
    decisions $title, $court, $form, $number and $day.
    """

    kind_of_file: ClassVar[str] = "style"

    id: Slug
    """The id of the style."""
    title: Text
    """Its name."""
    about: Text
    """Where its rules come from."""
    reference: Text
    """A provision in running text."""
    tabular: Text
    """A provision where space is short."""
    authority: Text
    """An instrument in a table of authorities."""
    decision: Text = "$title, $court, $form, $number, $day"
    """A decision of a court; what is empty is left out with the comma before it."""
