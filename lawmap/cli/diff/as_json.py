"""A comparison as JSON; `lawmap schema comparison` and `dossier-comparison` say what it holds."""

from __future__ import annotations

from lawmap.cli.formats.json_text import json_text

from .told import Told


def render(told: Told, *, coloured: bool = False) -> str:
    """The whole comparison, indented."""
    content = told.result.model_dump(mode="json")
    return json_text(content, indent=2) + "\n"
