"""Changes of files as a unified diff, which ``git apply`` and ``patch -p1`` make."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import NamedTuple

_NO_END = "\\ No newline at end of file\n"


class Change(NamedTuple):
    """What becomes of a file."""

    path: str
    new_path: str
    text: str
    new_text: str


def patch(change: Change) -> str:
    """The lines that make one change; line ends stay as they are in the file."""
    return "".join([*_head(change), *_hunks(change)])


def _head(change: Change) -> Iterator[str]:
    yield f"diff --git {_quoted('a/', change.path)} {_quoted('b/', change.new_path)}\n"
    if change.path != change.new_path:
        yield f"rename from {_quoted('', change.path)}\n"
        yield f"rename to {_quoted('', change.new_path)}\n"


def _hunks(change: Change) -> Iterator[str]:
    old, new = _lines(change.text), _lines(change.new_text)
    hunks = list(unified_diff(old, new))[2:]  # without the head, which would not escape names
    if hunks:
        yield f"--- {_headed('a/', change.path)}\n"
        yield f"+++ {_headed('b/', change.new_path)}\n"
    for line in hunks:
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"


def _lines(text: str) -> list[str]:
    """The lines as patch counts them: a line feed ends one, and nothing else."""
    *whole, rest = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([rest] if rest else [])]


def _headed(side: str, path: str) -> str:
    """A name in the head of a diff; a tab ends one that holds blanks, as git writes it."""
    name = _quoted(side, path)
    return f"{name}\t" if " " in name and not name.startswith('"') else name


def _quoted(side: str, path: str) -> str:
    """A name as git writes it: with quotation marks and escapes, if it holds odd characters."""
    name = f"{side}{path}"
    if name.isprintable() and not set('"\\') & set(name):
        return name
    escaped = "".join(map(_escaped, name))
    return f'"{escaped}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8", "surrogateescape"))
