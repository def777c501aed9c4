"""Norm packs."""

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
