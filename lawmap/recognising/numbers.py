"""Numbers of provisions in a text: articles, what stands below them, lists and ranges of them."""

from __future__ import annotations

from itertools import product, takewhile
from typing import NamedTuple

from lawmap.texts.articles import article_key

from .tokens import DASHES, Token, Tokens
from .vocabulary import Counted, Vocabulary

Labels = tuple[str, ...]
"""What stands in the brackets after an article, from the outside in."""

_MAX_LABEL_DIGITS = 3
_MAX_LABEL = 6
_MAX_DEPTH = 6
_YEAR = 4
_BEFORE = 100
"""So many characters before an article its paragraph may be named: paragraph 1 of article 7."""
_OPENING = {"(": ")", "[": "]"}
_QUOTES = frozenset("\"“”„«»'‘’")
_PARAGRAPH_MARK = "§"
_ROMAN = frozenset("ivx")


class Point(NamedTuple):
    """A provision as written. Where it can be read in several ways, the likeliest first."""

    readings: tuple[tuple[str, Labels], ...]
    """Article and labels."""
    apart: bool = False
    """Whether a blank stands before the first bracket: it may be no part of the provision."""

    @property
    def article(self) -> str:
        """The number of the article, in the likeliest reading."""
        return self.readings[0][0]

    @property
    def labels(self) -> Labels:
        """What stands below it, in the likeliest reading."""
        return self.readings[0][1]

    def below(self, labels: Labels) -> Point:
        """The same, with labels added at the end."""
        if not labels:
            return self
        readings = tuple((article, had + labels) for article, had in self.readings)
        return self._replace(readings=readings)


class Item(NamedTuple):
    """A provision, or a range of them."""

    first: Point
    last: Point | None = None
    each: Labels = ()
    """What is meant of every article of a range: paragraph 1 of articles 7 to 9."""


class Numbers(NamedTuple):
    """What stands after a unit word."""

    start: int
    end: int
    items: tuple[Item, ...]


class _Label(NamedTuple):
    text: str
    end: int


class NumberReader:
    """Reads numbers at places of one text."""

    def __init__(self, tokens: Tokens, words: Vocabulary) -> None:
        self.tokens, self.text, self.words = tokens, tokens.text, words

    def numbers(self, start: int, unit: Counted | None) -> Numbers | None:
        """The list of numbers that begins here.

        Args:
            start: behind the unit word.
            unit: the unit word, which says whether several may follow; None if there is none.
        """
        first = self._article(start)
        if first is None:
            return None
        token = self.tokens[start]
        items, end = self._with_labels(*first)
        while following := self._joined(items, end, unit):
            more, end = following
            items += more
        begins = token.start if token else start
        return Numbers(begins, end, tuple(items))

    def _joined(
        self, so_far: list[Item], end: int, unit: Counted | None
    ) -> tuple[list[Item], int] | None:
        """What a comma or a conjunction adds to the list."""
        join = self.join(end)
        if join is None:
            return None
        at, only_comma = join
        before = so_far[-1]
        if sibling := self._siblings(before, at):
            return sibling
        if part := self._another_part(before, at):
            return part
        article = self._article(at)
        if article is None:
            return None
        if not article[0].article[0].isdigit():
            if so_far[0].first.article[0].isdigit():
                return None
            unit = None  # articles V and I think: a Roman number may be another word
        items, after = self._with_labels(*article)
        is_roman = not article[0].article[0].isdigit()
        fits = (len(so_far) > 1 and not only_comma and not is_roman) or self._continues(
            article[0], after, unit, only_comma=only_comma
        )
        return (items, after) if fits else None

    def _continues(
        self, point: Point, after: int, unit: Counted | None, *, only_comma: bool
    ) -> bool:
        """Whether a number after a comma or conjunction belongs to the list."""
        if len(point.article.split(" ", maxsplit=1)[0]) >= _YEAR and not point.labels:
            return False
        following = self.tokens[after]
        if following is None:
            return True
        if following.text == "%" or self.is_date(following):
            return False
        if unit and unit.many and not (unit.one and only_comma):
            return True
        if unit and not unit.many and only_comma:
            return following.text == "," or self.words.joins.at(self.tokens, after) is not None
        return (
            not following.is_word
            or following.is_capitalised
            or any(
                table.at(self.tokens, after)
                for table in (
                    *(self.words.of, self.words.joins, self.words.parts),
                    *(self.words.until, self.words.thereof),
                )
            )
        )

    def is_date(self, word: Token) -> bool:
        """Whether a word and a year follow a number: 12 August 1949."""
        year = self.tokens[word.end] if word.is_word else None
        return year is not None and year.is_number and len(year.text) == _YEAR

    def join(self, at: int) -> tuple[int, bool] | None:
        """The end of a comma, of a conjunction or of both; whether it is a comma alone."""
        token = self.tokens[at]
        comma = token is not None and token.text == ","
        if comma and token:
            at = token.end
        word = self.words.joins.at(self.tokens, at)
        if word:
            return word.end, False
        if token and token.text == "&":
            return token.end, False
        if token and token.text == "+" and token.start == at:
            return token.end, False
        return (at, True) if comma else None

    def _article(self, at: int) -> tuple[Point, int] | None:
        """The number of an article."""
        token = self.tokens[at]
        if token is None:
            return None
        if token.is_number:
            return self._addition(token)
        latin = token.text.translate(self.words.look_alikes)
        if token.is_word and latin.isupper() and article_key(latin).isdigit():
            return Point(((latin, ()),)), token.end
        return None

    def _addition(self, number: Token) -> tuple[Point, int] | None:
        """The number with what makes it that of an inserted article: 8 bis, 185a."""
        following = self.tokens[number.end]
        if following is None or not following.is_word:
            return _point(number.text), number.end
        glued = following.start == number.end
        addition = self.words.additions.get(following.folded)
        if addition:
            return _point(f"{number.text} {addition}"), following.end
        if not glued:
            return self._lettered(number, following) or (_point(number.text), number.end)
        if following.folded in self.words.endings:
            return _point(number.text), following.end
        if len(following.text) == 1:
            inserted = (f"{number.text}{following.text}", ())
            below = (number.text, (self._plain(following.text),))
            return Point((inserted, below)), following.end
        return None

    def _lettered(self, number: Token, letter: Token) -> tuple[Point, int] | None:
        """A capital between the number and a bracket: article 4 A (2)."""
        plain = self._plain(letter.text)
        if len(plain) != 1 or not plain.isupper() or self._bracket(letter.end) is None:
            return None
        return Point(((number.text, (plain,)),)), letter.end

    def _with_labels(self, point: Point, end: int) -> tuple[list[Item], int]:
        """The article with all that stands below it, and the range that it opens."""
        point, end = self._inserted(point, end)
        apart = self.text[end : end + 1].isspace()
        labels, end = self._labels(end)
        point = point.below(labels)
        if apart and labels and labels[0].isdigit():
            point = point._replace(apart=True)
        parts, end = self._parts_after(end)
        items = [Item(point.below(part)) for part in parts] if parts else [Item(point)]
        return self._range(items, end, in_part=bool(parts))

    def _inserted(self, point: Point, end: int) -> tuple[Point, int]:
        """What a hyphen glues to the number: 8-1 and 48-a are parts, 442-1 is an article."""
        while len(point.labels) < _MAX_DEPTH:
            dash = self.tokens[end]
            after = self.tokens[dash.end] if dash and dash.text in DASHES else None
            if dash is None or after is None or dash.start != end or after.start != dash.end:
                break
            if after.is_word and len(after.text) == 1:
                point, end = point.below((self._plain(after.text),)), after.end
            elif after.is_number and not _greater(after.text, point):
                whole = (f"{point.article}-{after.text}", ())
                point = Point((*point.below((after.text,)).readings, whole))
                end = after.end
            else:
                break
        return point, end

    def _labels(self, at: int) -> tuple[Labels, int]:
        """Brackets one after the other, or numbers after full stops."""
        labels: list[str] = []
        glued = False
        while len(labels) < _MAX_DEPTH:
            label = self._bracket(at) or self._dotted(at)
            if label is None:
                break
            apart = self.text[at : at + 1].isspace()
            if apart and glued and label.text.isdigit():
                break  # 8(2)(c)(i) (3) goes on with an enumeration of the sentence
            glued = glued or not apart
            labels.append(label.text)
            at = label.end
        return tuple(labels), at

    def _bracket(self, at: int) -> _Label | None:
        opening = self.tokens[at]
        if opening is None or opening.text not in _OPENING:
            return None
        inner = self.tokens[opening.end]
        if inner is None:
            return None
        label, end = self._plain(inner.text), inner.end
        following = self.tokens[end]
        if following and inner.is_number and following.folded in self.words.additions:
            label, end = f"{label} {self.words.additions[following.folded]}", following.end
            following = self.tokens[end]
        closes = following is not None and following.text == _OPENING[opening.text]
        return (
            _Label(label, following.end)
            if following and closes and _is_label(inner, label)
            else None
        )

    def _dotted(self, at: int) -> _Label | None:
        """A number after a full stop without blanks, as in article 6.1; no end of a sentence."""
        dot = self.tokens[at]
        if dot is None or dot.text != "." or dot.start != at:
            return None
        number = self.tokens[dot.end]
        if number is None or number.start != dot.end:
            return None
        if number.is_word:
            letter = number.text if number.text.islower() else ""
            return _Label(letter, number.end) if letter and _is_label(number, letter) else None
        goes_on = self.text[number.end + 1 : number.end + 2].islower()
        if self.text[number.end : number.end + 1] == "." and not goes_on:
            return None
        few = number.is_number and len(number.text) < _MAX_LABEL_DIGITS
        return _Label(number.text, number.end) if few else None

    def _plain(self, written: str) -> str:
        """A label with Latin letters for those that only look so."""
        return written.translate(self.words.look_alikes)

    def _parts_after(self, at: int) -> tuple[list[Labels], int]:
        """Parts that follow: ``, paragraph 1 (d)``, ``§§ 2 and 3``, ``, first paragraph``."""
        found: list[Labels] = [()]
        end = at
        while len(found[0]) < _MAX_DEPTH:
            comma = self.tokens[end]
            begins = comma.end if comma and comma.text == "," else end
            part = self._part(begins)
            if part is None or (begins != end and self._opens_another(part[1])):
                break
            labels, end = part
            found = [had + label for had, label in product(found[-1:], labels)]
        return (found, end) if found != [()] else ([], at)

    def _opens_another(self, at: int) -> bool:
        """Whether a unit word follows, to which the part belongs: paragraph 1 of article 7."""
        word = self.words.of.at(self.tokens, at)
        at = word.end if word else at
        article = self.words.articles.at(self.tokens, at) if word else None
        at = article.end if article else at
        return word is not None and self.words.units.at(self.tokens, at) is not None

    def _part(self, at: int, *, bare: bool = False) -> tuple[list[Labels], int] | None:
        """One kind of part with its numbers; ``bare``: letters may stand without bracket."""
        ordinal = self.words.ordinals.at(self.tokens, at)
        if ordinal and (word := self.words.parts.at(self.tokens, ordinal.end)):
            return [(str(ordinal.values[0]),)], word.end
        opened = self._part_word(at)
        if opened is None:
            return None
        end, many = opened
        if ordinal := self.words.ordinals.at(self.tokens, end):
            return [(str(ordinal.values[0]),)], ordinal.end
        label = self._part_label(end, bare=bare)
        if label is None:
            return None
        found, end = [label[0]], label[1]
        while join := self.join(end):
            more = self._bracketed(join[0]) or (self._part_label(join[0]) if many else None)
            if more is None:
                break
            same_level = found[-1][:-1] if self._bracketed(join[0]) and len(found[-1]) > 1 else ()
            found.append(same_level + more[0])
            end = more[1]
        return found, end

    def _bracketed(self, at: int) -> tuple[Labels, int] | None:
        labels, end = self._labels(at) if self._bracket(at) else ((), at)
        return (labels, end) if labels else None

    def _part_word(self, at: int) -> tuple[int, bool] | None:
        """The end of a word or mark for a part, and whether several may follow."""
        token = self.tokens[at]
        if token is None:
            return None
        if token.text == _PARAGRAPH_MARK:
            twice = self.text[token.end : token.end + 1] == _PARAGRAPH_MARK
            return token.end + twice, twice
        found = self.words.parts.at(self.tokens, at)
        if found is None:
            return None
        dot = self.tokens[found.end]
        word = found.values[0]
        many = word.many and not word.one
        return (dot.end if dot and dot.text == "." else found.end), many

    def _part_label(self, at: int, *, bare: bool = False) -> tuple[Labels, int] | None:
        """The number or letter of a part, with brackets below it: ``1 (d)``, ``(a)``, ``3 c)``."""
        if bracketed := self._bracketed(at):
            return bracketed
        token = self.tokens[at]
        quoted = token is not None and token.text in _QUOTES
        if token and quoted:
            token = self.tokens[token.end]
        if token is None or not _is_label(token, self._plain(token.text)):
            return None
        if token.is_word and not (bare or quoted or self._closes(token)):
            return None
        end = token.end
        after = self.tokens[end]
        if after and (after.text in _QUOTES if quoted else token.is_word and after.text == ")"):
            end = after.end
        labels, end = self._labels(end)
        letter = self.tokens[end]
        if letter and letter.is_word and len(letter.text) == 1 and self._closes(letter):
            labels, end = (*labels, self._plain(letter.text)), letter.end + 1
        return (self._plain(token.text), *labels), end

    def _closes(self, token: Token) -> bool:
        """Whether a bracket closes right behind a letter, as in ``3 c)``."""
        return self.text[token.end : token.end + 1] == ")"

    def _range(
        self, items: list[Item], end: int, *, in_part: bool = False
    ) -> tuple[list[Item], int]:
        """A range that the last item opens: 49-51, 27 to 34, (1)-(3)."""
        point = items[-1].first
        begins = self._range_word(end)
        if begins is None:
            return items, end
        at, glued = begins
        last = self._part_label(at) if in_part else self._bracketed(at)
        if last and point.labels:
            closing = Point(_beside(point, last[0]))
            return [*items[:-1], Item(point, closing)], last[1]
        article = self._article(at)
        if article is None or not article[0].article[0].isalnum():
            return items, end
        other, after = article
        if point.labels and glued and not _greater(other.article, point):
            return items, after  # a variant, as the Elements of Crimes count them
        if not _greater(other.article, point):
            return items, end
        labels, after = self._labels(after)
        return [*items[:-1], Item(point, other.below(labels))], after

    def _range_word(self, at: int) -> tuple[int, bool] | None:
        token = self.tokens[at]
        if token and token.text in DASHES:
            return token.end, token.start == at
        word = self.words.until.at(self.tokens, at)
        return (word.end, False) if word else None

    def _siblings(self, before: Item, at: int) -> tuple[list[Item], int] | None:
        """A bracket alone after a comma or conjunction: (a), (b) and (c)."""
        point = before.last or before.first
        found = self._bracketed(at) if point.labels else None
        if found is None:
            return None
        return self._range([Item(Point(_beside(point, found[0])))], found[1])

    def _another_part(self, before: Item, at: int) -> tuple[list[Item], int] | None:
        """A part alone after a comma or conjunction: § 1 and § 4."""
        point = before.last or before.first
        part = self._part(at) if point.labels else None
        if part is None:
            return None
        labels, end = part
        items = [Item(Point(((point.article, label),))) for label in labels]
        return self._range(items, end, in_part=True)

    def opening(self, anchor: int, floor: int) -> tuple[int, list[Labels]] | None:
        """What names a part before the unit word: ``paragraph 1 (d) of`` article 7.

        Args:
            anchor: where the unit word begins.
            floor: how far back the text may be read.

        Returns:
            Where it begins, and the labels that it means.
        """
        before = self.tokens.backwards(anchor, max(floor, anchor - _BEFORE))
        last = next(before, None)
        if last is None or not self._may_end_part(last):
            return None
        near = [last, *takewhile(self._may_be_of_part, before)]
        for token in reversed(near):
            opens = token.text == _PARAGRAPH_MARK or (
                token.is_word and token.folded in self.words.open_parts
            )
            if opens and (labels := self._parts_before(token.start, anchor)):
                return token.start, labels
        return None

    def _may_be_of_part(self, token: Token) -> bool:
        """Whether a token may be one of those by which a part is named; most words are none."""
        return (
            token.kind != "word"
            or token.folded in self.words.of_parts
            or token.plain in self.words.of_parts
            or _is_label(token, self._plain(token.text))
        )

    def _may_end_part(self, token: Token) -> bool:
        return token.kind != "word" or len(token.text) == 1 or token.folded in self.words.end_parts

    def _parts_before(self, at: int, anchor: int) -> list[Labels] | None:
        found: list[Labels] = [()]
        while at < anchor and len(found[0]) < _MAX_DEPTH:
            part = self._part(at, bare=True)
            if part is None or part[1] > anchor:
                return None
            labels, at = part
            found = [label + had for label, had in product(labels, found)]
            comma = self.tokens.bounded(at, anchor)
            at = comma.end if comma and comma.text == "," else at
            for table in (self.words.of, self.words.articles, self.words.same):
                word = table.at(self.tokens, at)
                at = word.end if word and word.end <= anchor else at
            if not self.text[at:anchor].strip():
                return found
        return None


def _point(article: str) -> Point:
    return Point(((article, ()),))


def _is_label(token: Token, label: str) -> bool:
    if token.kind == "number":
        return len(token.text) <= _MAX_LABEL_DIGITS
    return token.is_word and (
        len(label) == 1
        or (len(label) <= _MAX_LABEL and set(label.casefold()) <= _ROMAN)
        or (len(label) == 2 and label[0] == label[1])  # noqa: PLR2004
    )


def _greater(number: str, point: Point) -> bool:
    """Whether a number comes after that of the point."""
    one, other = article_key(number).split(" ")[0], article_key(point.article).split(" ")[0]
    return not (one.isdigit() and other.isdigit()) or int(one) > int(other)


def _beside(point: Point, labels: Labels) -> tuple[tuple[str, Labels], ...]:
    """What a bracket alone means after a point: it stands for its last label of the same kind.

    Letters and Roman numerals look alike, so every place is a reading, the deepest first.
    """
    had = point.labels
    places = [
        depth for depth in reversed(range(len(had))) if had[depth].isdigit() == labels[0].isdigit()
    ]
    return tuple((point.article, had[:depth] + labels) for depth in places or [len(had) - 1])
