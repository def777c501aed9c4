"""Texts that went and texts that came: which of them are versions of one another."""

from __future__ import annotations

from collections import Counter

_ALIKE = 0.5
"""So much of the words of two texts must be the same for one to be a new version of the other."""


def paired(gone: list[str], new: list[str]) -> list[tuple[str | None, str | None]]:
    """Texts that went beside those that came in their place, then those that only went or came.

    Read backwards, it gives the same pairs turned round.
    """
    near = sorted(
        (-likeness(one, other), min(one, other), max(one, other), i, j)
        for i, one in enumerate(gone)
        for j, other in enumerate(new)
        if likeness(one, other) >= _ALIKE
    )
    partner: dict[int, int] = {}
    for _, _, _, i, j in near:
        if i not in partner and j not in partner.values():
            partner[i] = j
    taken = set(partner.values())
    together: list[tuple[str | None, str | None]] = [
        (one, new[partner[i]] if i in partner else None) for i, one in enumerate(gone)
    ]
    return together + [(None, other) for j, other in enumerate(new) if j not in taken]


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common."""
    words, others = Counter(one.split()), Counter(other.split())
    return (words & others).total() / max((words | others).total(), 1)
