"""A :class:`Document` put together piece by piece: text and where it comes from in, pieces out."""

from __future__ import annotations

from .document import HOLE, Document, Piece

_GAP = "\n\n"
_BLANKS = " \t\n\r\f"


class Building:
    """The text as far as it was put together; its blocks are parted by an empty line."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._quoted: list[tuple[int, int]] = []
        self._last = ""
        """The last character, "" at the begin of a block."""
        self.length = 0

    def take(self, start: int, end: int) -> None:
        """Take over a stretch of the source as it stands."""
        if start < end:
            self.put(self._source[start:end], start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Take in a text that a stretch of the source stands for."""
        if not text:
            return
        last = self._pieces[-1] if self._pieces else None
        begin = self.length
        self.length += len(text)
        self._parts.append(text)
        self._last = text[-1]
        goes_on = last and last.as_it_stands and last.source_end == start
        if last and goes_on and end - start == len(text):
            self._pieces[-1] = last._replace(end=self.length, source_end=end)
        else:
            self._pieces.append(Piece(begin, self.length, start, end))

    def blank(self, start: int, end: int) -> None:
        """A blank for white space; only one, and none where a block begins."""
        if self._last and self._last not in _BLANKS:
            self.put(" ", start, end)

    def hole(self, start: int, end: int) -> None:
        """Something that is shown and is no prose."""
        self.put(HOLE, start, end)

    def part(self, at: int) -> None:
        """End a block, if one was begun, at a place of the source."""
        if self._last:
            self.put(_GAP, at, at)
            self._last = ""

    def quote(self, start: int) -> None:
        """Note that the text from an offset on was set off as quoted."""
        end = self.length - (len(_GAP) if not self._last else 0)
        if start < end:
            self._quoted.append((start, end))

    def document(self) -> Document:
        """What was put together."""
        return Document(
            self._source, "".join(self._parts), tuple(self._pieces), quoted=tuple(self._quoted)
        )
