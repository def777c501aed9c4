"""To which instrument a number belongs, by the words before and after it."""

from __future__ import annotations

import re
from typing import NamedTuple

from .bridges import Bridges
from .definitions import Definitions
from .longer import Longer
from .names import Bearer, BearerKind, Names
from .phrases import Found
from .reference import Reference, Way
from .tokens import DASHES, Token, Tokens

_MAX_WORDS = 16
"""So many words the name of an unknown instrument may have."""
_GAP = 30
"""So many characters may stand between a name and the unit word after it."""
_YEAR = 4
_BRACKETED = 3
"""A year in brackets: so many tokens."""
_DATE_TOKENS = 4
_BETWEEN = frozenset(",:([")
_AFTER_NAME = frozenset(".,)]\"”»’'")
_MAX_DETERMINERS = 4


class _Phrase(NamedTuple):
    start: int
    end: int
    generic: bool
    lawlike: bool


class ReferenceReader:
    """Finds what numbers of one text belong to."""

    def __init__(self, tokens: Tokens, names: Names, bridges: Bridges) -> None:
        self.tokens, self.text = tokens, tokens.text
        self.names, self.bridges = names, bridges
        self.definitions = Definitions(tokens, names, bridges)
        self.words = names.words
        self._determining = (
            ("same", self.words.same),
            ("own", self.words.own),
            ("article", self.words.articles),
        )
        self.longer = Longer(tokens, names)

    def after(self, end: int) -> Reference | None:
        """The reference that follows a number, if one does."""
        at, comma, bracket = end, False, False
        token = self.tokens[at]
        if token is None:
            return None
        if token.text == ",":
            at, comma = token.end, True
        elif token.text in "([":
            at, bracket = token.end, True
        shared = self.words.common.at(self.tokens, at)
        of = self.words.of.at(self.tokens, shared.end if shared else at)
        at = of.end if of else at
        at, flags = self._determiners(at)
        if thereof := self.words.thereof.at(self.tokens, at):
            return Reference(Way.SAME, thereof.start, thereof.end)
        if comma and flags and not of:
            return None
        if named := self._named(at, flags):
            own_number = (comma or bracket) and not of and self._unit(named.end) is not None
            between = self.text[end : named.start]
            is_apart = not of and _PARAGRAPH.search(between) is not None
            return None if own_number or is_apart or self._goes_on(named, bracket) else named
        if bracket:
            return None
        return self._told(at, flags, direct=not of, comma=comma)

    def _goes_on(self, named: Reference, bracket: bool) -> bool:
        """Whether a bracket cites on its own: art 51 (Rome Statute, 2187 UNTS 3, art 8)."""
        comma = self.tokens[named.end] if bracket else None
        volume = self.tokens[comma.end] if comma and comma.text == "," else None
        series = self.tokens[volume.end] if volume and volume.is_number else None
        return series is not None and series.is_acronym

    def _determiners(self, at: int) -> tuple[int, frozenset[str]]:
        flags = set[str]()
        for _ in range(_MAX_DETERMINERS):
            for flag, table in self._determining:
                if word := table.at(self.tokens, at):
                    at = word.end
                    flags.add(flag)
                    break
            else:
                break
        return at, frozenset(flags)

    def _named(self, at: int, flags: frozenset[str]) -> Reference | None:
        known = self.names.at(self.tokens, at)
        defined = None if "own" in flags else self.definitions.at(at)
        phrase = self._phrase(at) if known or defined else None
        if defined and (known is None or defined.end >= known.end):
            if phrase and phrase.end > defined.end and not phrase.generic:
                return None  # a longer name: the Convention on Road Traffic
            return defined
        if known is None or (
            phrase and phrase.generic and phrase.end >= known.end and not _groups(known)
        ):
            return None  # the Statute of the Court: whichever is meant
        longer = self._longer(known)
        if longer:
            return Reference(Way.UNKNOWN, known.start, longer)
        if other := self.longer.overlapping(known):
            return Reference(Way.NAMED, known.start, other.end, other.values)
        end, year = self._with_date(known)
        return Reference(Way.NAMED, known.start, end, known.values, year=year)

    def _longer(self, known: Found[Bearer]) -> int | None:
        """The end of a longer name that nobody here knows, if a known name goes on as one."""
        if turned := self.longer.turned(known):
            return turned
        if at := self.longer.adds_to(known):
            named, phrase = self.names.at(self.tokens, at), self._phrase(at)
            if named and (phrase is None or named.end >= phrase.end or phrase.generic):
                return None if self.longer.is_parent(known, named) else named.end
            if phrase and phrase.generic:
                kinds = self.tokens.between(phrase.start, phrase.end)
                is_own = self.longer.is_kind_of_parent(known, kinds)
                return self._small_title(phrase.end) if is_own else phrase.end
            return phrase.end if phrase and phrase.lawlike else None
        return self._body_behind(known)

    def _small_title(self, end: int) -> int | None:
        """The end of the first words of a title in small letters: the Convention про торгівлю."""
        link = self.tokens[end]
        if link is None or not link.is_word or not _is_cyrillic(link):
            return None
        word = self.tokens[link.end] if link.folded in self.words.linking else None
        is_title = word is not None and word.is_word and word.plain not in self.words.bodies
        return word.end if word and is_title else None

    def _body_behind(self, known: Found[Bearer]) -> int | None:
        """The end of a body that owns an instrument of a known name: Statute of the Institute."""
        last = self.tokens.between(known.start, known.end)[-1]
        link = self.tokens[known.end]
        if link is None or link.folded not in self.words.linking:
            return None
        if last.plain not in self.words.kinds or self.words.adding.begins_with(link.folded):
            return None
        article = self.words.articles.at(self.tokens, link.end)
        phrase = self._phrase(article.end) if article else None
        if phrase is None:
            return None
        words = [one.plain for one in self.tokens.between(phrase.start, phrase.end)]
        is_body = any(word in self.words.bodies for word in words)
        is_named = any(
            not (word in self.words.bodies or word in self.words.kinds or self._is_small(word))
            for word in words
        )
        return phrase.end if is_body and is_named else None

    def bracketed(self, end: int) -> Reference | None:
        """The name alone in a bracket behind a kind: the Convention (``Fourth Geneva ...``)."""
        opening = self.tokens[end]
        if opening is None or opening.text != "(":
            return None
        found = self.names.at(self.tokens, opening.end)
        closing = self.tokens[found.end] if found else None
        if found is None or closing is None or closing.text != ")":
            return None
        return Reference(Way.NAMED, found.start, closing.end, found.values)

    def _with_date(self, found: Found[Bearer]) -> tuple[int, str]:
        """The end of a name with its day or year of adoption, or another year, if one follows."""
        years = self.names.years_of(found.values)
        at, is_own = found.end, False
        if word := self.words.of.at(self.tokens, at):
            at, is_own = word.end, self.text[word.start : word.end] in self.words.linking
        for _ in range(_DATE_TOKENS):
            token = self.tokens[at]
            if token is None or not (token.kind != "mark" or token.text == ","):
                break
            if token.text in years:
                return (token.end if word else found.end), ""
            if is_own and token.is_number and len(token.text) == _YEAR:
                return found.end, token.text if years else ""
            at = token.end
        return found.end, ""

    def _unit(self, at: int) -> int | None:
        """Where a unit word with a number stands, if one does: a name before it belongs to it."""
        token = self.tokens[at]
        at = token.end if token and token.text == "," else at
        unit = self.words.units.at(self.tokens, at)
        if unit is None:
            return None
        dot = self.tokens[unit.end]
        number = self.tokens[dot.end if dot and dot.text == "." else unit.end]
        return unit.start if number and number.kind == "number" else None

    def _told(
        self, at: int, flags: frozenset[str], *, direct: bool, comma: bool
    ) -> Reference | None:
        """A reference by kind, by pointing back, or by a name that is not known."""
        token = self.tokens[at]
        if token is None or not token.is_word:
            return None
        if direct and (comma or not _is_cyrillic(token)):
            return self._acronym(token) if not comma and token.start > at else None
        phrase = self._phrase(at)
        if phrase is None or (direct and not phrase.lawlike and not phrase.generic):
            return None
        if phrase.generic:
            way = Way.SAME if "same" in flags else Way.KIND
            return Reference(way, phrase.start, phrase.end)
        return Reference(Way.UNKNOWN, phrase.start, phrase.end, lawlike=phrase.lawlike)

    def _acronym(self, token: Token) -> Reference | None:
        """An abbreviation right behind the number: art 5 NATO."""
        is_word = any(
            table.at(self.tokens, token.start)
            for table in (self.words.units, self.words.articles, self.words.joins, self.words.parts)
        )
        following = self.tokens[token.end]
        shouted = following is not None and following.is_acronym
        if not token.is_acronym or is_word or shouted:
            return None
        return Reference(Way.UNKNOWN, token.start, self._glued(token.end))

    def _phrase(self, at: int) -> _Phrase | None:
        """The words of a name that is not known, as far as they look like one."""
        first = self.tokens[at]
        if first is None or not self._may_begin(first):
            return None
        found, end = [first], self._glued(first.end)
        while len(found) < _MAX_WORDS:
            more = self._more(found, end)
            if not more:
                break
            found += more
            end = self._glued(more[-1].end)
        content = [one.plain for one in found]
        generic = all(
            word in self.words.kinds or word in self.words.bodies or self._is_small(word)
            for word in content
        ) and any(word in self.words.kinds for word in content)
        known = self.words.kinds | self.words.laws
        lawlike = any(word in known for word in content) or any(one.is_acronym for one in found)
        last = found[-1]
        shorter = last.without_possessive.end if end == last.end else end
        return _Phrase(first.start, shorter, generic, lawlike)

    def _is_unit(self, token: Token) -> bool:
        """Whether a word begins another number: Article, or Rule 5; a Regulation alone does not."""
        unit = self.words.units.at(self.tokens, token.start)
        if unit is None:
            return False
        return unit.values[0].id in self.words.always or self._unit(token.start) is not None

    def _is_small(self, word: str) -> bool:
        return word in self.words.linking or self.words.articles.begins_with(word)

    def _may_begin(self, token: Token) -> bool:
        if not token.is_word or self._is_unit(token):
            return False
        word = token.plain
        return token.is_capitalised or word in self.words.kinds or word in self.words.laws

    def _more(self, found: list[Token], end: int) -> list[Token]:
        """The next words of an unknown name; none if it ends."""
        following = self.tokens[end]
        if following is None or self._is_unit(following):
            return []
        if self._carries_on(found[-1], following):
            return [following]
        if bracketed := self._bracketed(following):
            return bracketed
        linked: list[Token] = []
        token: Token | None = following
        while token and len(linked) < _MAX_DETERMINERS and self._is_small(token.folded):
            linked.append(token)
            token = self.tokens[token.end]
        if not linked or token is None or not token.is_capitalised:
            return []
        return [] if self._is_unit(token) else [*linked, token]

    def _bracketed(self, opening: Token) -> list[Token]:
        """An abbreviation in brackets with a number behind it: Regulation (EU) 2016/679."""
        if opening.text != "(":
            return []
        found = [opening]
        for _ in range(_BRACKETED):
            token = self.tokens[found[-1].end]
            found += [token] if token else []
        fits = len(found) > _BRACKETED and found[2].text == ")"
        return found if fits and found[1].is_acronym and found[3].is_number else []

    def _carries_on(self, last: Token, following: Token) -> bool:
        """Whether a word or number follows the last one as a part of the same name."""
        word = following.plain
        after_kind = last.plain in self.words.kinds
        after_law = last.plain in self.words.laws
        if word in self.words.numbering:
            return True
        if following.is_number:
            counted = last.folded in self.words.numbering or last.text == "."
            small = after_kind and len(following.text) < _YEAR
            return following.start > last.end and (counted or after_law or small)
        if following.text == ".":
            return last.folded in self.words.numbering
        if not following.is_word:
            return False
        if word in self.words.kinds or word in self.words.laws:
            return True
        if word in self.words.bodies and (following.is_capitalised or _is_cyrillic(following)):
            return True
        if not following.is_capitalised or self._is_small(word):
            return False
        return not after_kind or _is_cyrillic(following) or set(following.text) <= set("IVX")

    def _glued(self, end: int) -> int:
        """The end of what hyphens and strokes glue to a word: ICCPR-OP2, 3386/2005."""
        for _ in range(_MAX_DETERMINERS):
            if self.text[end : end + 1] not in _GLUE:
                break
            token = self.tokens[end + 1]
            if token is None or token.start != end + 1 or token.kind == "mark":
                break
            end = token.end
        return end

    def before(self, start: int, end: int, floor: int) -> Reference | None:
        """The reference that stands before a unit word: ``Rome Statute, art. 7``.

        Args:
            start: where the unit word begins.
            end: behind the numbers.
            floor: nothing before it counts.
        """
        found = self._right_before(start, floor)
        if found:
            return self._settled(found.start, found.end, found.values)
        bridge = self.bridges.back(start, floor)
        if bridge and self.bridges.stands_alone(start, end):
            return self._settled(bridge.start, bridge.name_end, bridge.bearers)
        return None

    def _settled(self, start: int, end: int, bearers: tuple[Bearer, ...]) -> Reference:
        """A name before a number; where the text itself said whose it is, as it said."""
        defined = self.definitions.at(start) if len(bearers) > 1 else None
        if defined and defined.end >= end and defined.bearers:
            return defined._replace(end=end)
        return Reference(Way.NAMED, start, end, bearers)

    def _right_before(self, start: int, floor: int) -> Found[Bearer] | None:
        """The name that stands before a unit word: ``Rome Statute, art. 7``."""
        found = self._before(start, floor)
        return None if found and self.longer.is_added_to(found.start, floor) else found

    def _before(self, start: int, floor: int) -> Found[Bearer] | None:
        nearest = max(floor, start - _GAP)
        last = next(self.tokens.backwards(start, nearest), None)
        if last is not None and last.is_word:
            return self.names.before(self.tokens, start, floor)
        near = self.tokens.between(nearest, start)
        end = start
        while near and near[-1].text in _BETWEEN:
            end = near.pop().start
        if near and near[-1].text == ".":
            near.pop()
        year = [token.text for token in near[-3:]]
        if len(year) == _BRACKETED and year[0] == "(" and year[2] == ")" and len(year[1]) == _YEAR:
            end = near[-3].start
            near = near[:-3]
            while near and near[-1].text in _AFTER_NAME:
                end = near.pop().start
        if not near:
            return None
        return self.names.before(self.tokens, end, floor)


_PARAGRAPH = re.compile(r"\n[ \t]{0,40}\n")
_GLUE = DASHES | frozenset("/")


def _groups(found: Found[Bearer]) -> bool:
    """Whether a name of a kind alone is that of a group: the Covenants."""
    return all(one.kind is BearerKind.GROUP for one in found.values)


def _is_cyrillic(token: Token) -> bool:
    return "\u0400" <= token.text[0] <= "\u052f"
