"""Initials: "O. Petrenko", "Петренко О. І." for a name that is listed whole.

One word of the name stands in full, with a capital, beside capitals with a full stop for others:
without these signs "a State" would be a person. Which word is the surname is not known, so any
may be the one in full, but for a patronymic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .keys import keys_of
from .words import Word

MAX_LETTERS = 4
"""So many has the longest letter of another script, "Shch"."""
_MOST = 2
_BETWEEN = " \t\u00a0\u202f,"


class Initialed(NamedTuple):
    """A word that stands in full, with the letters that may stand for the others."""

    which: int
    others: tuple[frozenset[str], ...]
    """The first sounds of each other word of the name."""
    least: int
    """How near the word in full must come to the name."""


def first_sounds(word: str) -> frozenset[str]:
    """With which sounds a word may begin."""
    return frozenset(row[0] for row in keys_of(word).sounds if row)


def spans(text: str, every: Sequence[Word], index: int) -> Iterator[tuple[int, int, list[Word]]]:
    """From where to where a word stands with initials on one side of it, and which these are."""
    word = every[index]
    if not text[word.start].isupper():
        return
    before = list[Word]()
    for one in reversed(every[max(0, index - _MOST) : index]):
        follows = before[0] if before else word
        if not _is_initial(text, one) or not _is_near(text[one.end + 1 : follows.start]):
            break
        before.insert(0, one)
        yield one.start, word.end, list(before)
    after = list[Word]()
    for one in every[index + 1 : index + 1 + _MOST]:
        end = after[-1].end + 1 if after else word.end
        if not _is_initial(text, one) or not _is_near(text[end : one.start]):
            break
        after.append(one)
        yield word.start, one.end + 1, list(after)


def stand_for(initials: Sequence[Word], others: Sequence[frozenset[str]]) -> bool:
    """Whether initials may be those of the other words; a patronymic need not be listed."""
    left = list(others)
    for one in initials:
        sounds = {row for row in keys_of(one.text).sounds if len(row) == 1}
        found = next((other for other in left if not other.isdisjoint(sounds)), None)
        if found is not None:
            left.remove(found)
        elif left or one is initials[0]:
            return False
    return True


def _is_initial(text: str, word: Word) -> bool:
    letters = word.text
    return (
        len(letters) <= MAX_LETTERS
        and text[word.end : word.end + 1] == "."
        and letters[0].isupper()
        and any(len(row) == 1 for row in keys_of(letters).sounds)
    )


def _is_near(between: str) -> bool:
    return not between.strip(_BETWEEN) or between == "\n"
