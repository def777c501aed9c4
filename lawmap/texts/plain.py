"""Texts without what editions print differently, so that the words alone are compared."""

from __future__ import annotations

import re
import unicodedata

_DASHES = "\u00ad‐‑‒–—―−-"
_QUOTES = "‘’‚‛“”„‟«»‹›\"'`´ʼ′″"
_IGNORED = re.compile(rf"[{re.escape(_DASHES + _QUOTES)}\s]+")
_LEFT_OUT = re.compile(r"\.\.\.|…|\[[^\]]*\]")

# Spellings that two editions of one English text choose differently. They are looked for in texts
# without blanks, so each asks for the letters around it: "colour" is meant, and "four" is not.
_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("ll+"), "l"),  # fulfill, fulfil
    (re.compile("(?<=[bcdgilmnpv])our"), "or"),  # honour, honor
    (re.compile("is(?=e|ing|ation)"), "iz"),  # recognise, recognize
    (re.compile("ys(?=e|ing)"), "yz"),  # analyse, analyze
    (re.compile("(?<=en)c(?=e)"), "s"),  # defence, defense
    (re.compile("dgement"), "dgment"),  # judgement, judgment
)


def plain(text: str) -> str:
    """A text without white space, dashes, quotation marks, capitals and variants of spelling.

    Without white space, words that a source has run together count as well as parted ones.
    """
    text = _IGNORED.sub("", text.casefold())
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = _IGNORED.sub("", text)
    for spelling, common in _SPELLINGS:
        text = spelling.sub(common, text)
    return text if text.isascii() else unicodedata.normalize("NFKD", text)


def quoted_parts(words: str) -> list[str]:
    """The parts of a quotation between the places where words were left out or put in brackets."""
    parts = (part.strip() for part in _LEFT_OUT.split(words))
    return [part for part in parts if plain(part)]
