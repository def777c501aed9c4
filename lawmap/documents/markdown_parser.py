"""Markdown read with markdown-it, whose tokens tell here where in the source they stand.

markdown-it knows the lines of a block and no more. While it reads, its state knows the rest: where
the content of each line begins behind the marks of quotes and lists, and at which character a rule
of inline markup was tried. The three classes below write that down as tokens are made.

- A token ``inline`` has ``meta["runs"]``: which stretch of its content stands where.
- A token inside it has ``map``: the first character in that content, and the first behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any, Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

_MAX_NESTING = 40
"""Quotes and lists in each other. What nests deeper is not read; each level is a call of Python."""

Nesting = Literal[-1, 0, 1]
Environment = MutableMapping[str, Any]


class Run(NamedTuple):
    """From this character of the content on it goes on in the source from that one."""

    content: int
    source: int


class LocatedMarkdown(MarkdownIt):
    """CommonMark with tables, notes, front matter, formulas and definition lists, with places."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": _MAX_NESTING})
        self.inline = _Inline()
        self.block = _Block()
        self.configure("commonmark", {"maxNesting": _MAX_NESTING})
        self.enable(["table", "strikethrough"])
        self.use(front_matter_plugin)
        self.use(dollarmath_plugin, allow_space=False, allow_digits=False, allow_blank_lines=False)
        self.use(footnote_plugin, move_to_end=False)
        self.use(deflist_plugin)
        self.inline.ruler.before("text", "remember", _remember)
        # Both put tokens together that stand in different places.
        self.disable(["text_join", "fragments_join"])


class _Block(ParserBlock):
    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: Environment,
        outTokens: list[Token],  # noqa: N803
    ) -> list[Token] | None:
        if not src:
            return None
        state = _BlockState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


class _BlockState(StateBlock):
    _cells: list[_Cell] | None = None
    """Those of the row that is being read and were not met yet, the next one last."""

    def push(self, ttype: str, tag: str, nesting: Nesting) -> Token:
        # The content of a block is there when its end is written, and the marks of its lines still.
        if nesting < 0 and self.tokens and self.tokens[-1].type == "inline":
            self._locate(self.tokens[-1], self.tokens[-2].type)
        if ttype == "tr_open":
            self._cells = None
        return super().push(ttype, tag, nesting)

    def _locate(self, inline: Token, opened: str) -> None:
        line = inline.map[0] if inline.map else 0
        if opened in {"th_open", "td_open"}:
            runs = self._runs_of_cell(line, inline.content)
        else:
            runs = list(self._runs_of_lines(line, inline.content))
        inline.meta["runs"] = runs

    def _line(self, line: int) -> tuple[int, str]:
        """Where the text of a line begins behind indentation and marks, and that text."""
        start = self.bMarks[line] + self.tShift[line]
        return start, self.src[start : self.eMarks[line]]

    def _runs_of_lines(self, line: int, content: str) -> Iterator[Run]:
        at = 0
        pieces = content.split("\n")
        while line < self.lineMax and self._line(line)[1].find(pieces[0]) < 0:
            line += 1  # a line of odd blanks, which was trimmed away
        for piece in pieces:
            words = piece.lstrip(" \t")
            start, shown = self._line(min(line, len(self.bMarks) - 1))
            yield Run(at + len(piece) - len(words), start + max(shown.find(words), 0))
            at += len(piece) + 1
            line += 1

    def _runs_of_cell(self, line: int, content: str) -> list[Run]:
        start, row = self._line(line)
        if self._cells is None:
            self._cells = _split_row(row)[::-1]
        cell = self._cells.pop() if self._cells else _Cell("", [Run(0, 0)])
        skipped = max(cell.text.find(content), 0)
        return [Run(run.content - skipped, start + run.source) for run in cell.runs]


class _Cell(NamedTuple):
    text: str
    runs: list[Run]
    """Places in the row."""


def _split_row(row: str) -> list[_Cell]:
    """The cells of a row of a table as markdown-it parts them: a pipe behind a backslash stays."""
    cells: list[_Cell] = []
    kept: list[str] = []
    runs = [Run(0, 0)]
    last = length = 0
    for at, char in enumerate(row):
        if char != "|":
            continue
        if at and row[at - 1] == "\\":
            kept.append(row[last : at - 1])
            length += at - 1 - last
            runs.append(Run(length, at))
            last = at
        else:
            cells.append(_Cell("".join([*kept, row[last:at]]), runs))
            kept, runs, last, length = [], [Run(0, at + 1)], at + 1, 0
    cells.append(_Cell("".join([*kept, row[last:]]), runs))
    return cells[1:] if not cells[0].text.strip() else cells


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Environment, tokens: list[Token]) -> list[Token]:
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        _spread(state.tokens)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _InlineState(StateInline):
    pending_from = 0
    """Where the text begins that no token holds yet. It is always one stretch of the source."""

    def push(self, ttype: str, tag: str, nesting: Nesting) -> Token:
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos, self.pos + len(token.markup)]
        return token

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.map = [self.pending_from, self.pending_from + len(token.content)]
        return token


def _remember(state: StateInline, silent: bool) -> bool:
    """A rule that never applies; it is tried first, at each character at which rules are tried."""
    if not silent and isinstance(state, _InlineState) and not state.pending:
        state.pending_from = state.pos
    return False


def _spread(tokens: list[Token]) -> None:
    """Give each mark of emphasis its own place: a run of them is read at once."""
    end = 0
    for token in tokens:
        if token.type == "text" and token.map is not None:
            start = max(token.map[0], end)
            end = start + len(token.content)
            token.map = [start, end]
