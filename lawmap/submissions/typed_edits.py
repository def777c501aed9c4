"""Typed citations to placeholders: a Markdown document in, the pieces of its source to replace out.

Only what is certain is rewritten, and only where all of it was typed in plain words: not in a link,
not across marks of markup, not in code (which is no prose). Words of others stay as they are:
nothing between quotation marks is rewritten, nor in a block that is set off as quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawmap.documents import BlockKind, MarkdownDocument
from lawmap.quoting import quotations

from .typed import Typed

_IN_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.CELL})
_LOOKED_AT = 40
"""So many characters behind a citation are looked at."""
_BRACKET = re.compile(r"[\[\]]")
_NO_SIGN_BEHIND = frozenset("\\@_")
_BLANKS = 20
"""So many characters before it are looked at for the begin of an address."""
_NO_BRACKET_BEHIND = frozenset("\\]!^")
_NO_BRACKET_BEFORE = frozenset("([:{")
_NUMBER_AHEAD = re.compile(r"[^\d.;:!?\n\])”»]*\d")


class Rewrite(NamedTuple):
    """A piece of the source of a document, and the placeholder for it."""

    start: int
    end: int
    placeholder: str
    typed: Typed


def placeholder(keys: Iterable[str], *, in_text: bool) -> str:
    """The placeholder for keys, as a note or bracket, or as words of a sentence.

    A sentence names one thing: for several keys there is no form in the text.
    """
    marks = [f"@{{{key}}}" for key in keys]
    if in_text:
        return marks[0] if len(marks) == 1 else ""
    return f"[{'; '.join(marks)}]"


def rewrites(document: MarkdownDocument, found: Iterable[Typed]) -> Iterator[Rewrite]:
    """What may be rewritten, in the order of the text."""
    every = list(found)
    kept = _Spans([*document.links, *_quoted(document), *_bracketed(document)])
    ends = [*(one.citation.start for one in every[1:]), len(document.text)]
    for one, end in zip(every, ends, strict=False):
        if one.is_certain and not kept.meet(one) and not _goes_on(document, one, end):
            made = _rewrite(document, one)
            if made:
                yield made


def rewritten(source: str, made: Iterable[Rewrite]) -> str:
    """A source with the placeholders in it; all else stays as it was."""
    parts, at = [], 0
    for one in sorted(made, key=lambda item: item.start):
        parts += [source[at : one.start], one.placeholder]
        at = one.end
    return "".join([*parts, source[at:]])


class _Spans:
    """Stretches of a text that stay as they are."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meet(self, one: Typed) -> bool:
        """Whether a citation lies in one of them, or reaches into it."""
        at = bisect_left(self._starts, one.citation.end) - 1
        return at >= 0 and self._ends[at] > one.citation.start


def _quoted(document: MarkdownDocument) -> Iterator[tuple[int, int]]:
    for one in quotations(document.text, document.quoted, least=1):
        yield one.start, one.end


def _bracketed(document: MarkdownDocument) -> Iterator[tuple[int, int]]:
    """What stands in square brackets: with a placeholder in it, all of it would be a citation."""
    for block in document.blocks:
        depth, begin = 0, block.start
        for bracket in _BRACKET.finditer(document.text, block.start, block.end):
            if bracket[0] == "[":
                begin = begin if depth else bracket.start()
                depth += 1
            elif depth:
                depth -= 1
                if not depth:
                    yield begin, bracket.end()
        if depth:
            yield begin, block.end


_ELISIONS = frozenset("'’")
"""Marks that glue a word to the next: what a style writes may not stand there, l'article."""


def _goes_on(document: MarkdownDocument, one: Typed, ends: int) -> bool:
    """Whether a number follows in the same clause, which may belong to the citation.

    A date of adoption or the volume of a series would be left over behind the placeholder.
    """
    if one.citation.more:
        return True
    end = one.citation.end
    rest = document.text[end : min(ends, end + _LOOKED_AT)]
    return _NUMBER_AHEAD.match(rest) is not None


def _rewrite(document: MarkdownDocument, one: Typed) -> Rewrite | None:
    begin, end = one.citation.start, one.citation.end
    block = document.block_at(begin)
    if block is None or block.kind not in _IN_TEXT or not document.stands(begin, end):
        return None
    text = document.text
    if text[begin - 1 : begin] in _ELISIONS:
        return None
    in_brackets = text[begin - 1 : begin] == "(" and text[end : end + 1] == ")"
    if in_brackets and document.stands(begin - 1, end + 1):
        begin, end = begin - 1, end + 1
    elif block.note is None:
        in_brackets = False
    is_apart = block.note is not None or in_brackets
    mark = placeholder(one.citation.keys, in_text=not is_apart)
    if not mark:
        return None
    made = Rewrite(*document.source_span(begin, end), mark, one)
    return made if _stays_itself(document.source, made) else None


def _stays_itself(source: str, made: Rewrite) -> bool:
    """Whether a placeholder is read as one between the characters that stand beside it.

    Behind some, ``@`` is no sign; and with others, brackets would become a link or an image.
    """
    before = source[max(0, made.start - _BLANKS) : made.start]
    behind = source[made.end : made.end + 1]
    if before.rstrip().endswith("]("):
        return False
    if made.placeholder.startswith("["):
        return before[-1:] not in _NO_BRACKET_BEHIND and behind not in _NO_BRACKET_BEFORE
    return before[-1:] not in _NO_SIGN_BEHIND
