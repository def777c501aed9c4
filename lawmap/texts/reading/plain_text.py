"""Plain text: lines such as ``Article 7 (1) (d) - Title`` open the articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..articles import read_heading
from .headed import BEGINNING, Block, articles
from .told import Read, Told, needs_instrument

_NOTE = re.compile(r"\[\^\w+\]:? ")
_MARK = re.compile(r" ?\[\^\w+\],?")


def read_plain_text(text: str, shown: str, told: Told) -> Read:
    """Read a text whose articles are opened by lines of their own, and whose lines are paragraphs.

    Notes below the text (``[^1] ...``) belong to no article; the marks that lead to them go.
    """
    if not told.instrument:
        return needs_instrument(shown)
    found = tuple(articles(_blocks(text), told))
    return Read(found if any(one.article for one in found) else (), ())


def _blocks(text: str) -> Iterator[Block]:
    is_notes = False
    for line in filter(str.strip, text.split("\n")):
        if _NOTE.match(line) and not is_notes:
            is_notes = True
            yield Block("", BEGINNING)
        heading = read_heading(line, marked=False)
        yield Block(_MARK.sub("", line).strip(), heading)
