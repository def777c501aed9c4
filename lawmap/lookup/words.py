"""Words of a text, and when a word that is looked for fits one of them.

Capitals, apostrophes and the stress marks of dictionaries do not count, and one letter in several
shapes is one letter (Unicode's form NFKC). Other forms of a word are found by a plain rule that is
the same for every language: Snowball, the usual family of stemmers, has none for Ukrainian.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from typing import NamedTuple

# What stands for an apostrophe inside a word: typewriter, typographic, modifier letter and others.
_APOSTROPHES = "'’‘ʼʹ′`´＇"
_LETTER, _MARK = r"[^\W_]", "[\u0300-\u036f]"
_WORD = re.compile(f"{_LETTER}(?:{_LETTER}|{_MARK}|[{_APOSTROPHES}](?={_LETTER}))*")
_NOT_COUNTED = dict.fromkeys(map(ord, _APOSTROPHES))
_STRESS = "\u0301"

MIN_LETTERS, MAX_CUT, MAX_ENDING = 5, 3, 5
"""Other forms: so many letters must be alike, so many last ones of the word may differ, and so many
other ones may stand in their place."""


class Word(NamedTuple):
    """A word of a text, and where it stands."""

    text: str
    """The word as it is compared."""
    start: int
    end: int


class Fit(IntEnum):
    """How a word of a text fits the word that is looked for; less is closer."""

    WHOLE = 0
    """It is the word."""
    BEGINNING = 1
    """It begins with the word."""
    FORM = 2
    """It looks like another form of the word."""


def words_of(text: str) -> list[Word]:
    """The words of a text, in order. ``gc4:49(1)`` holds three: ``gc4``, ``49`` and ``1``."""
    return [Word(fold(found[0]), *found.span()) for found in _WORD.finditer(text)]


def fold(word: str) -> str:
    """A word as it is compared."""
    plain = unicodedata.normalize("NFKC", word.translate(_NOT_COUNTED))
    return unicodedata.normalize("NFKC", plain.casefold()).replace(_STRESS, "")


def fit(asked: str, word: str) -> Fit | None:
    """How a word of a text fits the one that is asked for; both are folded. None if it does not.

    A number fits itself only: 4 is not found in 49.
    """
    if word == asked:
        return Fit.WHOLE
    if asked.isdigit():
        return None
    if word.startswith(asked):
        return Fit.BEGINNING
    return Fit.FORM if _is_another_form(asked, word) else None


def _is_another_form(asked: str, word: str) -> bool:
    """Whether two words begin alike and differ in their ends only.

    Alike must be at least five letters (four, where a word of five is asked for) and two thirds of
    the shorter word. Of the word that is asked for up to three last letters may differ, and up to
    five others may stand in their place.
    """
    if len(asked) < MIN_LETTERS:
        return False
    shorter = min(len(asked), len(word))
    alike = next((at for at in range(shorter) if asked[at] != word[at]), shorter)
    return (
        alike >= max(len(asked) - MAX_CUT, min(len(asked) - 1, MIN_LETTERS))
        and len(word) - alike <= MAX_ENDING
        and 3 * alike >= 2 * shorter
    )
