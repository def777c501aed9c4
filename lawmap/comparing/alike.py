"""Texts that went and texts that came: which of them are versions of one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

_ALIKE = 0.5
"""So much of the words of two texts must be the same for one to be a new version of the other."""
_MOST = 40_000
"""So many pairs are compared. Where there are more, the texts have been written anew."""


def paired(gone: list[str], new: list[str]) -> list[tuple[str | None, str | None]]:
    """Texts that went beside those that came in their place, then those that only went or came.

    Read backwards, it gives the same pairs turned round.
    """
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, i, j in sorted(_near(gone, new)):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    together: list[tuple[str | None, str | None]] = [
        (one, new[partner[i]] if i in partner else None) for i, one in enumerate(gone)
    ]
    return together + [(None, other) for j, other in enumerate(new) if j not in taken]


def _near(gone: list[str], new: list[str]) -> Iterator[tuple[float, str, str, int, int]]:
    """The pairs that are alike, so that those come first in order that are most so."""
    if len(gone) * len(new) > _MOST:
        return
    counted = [(other, _words(other)) for other in new]
    for i, one in enumerate(gone):
        words = _words(one)
        for j, (other, others) in enumerate(counted):
            share = _share(words, others)
            if share >= _ALIKE:
                yield -share, min(one, other), max(one, other), i, j


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common."""
    return _share(_words(one), _words(other))


def _words(text: str) -> Counter[str]:
    return Counter(text.split())


def _share(words: Counter[str], others: Counter[str]) -> float:
    return (words & others).total() / max((words | others).total(), 1)
