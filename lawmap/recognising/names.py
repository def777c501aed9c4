"""What instruments are called: those of the library, others that texts name, groups of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from lawmap.model.instrument import Structure
from lawmap.model.library import Library
from lawmap.model.names import Spellings, asks_for_capitals
from lawmap.texts.articles import article_key

from .phrases import Found, Phrases
from .tokens import DASHES, Token, Tokens
from .vocabulary import Vocabulary

STEM = 4
"""Kinds that begin with so many same letters are forms of one word."""
_BEFORE = 400
"""So many characters the name of an instrument may have, where it stands before a number."""


class BearerKind(Enum):
    """Who bears a name."""

    INSTRUMENT = "instrument"
    """An instrument of the library."""
    OTHER = "other"
    """An instrument that the library does not hold."""
    GROUP = "group"
    """Instruments of the library that are cited together."""


class Bearer(NamedTuple):
    """One that bears a name."""

    kind: BearerKind
    id: str


class Provisions:
    """The provisions of an instrument, by their numbers as texts write them."""

    def __init__(self, structure: Structure) -> None:
        self._instrument = structure.instrument
        self._articles = list(structure.provisions)
        self.keys = [f"{structure.instrument}:{one}" for one in self._articles]
        self.places = {article_key(one): place for place, one in enumerate(self._articles)}
        self._below = structure.provisions
        self._folded: dict[str, dict[str, str]] = {}

    def article(self, written: str) -> str | None:
        """The article as the structure writes it; None if there is none."""
        place = self.places.get(article_key(written))
        return None if place is None else self._articles[place]

    def key(self, article: str, labels: Iterable[str]) -> str | None:
        """The provision, such as ``gc4:49(1)``; None if there is none."""
        known = self.article(article)
        if known is None:
            return None
        written = "".join(f"({label})" for label in labels)
        if not written:
            return f"{self._instrument}:{known}"
        if known not in self._folded:
            self._folded[known] = {one.casefold(): one for one in self._below[known]}
        exact = written if written in self._below[known] else None
        below = exact or self._folded[known].get(written.casefold())
        return f"{self._instrument}:{known}{below}" if below else None

    def beside(self, article: str, labels: Sequence[str]) -> list[str]:
        """The parts of an article as deep as these labels, as far in the same part as it exists.

        Args:
            article: as the structure writes it.
            labels: of which the article has no part.
        """
        below = self._below[article]
        for depth in reversed(range(len(labels))):
            above = "".join(f"({label})" for label in labels[:depth])
            found = [one for one in below if one.startswith(above) and one.count("(") == depth + 1]
            if found:
                return found
        return []

    def below(self, key: str) -> tuple[str, ...]:
        """Everything that stands below the article of a key, as the structure orders it."""
        return self._below[key.partition(":")[2].partition("(")[0]]


class Names:
    """All that is known of names and words, made once for a library."""

    def __init__(self, library: Library) -> None:
        self.words = Vocabulary.of_library(library)
        self.provisions = {
            name: Provisions(structure)
            for name, structure in library.structures.items()
            if name in library.instruments
        }
        self.titles: dict[Bearer, str] = {}
        self.members: dict[str, tuple[str, ...]] = {}
        self.common: dict[str, frozenset[str]] = {}
        self.units = {name: one.unit for name, one in library.instruments.items()}
        self._adopted = {
            name: str(one.adopted.on.year)
            for name, one in library.instruments.items()
            if one.adopted
        }
        self._years = {
            name: frozenset(
                str(day.year)
                for day in (one.adopted and one.adopted.on, one.opened, one.in_force)
                if day
            )
            for name, one in library.instruments.items()
        }
        self.books = frozenset(name for name, one in library.instruments.items() if one.book)
        """Instruments whose titles have authors before them."""
        self._every: list[tuple[str, Bearer]] = []
        self._take_instruments(library)
        self._take_others(library)
        self.phrases: Phrases[Bearer] = Phrases()
        self._reversed: Phrases[Bearer] = Phrases(backwards=True)
        for name, bearer in self._every:
            capitals = asks_for_capitals(name)
            self.phrases.add(name, bearer, capitals=capitals)
            self._reversed.add(name, bearer, capitals=capitals)

    @classmethod
    def of(cls, library: Library) -> Names:
        """The names that a library knows."""
        return cls(library)

    def _take_instruments(self, library: Library) -> None:
        for name, instrument in library.instruments.items():
            bearer = Bearer(BearerKind.INSTRUMENT, name)
            title = instrument.title
            self.titles[bearer] = title.short
            aliases = (one for one in instrument.aliases if one != one.casefold())
            titles = (title.full, title.short, title.abbreviation, *instrument.titles.values())
            for spelling in (*titles, *aliases):
                self._every.append((spelling, bearer))
            if name in library.names:
                self._take(library.names[name].names, bearer)

    def _take_others(self, library: Library) -> None:
        for file in library.other_instruments:
            for name, other in file.others.items():
                bearer = Bearer(BearerKind.OTHER, name)
                self.titles[bearer] = other.title
                self._take(other.names, bearer)
            for name, group in file.groups.items():
                bearer = Bearer(BearerKind.GROUP, name)
                self.titles[bearer] = group.title
                self.members[name] = tuple(
                    one for one in group.instruments if one in library.instruments
                )
                self.common[name] = frozenset(article_key(one) for one in group.common)
                self._take(group.names, bearer)

    def _take(self, names: Spellings, bearer: Bearer) -> None:
        self._every.extend((name, bearer) for each in names.values() for name in each)

    def at(self, tokens: Tokens, start: int) -> Found[Bearer] | None:
        """The longest name at a place. One that goes on behind a hyphen is another name."""
        found = self.phrases.at(tokens, start)
        if found is None or _goes_on(tokens.text, found.end):
            return None
        narrower = self.phrases.at(tokens, found.end)
        if narrower and not tokens.text[found.end : narrower.start].strip():
            within = self.instruments_of(found.values).issuperset(
                self.instruments_of(narrower.values)
            )
            if within and not _goes_on(tokens.text, narrower.end):
                return Found(found.start, narrower.end, narrower.values)
        return found

    def before(self, tokens: Tokens, end: int, floor: int) -> Found[Bearer] | None:
        """The longest name that ends right at a place, not reaching back over ``floor``."""
        words = tokens.backwards(end, max(floor, end - _BEFORE))
        last = next(words, None)
        if last is None:
            return None
        found = self._reversed.before(tokens.text, chain((last.without_possessive,), words))
        opening = _opening(tokens.text, found.start) if found else None
        if found is None or opening is None:
            return found
        before = tokens.backwards(opening, max(floor, opening - _BEFORE))
        longer = self._reversed.before(tokens.text, before)
        if longer and set(longer.values) & set(found.values):
            return Found(longer.start, found.end, found.values)
        return found

    def parents(self, bearer: Bearer) -> frozenset[Bearer]:
        """What an instrument adds to, as its names say: Protocol No. 1 to the ``Convention``."""
        return self._added_to[1].get(bearer, frozenset())

    def kinds_of_parents(self, bearer: Bearer) -> frozenset[str]:
        """The first letters of the kinds of what an instrument adds to, as its names say."""
        return self._added_to[0].get(bearer, frozenset())

    @cached_property
    def _added_to(self) -> tuple[dict[Bearer, frozenset[str]], dict[Bearer, frozenset[Bearer]]]:
        """Kinds and bearers of what each instrument adds to; every name is read once for both."""
        kinds: dict[Bearer, set[str]] = {}
        parents: dict[Bearer, set[Bearer]] = {}
        for name, bearer in self._every:
            tokens = Tokens(name)
            added = False
            for token in tokens.between(0, len(name)):
                word = self.words.adding.at(tokens, token.start) if token.start else None
                added = added or word is not None
                if added and token.plain in self.words.kinds:
                    kinds.setdefault(bearer, set()).add(token.plain[:STEM])
                if word is None:
                    continue
                article = self.words.articles.at(tokens, word.end)
                named = self.phrases.at(tokens, (article or word).end)
                if named and bearer not in named.values:
                    parents.setdefault(bearer, set()).update(named.values)
        return (
            {bearer: frozenset(found) for bearer, found in kinds.items()},
            {bearer: frozenset(found) for bearer, found in parents.items()},
        )

    def may_end(self, word: str) -> bool:
        """Whether a name ends with this folded word."""
        return self._reversed.begins_with(word)

    def ending(self, text: str, words: Sequence[Token]) -> Found[Bearer] | None:
        """The longest name that ends with the last of these tokens."""
        return self._reversed.before(text, reversed(words))

    def years_known(self, bearers: Iterable[Bearer]) -> frozenset[str]:
        """The years of adoption, of opening and of entry into force behind names."""
        return frozenset(
            year for one in self.instruments_of(bearers) for year in self._years.get(one, ())
        )

    def instruments_of(self, bearers: Iterable[Bearer]) -> frozenset[str]:
        """The instruments of the library behind names, those of groups among them."""
        return frozenset(one for bearer in bearers for one in self._instruments(bearer))

    def years_of(self, bearers: Iterable[Bearer]) -> frozenset[str]:
        """The years in which the instruments behind names were adopted."""
        known = (self._adopted.get(one) for one in self.instruments_of(bearers))
        return frozenset(year for year in known if year)

    def _instruments(self, bearer: Bearer) -> Iterator[str]:
        if bearer.kind is BearerKind.INSTRUMENT:
            yield bearer.id
        elif bearer.kind is BearerKind.GROUP:
            yield from self.members[bearer.id]

    @cached_property
    def common_groups(self) -> dict[str, tuple[Bearer, ...]]:
        """For each article that a group shares, the groups."""
        found: dict[str, tuple[Bearer, ...]] = {}
        for name, articles in self.common.items():
            for article in articles:
                found[article] = (*found.get(article, ()), Bearer(BearerKind.GROUP, name))
        return found


def _opening(text: str, at: int) -> int | None:
    """Where a bracket opens right before a place; None if none does."""
    while at and text[at - 1].isspace():
        at -= 1
    return at - 1 if text[at - 1 : at] in ("(", "[") else None


def _goes_on(text: str, end: int) -> bool:
    """Whether a hyphen glues something to what ends here: ICCPR-OP2 is not the ICCPR."""
    return text[end : end + 1] in DASHES and text[end + 1 : end + 2].isalnum()
