"""Names that a text gives itself: the Genocide Convention (“the Convention”)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .bridges import Bridges
from .names import STEM, Bearer, Names
from .phrases import Phrases
from .reference import Reference, Way
from .tokens import Token, Tokens, fold

_MAX_TERM = 8
"""So many words a name of this kind may have."""
_MAX_TERMS = 4
_MAX_TAIL = 14
"""So many words may stand between an instrument's name and the bracket: of 9 December 1948."""
_BEFORE = 160
_QUOTES = frozenset("\"“”„«»'‘’`")
_OPENS = "(["
_CLOSES = frozenset(")]")
_QUOTED = f"(?=[^()\\[\\]]{{0,40}}[{''.join(sorted(_QUOTES))}])"
_BRACKETS = (re.compile(rf"\({_QUOTED}"), re.compile(rf"\[{_QUOTED}"))
"""A bracket in which a quotation mark stands soon."""
_UNQUOTED = re.compile(r"[(\[](?=[^\W_a-z][^()\[\]\n]{1,40}[)\]])")
"""A bracket that may hold nothing but a short name."""
_SEVERAL = 2
_TAIL_MARKS = frozenset(",()[]")


class _Definition(NamedTuple):
    at: int
    bearers: tuple[Bearer, ...]
    """None of them: the text names an instrument that nobody here knows."""


class Definitions:
    """The names that a text gave up to a place, found as far as they are asked for."""

    def __init__(self, tokens: Tokens, names: Names, bridges: Bridges) -> None:
        self.tokens, self.text, self.names, self.bridges = tokens, tokens.text, names, bridges
        self._phrases: Phrases[_Definition] = Phrases()
        self._openings = self._every_opening()
        self._next = next(self._openings, None)

    def _every_opening(self) -> Iterator[int]:
        """Where a definition may begin: brackets, and words such as hereinafter."""
        patterns = (*_BRACKETS, _UNQUOTED, self.names.words.definers)
        yield from sorted(
            {found.start() for pattern in patterns for found in pattern.finditer(self.text)}
        )

    def at(self, at: int) -> Reference | None:
        """The longest name at a place that was given before it."""
        self._read_up_to(at)
        found = self._phrases.at(self.tokens, at)
        if found is None:
            return None
        bearers = tuple(dict.fromkeys(one for value in found.values for one in value.bearers))
        unknown = any(not value.bearers for value in found.values)
        way = Way.DEFINED if bearers or not unknown else Way.UNKNOWN
        return Reference(way, found.start, found.end, bearers, found.values[-1].at)

    def _read_up_to(self, at: int) -> None:
        while self._next is not None and self._next < at:
            self._read(self._next)
            self._next = next(self._openings, None)

    def _read(self, at: int) -> None:
        terms = list(self._terms(at))
        if not terms:
            self._settle(at)
            return
        bearers = self._defined(at)
        if bearers is None:
            return
        for term in terms:
            for form in self._forms(term):
                self._phrases.add(form, _Definition(at, bearers))

    def _settle(self, at: int) -> None:
        """A bracket with a known name that several bear: the title before it says which is meant.

        ``Convention on the Rights of the Child (adopted 20 November 1989) 1577 UNTS 3 (CRC)``
        """
        opening = self.tokens[at if self.text[at] in _OPENS else max(at - 1, 0)]
        short = self.bridges.short_name(opening) if opening and opening.text in _OPENS else None
        if opening is None or short is None or len(short.bearers) < _SEVERAL:
            return
        titled = self.bridges.back(opening.start, 0, numbered=True)
        if titled and len(titled.bearers) == 1 and titled.bearers[0] in short.bearers:
            self._phrases.add(short.text, _Definition(at, titled.bearers))

    def _forms(self, term: str) -> set[str]:
        """A term and, of a kind in a language that inflects, all its forms: Статут, Статуту."""
        word = fold(term)
        known = self.names.words.kinds | self.names.words.laws
        if word not in known or word.isascii():
            return {term}
        return {one for one in known if one[:STEM] == word[:STEM]}

    def _terms(self, at: int) -> Iterator[str]:
        """The names that a bracket gives: (hereinafter “the Convention” or “the Treaty”)."""
        opening = self.tokens[at]
        if opening is None:
            return
        at = opening.end if opening.text in _OPENS else at
        word = self.names.words.defining.at(self.tokens, at)
        at = word.end if word else at
        if opening.text not in _OPENS and not word:
            return
        for _ in range(_MAX_TERMS):
            at = self._passed(at)
            token = self.tokens[at]
            if token is None:
                return
            quoted = token.text in _QUOTES
            if not quoted and not word:
                return
            term = self._term(token.end if quoted else token.start, quoted=quoted)
            if term is None:
                return
            yield self.text[term[0].start : term[-1].end]
            at = term[-1].end + 1

    def _passed(self, at: int) -> int:
        """Behind the words and marks before a name: referred to as the, a dash, a colon."""
        for _ in range(_MAX_TERM):
            token = self.tokens[at]
            if token is None:
                return at
            found = self.names.words.naming.at(self.tokens, at)
            if found:
                at = found.end
            elif token.kind == "mark" and token.text not in _QUOTES | _CLOSES:
                at = token.end
            else:
                return at
        return at

    def _term(self, at: int, *, quoted: bool) -> list[Token] | None:
        """The words of a name, without an article in front, if they may name an instrument."""
        article = self.names.words.articles.at(self.tokens, at)
        at = article.end if article else at
        found: list[Token] = []
        while len(found) <= _MAX_TERM:
            token = self.tokens[at]
            if token is None:
                return None
            if token.text in _QUOTES or token.text in _CLOSES:
                break
            if not quoted and token.text in (",", ".", ";"):
                break
            found.append(token)
            at = token.end
        if not found or len(found) > _MAX_TERM:
            return None
        return found if self._may_name(found) else None

    def _may_name(self, found: list[Token]) -> bool:
        words = self.names.words
        known = words.kinds | words.laws
        return any(token.is_acronym or token.plain in known for token in found)

    def _defined(self, at: int) -> tuple[Bearer, ...] | None:
        """What a bracket is about: the bearers of the name before it, none if nobody knows it."""
        titled = self.bridges.back(at, 0, numbered=True)
        if titled:
            return titled.bearers
        before = self.tokens.between(max(0, at - _BEFORE), at)
        for skipped in range(min(_MAX_TAIL, len(before))):
            token = before[-1 - skipped]
            found = self.names.before(self.tokens, token.end, max(0, token.end - 2 * _BEFORE))
            if found and self._is_tail(before[len(before) - skipped :]):
                return found.values
            if not self._may_be_tail(token):
                break
        return self._unknown(before)

    def _is_tail(self, after: list[Token]) -> bool:
        return all(self._may_be_tail(token) for token in after)

    def _may_be_tail(self, token: Token) -> bool:
        words = self.names.words
        return (
            token.kind == "number"
            or token.text in _TAIL_MARKS
            or token.is_capitalised
            or words.of.begins_with(token.folded)
            or token.folded in words.linking
        )

    def _unknown(self, before: list[Token]) -> tuple[Bearer, ...] | None:
        """No bearers if the words before are those of a law, None if they are no law at all."""
        words = self.names.words
        known = words.kinds | words.laws
        for token in reversed(before[-_MAX_TAIL:]):
            if token.is_word and token.plain in known:
                return ()
            if not (self._may_be_tail(token) or token.is_word):
                break
        return None
