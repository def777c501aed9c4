"""Names that go on: what begins as a known name may be the name of something else.

The ECHR Act is no European Convention, and Protocol No. 1 to the American Convention none to it.
"""

from __future__ import annotations

from collections.abc import Iterable

from .names import STEM, Bearer, Names
from .phrases import Found
from .tokens import Token, Tokens

_MOST_BETWEEN = 3
"""So many words with a capital may stand between a name and the word that turns it."""
_BEFORE = 60
"""So many characters before a name it is looked for what adds to it."""


class Longer:
    """Whether known names of one text go on as names that are not known."""

    def __init__(self, tokens: Tokens, names: Names) -> None:
        self.tokens, self.text = tokens, tokens.text
        self.names, self.words = names, names.words

    def turned(self, found: Found[Bearer]) -> int | None:
        """The end of a word behind a name that makes it another's: the ECHR ``Act``."""
        at = found.end
        for passed in range(_MOST_BETWEEN + 1):
            token = self.tokens[at]
            if token is None or not token.is_word or self._is_apart(at, token):
                return None
            capital = token.text.capitalize()
            if (token.is_capitalised and capital in self.words.turning) or (
                not passed and token.folded in self.words.turning
            ):
                return token.end
            if not token.is_capitalised or self._is_no_name(token):
                return None
            at = token.end
        return None

    def adds_to(self, found: Found[Bearer]) -> int | None:
        """Where that begins to which an instrument adds: Protocol I to ``the ...``."""
        if not self._adds(found):
            return None
        word = self.words.adding.at(self.tokens, found.end)
        if word is None or "\n\n" in self.text[found.end : word.end]:
            return None
        article = self.words.articles.at(self.tokens, word.end)
        return article.end if article else word.end

    def is_parent(self, found: Found[Bearer], named: Found[Bearer]) -> bool:
        """Whether an instrument adds to the one that is named behind it."""
        parents = frozenset(one for bearer in found.values for one in self.names.parents(bearer))
        return bool(
            parents & set(named.values)
            or self.names.instruments_of(parents) & self.names.instruments_of(named.values)
        )

    def is_kind_of_parent(self, found: Found[Bearer], kinds: Iterable[Token]) -> bool:
        """Whether an instrument adds to one of such a kind: a convention, and no agreement."""
        own = {kind for bearer in found.values for kind in self.names.kinds_of_parents(bearer)}
        return not own or any(one.plain[:STEM] in own for one in kinds)

    def overlapping(self, found: Found[Bearer]) -> Found[Bearer] | None:
        """A name that begins in another and goes on: the Second ``Geneva Convention on``."""
        for token in self.tokens.between(found.start, found.end)[1:]:
            other = self.names.phrases.at(self.tokens, token.start)
            if other and other.end > found.end and not set(other.values) & set(found.values):
                return other
        return None

    def is_added_to(self, start: int, floor: int) -> bool:
        """Whether a name ends that of what adds to it: ``Optional Protocol to`` the Covenant."""
        before = self.tokens.between(max(floor, start - _BEFORE), start)
        while before and self.words.articles.at(self.tokens, before[-1].start):
            before.pop()
        if len(before) < 2 or not self.words.adding.begins_with(before[-1].folded):  # noqa: PLR2004
            return False
        return before[-2].folded in self.words.additional

    def _adds(self, found: Found[Bearer]) -> bool:
        words = self.tokens.between(found.start, found.end)
        return any(one.folded in self.words.additional for one in words) or any(
            self.names.parents(one) for one in found.values
        )

    def _is_apart(self, at: int, token: Token) -> bool:
        """Whether a word stands in another paragraph, or is glued to what is before it."""
        between = self.text[at : token.start]
        return not between or between.count("\n") > 1

    def _is_no_name(self, token: Token) -> bool:
        return any(
            table.at(self.tokens, token.start)
            for table in (self.words.units, self.words.articles, self.words.joins, self.words.of)
        )
