"""The lines of a YAML file, and what in them is text and what is comment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

import yaml

from lawmap.loading.composing import tokens


class Layout:
    """Where the lines of a file begin, and which of its characters belong to texts."""

    def __init__(self, text: str) -> None:
        self.lines: list[str] = []
        self.starts: list[int] = []
        start = 0
        # As YAML counts them: all other line ends are refused where a file is decoded.
        for line in text.splitlines(keepends=True):
            self.lines.append(line.rstrip("\r\n"))
            self.starts.append(start)
            start += len(line)
        self.ends_with_break = text.endswith(("\r", "\n"))
        self._texts = list(_texts(text))
        self._begins = [begin for begin, _ in self._texts]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column, from 0, of a character."""
        line = bisect_right(self.starts, index) - 1
        return line, index - self.starts[line]

    def is_text(self, index: int) -> bool:
        """Whether a character belongs to a text."""
        before = bisect_right(self._begins, index) - 1
        return before >= 0 and index < self._texts[before][1]

    def is_comment(self, line: int) -> bool:
        """Whether a line holds a comment and nothing else."""
        rest = self.lines[line].lstrip()
        return rest.startswith("#") and not self.is_text(
            self.starts[line] + len(self.lines[line]) - len(rest)
        )

    def is_empty(self, line: int) -> bool:
        """Whether a line holds a comment, the mark of a document, or nothing."""
        rest = self.lines[line].strip()
        return rest in ("", "---") or self.is_comment(line)

    def next_said(self, line: int) -> int | None:
        """The first line from this one on that holds more than a comment; None at the end."""
        index = bisect_left(self._said, line)
        return self._said[index] if index < len(self._said) else None

    @cached_property
    def _said(self) -> list[int]:
        return [line for line in range(len(self.lines)) if not self.is_empty(line)]


def _texts(text: str) -> Iterator[tuple[int, int]]:
    """Where each text of the file begins and ends, in their order.

    A block begins in the line after its sign: behind ``>-`` there is room for a comment.
    """
    for token in tokens(text):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            if token.style in ("|", ">"):
                start += len(text[start:end].splitlines(keepends=True)[0])
            yield start, end
