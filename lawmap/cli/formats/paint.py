"""The colours of a fault on a terminal, and none elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

Paint = Callable[[str, str], str]
"""From a piece of text and its part to the text as it is to be shown."""

_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "place": {"bold": True},
    "code": {"fg": "cyan"},
    "frame": {"dim": True},
    "mend": {"fg": "green"},
}


def plain(text: str, _: str) -> str:
    """The text alone."""
    return text


def coloured(text: str, part: str) -> str:
    """The text in the colour of its part."""
    return click.style(text, **_STYLES[part])
