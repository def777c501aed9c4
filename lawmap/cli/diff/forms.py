"""The forms in which a comparison is written: one row a form."""

from __future__ import annotations

from typing import Protocol

from . import as_json, as_markdown, as_text
from .told import Told


class Form(Protocol):
    """Writes a comparison."""

    def __call__(self, told: Told, *, coloured: bool = False) -> str:
        """The text of it; colours only where the form knows any."""


FORMS: dict[str, Form] = {
    "text": as_text.render,
    "markdown": as_markdown.render,
    "json": as_json.render,
}
