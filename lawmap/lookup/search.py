"""Words in, records out: a search in names, rules and definitions.

Every word must be found somewhere in a record. What is found as it was typed, as a word or as the
beginning of one, comes before other forms of a word. Then the records come first in whose names all
words stand, then those that need their rule, their definition, their citation. Nothing is scored.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from lawmap.errors import UsageError
from lawmap.model.library import Library

from .texts import Kind, Record, Text, Tier, records
from .words import Fit, Word, fit, words_of

NEAREST = 3
"""So many words are named in place of one that stands nowhere."""


class Line(NamedTuple):
    """A text of a record with the places of the words that were found in it."""

    field: str
    text: str
    language: str | None
    """None for what belongs to no language, such as an id."""
    found: tuple[tuple[int, int], ...]
    """Where each word begins and ends, in order."""


class Hit(NamedTuple):
    """A record in which every word was found."""

    kind: Kind
    id: Line
    title: Line
    """By what a reader knows it: in the language that was asked for, if there is such a title."""
    lines: tuple[Line, ...]
    """The further texts that carry the words, as far as id and title do not."""


class Found(NamedTuple):
    """What a search found; if that is nothing, what there is in place of each word."""

    hits: tuple[Hit, ...]
    instead: dict[str, tuple[str, ...]]
    """For each word that stands nowhere, the words that are nearest to it."""


def search(
    library: Library,
    words: Sequence[str],
    *,
    kinds: Collection[Kind] = (),
    language: str | None = None,
) -> Found:
    """Find the records in which every word stands.

    Args:
        library: norms and vocabulary, sources and allegations.
        words: the words; a text of several words stands for each of them.
        kinds: only records of these kinds; without any, of all.
        language: only texts of this language, and those that belong to none.

    Raises:
        UsageError: if there is no letter or digit in the words.
    """
    asked = {word.text: text[word.start : word.end] for text in words for word in words_of(text)}
    if not asked:
        raise UsageError("there is no word to look for: give letters or digits")
    every = [_Read(record, language) for record in records(library, kinds or tuple(Kind))]
    written = {word.text for read in every for _, words in read.texts for word in words}
    fits: _Fits = {
        one: {word: how for word in written if (how := fit(one, word)) is not None} for one in asked
    }
    ranked = [(rank, read) for read in every if (rank := read.rank(fits)) is not None]
    hits = tuple(read.hit(fits) for _, read in sorted(ranked, key=_by_rank))
    return Found(hits, {} if hits else _instead(every, fits, asked))


_Fits = dict[str, dict[str, Fit]]
"""For each word that is asked for, the words that fit it, and how."""


class _Rank(NamedTuple):
    """How near a record is to what was asked for; less is nearer."""

    is_named_otherwise: bool
    """False where the words are the very id."""
    is_form: bool
    """Whether a word was found in another form only."""
    tier: Tier
    """The text farthest from the name that a word needed."""
    fit: Fit


class _Read:
    """A record with the words of its texts."""

    def __init__(self, record: Record, language: str | None) -> None:
        self.record, self._language = record, language
        self.texts: list[tuple[Text, list[Word]]] = [
            (text, words_of(text.text) if text.is_in(language) else []) for text in record.texts
        ]

    def rank(self, fits: _Fits) -> _Rank | None:
        """Its rank; None if a word is missing."""
        best = [min(self._places(fitting), default=None) for fitting in fits.values()]
        found = [place for place in best if place is not None]
        if len(found) < len(best):
            return None
        is_form, tier, how, _ = max(found)
        named = dict.fromkeys(word.text for word in self.texts[0][1])
        return _Rank(list(named) != list(fits), is_form, tier, how)

    def _places(self, fitting: dict[str, Fit]) -> Iterator[tuple[bool, Tier, Fit, int]]:
        """Every place where a word stands: how it fits, and the number of the text."""
        for index, (text, words) in enumerate(self.texts):
            for word in words:
                how = fitting.get(word.text)
                if how is not None:
                    yield how is Fit.FORM, text.tier, how, index

    def hit(self, fits: _Fits) -> Hit:
        """The record with the texts that carry the words."""
        lines = [_line(text, words, fits) for text, words in self.texts]
        title = self._title()
        shown = {0, title}
        for fitting in fits.values():
            places = sorted(self._places(fitting))
            if not any(index in shown for *_, index in places):
                shown.add(places[0][-1])
        further = tuple(lines[index] for index in sorted(shown - {0, title}))
        return Hit(self.record.kind, lines[0], lines[title], further)

    def _title(self) -> int:
        titles = [index for index, (text, _) in enumerate(self.texts) if text.is_title]
        wanted = [one for one in titles if self.texts[one][0].language == self._language]
        return (wanted or titles)[0]


def _line(text: Text, words: list[Word], fits: _Fits) -> Line:
    found = tuple(
        (word.start, word.end)
        for word in words
        if any(word.text in fitting for fitting in fits.values())
    )
    return Line(text.field, text.text, text.language, found)


def _by_rank(pair: tuple[_Rank, _Read]) -> tuple[_Rank, int, str]:
    rank, read = pair
    return rank, list(Kind).index(read.record.kind), read.record.id


def _instead(every: list[_Read], fits: _Fits, asked: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """For each word that stands nowhere, as it was typed, the nearest ones, as they are written."""
    written = {
        word.text: text.text[word.start : word.end].lower()
        for read in every
        for text, words in read.texts
        for word in words
    }
    return {
        asked[one]: tuple(
            written[near] for near in get_close_matches(one, sorted(written), n=NEAREST)
        )
        for one, fitting in fits.items()
        if not fitting
    }
