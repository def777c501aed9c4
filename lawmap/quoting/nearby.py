"""Which citations a quotation may belong to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .marks import Quotation, blocks_of

NEAR = 200
"""So many characters may lie between a quotation and its citation."""
MOST = 3
"""So many citations on each side are looked at."""

Span = tuple[int, int]


def beside(
    text: str, found: Sequence[Quotation], citations: Sequence[Span]
) -> list[tuple[Quotation, list[int]]]:
    """Each quotation with the citations beside it, the nearest first.

    A citation is beside a quotation in its paragraph, and beside a block that follows on the
    citation's own paragraph, where that ends with a colon. It does not lie inside the quotation,
    for then the law itself cites, and no other quotation lies between.

    Args:
        text: in which both stand.
        found: quotations, in order.
        citations: spans, in order; none overlap.

    Returns:
        The quotations that have any, each with indexes of citations.
    """
    blocks = list(blocks_of(text))
    starts = [start for start, _ in blocks]
    begins = [start for start, _ in citations]
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
        own = _beside(one, citations, begins, (lowest, highest))
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
) -> list[int]:
    """The citations before and behind a quotation, within these limits, the nearest first."""
    first = bisect_left(begins, one.start)
    behind = bisect_left(begins, one.end)
    gaps = []
    for index in range(first - 1, max(-1, first - 1 - MOST), -1):
        start, end = citations[index]
        if start < limits[0] or one.start - end > NEAR:
            break
        gaps.append((one.start - end, index))
    for index in range(behind, min(len(citations), behind + MOST)):
        start, end = citations[index]
        if end > limits[1] or start - one.end > NEAR:
            break
        gaps.append((start - one.end, index))
    return [index for _, index in sorted(gaps)]
