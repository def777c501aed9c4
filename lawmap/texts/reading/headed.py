"""Articles under headings: what the readers of Markdown and of plain text have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..articles import Heading
from ..stored import StoredText
from .told import Told, without_markup

BEGINNING = Heading("", "", "")
"""What stands before the first article."""


class Block(NamedTuple):
    """A heading, or a piece of text below one."""

    text: str
    opens: Heading | None = None
    """The article that it opens, if it does."""


def articles(blocks: Iterable[Block], told: Told) -> Iterator[StoredText]:
    """One text for each heading of an article, with all that stands below it."""
    heading, below = BEGINNING, list[str]()
    for block in (*blocks, Block("", BEGINNING)):
        if block.opens is None:
            below.append(block.text)
            continue
        text = without_markup("\n\n".join(below))
        if text:
            yield StoredText(
                treaty=told.instrument.casefold(),
                article=heading.article,
                locators=heading.locators,
                language=told.language,
                source=told.source,
                kind=told.kind,
                title=heading.title,
                text=text,
            )
        heading, below = block.opens, []
