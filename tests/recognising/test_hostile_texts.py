"""Texts that are made to take long: twice the text takes twice the steps, and not much more.

Steps are calls of functions, not seconds: the same on every machine. What one call may cost is
bounded by the patterns of `tokens.py`, each of which reads at most some dozens of characters.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from lawmap.recognising import Names, recognise

LENGTH = 2_000
MOST = 2.3
"""Twice the text may take so many times the steps."""

MADE: dict[str, Callable[[int], str]] = {
    "unit words": lambda n: "Article " * (n // 8),
    "open brackets": lambda n: "(" * n,
    "a list without end": lambda n: "Articles " + "1, " * (n // 3) + "of GC IV",
    "ranges without end": lambda n: "Articles 1-999999999 of GC IV " * (n // 30),
    "wide ranges": lambda n: "Articles 1-99999 of GC IV " * (n // 26),
    "brackets": lambda n: "Article 8" + "(2)" * (n // 3),
    "brackets left open": lambda n: "Article 8(" * (n // 10),
    "definitions": lambda n: "the Genocide Convention (“the Convention”) " * (n // 43),
    "definitions used": lambda n: (
        "the Genocide Convention (“the Convention”), Article 6 of the Convention. " * (n // 73)
    ),
    "formal words without a name": lambda n: "75 UNTS 287, " * (n // 13) + "art 4",
    "formal words before each number": lambda n: "12 August 1949 (n 2) art 4, " * (n // 28),
    "short names in brackets": lambda n: "(CRC) [CRC] " * (n // 12) + "art 4",
    "one name, and numbers behind notes": lambda n: "CRC " + "(n 2) art 4 " * (n // 12),
    "words that point back": lambda n: "GC III art 5.\n\n" + "Ibid.\n\n" * (n // 7) + "Ibid art 6.",
    "words that point back, each with a number": lambda n: "Ibid art 6.\n\n" * (n // 13),
    "notes without text": lambda n: "\n1\n 2" * (n // 5) + " ibid art 6",
    "blank lines and ibid": lambda n: "\n \n" * (n // 6) + "ibid art 6 " * (n // 22),
    "a chain": lambda n: "Article 5 and " * (n // 14) + "Article 6 of GC IV",
    "a chain of commas": lambda n: "Article 5, " * (n // 11) + "and Article 6 of GC IV",
    "paragraphs": lambda n: "paragraph 1 of " * (n // 15) + "article 5",
    "parts of what is no citation": lambda n: "paragraph 1 of rule 5 " * (n // 22),
    "paragraphs after": lambda n: "Article 6 §§ " + "1, " * (n // 3),
    "names": lambda n: "Geneva Convention " * (n // 18),
    "unknown names": lambda n: "Article 5 of the Convention of the Convention of " * (n // 48),
    "blanks": lambda n: ("Article" + " " * 200) * (n // 207),
    "digits": lambda n: "Article " + "1" * n,
    "hyphens": lambda n: "Article 1" + "-1" * (n // 2),
    "full stops": lambda n: "Article 1" + ".1" * (n // 2),
    "unseen characters": lambda n: "Article\u200b" * (n // 8),
    "quotation marks": lambda n: "(“" * (n // 2) + "Article 5 of the Convention",
    "bare numbers": lambda n: "8(2)(b) " * (n // 8),
    "again and again": lambda n: "Article 8 (art. " * (n // 16),
    "thereof": lambda n: "Article 5 thereof " * (n // 18),
}


def steps(text: str, names: Names) -> int:
    """How many calls it takes to recognise a text."""
    number = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        for _ in recognise(text, names):
            pass
    finally:
        sys.setprofile(None)
    return number


@pytest.mark.parametrize("name", MADE)
def test_twice_the_text_takes_twice_the_steps(name: str, names: Names) -> None:
    make = MADE[name]
    steps(make(LENGTH), names)  # what is kept from call to call is there afterwards
    once, twice = (steps(make(length), names) for length in (LENGTH, 2 * LENGTH))
    assert twice <= MOST * once + 500


def test_a_reason_stays_short_however_many_are_missing(names: Names) -> None:
    text = "Articles " + ", ".join(str(number) for number in range(200, 900)) + " of GC IV"
    (found,) = recognise(text, names)
    assert len(found.reason) < 300
