"""The words of all languages by which citations are recognised, ready for use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lawmap.model.citation_words import CitationWords, Counting, Words
from lawmap.model.library import Library

from .phrases import Phrases
from .tokens import fold

_FIRST_LETTERS = 5
"""By so many letters a unit is looked for; what has them is then compared whole."""


class Counted(NamedTuple):
    """A word before numbers: which one, and whether it may stand before several."""

    id: str
    one: bool
    many: bool
    short: bool
    """Whether it is an abbreviation, which a full stop may follow."""


class Vocabulary:
    """What the packs of a library know of languages."""

    def __init__(self, files: Iterable[CitationWords], formal: Iterable[str] = ()) -> None:
        every = list(files)
        self.units: Phrases[Counted] = Phrases()
        self.parts: Phrases[Counted] = Phrases()
        self.ordinals: Phrases[int] = Phrases()
        self.always = frozenset(unit for file in every for unit in file.always)
        self.additions = {
            fold(word): text for file in every for word, text in file.additions.items()
        }
        self.endings = frozenset(fold(word) for file in every for word in file.endings)
        self.look_alikes = str.maketrans(
            {
                cyrillic: latin
                for file in every
                for cyrillic, latin in file.look_alikes.items()
                if len(cyrillic) == 1
            }
        )
        for file in every:
            for unit, languages in file.units.items():
                _learn(self.units, unit, languages)
            _learn(self.parts, "part", file.parts)
            for ordinals in file.ordinals.values():
                for word, number in ordinals.items():
                    self.ordinals.add(word, number)
        self.joins = _phrases(file.joins for file in every)
        self.until = _phrases(file.until for file in every)
        self.of = _phrases(file.of for file in every)
        self.articles = _phrases(file.articles for file in every)
        self.own = _phrases(file.own for file in every)
        self.same = _phrases(file.same for file in every)
        self.thereof = _phrases(file.thereof for file in every)
        self.common = _phrases(file.common for file in every)
        self.adding = _phrases(file.adding for file in every)
        self.turning = frozenset(_flat(file.turning for file in every))
        self.defining = _phrases(file.defining for file in every)
        self.naming = _phrases(file.naming for file in every)
        self.months = _phrases(file.months for file in every)
        self.formal = _phrases(words for file in every for words in (file.formal, file.months))
        for word in formal:
            self.formal.add(word, word)
        self.formal_words = frozenset(self.formal.words)
        self.ibid: Phrases[str] = Phrases(backwards=True)
        for word in _flat(file.ibid for file in every):
            self.ibid.add(word, word)
        self.kinds = _words(file.kinds for file in every)
        self.bodies = _words(file.bodies for file in every)
        self.laws = _words(file.laws for file in every)
        self.numbering = _words(file.numbering for file in every)
        self.additional = _words(file.additional for file in every)
        self.linking = _words(file.linking for file in every)
        self.open_parts = self.parts.begins | self.ordinals.begins
        self.end_parts = self.open_parts.union(
            *(table.begins for table in (self.of, self.articles, self.same))
        )
        """What may be the last word of what names a part: paragraph 1 of the."""
        self.of_parts = frozenset(self.additions).union(
            self.parts.words,
            self.ordinals.words,
            *(table.words for table in (self.of, self.articles, self.same, self.joins)),
        )
        """Every word by which, between numbers and labels, the parts of a provision are named."""
        self.anchors = _anchor(_forms(every))
        self.definers = _anchor(_flat(file.defining for file in every))

    @classmethod
    def of_library(cls, library: Library) -> Vocabulary:
        """The words of every pack of a library."""
        instruments = library.instruments.values()
        places = {one.adopted.place for one in instruments if one.adopted and one.adopted.place}
        publishers = {one.book.publisher for one in instruments if one.book}
        return cls(library.citation_words, sorted(places | publishers))


def _learn(table: Phrases[Counted], name: str, languages: Mapping[str, Counting]) -> None:
    forms: dict[str, Counted] = {}
    for counting in languages.values():
        for words, form in (
            (counting.one, Counted(name, one=True, many=False, short=False)),
            (counting.many, Counted(name, one=False, many=True, short=False)),
            (counting.any, Counted(name, one=True, many=True, short=True)),
        ):
            for word in words:
                forms[word] = _both(forms[word], form) if word in forms else form
    for word, form in forms.items():
        table.add(word, form)


def _both(form: Counted, other: Counted) -> Counted:
    """A word that is the same before one and before several."""
    return Counted(
        form.id, form.one or other.one, form.many or other.many, form.short or other.short
    )


def _flat(several: Iterable[Words]) -> list[str]:
    return [word for words in several for language in words.values() for word in language]


def _phrases(several: Iterable[Words]) -> Phrases[str]:
    found: Phrases[str] = Phrases()
    for word in _flat(several):
        found.add(word, word)
    return found


def _words(several: Iterable[Words]) -> frozenset[str]:
    return frozenset(fold(word) for word in _flat(several))


def _forms(files: Iterable[CitationWords]) -> list[str]:
    return [
        word
        for file in files
        for languages in file.units.values()
        for counting in languages.values()
        for word in (*counting.one, *counting.many, *counting.any)
    ]


def _anchor(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds where one of these words may begin: a plain search for few letters.

    It looks for first letters, in small letters or capitals, then for any second one, both of
    which are cheap, then that a word begins there, and last for the next letters of any of the
    words. Whoever uses it compares the whole word.
    """
    starts = {form.casefold()[:_FIRST_LETTERS] for form in forms} or {"\0"}
    firsts = _any_of(start[0] for start in starts)
    second = f"(?={_any_of(start[1:2] for start in starts)})" if all(map(_goes_on, starts)) else ""
    rests = sorted({start[1:] for start in starts})
    shortest = [rest for rest in rests if not any(map(rest.startswith, set(rests) - {rest}))]
    either = "|".join("".join(map(_either, rest)) for rest in shortest)
    return re.compile(f"{firsts}{second}(?<![^\\W_].)(?:{either})", re.S)


def _goes_on(start: str) -> bool:
    return len(start) > 1


def _any_of(letters: Iterable[str]) -> str:
    """Any of some letters, small or capital."""
    both = {form for letter in letters for form in (letter, letter.upper())}
    return f"[{''.join(sorted(map(re.escape, both)))}]"


def _either(letter: str) -> str:
    """A letter, small or capital."""
    return f"[{letter}{letter.upper()}]" if letter.isalpha() else re.escape(letter)
