"""All words of the law that are at hand: those that norms quote, and those of text packs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from lawmap.model.library import Library
from lawmap.texts import StoredText, TextKind, TextPacks
from lawmap.texts.articles import article_key, instrument_named, split_pinpoint
from lawmap.texts.paragraphs import Paragraph, paragraphs, part_at, shown_part
from lawmap.texts.plain import plain, quoted_parts

_PARTING = "\0"
"""Stands between texts that lie behind each other, so that no words reach from one to the next."""
_LIBRARY = "norm library"


class Held(NamedTuple):
    """Words of a provision that are at hand."""

    instrument: str
    article: str
    """As :func:`lawmap.texts.articles.article_key` writes it."""
    locators: str
    """Such as ``(1)(d)``; "" for a text of the whole article."""
    language: str
    kind: TextKind
    """How much of the provision this is."""
    source: str
    """Who prints it."""
    text: str


class Shelf:
    """The words at hand, each text made plain at most once.

    Where else words stand is found by a search through one long plain text: of the two megabytes of
    all treaties together this takes a millisecond, and an index of them would take longer to make
    than all quotations of a submission take to be looked up.
    """

    def __init__(self, library: Library, packs: TextPacks | None) -> None:
        self._structures = library.structures
        self._held = (*_of_norms(library), *_of_packs(library, packs))
        self._plain: dict[int, str] = {}
        self._parts: dict[int, list[Paragraph]] = {}
        self._words: dict[int, tuple[list[str], list[str]]] = {}
        self._vocabularies: dict[tuple[str, str], frozenset[str]] = {}
        self._of_article: dict[tuple[str, str], list[int]] = {}
        self._of_instrument: dict[str, list[int]] = {}
        for index, held in enumerate(self._held):
            self._of_article.setdefault((held.instrument, held.article), []).append(index)
            self._of_instrument.setdefault(held.instrument, []).append(index)

    def __getitem__(self, index: int) -> Held:
        return self._held[index]

    def at(self, provision: str) -> list[int]:
        """The texts in which words of a provision may stand, and no others, by number.

        Args:
            provision: such as ``gc4:49(1)``, ``gc4:49`` or ``gc4``.
        """
        if ":" not in provision:
            return self._of_instrument.get(provision, [])
        instrument, article, locators = split_pinpoint(provision)
        every = self._of_article.get((instrument, article), [])
        return [index for index in every if _meets(self._held[index].locators, locators)]

    def is_whole(self, index: int, provision: str) -> bool:
        """Whether a text holds all words of a provision, so that what is not there is not in it."""
        held = self._held[index]
        locators = split_pinpoint(provision)[2]
        is_text = held.kind is TextKind.TEXT
        return is_text and ":" in provision and locators.startswith(held.locators)

    def holds(self, index: int, parts: Iterable[str]) -> bool:
        """Whether all of these words stand in a text."""
        text = self._plain_of(index)
        return all(plain(part) in text for part in parts)

    def place_in(self, index: int, parts: Sequence[str]) -> str:
        """The provision of a text in which words stand, as exactly as the text shows it.

        Args:
            index: a text that holds the words.
            parts: the words.
        """
        held = self._held[index]
        return self._provision(held, self._paragraph(index, parts) or held.locators)

    def place_near(self, index: int, parts: Sequence[str], provision: str) -> str | None:
        """The same for words that are looked for in a provision: that one, if they stand there.

        Returns:
            None if the text does not show in which paragraph they stand.
        """
        held, shown = self._held[index], self._parts_of(index)
        wanted = split_pinpoint(provision)[2] if ":" in provision else ""
        named = shown_part(shown, wanted)
        is_there = named and _stand_in(part_at(shown, named), parts)
        if is_there or held.locators.startswith(wanted):
            return provision
        found = self._paragraph(index, parts)
        if found is None:
            return None
        return provision if _meets(found, wanted) else self._provision(held, found)

    def _paragraph(self, index: int, parts: Sequence[str]) -> str | None:
        shown = self._parts_of(index)
        own = (one.locators for one in shown if one.locators and _stand_in(one.text, parts))
        return next(own, None) or self._paragraph_of_norm(index, parts)

    def _paragraph_of_norm(self, index: int, parts: Sequence[str]) -> str | None:
        """The paragraph of which a norm quotes words that stand but once in the whole article."""
        held, text = self._held[index], self._plain_of(index)
        if held.locators or held.kind is not TextKind.TEXT:
            return None
        if any(text.count(plain(part)) > 1 for part in parts):
            return None
        beside = self._of_article[held.instrument, held.article]
        norms = [one for one in beside if self._held[one].source == _LIBRARY]
        return next((self._held[one].locators for one in self.holding(parts, norms)), None)

    def holding(self, parts: Sequence[str], wanted: Iterable[int] | None = None) -> list[int]:
        """The texts that hold all of these words.

        Args:
            parts: words without gaps; at least one part.
            wanted: only these texts.
        """
        needles = sorted({plain(part) for part in parts}, key=len, reverse=True)
        every = self._with(needles[0]) if wanted is None else wanted
        return [index for index in every if all(one in self._plain_of(index) for one in needles)]

    def speaks(self, instrument: str, language: str, words: Sequence[str]) -> bool:
        """Whether words may be of a language in which texts of an instrument are at hand.

        They are, if at least half of them stand somewhere in these texts.
        """
        known = self._vocabulary(instrument, language)
        return 2 * sum(word in known for word in words) >= len(words)

    def words_of(self, index: int) -> tuple[list[str], list[str]]:
        """The words of a text, as they are printed and as they are compared."""
        if index not in self._words:
            self._words[index] = words_of(self._held[index].text)
        return self._words[index]

    def _vocabulary(self, instrument: str, language: str) -> frozenset[str]:
        key = instrument, language
        if key not in self._vocabularies:
            own = (self._held[index] for index in self._of_instrument.get(instrument, []))
            texts = (held.text for held in own if held.language == language)
            words = {word for text in texts for word in text.split()}
            self._vocabularies[key] = frozenset(map(plain_word, words))
        return self._vocabularies[key]

    def _with(self, needle: str) -> Iterator[int]:
        """The texts that hold a plain piece."""
        text, begins = self._all
        at = text.find(needle)
        while at >= 0:
            index = bisect_right(begins, at) - 1
            yield index
            if index + 1 == len(begins):
                return
            at = text.find(needle, begins[index + 1])

    @cached_property
    def _all(self) -> tuple[str, list[int]]:
        """All plain texts behind each other, and where each begins."""
        begins, length = [], 0
        texts = [self._plain_of(index) for index in range(len(self._held))]
        for text in texts:
            begins.append(length)
            length += len(text) + len(_PARTING)
        return _PARTING.join(texts), begins

    def _plain_of(self, index: int) -> str:
        if index not in self._plain:
            self._plain[index] = plain(self._held[index].text)
        return self._plain[index]

    def _parts_of(self, index: int) -> list[Paragraph]:
        if index not in self._parts:
            held = self._held[index]
            is_article = not held.locators and held.kind is TextKind.TEXT
            below = self._below(held) if is_article else ()
            self._parts[index] = paragraphs(held.text, below)
        return self._parts[index]

    def _below(self, held: Held) -> Sequence[str]:
        structure = self._structures.get(held.instrument)
        return structure.provisions.get(self._written(held), ()) if structure else ()

    def _written(self, held: Held) -> str:
        """The article as the norm pack writes it, with Roman numerals where it has them."""
        structure = self._structures.get(held.instrument)
        if structure is None or held.article in structure.provisions:
            return held.article
        named = (one for one in structure.provisions if article_key(one) == held.article)
        return next(named, held.article)

    def _provision(self, held: Held, locators: str) -> str:
        article = self._written(held)
        return f"{held.instrument}:{article}{locators}" if article else held.instrument


def words_of(text: str) -> tuple[list[str], list[str]]:
    """The words of a text, as they stand and as they are compared; signs alone are none."""
    both = [(word, made) for word in text.split() if (made := plain_word(word))]
    return [word for word, _ in both], [made for _, made in both]


def plain_word(word: str) -> str:
    """A word as it is compared; "" for what is no word, such as a dash."""
    return "".join(char for char in plain(word) if char.isalnum())


def _of_norms(library: Library) -> Iterator[Held]:
    for norm in library.norms.values():
        place = split_pinpoint(norm.id)
        for language, words in (norm.words or {}).items():
            # Words that were left out part them, so that nobody quotes across the gap unseen.
            text = f" {_PARTING} ".join(quoted_parts(words))
            yield Held(*place, language, TextKind.FRAGMENT, _LIBRARY, text)


def _of_packs(library: Library, packs: TextPacks | None) -> Iterator[Held]:
    instruments: dict[str, str] = {}
    for text in packs.every_text() if packs else ():
        if text.treaty not in instruments:
            instruments[text.treaty] = instrument_named(library, text.treaty) or text.treaty
        yield _stored(instruments[text.treaty], text)


def _stored(instrument: str, text: StoredText) -> Held:
    place = text.article, text.locators
    return Held(instrument, *place, text.language, text.kind, text.source, text.text)


def _meets(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _stand_in(text: str, parts: Iterable[str]) -> bool:
    whole = plain(text)
    return all(plain(part) in whole for part in parts)
