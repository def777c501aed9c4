"""One text of one provision, as a text pack keeps it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class TextKind(Enum):
    """How much of a provision a text holds."""

    TEXT = "text"
    """All its words: a quotation that is not there is none."""
    FRAGMENT = "fragment"
    """Some of its words: what is not there may still stand in the provision."""
    COMPANION = "companion"
    """The words of a document beside the instrument, such as the Elements of Crimes. Nothing is
    quoted as the provision's own words from it, and nothing is copied from it either."""


class StoredText(NamedTuple):
    """The words of a provision in one language, as one source prints them."""

    treaty: str
    """The instrument by its id or one of its aliases, as the file names it."""
    article: str
    """The article as :func:`lawmap.texts.articles.article_key` writes it; "" before the first."""
    locators: str
    """Paragraph and letter, such as ``(1)(d)``; "" for the whole article."""
    language: str
    source: str
    """Who printed the text: several sources may hold the same article."""
    kind: TextKind
    title: str
    text: str

    @property
    def provision(self) -> str:
        """What it is the text of, such as ``gc-iv:49``."""
        return f"{self.treaty}:{self.article}{self.locators}" if self.article else self.treaty
