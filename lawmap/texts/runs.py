"""Runs of words: where more of a stored text stands in a row than may be quoted.

Every window of 13 words of the stored texts has a fingerprint in a sorted table. A run of 26 words
holds at least one whole window among those that begin at every 13th word of a file, so only these
are looked up; where one is known, its neighbours tell how long the run is.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from zlib import crc32

from lawmap.model.base import MAX_QUOTED_WORDS

RUN = MAX_QUOTED_WORDS + 1
"""The shortest run that is too long."""
WIDTH = array("I").itemsize
"""How many bytes a fingerprint takes."""
_WINDOW = (RUN + 1) // 2
_WINDOWS_OF_A_RUN = RUN - _WINDOW + 1

# Bytes of UTF-8, so that one pass in C makes words of a text. Letters of ASCII become small; all
# else of ASCII parts words, and so do the dashes and quotation marks of U+2000 to U+203F.
_PARTING = ((re.compile(rb"\xe2\x80."), b"   "), (re.compile(rb"\xc2[\xa0\xab\xbb]"), b"  "))
_LETTERS = bytes(
    (ord(chr(byte).lower()) if chr(byte).isalnum() else ord(" ")) if chr(byte).isascii() else byte
    for byte in range(0x100)
)


def words_of(text: str) -> list[bytes]:
    """The words of a text, without punctuation."""
    return _evened(text).split()


def places_of(text: str) -> list[tuple[int, int]]:
    """Where each of these words begins and ends, in characters."""
    raw = text.encode("utf-8", "surrogatepass")
    places, at, characters = [], 0, 0
    for word in re.finditer(rb"\S+", _evened(text)):
        characters += len(raw[at : word.start()].decode("utf-8", "surrogatepass"))
        length = len(raw[word.start() : word.end()].decode("utf-8", "surrogatepass"))
        places.append((characters, characters + length))
        at, characters = word.end(), characters + length
    return places


def windows_of(texts: Iterable[str]) -> bytes:
    """The fingerprints of every window of some texts, as bytes that are the same anywhere."""
    found = {
        mark
        for words in map(words_of, texts)
        for mark in _fingerprints(words, range(len(words) - _WINDOW + 1))
    }
    return _in_little_endian(array("I", sorted(found))).tobytes()


class Windows:
    """The windows of several packs."""

    def __init__(self, tables: Iterable[bytes]) -> None:
        """Take up what :func:`windows_of` gave.

        Raises:
            ValueError: if it did not give this.
        """
        self._tables: list[array[int]] = []
        for raw in tables:
            table = array("I")
            table.frombytes(raw)
            self._tables.append(_in_little_endian(table))

    def runs(self, texts: Sequence[Sequence[bytes]]) -> list[list[tuple[int, int]]]:
        """For each text its runs that are too long: the first word, and the one after the last."""
        marks = [_fingerprints(words, _begins(words)) for words in texts]
        # One pass over the tables for all texts: it is quicker than to look each mark up.
        wanted = set(chain.from_iterable(marks))
        known = {mark for table in self._tables for mark in wanted.intersection(table)}
        return [
            list(self._too_long(words, [index for index, mark in enumerate(own) if mark in known]))
            for words, own in zip(texts, marks, strict=True)
        ]

    def _too_long(self, words: Sequence[bytes], known: Iterable[int]) -> Iterator[tuple[int, int]]:
        end = 0
        for at in (_WINDOW * index for index in known):
            if at >= end:
                first, end = self._around(words, at)
                if end - first >= _WINDOWS_OF_A_RUN:
                    yield first, end + _WINDOW - 1

    def _around(self, words: Sequence[bytes], at: int) -> tuple[int, int]:
        """The first window, and the one after the last, of those that are known in a row."""
        first, end = at, at + 1
        while first > 0 and self._knows(words, first - 1):
            first -= 1
        while end + _WINDOW <= len(words) and self._knows(words, end):
            end += 1
        return first, end

    def _knows(self, words: Sequence[bytes], at: int) -> bool:
        (mark,) = _fingerprints(words, (at,))
        places = ((table, bisect_left(table, mark)) for table in self._tables)
        return any(place < len(table) and table[place] == mark for table, place in places)


def _begins(words: Sequence[bytes]) -> range:
    """The windows to look up: every run holds one of them whole."""
    return range(0, len(words) - _WINDOW + 1, _WINDOW)


def _fingerprints(words: Sequence[bytes], begins: Iterable[int]) -> list[int]:
    return [crc32(b" ".join(words[at : at + _WINDOW])) for at in begins]


def _evened(text: str) -> bytes:
    raw = text.encode("utf-8", "surrogatepass")
    if not text.isascii():
        for mark, blanks in _PARTING:
            raw = mark.sub(blanks, raw)
    return raw.translate(_LETTERS)


def _in_little_endian(table: array[int]) -> array[int]:
    if sys.byteorder == "big":
        table.byteswap()
    return table
