"""JSON that loses nothing and steers no screen."""

from __future__ import annotations

import json
from typing import Any


def json_text(value: Any, indent: int | None = None) -> str:
    """JSON in which every character that does not show stands as an escape.

    Letters of all scripts stay as they are. A reader of JSON gets the very text back, also file
    names that are not UTF-8.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return "\n".join(
        line if line.isprintable() else "".join(map(_shown, line)) for line in text.split("\n")
    )


def _shown(char: str) -> str:
    return char if char.isprintable() else json.dumps(char)[1:-1]
