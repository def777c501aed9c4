"""What is shown on a screen: nothing that steers it, colour on a terminal only."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

RUNS_A_COMMAND = re.compile(r"(?<=#)#(?=\w*\[)")
"""The second mark of what runners of GitHub (``##[``), Azure (``##vso[``) and TeamCity
(``##teamcity[``) take for a command wherever it stands in a log."""
_BEGINS_A_COMMAND = re.compile(r"^(\s*):(?=:)")
_OTHER_SPACE = re.compile(r"[^\S ]+")


def visible(text: str) -> str:
    """Control characters by number, so that a file name or value cannot steer a terminal.

    Nor a runner that looks for commands in a log.
    """
    if text.isprintable() and "##" not in text:
        return text
    shown = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)
    return RUNS_A_COMMAND.sub(r"\\x23", shown)


def _visible_line(text: str) -> str:
    """The same for a whole line, which a runner of GitHub takes for a command if it begins so."""
    return _BEGINS_A_COMMAND.sub(r"\1\\x3a", visible(text))


def visible_lines(text: str) -> str:
    """The same for a text of several lines, which stay apart."""
    return "\n".join(map(_visible_line, text.split("\n")))


def flat(text: str) -> str:
    """A part of a line from data: tabs, line ends and other spaces become a plain space."""
    return visible(_OTHER_SPACE.sub(" ", text))


def one_line(text: str) -> str:
    """A whole line from data, with such spaces alone, that no runner takes for a command."""
    return _BEGINS_A_COMMAND.sub(r"\1\\x3a", flat(text))


def page(blocks: Iterable[Iterable[str]]) -> str:
    """Blocks of lines, parted by an empty line, safe to show."""
    return "\n\n".join("\n".join(map(one_line, block)) for block in blocks)


def aligned(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table: the first column stands to the left, the others to the right."""
    listed = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    for first, *others in listed:
        numbers = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *numbers])


def is_coloured(stream: IO[str]) -> bool:
    """Whether to write colours: on a terminal, unless NO_COLOR is set."""
    return stream.isatty() and "NO_COLOR" not in os.environ
