"""The stored texts of one instrument: where words stand in them, and where else."""

from __future__ import annotations

from collections.abc import Iterable

from lawmap.model.instrument import Structure

from .articles import article_key
from .paragraphs import Paragraph, paragraphs, part_at, shown_part
from .plain import plain
from .stored import StoredText, TextKind


class InstrumentTexts:
    """The texts of one instrument in one language, each made plain at most once."""

    def __init__(
        self, instrument: str, texts: Iterable[StoredText], structure: Structure | None
    ) -> None:
        self._instrument = instrument
        self._plain: dict[StoredText, str] = {}
        self._parts: dict[StoredText, list[Paragraph]] = {}
        self._own: dict[str, list[StoredText]] = {}
        self._companions: list[StoredText] = []
        for text in texts:
            if text.kind is TextKind.COMPANION:
                self._companions.append(text)
            else:
                self._own.setdefault(text.article, []).append(text)
        self._provisions = structure.provisions if structure else {}

    def of_article(self, article: str) -> list[StoredText]:
        """The texts of an article: one or more of each source that holds it."""
        return self._own.get(article, [])

    def holds(self, text: StoredText, words: str) -> bool:
        """Whether the words stand in this text."""
        if words in text.text:
            return True
        if text not in self._plain:
            self._plain[text] = plain(text.text)
        return plain(words) in self._plain[text]

    def agreement(self, words: str, text: StoredText) -> str:
        """The longest beginning of the words, in whole words, that stands in this text."""
        every = words.split()
        beginnings = (" ".join(every[:number]) for number in range(len(every), 0, -1))
        return next((one for one in beginnings if self.holds(text, one)), "")

    def part(self, text: StoredText, locators: str) -> tuple[str, str]:
        """The smallest part around a pinpoint that the text shows, and its words."""
        parts = self._parts_of(text)
        shown = shown_part(parts, locators)
        return shown, part_at(parts, shown).strip() if shown else text.text

    def provision(self, article: str, locators: str) -> str:
        """A provision as the norm pack writes it, with Roman numerals where it has them."""
        return f"{self._instrument}:{self._written(article)}{locators}"

    def paragraph_with(self, words: str, text: StoredText, locators: str) -> str | None:
        """The paragraph in which the words stand, as far as the text shows its paragraphs.

        Returns:
            ``locators`` if they stand where these say, else the other place; None if the text does
            not show where the named paragraph or the words are.
        """
        parts = self._parts_of(text)
        named = shown_part(parts, locators)
        if not named:
            return None
        if _holds(part_at(parts, named), words):
            return locators
        return next(
            (one.locators for one in parts if one.locators and _holds(one.text, words)), None
        )

    def elsewhere(self, words: str, article: str) -> StoredText | None:
        """The text of another article that holds the words, else a companion that does."""
        others = (text for other, found in self._own.items() if other != article for text in found)
        every = (*others, *self._companions)
        return next((text for text in every if self.holds(text, words)), None)

    def _parts_of(self, text: StoredText) -> list[Paragraph]:
        if text not in self._parts:
            self._parts[text] = paragraphs(text.text, self._below(text))
        return self._parts[text]

    def _below(self, text: StoredText) -> Iterable[str]:
        """The locators of every part of the article, as the structure lists them."""
        if text.locators or text.kind is TextKind.COMPANION:
            return ()
        return self._provisions.get(self._written(text.article), ())

    def _written(self, article: str) -> str:
        if article in self._provisions:
            return article
        named = (one for one in self._provisions if article_key(one) == article)
        return next(named, article)


def _holds(text: str, words: str) -> bool:
    return words in text or plain(words) in plain(text)
