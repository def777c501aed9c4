"""Words, numbers and marks of a text, one at a time from a place in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
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

_KEPT = 256
"""So many tokens are kept: more than lie between the farthest places that one citation asks for."""
_STEP = 16
"""So many characters are read back at first: most words before a place say at once what it is."""

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
    folded: str
    """The word as it is compared."""
    plain: str
    """The same without the ending of the possessive: of Statute's, statute."""

    @property
    def without_possessive(self) -> Token:
        """The word without the ending of the possessive: Statute's."""
        if self.plain == self.folded:
            return self
        end = self.start + len(POSSESSIVE.sub("", self.text))
        return Token(self.start, end, self.text[: end - self.start], "word", self.plain, self.plain)

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
        return self.kind == "word" and self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is a word of several capitals."""
        return self.kind == "word" and len(self.text) > 1 and self.text.isupper()


class Tokens(dict[int, Token | None]):
    """The tokens of a text by place: the one that begins there, blanks before it passed over.

    None stands where the text ends or too much white space follows. Each is made when it is first
    asked for. The same few places are asked for again and again, so the last ones are kept.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self._read_back: tuple[int, int, list[Token]] = (0, 0, [])
        """Where the part that was read back last starts and ends, and its tokens."""

    def __missing__(self, at: int) -> Token | None:
        """Make the token at a place."""
        if len(self) >= _KEPT:
            self.clear()
        token = self[at] = _made(_TOKEN.match(self.text, at))
        return token

    def bounded(self, at: int, end: int) -> Token | None:
        """The token at a place, as if the text ended at ``end``."""
        token = None if _is_within_word(self.text, end) else self[at]
        return token if token and token.end <= end else _made(_TOKEN.match(self.text, at, end))

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens of a part of the text.

        Where blanks are too many the list begins anew after them.
        """
        found: list[Token] = []
        within_word = _is_within_word(self.text, end)
        at = start
        while at < end:
            token = None if within_word else self[at]
            if token is None or token.end > end:
                token = _made(_TOKEN.match(self.text, at, end))
            if token is None:
                at += MAX_BLANKS
                found = found if at >= end else []
            else:
                found.append(token)
                at = token.end
        return found

    def backwards(self, end: int, floor: int) -> Iterator[Token]:
        """The tokens between ``floor`` and ``end``, the last one first, made as they are asked for.

        They are read in steps, each from a blank that no token can reach over.
        """
        while floor < end:
            start = self._gap(floor, end - _STEP)
            if self._read_back[:2] != (start, end):
                self._read_back = (start, end, self.between(start, end))
            found = self._read_back[2]
            yield from reversed(found)
            if (found[0].start if found else end) - start > MAX_BLANKS:
                return
            end = start

    def _gap(self, floor: int, at: int) -> int:
        """The last blank before ``at`` behind something seen; ``floor`` if there is none."""
        gap = self.text.rfind(" ", floor, max(floor, at))
        behind = self.text[gap - 1] if gap > floor else " "
        return gap if behind != " " and behind.isprintable() else floor


def _made(found: re.Match[str] | None) -> Token | None:
    if found is None:
        return None
    kind = found.lastgroup or ""
    start, end = found.span(kind)
    text = found[kind]
    # A number may have any length, and the cache shall not keep it.
    compared = (text, text) if kind == "number" else _compared(text)
    return Token(start, end, text, kind, *compared)


def _is_within_word(text: str, at: int) -> bool:
    """Whether a word or number may go on over a place."""
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


@lru_cache(maxsize=8192)
def _compared(word: str) -> tuple[str, str]:
    """A word as it is compared, with and without the ending of the possessive."""
    return fold(word), fold(POSSESSIVE.sub("", word))


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
