"""Which citations a quotation may belong to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .marks import Quotation, blocks_of

NEAR = 200
"""So many characters may lie between a quotation and its citation."""
MOST = 3
"""So many citations on each side, and in a note, are looked at."""
NEAR_CALL = 60
"""So many characters behind a quotation its note is called at most."""

Span = tuple[int, int]


class Note(NamedTuple):
    """A note that a text calls."""

    offset: int
    """Where it is called."""
    start: int
    """Where the text of the note begins."""
    end: int


def beside(
    text: str,
    found: Sequence[Quotation],
    citations: Sequence[Span],
    notes: Sequence[Note] = (),
) -> list[tuple[Quotation, list[int]]]:
    """Each quotation with the citations beside it, the nearest first.

    A citation is beside a quotation in its paragraph, and beside a block that follows on the
    citation's own paragraph, where that ends with a colon. It does not lie inside the quotation,
    for then the law itself cites, and no other quotation lies between.

    Args:
        text: in which both stand.
        found: quotations, in order.
        citations: spans, in order; none overlap.
        notes: those that are called, in the order of their places. The citations of one that is
            called behind a quotation are beside it, too.

    Returns:
        The quotations that have any, each with indexes of citations.
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
        gaps = [*_beside(one, citations, begins, (lowest, highest))]
        first, last = bisect_left(called, one.end), bisect_right(called, highest)
        for note in notes[first : min(last, first + MOST)]:
            if note.offset - one.end > NEAR_CALL:
                break
            within = range(bisect_left(begins, note.start), bisect_left(begins, note.end))
            gaps += [(note.offset - one.end, index) for index in within[:MOST]]
        own = [index for _, index in sorted(gaps)]
        if own:
            near.append((one, own))
    return near


def _around_block(text: str, blocks: Sequence[Span], one: Quotation, block: int) -> tuple[int, int]:
    """From the paragraph above, if it leads up to the quoted block, to the end of the block.

    The citation may also stand at the end of the block itself, behind the words.
    """
    start, end = blocks[block - 1] if block else (0, 0)
    leads = text[max(start, end - 3) : end].rstrip().endswith(":")
    return (start if leads else one.start), one.end


def _beside(
    one: Quotation, citations: Sequence[Span], begins: Sequence[int], limits: Span
) -> Iterator[tuple[int, int]]:
    """The citations before and behind a quotation, within these limits, with their distance."""
    first = bisect_left(begins, one.start)
    behind = bisect_left(begins, one.end)
    for index in range(first - 1, max(-1, first - 1 - MOST), -1):
        start, end = citations[index]
        if start < limits[0] or one.start - end > NEAR:
            break
        yield one.start - end, index
    for index in range(behind, min(len(citations), behind + MOST)):
        start, end = citations[index]
        if end > limits[1] or start - one.end > NEAR:
            break
        yield start - one.end, index
