"""Words, numbers and marks of a text, one at a time from a place in it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

MAX_BLANKS = 40
"""So much white space may stand between two tokens of one citation."""
MAX_WORD = 60
MAX_PREFIX = 4
"""So many letters, and as many digits, are one word: GC4. Behind more letters, digits are a number
of their own, as where the sign of a note was lost."""
MAX_DIGITS = 6
"""A longer number is no number of an article."""

UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Characters that nobody sees: soft hyphen, zero-width blanks and joiners, marks of direction."""
_MARKS = "\u0300-\u036f"
_APOSTROPHES = "'’‘ʼ′`´＇"
_LETTER = r"[^\W\d_]"
_WORD = (
    rf"{_LETTER}{{1,{MAX_PREFIX}}}[0-9]{{1,{MAX_PREFIX}}}(?![^\W_])"
    rf"|{_LETTER}(?:{_LETTER}|[{_MARKS}{UNSEEN}]|[{_APOSTROPHES}](?={_LETTER})){{0,{MAX_WORD}}}"
)
_TOKEN = re.compile(
    rf"[\s{UNSEEN}]{{0,{MAX_BLANKS}}}(?:(?P<word>{_WORD})|(?P<number>[0-9]+)|(?P<mark>\S))"
)
_LEFT_OUT = re.compile(f"[{_MARKS}{UNSEEN}{_APOSTROPHES}]+")
DASHES = frozenset("-‐‑‒–—―−")
PASSED_OVER = DASHES | frozenset('()[]"“”„«»‹›.') | frozenset(_APOSTROPHES)
"""Marks that names are compared without."""
POSSESSIVE = re.compile(f"[{_APOSTROPHES}]s?$")


class Token(NamedTuple):
    """A word, a number or a mark."""

    start: int
    end: int
    text: str
    kind: str
    """``word``, ``number`` or ``mark``."""

    @property
    def folded(self) -> str:
        """The word as it is compared."""
        return fold(self.text)

    @property
    def without_possessive(self) -> Token:
        """The word without the ending of the possessive: Statute's."""
        if not self.is_word:
            return self
        plain = POSSESSIVE.sub("", self.text)
        return self._replace(text=plain, end=self.start + len(plain))

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.kind == "word"

    @property
    def is_number(self) -> bool:
        """Whether it is a number that may be that of a provision."""
        return self.kind == "number" and len(self.text) <= MAX_DIGITS

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word with a capital in front."""
        return self.is_word and self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is a word of several capitals."""
        return self.is_word and len(self.text) > 1 and self.text.isupper()


def token_at(text: str, at: int, end: int | None = None) -> Token | None:
    """The token that begins at ``at``, blanks before it passed over; None at the end."""
    found = _TOKEN.match(text, at, len(text) if end is None else end)
    if found is None or found.lastgroup is None:
        return None
    kind = found.lastgroup
    return Token(found.start(kind), found.end(kind), found[kind], kind)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a part of a text. Where blanks are too many the list begins anew after them."""
    found: list[Token] = []
    at = start
    while at < end:
        token = token_at(text, at, end)
        if token is None:
            at += MAX_BLANKS
            found = found if at >= end else []
        else:
            found.append(token)
            at = token.end
    return found


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word as it is compared: small, without apostrophes, accents and what nobody sees."""
    if word.isascii() and "'" not in word and "`" not in word:
        return word.casefold()
    plain = _LEFT_OUT.sub("", unicodedata.normalize("NFKC", word)).casefold()
    latin = plain.translate(_ROMAN_LETTERS)
    return latin if set(latin) <= _ROMAN else plain


_ROMAN_LETTERS = str.maketrans({"і": "i", "х": "x", "с": "c", "ѵ": "v"})
"""Cyrillic letters with which Roman numerals are written."""
_ROMAN = frozenset("ivxlc")
