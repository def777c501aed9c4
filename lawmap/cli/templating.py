"""Templates of files that commands write for people to go on with: ``lawmap/cli/templates/``."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


def render(template: str, **values: Any) -> str:
    """The text of a file."""
    return _environment().get_template(template).render(values)


def templates_below(folder: str) -> list[str]:
    """The templates in a folder, by name."""
    return [name for name in _environment().list_templates() if name.startswith(f"{folder}/")]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("lawmap.cli", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=select_autoescape(),  # of HTML and XML; none of these files is either
    )
