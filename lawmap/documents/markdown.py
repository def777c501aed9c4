"""Markdown as a :class:`Document`: the prose, with notes, paragraphs and where all of it stands.

Not in the text: code, formulas, addresses, definitions of links, raw HTML, front matter and the
marks of markup. Code and formulas within a line leave a :data:`HOLE`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any, NamedTuple

from markdown_it.token import Token

from .document import HOLE, MARK, Document, Piece
from .markdown_parser import LocatedMarkdown, Run

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_GAP = "\n\n"
# Blocks within which numbers are no numbers of paragraphs of the text itself.
_APART = {"blockquote": 1, "footnote_reference": 1, "dl": 1}


class BlockKind(Enum):
    """What a block of prose is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELL = "cell"
    TERM = "term"


_KINDS = {
    "paragraph_open": BlockKind.PARAGRAPH,
    "heading_open": BlockKind.HEADING,
    "th_open": BlockKind.CELL,
    "td_open": BlockKind.CELL,
    "dt_open": BlockKind.TERM,
}


class Block(NamedTuple):
    """A paragraph, heading, cell or term; its text holds no empty line."""

    start: int
    end: int
    kind: BlockKind
    note: str | None = None
    """The label of the footnote that it is part of; of one without label its sign and number,
    such as ``^3`` (no label begins so)."""
    number: int | None = None
    """The number of the item of an outermost numbered list in which it stands."""


class NoteMark(NamedTuple):
    """A place at which a footnote is called."""

    offset: int
    """Of the text: before this character."""
    note: str
    """As :attr:`Block.note`."""


@dataclass(frozen=True)
class MarkdownDocument(Document):
    """A document with what Markdown says of its parts."""

    blocks: tuple[Block, ...] = ()
    """In the order of the text. Footnotes written within a line come behind their paragraph."""
    marks: tuple[NoteMark, ...] = ()
    """In the order of the text."""
    labels: frozenset[str] = frozenset()
    """The labels of footnotes that are defined."""
    front_matter: str = ""
    """What stands between the two fences at the very beginning."""
    links: tuple[tuple[int, int], ...] = ()
    """Stretches of the text that are the words of a link or stand for an image, in its order."""
    unread: tuple[tuple[int, int], ...] = ()
    """The lines of indented code and raw HTML, each as the first and the first behind, from 1: what
    a writer may take for prose."""

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block in which a character of the text stands; none between blocks."""
        at = bisect_right(self._block_starts, offset) - 1
        return self.blocks[at] if at >= 0 and offset <= self.blocks[at].end else None


def read_markdown(source: str) -> MarkdownDocument:
    """The prose of a Markdown file. Any text is Markdown, so nothing is ever wrong with it.

    Args:
        source: the whole file, as it stands.
    """
    skipped = 1 if source.startswith(MARK) else 0
    body = source[skipped:]
    environment: dict[str, Any] = {}
    tokens = LocatedMarkdown().parse(body, environment)
    notes = environment.get("footnotes", {})
    reading = _Reading(source, _Ends.of(body, skipped), notes.get("list", {}))
    reading.read(tokens)
    front = next((one.content for one in tokens if one.type == "front_matter"), "")
    return MarkdownDocument(
        source=source,
        text="".join(reading.parts),
        pieces=tuple(reading.pieces),
        blocks=tuple(reading.blocks),
        marks=tuple(reading.marks),
        labels=frozenset(name[1:] for name in notes.get("refs", ())),
        front_matter=front,
        links=tuple(reading.links),
        quoted=tuple(reading.quoted),
        unread=tuple(_unread(tokens)),
    )


def _unread(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    for token in tokens:
        if token.type in {"code_block", "html_block"} and token.map:
            yield token.map[0] + 1, token.map[1] + 1


class _Ends(NamedTuple):
    """The way from what markdown-it reads, with one character a line end, to the source."""

    double: list[int]
    """Where a line ends with two characters, as offsets of what markdown-it reads."""
    skipped: int
    """The characters before the first that markdown-it reads."""

    @classmethod
    def of(cls, body: str, skipped: int) -> _Ends:
        found = re.finditer("\r\n", body)
        return cls([match.start() - before for before, match in enumerate(found)], skipped)

    def source(self, offset: int) -> int:
        return offset + bisect_left(self.double, offset) + self.skipped


@dataclass
class _Reading:
    """The text as far as it was put together."""

    source: str
    ends: _Ends
    notes: dict[int, dict[str, Any]]
    """What markdown-it knows of footnotes that are called, by number."""
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def read(self, tokens: Sequence[Token]) -> None:
        """Take in the blocks of a whole file."""
        note: str | None = None
        items = _Items()
        quotes: list[int] = []
        for at, token in enumerate(tokens):
            if token.type == "blockquote_open":
                quotes.append(self.length + (len(_GAP) if self.parts else 0))
            elif token.type == "blockquote_close":
                self._quote(quotes.pop(), is_outer=not quotes)
            if token.type == "footnote_reference_open":
                note = token.meta["label"]
            elif token.type == "footnote_reference_close":
                note = None
            elif token.type == "inline":
                kind = _KINDS.get(tokens[at - 1].type, BlockKind.PARAGRAPH)
                runs = token.meta.get("runs", [Run(0, 0)])
                self._block(
                    token.children or [], _Runs(runs), Block(0, 0, kind, note, items.number)
                )
            items.pass_(token)

    def _quote(self, start: int, *, is_outer: bool) -> None:
        if is_outer and start < self.length:
            self.quoted.append((start, self.length))

    def _block(self, tokens: Sequence[Token], runs: _Runs, block: Block) -> None:
        """A block, and behind it the footnotes that are written in it."""
        waiting = [(tokens, runs, block)]
        while waiting:
            inner, runs, block = waiting.pop()
            if self.parts:
                last = self.pieces[-1].source_end
                self._put(_GAP, last, last)
            start = self.length
            called = self._inline(inner, runs)
            self.blocks.append(block._replace(start=start, end=self.length))
            for one, content_at in reversed(called):
                found = self.notes[one].get("tokens", [])
                part = Block(0, 0, BlockKind.PARAGRAPH, f"^{one}", block.number)
                waiting.append((found, runs.within(content_at), part))

    def _inline(self, tokens: Sequence[Token], runs: _Runs) -> list[tuple[int, int]]:
        """Take in what stands in a line; the footnotes in it with where their words begin."""
        called: list[tuple[int, int]] = []
        in_address = False
        linked = self.length
        for token in tokens:
            at = token.map[0] if token.map else 0
            if token.type in {"link_open", "link_close"}:
                in_address = token.type == "link_open" and token.markup == "autolink"
                if in_address:
                    self._hole(runs, at)
                if token.type == "link_open":
                    linked = self.length
                else:
                    self.links.append((linked, self.length))
            elif in_address:
                continue
            elif token.type == "image":
                start = self.length
                called += self._inline(token.children or [], runs.within(at + 2))
                self.links.append((start, self.length))
            elif token.type == "footnote_ref":
                called += self._mark(token, at)
            else:
                self._plain(token, runs, at)
        return called

    def _plain(self, token: Token, runs: _Runs, at: int) -> None:
        match token.type:
            case "text":
                for start, end in runs.stretches(at, at + len(token.content)):
                    self._take(start, end)
            case "text_special":
                start = runs.place(at)
                source = self.ends.source(start), self.ends.source(start + len(token.markup))
                self._put(token.content, *source)
            case "softbreak":
                self._take_break(runs.place(at))
            case "hardbreak":
                start = runs.place(at)
                behind_sign = self.source[self.ends.source(start)] == "\\"
                self._take_break(start + behind_sign)
            case "code_inline" | "math_inline":
                self._hole(runs, at)
            case "html_inline" if _BREAK.fullmatch(token.content):
                start = self.ends.source(runs.place(at))
                self._put("\n", start, start)

    def _mark(self, token: Token, at: int) -> Iterator[tuple[int, int]]:
        label = token.meta.get("label")
        number = token.meta["id"]
        self.marks.append(NoteMark(self.length, f"^{number}" if label is None else label))
        if label is None:
            yield number, at + 2

    def _hole(self, runs: _Runs, at: int) -> None:
        start = self.ends.source(runs.place(at))
        self._put(HOLE, start, start)

    def _take_break(self, start: int) -> None:
        self._put("\n", self.ends.source(start), self.ends.source(start + 1))

    def _take(self, start: int, end: int) -> None:
        """A stretch of what markdown-it read; it holds no line end."""
        first = self.ends.source(start)
        self._put(self.source[first : first + end - start], first, first + end - start)

    def _put(self, text: str, first: int, last: int) -> None:
        if text:
            self.parts.append(text)
            self.pieces.append(Piece(self.length, self.length + len(text), first, last))
            self.length += len(text)


class _Runs(NamedTuple):
    """Where the content of a block, or of a footnote in it, stands in what markdown-it reads."""

    runs: Sequence[Run]
    begins: int = 0
    """Where in the content of the block this part begins."""

    def within(self, offset: int) -> _Runs:
        """A part that begins at an offset of this one."""
        return self._replace(begins=self.begins + offset)

    def place(self, offset: int) -> int:
        """Where a character stands."""
        return self._place(self.begins + offset)

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where a stretch stands; it falls into several where an escaped pipe of a table is."""
        start, end = self.begins + start, self.begins + end
        at = bisect_right(self.runs, start, key=_content)
        for run in self.runs[at:]:
            if run.content >= end:
                break
            yield self._place(start), self._place(start) + run.content - start
            start = run.content
        if start < end:
            yield self._place(start), self._place(start) + end - start

    def _place(self, content: int) -> int:
        run = self.runs[max(bisect_right(self.runs, content, key=_content) - 1, 0)]
        return run.source + content - run.content


def _content(run: Run) -> int:
    return run.content


@dataclass
class _Items:
    """The number that the outermost numbered list gives to what is read."""

    number: int | None = None
    _depth: int = 0
    _apart: int = 0
    _next: int = 0

    def pass_(self, token: Token) -> None:
        name = token.type.rpartition("_")[0]
        if name in _APART:
            self._apart += token.nesting
        elif name in {"ordered_list", "bullet_list"}:
            self._depth += token.nesting
            self._list(token)
        elif token.type == "list_item_open" and self._is_outermost():
            self.number, self._next = self._next, self._next + 1

    def _list(self, token: Token) -> None:
        if token.type == "ordered_list_open" and self._is_outermost():
            start = token.attrs.get("start", 1)
            self._next = int(start)
        elif not self._depth:
            self.number = None

    def _is_outermost(self) -> bool:
        return self._depth == 1 and not self._apart
