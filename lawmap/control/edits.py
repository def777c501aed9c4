"""Edits of one text: as many as can be made at once, and nothing else changed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from lawmap.diagnostics import Edit

Place = tuple[int, int]
"""Line and column, from 1."""

# YAML ends a line there, too, so lines would be counted in two ways.
_LONE_RETURN = re.compile("\r(?!\n)")


class _Span(NamedTuple):
    """An edit by offsets."""

    start: int
    end: int
    text: str


class Edited:
    """A text in which changes were made."""

    def __init__(self, text: str, changes: Sequence[Sequence[Edit]]) -> None:
        """Make changes of a text, each with all its edits or not at all.

        Of changes that touch the same piece the first is made. One that leads out of the text is
        not made; nor is any where lines end with a lone carriage return.

        Args:
            text: the text, without a byte order mark.
            changes: edits that belong together; line ends that they write become those of the text.
        """
        self._before = _Lines(text)
        self._spans: list[_Span] = []
        self.made: set[int] = set()
        """Which changes were made, by their index."""
        if not _LONE_RETURN.search(text):
            for index, edits in enumerate(changes):
                self._take(index, edits)
        self.text = self._joined(text)
        """The new text."""
        self._after = _Lines(self.text)
        grown = (len(span.text) - (span.end - span.start) for span in self._spans)
        self._shifts = [0, *accumulate(grown)]

    def place(self, old: Place) -> Place:
        """Where a place of the old text now lies; in a piece that changed, where that begins."""
        offset = self._before.offset(*old)
        if offset is None:
            return old
        index = bisect_left(self._spans, offset, key=lambda span: span.start)
        if index and offset < self._spans[index - 1].end:
            index -= 1
            offset = self._spans[index].start
        return self._after.place(offset + self._shifts[index])

    def _take(self, index: int, edits: Sequence[Edit]) -> None:
        spans = sorted(span for edit in edits if (span := self._span(edit)) is not None)
        apart = not any(_touch(one, other) for one, other in pairwise(spans))
        free = not any(_touch(span, other) for span in spans for other in self._beside(span))
        if len(spans) == len(edits) > 0 and apart and free:
            self.made.add(index)
            for span in spans:
                insort(self._spans, span)

    def _span(self, edit: Edit) -> _Span | None:
        start = self._before.offset(edit.line, edit.column)
        end = self._before.offset(edit.end_line, edit.end_column)
        if start is None or end is None or end < start:
            return None
        return _Span(start, end, edit.text.replace("\n", self._before.ending))

    def _beside(self, span: _Span) -> list[_Span]:
        """The neighbours of a span among those that are taken; no other can touch it."""
        index = bisect_right(self._spans, span)
        return self._spans[max(0, index - 1) : index + 1]

    def _joined(self, text: str) -> str:
        pieces, kept = [], 0
        for span in self._spans:
            pieces += [text[kept : span.start], span.text]
            kept = span.end
        return "".join([*pieces, text[kept:]])


def _touch(one: _Span, other: _Span) -> bool:
    """Whether two spans overlap, or begin at the same place."""
    return (one.start < other.end and other.start < one.end) or one.start == other.start


class _Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.ending = "\r\n" if "\r\n" in text else "\n"

    def place(self, offset: int) -> Place:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int | None:
        """The offset of a line and column, if the text has them; the end counts as one more."""
        if (line, column) == (len(self._starts) + 1, 1):
            return len(self._text)
        if not 0 < line <= len(self._starts) or column < 1:
            return None
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        width = len(self._text[start:end].rstrip("\r\n"))
        return start + column - 1 if column <= width + 1 else None
