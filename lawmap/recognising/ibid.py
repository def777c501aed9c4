"""What words such as ibid point at: what the note, or the sentence, right before them cites."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from .bridges import Bridges
from .reference import Reference, Way

Span = tuple[int, int]
_BEFORE = 40
"""So many characters, such as See also, may stand before what a note cites."""
_MOST = 20
"""So many notes without a number, such as ``Ibid.``, are passed over."""
_PARTING = re.compile(
    r"\n[^\S\n]*\n\s*|\n(?=[^\S\n]*(?:\[[0-9]{1,4}\]|\([0-9]{1,4}\)|[0-9]{1,4}[.)]?)[^\S\n])"
)
"""Between paragraphs, and before a line that begins with the number of a note."""


class _Cited(NamedTuple):
    start: int
    end: int
    reference: Reference | None


class Ibid:
    """The citations of a text so far, and what a word that points back means."""

    def __init__(self, text: str, bridges: Bridges, notes: Sequence[Span]) -> None:
        self._text, self._bridges, self._notes = text, bridges, notes
        self._cited: list[_Cited] = []
        self._starts: list[int] = []

    def add(self, start: int, end: int, reference: Reference | None) -> None:
        """Take note of a citation; they come in the order of the text."""
        self._cited.append(_Cited(start, end, reference))
        self._starts.append(start)

    def at(self, start: int) -> Reference | None:
        """What is meant by a word that points back; None if that is not one instrument.

        Args:
            start: where the word begins.
        """
        begin, _ = stretch = self._stretch(start)
        if any(one.start >= begin for one in self._cited[-1:]):
            return self._cited_in(begin, start)
        if not self._opens(begin, start):
            return None
        for _ in range(_MOST):
            earlier = self._before(stretch)
            if earlier is None:
                return None
            stretch = earlier
            if not self._points_back(*stretch):
                return self._cited_in(*stretch)
        return None

    def _opens(self, begin: int, start: int) -> bool:
        """Whether nothing is cited before a place of a note."""
        before = self._text[begin:start]
        return len(before) <= _BEFORE and ";" not in before

    def _cited_in(self, begin: int, end: int) -> Reference | None:
        """The one instrument that a stretch cites, if it cites nothing else."""
        first = bisect_right(self._starts, begin - 1)
        last = bisect_right(self._starts, end - 1)
        within = self._cited[first:last]
        if not within or not self._opens(begin, within[0].start):
            return None
        named = within[-1].reference
        if any(not _is_named(one.reference) for one in within) or named is None:
            return None
        if len({one.reference and one.reference.bearers for one in within}) > 1:
            return None
        if not self._bridges.ends_by(within[-1].end, end):
            return None
        return Reference(
            Way.NAMED, named.start, named.end, named.bearers, pointed_at=within[-1].start
        )

    def _points_back(self, begin: int, end: int) -> bool:
        """Whether a note says no more than that it cites what the one before does."""
        return end - begin <= _BEFORE and self._bridges.is_ibid(begin, end)

    def _stretch(self, at: int) -> Span:
        """The note in which a place stands, else the paragraph."""
        order = bisect_right(self._by_place, (at, len(self._text) + 1)) - 1
        if order >= 0 and at < self._by_place[order][1]:
            return self._by_place[order]
        paragraph = bisect_right(self._paragraphs, at) - 1
        return self._paragraphs[paragraph], self._end(paragraph)

    def _before(self, stretch: Span) -> Span | None:
        """The note before this one; else the paragraph before, if that is no note."""
        if stretch in self._places:
            place = self._places[stretch]
            earlier = self._notes[place - 1] if place else None
            return earlier if earlier and earlier < stretch else None
        paragraph = bisect_right(self._paragraphs, stretch[0]) - 1
        if not paragraph:
            return None
        start = self._paragraphs[paragraph - 1]
        return None if self._stretch(start) in self._places else (start, self._end(paragraph - 1))

    def _end(self, paragraph: int) -> int:
        following = self._paragraphs[paragraph + 1 : paragraph + 2]
        return following[0] if following else len(self._text)

    @cached_property
    def _by_place(self) -> list[Span]:
        return sorted(self._notes)

    @cached_property
    def _places(self) -> dict[Span, int]:
        return {span: place for place, span in enumerate(self._notes)}

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [0, *(found.end() for found in _PARTING.finditer(self._text))]


def _is_named(reference: Reference | None) -> bool:
    return reference is not None and reference.way in (Way.NAMED, Way.DEFINED)
