"""A TOML file: its content, and the lines of its keys."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lawmap.errors import UsageError
from lawmap.loading.raw import read_regular

MAX_BYTES = 200_000
"""The largest file of settings that is read."""
_MAX_STOPS = 200
"""So many full stops a line holds at most: readers of TOML take a time for a dotted key that grows
with the square of its parts."""
_HEADER = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?")
_KEY = re.compile(
    r"""(\s*)((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


class TomlFile(NamedTuple):
    """What a file holds."""

    shown: str
    """Its name in messages."""
    content: dict[str, Any]
    places: dict[tuple[str, ...], tuple[int, int]]
    """Line and column of each key that is written on a line of its own."""

    def place(self, *keys: str) -> str:
        """Where a key stands, or the one around it: ``file:line:column``."""
        while keys and keys not in self.places:
            keys = keys[:-1]
        line, column = self.places.get(keys, (0, 0))
        return f"{self.shown}:{line}:{column}" if line else self.shown


def read_toml(path: Path, shown: str) -> TomlFile:
    """Read a TOML file.

    Raises:
        UsageError: if it cannot be read or is no TOML.
    """
    try:
        text = read_regular(path, MAX_BYTES).decode().replace("\r\n", "\n")
        _refuse_dotted(text)
        content = tomllib.loads(text)
    except RecursionError as error:
        raise UsageError(f"{shown} cannot be read: it nests too deep") from error
    except (OSError, ValueError) as error:  # among others a number of 5,000 digits
        why = getattr(error, "strerror", None) or error
        raise UsageError(f"{shown} cannot be read: {why}") from error
    return TomlFile(shown, content, dict(_places(text)))


def _refuse_dotted(text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MAX_STOPS and not line.lstrip().startswith("#"):
            raise ValueError(f"line {number} holds more than {_MAX_STOPS} full stops")


def _places(text: str) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """Where keys and tables stand; what is written within braces or brackets is not looked for."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.fullmatch(line):
            table = _parts(header[1])
            yield table, (number, line.index("[") + 1)
        elif key := _KEY.match(line):
            yield (*table, *_parts(key[2])), (number, len(key[1]) + 1)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
