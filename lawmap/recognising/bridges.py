"""What may stand between the name of an instrument and a number of it in a formal citation.

``Geneva Convention (IV) ... (adopted 12 August 1949) 75 UNTS 287 (GC IV) art 4``, or in a later one
``GC IV (n 2) art 4``. Dates, series, brackets with a short name and signs of notes; any other word
parts the two, and so does the end of a sentence or of a paragraph.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import NamedTuple

from .names import Bearer, Names
from .numbers import NumberReader
from .phrases import Found
from .tokens import DASHES, MAX_BLANKS, Token, Tokens

_LENGTH = 300
"""So many characters may lie between."""
_NAME = 300
"""So many characters before them the name may have."""
_MAX_TERM = 8
"""So many words a short name in brackets may have."""
_MAX_SMALL = 4
_YEAR = 4
_CLOSING = {"(": ")", "[": "]"}
_QUOTES = frozenset("\"“”„«»'‘’")
_MARKS = frozenset(",.:;/()[]") | _QUOTES
_BLANKS_AND_MARKS = " \t\r\n\u00a0.,:()[]"
_STOPS = frozenset(".;)]")
_DAY = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.([0-9]{4})(?![0-9])")
_ROMAN = frozenset("IVXLC")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


class Bridge(NamedTuple):
    """A name, and all that lies between it and a place."""

    start: int
    """Where the name begins."""
    name_end: int
    bearers: tuple[Bearer, ...]


class ShortName(NamedTuple):
    """A bracket that gives a short name."""

    text: str
    end: int
    """Behind the bracket."""
    bearers: tuple[Bearer, ...]
    """Those that are known to bear it; none if nobody knows it."""


class _Read(NamedTuple):
    """What was read from a name or number onwards."""

    end: int
    tells: bool
    """Whether it has a number or a short name: words alone may be those of a sentence."""
    terms: tuple[ShortName, ...]
    year: str | None
    """The year of the first day in it."""


class Bridges:
    """Reads formal citations of one text."""

    def __init__(self, tokens: Tokens, names: Names, numbers: NumberReader) -> None:
        self.tokens, self.text, self.numbers = tokens, tokens.text, numbers
        self.names, self.words = names, names.words

    def back(self, at: int, floor: int, *, numbered: bool = False) -> Bridge | None:
        """The name to which a place belongs, across the words of a formal citation.

        Args:
            at: where the number with its unit, or the bracket of a short name, begins.
            floor: nothing before it counts.
            numbered: whether numbers of provisions may lie between, too.
        """
        before = self._window(at, floor, numbered=numbered)
        index = len(before)
        while index and at - before[index - 1].end <= _LENGTH:
            token = before[index - 1]
            if token.kind != "mark" and self.names.may_end(token.folded):
                found = self.names.ending(self.text, before[:index])
                if found:
                    return self._crossed(found, at, numbered=numbered)
            skipped = self._term_before(before, index)
            if isinstance(skipped, Found):
                return self._crossed(skipped, at, numbered=numbered)
            if skipped is None and not self._may_lie_between(token, numbered=numbered):
                return None
            index = index - 1 if skipped is None else skipped
        return None

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether a number with its unit is no sentence: no full stop before it, or one behind."""
        if not self.text[max(0, start - MAX_BLANKS) : start].rstrip().endswith("."):
            return True
        following = self.tokens[end]
        return following is None or following.text in _STOPS or self._parted(end, following.start)

    def goes_on(self, end: int) -> bool:
        """Whether more of a formal citation follows a number: days, a series, a short name."""
        opening = self.tokens[end]
        if opening is None or opening.text not in ",([":
            return False
        return self._read(end, end + _LENGTH, numbered=False).tells

    def ends_by(self, start: int, end: int) -> bool:
        """Whether nothing but the words of a formal citation lies between two places."""
        if end - start > _LENGTH:
            return False
        read = self._read(start, end, numbered=False)
        return not self.text[read.end : end].strip(" \t\r\n.,)]")

    def ibid(self, at: int, floor: int) -> int | None:
        """Where a word begins that stands for what is cited before, right before a place."""
        words = self.tokens.backwards(at, max(floor, at - MAX_BLANKS))
        for marks, token in enumerate(words):
            if token.is_word:
                if not self.words.ibid.begins_with(token.folded):
                    return None
                found = self.words.ibid.before(self.text, chain((token,), words))
                return found.start if found else None
            if token.text not in ",.(" or marks > _MAX_SMALL:
                return None
        return None

    def is_ibid(self, start: int, end: int) -> bool:
        """Whether nothing but such a word stands between two places, with the number of a note."""
        found = self.ibid(end, start)
        return found is not None and not any(
            one.is_word for one in self.tokens.between(start, found)
        )

    def _window(self, at: int, floor: int, *, numbered: bool) -> list[Token]:
        """The words before a place in its paragraph, none if the last cannot lie between."""
        last = next(self.tokens.backwards(at, max(floor, at - MAX_BLANKS)), None)
        if last is None:
            return []
        named = numbered and self.names.may_end(last.folded)
        if not (named or self._may_lie_between(last, numbered=numbered)):
            return []
        begin = max(floor, at - _LENGTH - _NAME)
        for gap in _PARAGRAPH.finditer(self.text, begin, at):
            begin = gap.end()
        return self.tokens.between(begin, at)

    def _term_before(self, before: list[Token], index: int) -> int | Found[Bearer] | None:
        """Where a bracket begins that gives a short name; the name that such a bracket ends."""
        closing = before[index - 1].text
        if closing not in ")]":
            return None
        for back in range(2, min(index, _MAX_TERM + 6) + 1):
            token = before[index - back]
            if token.text in _CLOSING:
                found = self.names.ending(self.text, before[: index - 1])
                if found and found.start < token.start:
                    return found
                term = self.short_name(token)
                fits = term is not None and term.end == before[index - 1].end
                return index - back if fits else None
        return None

    def _may_lie_between(self, token: Token, *, numbered: bool) -> bool:
        if token.kind == "number" or token.text in _MARKS or _is_lettered(token):
            return True
        if token.folded in self.words.formal_words or (numbered and token.text in DASHES):
            return True
        return numbered and (len(token.text) <= _YEAR or self.words.units.begins_with(token.folded))

    def _crossed(self, found: Found[Bearer], at: int, *, numbered: bool) -> Bridge | None:
        """The name, if all that lies between may do so and belongs to it."""
        end = self._closed(found)
        read = self._read(end, at, numbered=numbered)
        between = self.text[end:at]
        is_left = self.text[read.end : at].strip(_BLANKS_AND_MARKS)
        if is_left or not _is_balanced(between) or self._is_added(found.start):
            return None
        bearers = found.values
        for term in read.terms:
            if term.bearers:
                bearers = tuple(one for one in bearers if one in term.bearers)
        years = self.names.years_known(bearers)
        if not bearers or (read.year and years and read.year not in years):
            return None
        return Bridge(found.start, end, bearers)

    def _closed(self, name: Found[Bearer]) -> int:
        """The end of a name with the bracket that closes behind it: (Protocol I)."""
        within = self.text[name.start : name.end]
        opened = within.count("(") > within.count(")")
        return name.end + (opened and self.text[name.end : name.end + 1] == ")")

    def _is_added(self, start: int) -> bool:
        """Whether a kind of law stands before a name: the Protocol to the Convention."""
        before = self.tokens.between(max(0, start - 2 * MAX_BLANKS), start)
        small = 0
        while small < min(_MAX_SMALL, len(before)):
            word = before[-1 - small].folded
            if not (word in self.words.linking or self.words.articles.begins_with(word)):
                break
            small += 1
        if not 0 < small < len(before):
            return False
        word = before[-1 - small].folded
        return word in self.words.kinds or word in self.words.laws

    def _read(self, start: int, end: int, *, numbered: bool) -> _Read:
        """All that may lie between, from a place on; what cannot ends it."""
        at, tells, month, anchored = start, False, False, False
        terms: list[ShortName] = []
        year: str | None = None
        read_to = start
        while (token := self.tokens.bounded(at, end)) is not None:
            if self._parted(at, token.start):
                break
            term = self.short_name(token) if token.text in _CLOSING else None
            if term:
                terms.append(term)
                at, anchored = term.end, False
            elif (phrase := self.words.formal.at(self.tokens, at)) and phrase.end <= end:
                at, anchored = phrase.end, True
                month = self.words.months.at(self.tokens, phrase.start) is not None
            elif day := _DAY.match(self.text, token.start, end):
                at, anchored, year = day.end(), True, year or day[1]
            elif (of := self.words.of.at(self.tokens, at)) and self._is_day(of.end):
                at, anchored, month = of.end, True, False
            elif numbered and (behind := self._numbered(at)) and behind <= end:
                at, anchored = behind, False
            elif token.kind == "number" and self._belongs(token, anchored=anchored):
                if year is None and len(token.text) == _YEAR and (month or not anchored):
                    is_volume = not month and self._is_formal_at(token.end)
                    year = year if is_volume else token.text
                at, anchored = token.end, True
            elif anchored and _is_lettered(token):
                at = token.end
            elif token.text in _MARKS and self._mark_fits(token, anchored=anchored):
                at, anchored = token.end, anchored and token.text not in ")]"
                continue
            else:
                break
            tells = tells or bool(term) or token.kind == "number"
            read_to = at
        return _Read(read_to, tells, tuple(terms), year)

    def _belongs(self, number: Token, *, anchored: bool) -> bool:
        """Whether a number is that of a day, of a series or of a note, and stands not alone."""
        if anchored or self._is_formal_at(number.end):
            return True
        before, behind = self.text[number.start - 1 : number.start], self.text[number.end :][:1]
        return len(number.text) == _YEAR and before in ("(", "[") and behind in (")", "]")

    def _is_day(self, at: int) -> bool:
        """Whether a day of a month stands here."""
        day = self.tokens[at]
        return (
            day is not None
            and day.is_number
            and self.words.months.at(self.tokens, day.end) is not None
        )

    def _is_formal_at(self, at: int) -> bool:
        return self.words.formal.at(self.tokens, at) is not None

    def _mark_fits(self, mark: Token, *, anchored: bool) -> bool:
        """Whether a mark parts nothing.

        A full stop does, but in and after abbreviations; a semicolon, but between series.
        """
        if mark.text not in ".;":
            return True
        following = self.tokens[mark.end]
        if mark.text == ";":
            is_volume = following is not None and following.kind == "number"
            return anchored and is_volume and self._is_formal_at(following.end if following else 0)
        if following is None or following.text in _MARKS:
            return True
        return self._is_formal_at(mark.end) or (
            anchored
            and (following.kind == "number" or _is_lettered(following))
            and not self.text[mark.start - 1].isdigit()
        )

    def _numbered(self, at: int) -> int | None:
        """The end of a number with its unit."""
        unit = self.words.units.at(self.tokens, at)
        if unit is None:
            return None
        dot = self.tokens[unit.end]
        behind = dot.end if dot and dot.text == "." else unit.end
        numbers = self.numbers.numbers(behind, unit.values[0])
        return numbers.end if numbers else None

    def _parted(self, start: int, end: int) -> bool:
        return end - start > 1 and _PARAGRAPH.search(self.text, start, end) is not None

    def short_name(self, opening: Token) -> ShortName | None:
        """A bracket that holds a short name and nothing else."""
        word = self.words.defining.at(self.tokens, opening.end)
        at = word.end if word else opening.end
        while word and (naming := self.words.naming.at(self.tokens, at)):
            at = naming.end
        token = self.tokens[at]
        quoted = token is not None and token.text in _QUOTES
        at = token.end if token and quoted else at
        within: list[Token] = []
        while (token := self.tokens[at]) and len(within) <= _MAX_TERM:
            if token.text in _QUOTES or token.text in ")]":
                break
            if token.text in "([,;":
                return None
            within.append(token)
            at = token.end
        closing = token
        while closing and closing.text in _QUOTES:
            closing = self.tokens[closing.end]
        if not within or closing is None or closing.text != _CLOSING[opening.text]:
            return None
        known = self.names.at(self.tokens, within[0].start)
        whole = known is not None and known.end == within[-1].end
        abbreviated = all(one.is_word and one.text.isupper() for one in within)
        if not (word or quoted or whole or abbreviated):
            return None
        bearers = known.values if known and whole else ()
        return ShortName(self.text[within[0].start : within[-1].end], closing.end, bearers)


def _is_balanced(between: str) -> bool:
    """Whether no bracket closes here that did not open here."""
    return all(between.count(closing) <= between.count(one) for one, closing in _CLOSING.items())


def _is_lettered(token: Token) -> bool:
    """Whether it is a Roman numeral or a capital, as a page or a part of a number: 1 UNTS XVI."""
    return token.text.isupper() and (len(token.text) == 1 or set(token.text) <= _ROMAN)
