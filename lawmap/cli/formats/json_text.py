"""JSON that loses nothing and steers no screen and no runner."""

from __future__ import annotations

import json
from typing import Any

from lawmap.cli.screen import RUNS_A_COMMAND


def json_text(value: Any, indent: int | None = None) -> str:
    """JSON in which every character that does not show stands as an escape.

    Letters of all scripts stay as they are. A reader of JSON gets the very text back, also file
    names that are not UTF-8.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    lines = (
        line if line.isprintable() else "".join(map(_shown, line)) for line in text.split("\n")
    )
    return RUNS_A_COMMAND.sub(r"\\u0023", "\n".join(lines))


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    return "\\u007f" if char == "\x7f" else json.dumps(char)[1:-1]  # DEL is none to JSON
