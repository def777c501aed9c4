"""Phrases by their words: the longest one that stands at a place of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView
from typing import Generic, NamedTuple, TypeVar

from .tokens import PASSED_OVER, Token, Tokens

T = TypeVar("T")
_MAX_MARKS = 3
"""So many marks may stand between two words of one phrase."""
_COMMA = ","


class Found(NamedTuple, Generic[T]):
    """A phrase in a text."""

    start: int
    end: int
    values: tuple[T, ...]
    """What is known by this phrase."""


class _Node(Generic[T]):
    """What may follow the words so far, and what they mean if nothing does."""

    __slots__ = ("after", "capitals", "values")

    def __init__(self) -> None:
        self.after: dict[str, _Node[T]] = {}
        self.values: dict[T, None] = {}
        self.capitals: dict[T, None] = {}


class Phrases(Generic[T]):
    """Phrases and what each means; several may have one meaning, and one several."""

    def __init__(self, *, backwards: bool = False) -> None:
        self._root: _Node[T] = _Node()
        self._backwards = backwards
        self.words: set[str] = set()
        """Every folded word of a phrase, in any place."""

    def add(self, phrase: str, value: T, *, capitals: bool = False) -> None:
        """Learn a phrase.

        Args:
            phrase: its words; commas may stand in a text or not.
            value: what it means.
            capitals: that it is this phrase only where it is written in capitals.
        """
        words = [
            token.folded
            for token in Tokens(phrase).between(0, len(phrase))
            if token.text not in PASSED_OVER
        ]
        for form in {tuple(words), tuple(word for word in words if word != _COMMA)}:
            self.words.update(form)
            node = self._root
            for word in reversed(form) if self._backwards else form:
                node = node.after.setdefault(word, _Node())
            if node is not self._root:
                (node.capitals if capitals else node.values)[value] = None

    @property
    def begins(self) -> KeysView[str]:
        """The folded words with which a phrase begins or, read backwards, ends."""
        return self._root.after.keys()

    def begins_with(self, word: str) -> bool:
        """Whether a phrase begins (or, read backwards, ends) with this folded word."""
        return word in self._root.after

    def at(self, tokens: Tokens, start: int) -> Found[T] | None:
        """The longest phrase that stands at ``start``, blanks before it passed over."""
        token = tokens[start]
        if token is None:
            return None
        begun = self._root.after
        if token.folded not in begun and token.plain not in begun:
            return None  # most words of a text begin no phrase
        return self._longest(tokens.text, _onwards(tokens, token))

    def before(self, text: str, found: Iterable[Token]) -> Found[T] | None:
        """The longest phrase that ends with the last of these tokens, given last first."""
        return self._longest(text, found)

    def _longest(self, text: str, found: Iterable[Token]) -> Found[T] | None:
        node, best, marks, first = self._root, None, 0, None
        for token in found:
            if token.text in PASSED_OVER:
                marks += 1
                if first is None or marks > _MAX_MARKS:
                    break
                continue
            marks = 0
            following = node.after.get(token.folded)
            if following is None:
                best = self._possessive(text, node, token, first) or best
                break
            node = following
            first = first or token
            best = _ending(text, node, *_span(first, token)) or best
        return best

    def _possessive(
        self, text: str, node: _Node[T], token: Token, first: Token | None
    ) -> Found[T] | None:
        """The phrase if its last word stands in the possessive: the Rome Statute's."""
        following = node.after.get(token.plain)
        if following is None or self._backwards:
            return None
        start = (first or token).start
        return _ending(text, following, start, token.without_possessive.end)


def _ending(text: str, node: _Node[T], start: int, end: int) -> Found[T] | None:
    values = dict(node.values)
    if node.capitals and text[start:end].isupper():
        values |= node.capitals
    return Found(start, end, tuple(values)) if values else None


def _span(one: Token, other: Token) -> tuple[int, int]:
    return min(one.start, other.start), max(one.end, other.end)


def _onwards(tokens: Tokens, token: Token | None) -> Iterator[Token]:
    while token:
        yield token
        token = tokens[token.end]
