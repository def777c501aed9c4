"""Numbers of articles: one form for all the ways in which texts write them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from lawmap.model.library import Library

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_NUMBER = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_FIRST = frozenset({"premier", "première", "1er", "1re"})
_NUMBER = re.compile(r"([0-9]+)\s*([a-z]*)")

# What the languages of treaties call an article, or a rule of a study.
_UNITS = "article|art|artículo|artikel|стаття|ст|статья|rule|règle|правило|principle"
_HEADING = re.compile(
    rf"(?:{_UNITS})\b\.?\s*"
    r"(?P<article>[0-9]+(?:er|re)?(?:\s*(?:bis|ter|quater)\b)?|[IVXLC]+\b|premi[eè]re?\b)"
    r"(?P<locators>(?:\s*\([0-9A-Za-z]+\))*)"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\[\^\w+\],?")


class Heading(NamedTuple):
    """A line that opens an article."""

    article: str
    locators: str
    title: str


def article_key(written: str) -> str:
    """The number of an article in one form: Arabic, small letters, one blank before an addition.

    >>> [article_key(one) for one in ("49", "IX", "8bis", "premier")]
    ['49', '9', '8 bis', '1']
    """
    text = written.strip()
    if _ROMAN_NUMBER.fullmatch(text):
        return str(_roman(text))
    if text.casefold() in _FIRST:
        return "1"
    number = _NUMBER.fullmatch(text.casefold())
    return " ".join(number.groups()).rstrip() if number else " ".join(text.casefold().split())


def split_pinpoint(pinpoint: str) -> tuple[str, str, str]:
    """Instrument, key of the article and locators, of a pinpoint or of the id of a norm."""
    treaty, _, rest = pinpoint.partition("/")[0].partition(":")
    article, bracket, locators = rest.partition("(")
    return treaty, article_key(article), bracket + locators


def read_heading(line: str, *, marked: bool) -> Heading | None:
    """What a line opens, if it opens an article.

    Args:
        line: such as ``Art. 49 - Deportations``.
        marked: that the text marks it as a heading. Elsewhere a title must be set off by a dash,
            colon or full stop, so that a sentence that begins with "Article 7" opens nothing.
    """
    found = _HEADING.fullmatch(_FOOTNOTE.sub("", line).strip())
    if found is None:
        return None
    title = re.fullmatch(r"(-[0-9]+)?(?:\s*[-–—.:]\s*|\s*$|(\s+))(.*)", found["rest"])
    if title is None or (title[2] and not marked):
        return None
    locators = re.sub(r"\s", "", found["locators"])
    return Heading(article_key(found["article"]), locators, title[3].strip())


def names_of(library: Library, instrument: str) -> list[str]:
    """Every name under which texts of an instrument may be stored, in small letters."""
    known = library.instruments.get(instrument)
    aliases = known.aliases if known else ()
    return sorted({instrument.casefold(), *(alias.casefold() for alias in aliases)})


def instrument_named(library: Library, name: str) -> str | None:
    """The instrument that has this id or alias, whatever its capitals."""
    wanted = name.casefold()
    found = (one for one in sorted(library.instruments) if wanted in names_of(library, one))
    return next(found, None)


def _roman(text: str) -> int:
    values = [*(_ROMAN[letter] for letter in text), 0]
    return sum(-value if value < after else value for value, after in pairwise(values))
