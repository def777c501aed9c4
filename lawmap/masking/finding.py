"""Names in a text: whole words, in any spelling, in time that does not grow with their number.

Each word of the text is looked up among the words of names, by its keys (:mod:`.keys`), and names
are followed word by word through a tree. Short names are found in close spellings alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import NamedTuple

from .initials import Initialed, first_sounds, spans, stand_for
from .keys import MIN_STEM, Keys, is_close, keys_of
from .words import APOSTROPHES, Word, pieces, ways_of_parting, words_apart, words_near

CLOSE, LOOSE, INFLECTED = range(3)
MIN_LOOSE = 7
"""So many sounds must a name have to be found by sounds alone."""
MIN_PART = 3
"""So many letters must each of two parts have that stand for a name of three."""
MIN_IN_FULL = 4
"""So many sounds must the stem of a word have to be found inflected beside initials."""
_WITH_PATRONYMIC = 3
_MAX_PIECES = 1 << 16
_PATRONYMIC = re.compile(r"(?:[oei]vi[cq]|[oei]vna|iqna)$")


class Hit(NamedTuple):
    """A name in a text: from where to where, and which."""

    start: int
    end: int
    which: int
    nearness: int


@dataclass(eq=False)
class _Node:
    """What may follow the words so far, and the names that end here by how near they must be."""

    following: dict[int, _Node] = field(default_factory=dict)
    ends: list[tuple[int, int]] = field(default_factory=list)


class Finder:
    """Finds names, each under its number in the list that was given.

    ``in_order`` keeps the words in the order in which they are written, as phrases have it.
    """

    def __init__(self, names: Sequence[str], *, in_order: bool = False) -> None:
        self._root = _Node()
        self._words: dict[str, int] = {}
        self._keys: list[Keys] = []
        self._by_key: dict[str, list[int]] = {}
        self._known: dict[str, list[tuple[int, int]]] = {}
        self._pieces: dict[tuple[re.Pattern[str], str], frozenset[int]] = {}
        self._in_full: dict[int, list[Initialed]] = {}
        for which, name in enumerate(names):
            for row in {_words_of(name)} if in_order else set(_rows(name)):
                self._add(row, which)
            if not in_order:
                self._add_initials(_words_of(name), which)

    def __bool__(self) -> bool:
        return bool(self._words)

    def hits(self, text: str) -> list[Hit]:
        """Every place of a name, in order; of those that overlap the first, longest, nearest."""
        found = {
            hit
            for way in ways_of_parting(text)
            if self._may_hold(way, text)
            for near in words_near(way, text, self._wanted)
            for hit in self._in(text, near)
        }
        chosen: list[Hit] = []
        for hit in sorted(found, key=lambda hit: (hit.start, -hit.end, hit.nearness, hit.which)):
            if not chosen or hit.start >= chosen[-1].end:
                chosen.append(hit)
        return chosen

    def _may_hold(self, way: re.Pattern[str], text: str) -> bool:
        """Whether all words of any name are among those of a text: most texts hold none."""
        there = set().union(*(self._numbers(way, piece) for piece in pieces(text)))
        if not there.isdisjoint(self._in_full):
            return True
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            if node.ends:
                return True
            waiting += [node.following[one] for one in there & node.following.keys()]
        return False

    def _numbers(self, way: re.Pattern[str], piece: str) -> frozenset[int]:
        """The words of names that a piece of a text may hold, kept for when it comes again."""
        if (way, piece) not in self._pieces:
            if len(self._pieces) >= _MAX_PIECES:
                self._pieces.clear()
            self._pieces[way, piece] = frozenset(
                number for word in set(way.findall(piece)) for number, _ in self._alike(word)
            )
        return self._pieces[way, piece]

    def _wanted(self, word: str) -> bool:
        return bool(self._alike(word))

    def _add(self, row: tuple[str, ...], which: int) -> None:
        node = self._root
        for word in row:
            node = node.following.setdefault(self._number(word), _Node())
        node.ends.append((which, _least(row)))

    def _number(self, word: str) -> int:
        if word in self._words:
            return self._words[word]
        number = self._words[word] = len(self._keys)
        keys = keys_of(word)
        self._keys.append(keys)
        for key in _marked(keys):
            self._by_key.setdefault(key, []).append(number)
        return number

    def _add_initials(self, row: tuple[str, ...], which: int) -> None:
        if len(row) not in (2, _WITH_PATRONYMIC) or any(map(str.isdecimal, row)):
            return
        for place, word in enumerate(row):
            others = tuple(map(first_sounds, (*row[:place], *row[place + 1 :])))
            is_patronymic = len(row) == _WITH_PATRONYMIC and _is_patronymic(word)
            if len(word) >= MIN_PART and not is_patronymic and all(others):
                one = Initialed(which, others, _least_in_full(word))
                self._in_full.setdefault(self._number(word), []).append(one)

    def _in(self, text: str, every: Sequence[Word]) -> Iterator[Hit]:
        first = self._root.following
        for index, word in enumerate(every):
            alike = self._alike(word.text)
            if any(number in first for number, _ in alike):
                yield from self._from(every, index)
            if any(number in self._in_full for number, _ in alike):
                yield from self._with_initials(text, every, index)

    def _with_initials(self, text: str, every: Sequence[Word], index: int) -> Iterator[Hit]:
        for number, nearness in self._alike(every[index].text):
            for one in self._in_full.get(number, ()):
                if nearness > one.least:
                    continue
                for start, end, initials in spans(text, every, index):
                    if stand_for(initials, one.others):
                        yield Hit(start, end, one.which, nearness)

    def _from(self, every: Sequence[Word], index: int) -> Iterator[Hit]:
        start, ways = every[index].start, [(self._root, CLOSE)]
        for place in range(index, len(every)):
            word = every[place]
            ways = [
                (node.following[number], max(nearness, own))
                for node, nearness in ways
                for number, own in self._alike(word.text)
                if number in node.following
            ]
            if not ways:
                return
            for node, nearness in ways:
                for which, least in node.ends:
                    if nearness <= least:
                        yield Hit(start, word.end, which, nearness)

    def _alike(self, text: str) -> list[tuple[int, int]]:
        """The words of names that a word of a text may be, each with how near it comes."""
        if text not in self._known:
            keys = keys_of(text)
            numbers = {one for key in _marked(keys) for one in self._by_key.get(key, ())}
            self._known[text] = [
                (number, _nearness(self._keys[number], keys)) for number in sorted(numbers)
            ]
        return self._known[text]


def _nearness(name: Keys, other: Keys) -> int:
    if is_close(name, other):
        return CLOSE
    return INFLECTED if name.sounds.isdisjoint(other.sounds) else LOOSE


def _marked(keys: Keys) -> Iterator[str]:
    """All keys under which a word is known; they are of different sorts and never mixed up."""
    yield from (f"p{key}" for key in keys.plain)
    if keys.look:
        yield f"l{keys.look}"
    yield from (f"s{key}" for key in keys.sounds if key)
    yield from (f"e{key}" for key in keys.stems if len(key) >= MIN_STEM)


def _least(row: Sequence[str]) -> int:
    """How near a text must come to these words: the shorter they are, the nearer."""
    sounds = [min(map(len, keys_of(word).sounds), default=0) for word in row]
    if sum(sounds) < MIN_LOOSE or min(sounds) < MIN_STEM:
        return CLOSE
    stems = [min(map(len, keys_of(word).stems), default=0) for word in row]
    inflects = len(row) > 1 and sum(stems) >= MIN_LOOSE and min(stems) >= MIN_STEM
    return INFLECTED if inflects else LOOSE


def _least_in_full(word: str) -> int:
    """How near a text must come to a word that stands beside initials, which say a good deal."""
    stem = min(map(len, keys_of(word).stems or keys_of(word).sounds), default=0)
    return INFLECTED if stem >= MIN_IN_FULL else CLOSE


def _is_patronymic(word: str) -> bool:
    return any(map(_PATRONYMIC.search, keys_of(word).sounds))


def _words_of(name: str) -> tuple[str, ...]:
    return tuple(word.text for word in words_apart(name))


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name in every order and every way of parting them that a text may have."""
    bare = re.sub(f"[{re.escape(APOSTROPHES)}]", "", name)
    for row in {_words_of(name), _words_of(bare)}:
        orders = [row]
        if len(row) in (2, _WITH_PATRONYMIC):
            orders = list(permutations(row))
        for order in orders:
            yield order
            if len(order) > 1 and not any(map(str.isdecimal, order)):
                yield ("".join(order),)
        yield from _pairs(row)


def _pairs(row: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Given name and surname of a name with a patronymic, in either order."""
    if len(row) != _WITH_PATRONYMIC:
        return
    for place in (1, 2):
        if _is_patronymic(row[place]):
            pair = tuple(word for index, word in enumerate(row) if index != place)
            if min(map(len, pair)) >= MIN_PART:
                yield from permutations(pair)
            return


def spans_within(hits: Iterable[Hit], others: Sequence[Hit]) -> Iterator[Hit]:
    """Those hits that lie within one of the others; all in order."""
    waiting = list(reversed(others))
    for hit in hits:
        while waiting and waiting[-1].end < hit.end:
            waiting.pop()
        if waiting and waiting[-1].start <= hit.start:
            yield hit
