"""What is shown on a screen: nothing that steers it, no masked name, colour on a terminal only."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from lawmap.model.base import Handling
from lawmap.model.library import Library
from lawmap.model.masking import Mask

RUNS_A_COMMAND = "##["
_OTHER_SPACE = re.compile(r"[^\S ]+")


def visible(text: str) -> str:
    """Control characters by number, so that a file name or value cannot steer a terminal.

    Nor a runner of GitHub or Azure, which takes ``##[`` for a command wherever it stands in a log.
    """
    if text.isprintable() and RUNS_A_COMMAND not in text:
        return text
    shown = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)
    return shown.replace(RUNS_A_COMMAND, "#\\x23[")


def visible_lines(text: str) -> str:
    """The same for a text of several lines, which stay apart."""
    return "\n".join(map(visible, text.split("\n")))


def one_line(text: str) -> str:
    """A text from data on one line: tabs, line ends and other spaces become a plain space."""
    return visible(_OTHER_SPACE.sub(" ", text))


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


def masked(library: Library) -> Library:
    """The library without the names of victims, minors and witnesses, as dossiers have it."""
    mask = Mask.of(library, Handling.CONFIDENTIAL)
    return mask.library(library) if mask else library
