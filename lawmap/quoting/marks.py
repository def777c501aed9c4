"""Where a text quotes: between quotation marks of any language, or in a block set off as quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

MIN_WORDS = 4
"""What is shorter is a name or a term of art, and stands in many provisions."""

_MARK = re.compile("[\"'“”‘’«»„‟‚‹›]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

# What opens a quotation, and what may close it; what may do both opens where nothing is open.
_CLOSING = {
    '"': '"',
    "'": "'",
    "“": "”",
    "‘": "’",
    "«": "»",
    "‹": "›",
    "„": "“”",
    "‚": "‘’",
    "‟": "”",
}
# These stand inside words, too: "the States' duty".
_APOSTROPHES = "'’‘"


class Quotation(NamedTuple):
    """Words that a text quotes, by offsets, without their marks."""

    start: int
    end: int
    is_block: bool = False
    """Whether it is a block that is set off, and not words between marks."""


def blocks_of(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text: what blank lines part."""
    begin = 0
    for gap in _BLANK_LINE.finditer(text):
        yield begin, gap.start()
        begin = gap.end()
    yield begin, len(text)


def quotations(
    text: str, quoted: Iterable[tuple[int, int]] = (), least: int = MIN_WORDS
) -> list[Quotation]:
    """Every quotation of a few words or more, in order; of one in another only the outer.

    Takes time that grows with the length of the text alone, whatever stands in it.

    Args:
        text: what is looked through; quotation marks pair within a paragraph.
        quoted: blocks that are set off as quoted, such as those behind ``>`` in Markdown.
        least: how many words a quotation has at least.
    """
    found = [Quotation(start, end, is_block=True) for start, end in quoted]
    for begin, end in blocks_of(text):
        found.extend(_between_marks(text, begin, end))
    found.sort(key=lambda one: (one.start, -one.end))
    return [one for one in _outermost(found) if _words(text, one) >= least]


def _between_marks(text: str, begin: int, end: int) -> Iterator[Quotation]:
    # One open place for each mark: of two that open alike, the later one counts.
    opened: dict[str, int] = {}
    for match in _MARK.finditer(text, begin, end):
        mark, at = match[0], match.start()
        opener = _closed_by(mark, opened)
        if opener and _may_close(text, at, mark):
            yield Quotation(opened.pop(opener) + 1, at)
        elif mark in _CLOSING and _may_open(text, at, mark):
            opened[mark] = at


def _closed_by(mark: str, opened: dict[str, int]) -> str | None:
    """The open mark that this one closes; of several, the last."""
    fitting = (one for one in opened if mark in _CLOSING[one])
    return max(fitting, key=opened.__getitem__, default=None)


def _may_open(text: str, at: int, mark: str) -> bool:
    """Whether a mark may open: a straight one, or an apostrophe, does so before a word alone."""
    if mark not in "\"'‘‚":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isalnum() and bool(after) and not after.isspace()


def _may_close(text: str, at: int, mark: str) -> bool:
    """Whether a mark may close: an apostrophe within a word does not."""
    if mark not in _APOSTROPHES:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isspace() and not after.isalnum()


def _outermost(found: list[Quotation]) -> Iterator[Quotation]:
    end = -1
    for one in found:
        if one.end > end:
            yield one
            end = one.end


def _words(text: str, one: Quotation) -> int:
    """How many words a quotation has; of a long one the beginning is enough."""
    words = text[one.start : min(one.end, one.start + 400)].split()
    return sum(any(map(str.isalnum, word)) for word in words)
