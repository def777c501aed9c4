"""Texts to words with their places, as names are compared word by word."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from .keys import ignorable

APOSTROPHES = "\"'`\u00b4\u2018\u2019\u201c\u201d\u02b9\u02ba\u02bc\u2032\u2033\uff07"
"""Signs that part sounds or stand for soft and hard signs; quotation marks are used so, too."""
_S = "sSсС"


BESIDE = 2
"""So many words on each side of one are looked at."""


class Word(NamedTuple):
    """A word of a text: a run of letters, or one of digits."""

    text: str
    start: int
    end: int


@cache
def _apart() -> re.Pattern[str]:
    """Letters with all that adds to them; an apostrophe ends a word."""
    letter = r"[^\W\d_\u02b9\u02ba\u02bc]"
    return re.compile(rf"{letter}(?:{letter}|[{ignorable()}])*|\d+")


@cache
def _joined() -> re.Pattern[str]:
    """The same; apostrophes, controls and the hyphen at a line's end stand within words."""
    unseen = ignorable()
    inside = rf"[{re.escape(APOSTROPHES)}]{{1,2}}(?![{_S}]\b)|[\x00-\x08\x0e-\x1f\x7f-\x9f]"
    line_end = r"[-\u2010\u2011\xac][ \t]*\r?\n[ \t>#*|/]*"
    letter = r"[^\W\d_\u02b9\u02ba\u02bc]"
    return re.compile(rf"{letter}(?:{letter}|[{unseen}]|(?:{inside}|{line_end})(?={letter}))*|\d+")


@cache
def _needs_joining() -> re.Pattern[str]:
    controls = r"[\x00-\x08\x0e-\x1f\x7f-\x9f]"
    within = rf"[^\W\d][{re.escape(APOSTROPHES)}]{{1,2}}[^\W\d]"
    return re.compile(rf"{within}|{controls}|[-\u2010\u2011\xac][ \t]*\r?\n")


@cache
def _spaced() -> re.Pattern[str]:
    """Single letters with one character between them."""
    return re.compile(r"(?<!\w)[^\W\d_](?:[ .\-_·\xa0][^\W\d_]){2,}(?!\w)")


def words_apart(text: str) -> list[Word]:
    """The words of a text, parted at everything that is no letter."""
    return words(_apart(), text)


def ways_of_parting(text: str) -> Iterator[re.Pattern[str]]:
    """What finds the words of a text, in each way in which they may be meant."""
    yield _apart()
    if _needs_joining().search(text):
        yield _joined()
    if _spaced().search(text):
        yield _spaced()


def pieces(text: str) -> list[str]:
    """The lines of a text, those together over whose end a word may go on.

    Readings of a text, and the dossiers of one library, have most of them in common.
    """
    return _goes_on().split(text)


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"(?<![-\u2010\u2011\xac \t\r])\n")


def words_near(
    way: re.Pattern[str], text: str, is_wanted: Callable[[str], bool]
) -> Iterator[list[Word]]:
    """Runs of words in which wanted ones stand, each with the words beside it; few texts have many.

    Initials may stand on either side of one of them.
    """
    before: deque[re.Match[str]] = deque(maxlen=BESIDE)
    run, left = list[re.Match[str]](), 0
    for found in way.finditer(text):
        if is_wanted(found[0]):
            if not run:
                run.extend(before)
            run.append(found)
            left = BESIDE
        elif left:
            run.append(found)
            left -= 1
        elif run:
            yield [_word(one) for one in run]
            run = []
        before.append(found)
    if run:
        yield [_word(one) for one in run]


def _word(found: re.Match[str]) -> Word:
    return Word(found[0], found.start(), found.end())


def words(way: re.Pattern[str], text: str) -> list[Word]:
    """The words of a text in one of these ways."""
    return [Word(found[0], found.start(), found.end()) for found in way.finditer(text)]
