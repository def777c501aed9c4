"""The line of a fault with carets under what is at fault, whatever characters it holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from lawmap.cli.screen import RUNS_A_COMMAND, visible
from lawmap.diagnostics import Position

from .paint import Paint

MAX_CHARACTERS = 120
"""Of a longer line, so many characters around the fault are shown."""
_LEAD = 40
_TAB = 4
_CUT = "..."


class _Cell(NamedTuple):
    """A character as it is shown, and how many columns it takes."""

    text: str
    width: int


def snippet(
    position: Position, line: str, length: int, gutter: int, colours: tuple[Paint, str]
) -> Iterator[str]:
    """The line behind its number, and carets below; nothing where there is no line.

    Args:
        position: where the fault begins.
        line: the line of the file that it lies in.
        length: how many characters are at fault.
        gutter: how many columns numbers of lines take.
        colours: how to colour, and the part that the carets are.
    """
    if not line:
        return
    paint, part = colours
    begin = min(position.column - 1, len(line))
    first, last = _window(len(line), begin)
    cells = list(_cells(line[first:last]))
    before = cells[: begin - first]
    at_fault = cells[begin - first : begin - first + length]
    head, tail = _CUT if first else "", _CUT if last < len(line) else ""
    indent = " " * (len(head) + _width(before))
    carets = "^" * max(1, _width(at_fault))
    shown = "".join(cell.text for cell in cells)
    number, blank = str(position.line), ""
    yield f"  {paint(f'{number:>{gutter}} |', 'frame')} {head}{shown}{tail}"
    yield f"  {paint(f'{blank:>{gutter}} |', 'frame')} {indent}{paint(carets, part)}"


def _window(length: int, begin: int) -> tuple[int, int]:
    """The first character of a line that is shown, and the one after the last."""
    if length <= MAX_CHARACTERS:
        return 0, length
    first = max(0, min(begin - _LEAD, length - MAX_CHARACTERS))
    return first, first + MAX_CHARACTERS


def _cells(text: str) -> Iterator[_Cell]:
    column = 0
    commands = {found.start() for found in RUNS_A_COMMAND.finditer(text)}
    for index, char in enumerate(text):
        is_command = index in commands
        cell = _Cell("\\x23", 4) if is_command else _cell(char, column)
        column += cell.width
        yield cell


def _cell(char: str, column: int) -> _Cell:
    if char == "\t":
        width = _TAB - column % _TAB
        return _Cell(" " * width, width)
    if not char.isprintable():
        text = visible(char)
        return _Cell(text, len(text))
    if unicodedata.category(char) in {"Mn", "Me"}:
        return _Cell(char, 0)
    return _Cell(char, 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1)


def _width(cells: list[_Cell]) -> int:
    return sum(cell.width for cell in cells)
