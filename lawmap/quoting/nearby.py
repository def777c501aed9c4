"""To which citations a quotation belongs: by sentence and order, never by which has the words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from .marks import Quotation, blocks_of

NEAR = 200
"""So many characters may lie between a quotation and its citation."""
MOST = 3
"""So many citations on each side, and in a note, are looked at."""
NEAR_CALL = 60
"""So many characters behind a quotation its note is called at most."""
JOINED = 6
"""Citations with no more characters between them are equally near: ``and``, a comma."""

Span = tuple[int, int]

_SENTENCE_END = re.compile(r"[.!?…][^\w\s]{0,4}\s+[^\w\s]{0,4}(?=\w)")
"""What ends a sentence, if a capital follows."""
_ALONE = frozenset(".;)]\n")
_PARTS = re.compile("[,;:()]")
_OPENS = frozenset(":(")


class Note(NamedTuple):
    """A note that a text calls."""

    offset: int
    """Where it is called."""
    start: int
    """Where the text of the note begins."""
    end: int


class _Nearness(IntEnum):
    """How closely a citation goes with a quotation."""

    LEADS = 0
    """It leads up to the words (Article 49 says “...”), or stands right behind: “...” (Article 49).
    So does a note that is called behind them."""
    IN_SENTENCE = 1
    """It stands in the same sentence, and more lies between."""
    BEHIND = 2
    """So, behind the words, and a comma or a bracket lies between."""
    APART = 3
    """It stands in another sentence."""


class _Near(NamedTuple):
    nearness: _Nearness
    gap: int
    citation: int


def beside(
    text: str,
    found: Sequence[Quotation],
    citations: Sequence[Span],
    notes: Sequence[Note] = (),
) -> list[tuple[Quotation, list[int]]]:
    """Each quotation with the citation to which it belongs, or with several that are equally near.

    A citation is near a quotation in its paragraph, and near a block that follows on the citation's
    own paragraph, where that ends with a colon. It does not lie inside the quotation, for then the
    law itself cites, and no other quotation lies between. Of these the one counts that leads up to
    the words in their sentence, or stands right behind them; else one in their sentence; else one
    in another sentence. What the provisions say plays no part.

    Args:
        text: in which both stand.
        found: quotations, in order.
        citations: spans, in order; none overlap.
        notes: those that are called, in the order of their places. The citations of one that is
            called behind a quotation are near it, too.

    Returns:
        The quotations that have any, each with indexes of citations, the nearest first.
    """
    blocks = list(blocks_of(text))
    starts = [start for start, _ in blocks]
    begins = [start for start, _ in citations]
    called = [note.offset for note in notes]
    near = []
    for index, one in enumerate(found):
        block = bisect_left(starts, one.start + 1) - 1
        lowest, highest = blocks[block][0], blocks[block][1]
        if one.is_block:
            lowest, highest = _around_block(text, blocks, one, block)
        if index:
            lowest = max(lowest, found[index - 1].end)
        if index + 1 < len(found):
            highest = min(highest, found[index + 1].start)
        candidates = [
            *_before(text, one, citations, begins, (lowest, found[index - 1].end if index else -1)),
            *_behind(text, one, citations, begins, highest),
        ]
        first, last = bisect_left(called, one.end), bisect_right(called, highest)
        for note in notes[first : min(last, first + MOST)]:
            if note.offset - one.end > NEAR_CALL:
                break
            within = range(bisect_left(begins, note.start), bisect_left(begins, note.end))
            nearness = _apart_or(text, one.end, note.offset, _Nearness.LEADS)
            candidates += [_Near(nearness, note.offset - one.end, at) for at in within[:MOST]]
        own = _nearest(candidates)
        if own:
            near.append((one, own))
    return near


def _nearest(candidates: Sequence[_Near]) -> list[int]:
    """The citations of the greatest nearness, the nearest first."""
    least = min((one.nearness for one in candidates), default=None)
    found = sorted(one for one in candidates if one.nearness == least)
    return list(dict.fromkeys(one.citation for one in found))


def _around_block(text: str, blocks: Sequence[Span], one: Quotation, block: int) -> tuple[int, int]:
    """From the paragraph above, if it leads up to the quoted block, to the end of the block.

    The citation may also stand at the end of the block itself, behind the words.
    """
    start, end = blocks[block - 1] if block else (0, 0)
    leads = text[max(start, end - 3) : end].rstrip().endswith(":")
    return (start if leads else one.start), one.end


def _before(
    text: str, one: Quotation, spans: Sequence[Span], begins: Sequence[int], limits: Span
) -> Iterator[_Near]:
    """The last citation before a quotation, with those that are joined to it.

    One in a bracket right behind the quotation before belongs to that one. The limits are the first
    place that counts and the end of the quotation before.
    """
    lowest, other = limits
    nearness, follows, in_list = None, one.start, False
    last = bisect_left(begins, one.start) - 1
    for index in range(last, max(-1, last - MOST), -1):
        start, end = spans[index]
        if start < lowest or one.start - end > NEAR:
            return
        if nearness is None:
            if lowest == other and text[end : end + 1] == ")" and not _has_words(text[other:start]):
                return
            level = _Nearness.IN_SENTENCE if _is_parted(text, end, one.start) else _Nearness.LEADS
            nearness = _apart_or(text, end, one.start, level)
        else:  # in "Unlike Article 1, Article 2 says" the comma joins nothing
            in_list = in_list or _has_words(text[end:follows])
            if not in_list or not _are_joined(text, end, follows):
                return
        yield _Near(nearness, one.start - end, index)
        follows = start


def _behind(
    text: str, one: Quotation, spans: Sequence[Span], begins: Sequence[int], highest: int
) -> Iterator[_Near]:
    """The first citation behind a quotation, with those that are joined to it."""
    nearness, before = None, one.end
    first = bisect_left(begins, one.end)
    for index in range(first, min(len(spans), first + MOST)):
        start, end = spans[index]
        if end > highest or start - one.end > NEAR:
            return
        if nearness is None:
            nearness = _nearness_behind(text, one, (start, end))
        elif not _are_joined(text, before, start):
            return
        yield _Near(nearness, start - one.end, index)
        before = end


def _nearness_behind(text: str, one: Quotation, citation: Span) -> _Nearness:
    """How near a citation behind a quotation is; one alone in its sentence stands right behind."""
    start, end = citation
    between = text[one.end : start]
    if not _has_words(between):
        is_alone = end == len(text) or text[end] in _ALONE
        return _Nearness.LEADS if is_alone else _apart_or(text, one.end - 1, start, _Nearness.LEADS)
    level = _Nearness.BEHIND if _PARTS.search(between) else _Nearness.IN_SENTENCE
    return _apart_or(text, one.end - 1, start, level)


def _is_parted(text: str, start: int, end: int) -> bool:
    """Whether a comma or the like stands between two places; what opens, with words behind it."""
    found = _PARTS.finditer(text, start, end)
    return any(mark[0] not in _OPENS or _has_words(text[mark.end() : end]) for mark in found)


def _are_joined(text: str, end: int, start: int) -> bool:
    """Whether hardly anything stands between two citations."""
    return start - end <= JOINED and not _ends_sentence(text, end, start)


def _apart_or(text: str, start: int, end: int, nearness: _Nearness) -> _Nearness:
    """What it is if no sentence ends between two places."""
    return _Nearness.APART if _ends_sentence(text, start, end) else nearness


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places. After one small letter it is a name: v. X."""
    for found in _SENTENCE_END.finditer(text, start, min(len(text), end + 1)):
        before = text[max(0, found.start() - 2) : found.start()]
        is_letter = before[-1:].islower() and not before[:-1].isalnum()
        if text[found.end() : found.end() + 1].isupper() and not is_letter:
            return True
    return False


def _has_words(between: str) -> bool:
    return any(map(str.isalnum, between))
