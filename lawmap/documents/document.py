"""A text to be looked through, and where in its source each character stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

HOLE = "\ufffc"
"""Stands in the text for what is shown there and is no prose, such as code (the sign that Unicode
has for an object). Words on both sides of it are no neighbours."""


MARK = "\ufeff"
"""The byte order mark with which a file may begin."""


class Place(NamedTuple):
    """A place in the source. Lines and columns count from 1, columns in characters."""

    line: int
    column: int


class Piece(NamedTuple):
    """A stretch of the text and the stretch of the source from which it comes.

    Both are equally long where the text was taken over as it stands. A decoded entity, an escaped
    character or a sign for an object comes from its source as a whole. What stands nowhere in the
    source, such as the gap between two blocks, comes from an empty stretch.
    """

    start: int
    end: int
    source: int
    source_end: int

    @property
    def as_it_stands(self) -> bool:
        """Whether each character has a character of the source."""
        return self.end - self.start == self.source_end - self.source


@dataclass(frozen=True)
class Document:
    """The text that a reader sees, with the way back to its source."""

    source: str
    """What was read, as it stands: line ends and a byte order mark too."""
    text: str
    """Prose only, blocks parted by an empty line."""
    pieces: tuple[Piece, ...]
    """They cover the text without gap, in its order; in the source they may lie in another."""
    quoted: tuple[tuple[int, int], ...] = ()
    """Stretches of the text that are set off as quotations, in their order."""

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _lines(self) -> list[int]:
        return line_starts(self.source)

    def _place(self, offset: int) -> Place:
        line, column = place_in(self._lines, offset)
        # No editor counts a byte order mark.
        is_marked = line == 1 and column > 1 and self.source.startswith(MARK)
        return Place(line, column - is_marked)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the source.

        Args:
            start: the first character, as an offset in the text.
            end: the first character behind it.

        Returns:
            Offsets in the source: the first character and the first behind. An escaped character or
            an entity is whole in it.
        """
        first = self._source_start(start)
        if end <= start or not self.pieces:
            return first, first
        piece = self._piece(end - 1)
        last = piece.source + end - piece.start if piece.as_it_stands else piece.source_end
        return min(first, last), max(first, last)

    def place(self, offset: int) -> Place:
        """The line and column of a character of the text."""
        return self._place(self._source_start(offset))

    def source_place(self, offset: int) -> Place:
        """The line and column of a character of the source."""
        return self._place(offset)

    def source_line(self, line: int) -> str:
        """A line of the source, counted from 1, without its end."""
        shown = self.source[self.line_start(line) : self.line_start(line + 1)]
        return shown.removeprefix(MARK).rstrip("\r\n")

    def line_start(self, line: int) -> int:
        """The offset in the source at which a line begins; behind the last one, its end."""
        return self._lines[line - 1] if line <= len(self._lines) else len(self.source)

    def stands(self, start: int, end: int) -> bool:
        """Whether a stretch of the text was written just so: no escape, no entity, no gap in it."""
        first, last = self.source_span(start, end)
        return self.source[first:last] == self.text[start:end]

    def _source_start(self, offset: int) -> int:
        if not self.pieces:
            return 0
        piece = self._piece(offset)
        if offset >= piece.end:
            return piece.source_end
        return piece.source + offset - piece.start if piece.as_it_stands else piece.source

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(bisect_right(self._starts, offset) - 1, 0)]


def line_starts(source: str) -> list[int]:
    r"""The offset at which each line begins; lines end with ``\n``, ``\r\n`` or a lone ``\r``."""
    starts = [0]
    position = 0
    for line in source.split("\n"):
        pieces = line.removesuffix("\r").split("\r")
        for piece in pieces[:-1]:
            position += len(piece) + 1
            starts.append(position)
        position += len(pieces[-1]) + len(line) - len(line.removesuffix("\r")) + 1
        starts.append(position)
    return starts[:-1]


def place_in(starts: Sequence[int], offset: int) -> Place:
    """The line and column of an offset, given where the lines begin."""
    line = max(bisect_right(starts, offset), 1)
    return Place(line, offset - starts[line - 1] + 1)
