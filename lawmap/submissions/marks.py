"""Where the marks of new notes go: close to their words, behind punctuation where a style asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lawmap.documents import MarkdownDocument

from .sequence import Use

_BLANKS = re.compile(r"[ \t\r\n>]*")
_PARTED = re.compile(r"$|[\s)\]}”’»\"'*_]")
_BETWEEN_MARKS = re.compile(r"[ \t]*")


class Edit(NamedTuple):
    """A stretch of the source and what takes its place."""

    start: int
    end: int
    text: str


def mark_edits(
    document: MarkdownDocument, uses: Sequence[Use], labels: Mapping[int, str], signs: str
) -> Iterator[Edit]:
    """The marks of new notes in the place of their placeholders, behind punctuation where due.

    Args:
        document: the text.
        uses: what becomes notes, in the order of the text.
        labels: the label of each, by the beginning of its placeholder.
        signs: punctuation behind which marks go.
    """
    theirs = {mark.offset for mark in document.marks}
    marked = theirs | {use.found.placeholder.end for use in uses}
    for chain in _chains(document, uses):
        first, last = chain[0].found.placeholder, chain[-1].found.placeholder
        start, end = span_of(document, chain[0])[0], span_of(document, chain[-1])[1]
        text = _marks(document, chain, labels)
        before = _end_of_words_before(document, chain[0])
        moved = ""
        if before in marked:  # 1 and 2 are not to read as 12, and stay on one side of a full stop
            text = f" {text}" if before == first.start else text
        else:
            moved = _signs_behind(document, last.end, end, signs)
            if document.text[before - 1 : before] == moved[:1]:
                moved = ""  # the writer put a comma on both sides, and two would meet
            start = _without_blank(document, chain[0], before, start)
        stop = last.end + len(moved)
        if moved:
            marked.add(stop)
        gap = " " if stop in theirs else ""
        yield Edit(start, end + len(moved), f"{moved}{text}{gap}")


def span_of(document: MarkdownDocument, use: Use) -> tuple[int, int]:
    """Where a placeholder stands in the source."""
    return document.source_span(use.found.placeholder.start, use.found.placeholder.end)


def _chains(document: MarkdownDocument, uses: Sequence[Use]) -> Iterator[list[Use]]:
    """Placeholders, each with those that follow it with nothing but blanks between."""
    chain: list[Use] = []
    for use in uses:
        if chain and not _gap(document, chain[-1], use):
            yield chain
            chain = []
        chain.append(use)
    if chain:
        yield chain


def _gap(document: MarkdownDocument, one: Use, other: Use) -> str:
    """The blanks that part two neighbours, at least one; "" where more than blanks does."""
    between = document.source[span_of(document, one)[1] : span_of(document, other)[0]]
    return (between or " ") if _BETWEEN_MARKS.fullmatch(between) else ""


def _marks(document: MarkdownDocument, chain: Sequence[Use], labels: Mapping[int, str]) -> str:
    marks = [f"[^{labels[use.found.placeholder.start]}]" for use in chain]
    gaps = [_gap(document, one, other) for one, other in pairwise(chain)]
    return "".join(f"{gap}{mark}" for gap, mark in zip(["", *gaps], marks, strict=True))


def _signs_behind(document: MarkdownDocument, at: int, source_at: int, signs: str) -> str:
    """The punctuation right behind a placeholder, if the mark of its note goes behind that.

    A sign that something other than a blank or a closing mark follows may be no punctuation. What
    markup parts from the placeholder stays in its place.
    """
    text, stop = document.text, at
    while (
        text[stop : stop + 1]
        and text[stop] in signs
        and document.source_span(stop, stop + 1)
        == (source_at + stop - at, source_at + stop - at + 1)
    ):
        stop += 1
    while stop > at and not _PARTED.match(text, stop):
        stop -= 1
    found = text[at:stop]
    return "" if ".." in found else found  # an ellipsis is a word left out, not the end of one


def _end_of_words_before(document: MarkdownDocument, use: Use) -> int:
    """Where the blank before a placeholder begins, in the text."""
    placeholder = use.found.placeholder
    at = placeholder.start
    while at > placeholder.block.start and document.text[at - 1] in " \t\n":
        at -= 1
    return at


def _without_blank(document: MarkdownDocument, use: Use, before: int, start: int) -> int:
    """Where that blank begins in the source: the mark of a note stands close to its word."""
    placeholder = use.found.placeholder
    if before in {placeholder.start, placeholder.block.start}:
        return start
    first = document.source_span(before, before + 1)[0]
    return first if first < start and _BLANKS.fullmatch(document.source, first, start) else start
