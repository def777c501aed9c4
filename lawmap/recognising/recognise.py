"""All citations of a text, in order: where numbers may stand, and what tells their instrument."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from typing import NamedTuple

from lawmap.texts.articles import article_key

from .bridges import Bridges
from .citation import Citation, Status
from .ibid import Ibid, Span
from .names import Bearer, BearerKind, Names
from .numbers import Item, NumberReader, Numbers, Point
from .reference import Reference, Way
from .references import ReferenceReader
from .resolving import resolve
from .tokens import DASHES, MAX_BLANKS, Tokens, fold
from .vocabulary import Counted

_BARE = re.compile("\\((?<=[0-9 \u00a0\u202f]\\()[0-9A-Za-z]")
"""A bracket before which a number without a unit word may stand: 8(2)(b)(viii)."""
_SHORT = re.compile("-(?<=[0-9]-)[0-9]")
"""A hyphen before which a name with a number may stand: P1-1."""
_MAX_ARTICLE, _MAX_NAME = 4, 6
"""So many characters such a number, and such a name, may have."""
_WORD = re.compile(r"[^\W\d_]{1,30}")
_BREAK = re.compile("\n")
_NO_NUMBER_AFTER = frozenset("-./,:$€£§#‐‑‒–—")
_NEAR = 24
_YEAR = 4
_AGAIN = 2 * MAX_BLANKS
"""So many characters a bracket and blanks may have before a number that is said again."""
_THEREOF = 400
"""So many characters back an instrument may be named to which ``thereof`` points."""


class _Draft(NamedTuple):
    """Numbers in a text with what is said of their instrument."""

    start: int
    end: int
    numbers: Numbers
    reference: Reference | None
    common: bool = False
    unit: str = ""
    """What the text calls the provisions, ``art`` or ``rule``; nothing where it does not say."""


def recognise(text: str, names: Names, notes: Sequence[Span] = ()) -> Iterator[Citation]:
    """Find the citations of a text.

    Args:
        text: any text; offsets count its characters.
        names: what the library knows of names and words.
        notes: where its notes stand, in the order in which they are called.

    Yields:
        Citations in the order of the text; they do not overlap.
    """
    return _Recogniser(text, names, notes).citations()


class _Recogniser:
    """The work on one text."""

    def __init__(self, text: str, names: Names, notes: Sequence[Span]) -> None:
        self.text, self.names, self.words = text, names, names.words
        self.tokens = Tokens(text)
        self.numbers = NumberReader(self.tokens, names.words)
        self.bridges = Bridges(self.tokens, names, self.numbers)
        self.references = ReferenceReader(self.tokens, names, self.bridges)
        self.ibid = Ibid(text, self.bridges, notes)
        self.floor = 0
        self.last: tuple[int, Reference] | None = None
        self._lines = _Lines(text)

    def citations(self) -> Iterator[Citation]:
        """All of them, each as soon as what follows can no longer serve it."""
        held: list[_Draft] = []
        for draft in self._drafts():
            if held and not self._follows(held[-1], draft):
                yield from self._served(held)
                held = []
            held.append(draft)
        yield from self._served(held)

    def _drafts(self) -> Iterator[_Draft]:
        for at in self._anchors():
            if at < self.floor:
                continue
            draft = self._at(at)
            while draft:
                self.floor = draft.end
                self.ibid.add(draft.start, draft.end, draft.reference)
                yield draft
                draft = self._another(draft)

    def _another(self, before: _Draft) -> _Draft | None:
        """A number of another instrument under one unit word: articles 49 GC IV and 85 AP I."""
        named = (Way.NAMED, Way.DEFINED)
        if not before.unit or before.reference is None or before.reference.way not in named:
            return None
        join = self.numbers.join(before.end)
        numbers = self.numbers.numbers(join[0], None) if join and not join[1] else None
        if numbers is None or not numbers.items[0].first.article[0].isdigit():
            return None
        reference = self.references.after(numbers.end)
        if reference is None or reference.way not in named or not reference.start > numbers.end:
            return None
        end = self._closed(numbers.end, reference.end)
        return _Draft(numbers.start, end, numbers, reference, unit=before.unit)

    def _at(self, at: int) -> _Draft | None:
        if self.text[at].isdecimal():
            return self._bare(at)
        return self._after_unit(at) or self._short_form(at)

    def _anchors(self) -> Iterator[int]:
        """Where a citation may begin, in order."""
        units = (found.start() for found in self.words.anchors.finditer(self.text))
        return merge(units, self._bare_numbers(), self._short_names())

    def _bare_numbers(self) -> Iterator[int]:
        for found in _BARE.finditer(self.text):
            end = found.start()
            end -= self.text[end - 1].isspace()
            yield from self._run(end, _MAX_ARTICLE, str.isdecimal)

    def _short_names(self) -> Iterator[int]:
        for found in _SHORT.finditer(self.text):
            for start in self._run(found.start(), _MAX_NAME, str.isalnum):
                if self.text[start].isupper():
                    yield start

    def _run(self, end: int, most: int, fits: Callable[[str], bool]) -> Iterator[int]:
        """The beginning of the characters of one sort that end here, if they are few."""
        start = end
        while start and end - start < most and fits(self.text[start - 1]):
            start -= 1
        if start < end and not (start and self.text[start - 1].isalnum()):
            yield start

    def _after_unit(self, at: int) -> _Draft | None:
        """A citation at a unit word."""
        word = _WORD.match(self.text, at)
        if word is None or not self.words.units.begins_with(fold(word[0])):
            return None  # most words that begin as units do
        unit = self.words.units.at(self.tokens, at)
        if unit is None or unit.start != at:
            return None
        counted = unit.values[0]
        dot = self.tokens[unit.end]
        behind = dot.end if dot and dot.text == "." and counted.short else unit.end
        numbers = self.numbers.numbers(behind, counted)
        if numbers is None or self._is_day(numbers):
            return None
        numbers, start = self._opened(numbers, at, counted)
        draft = self._with_reference(numbers, start, counted, written=self.text[at : unit.end])
        return draft._replace(unit=counted.id) if draft else None

    def _is_day(self, numbers: Numbers) -> bool:
        """Whether it is the day of an article in a paper: the article 12 March 2022."""
        word = self.tokens[numbers.end]
        return (
            len(numbers.items) == 1
            and word is not None
            and self.numbers.is_date(word)
            and word.plain not in self.words.kinds
            and not self.names.phrases.begins_with(word.folded)
        )

    def _opened(self, numbers: Numbers, at: int, unit: Counted) -> tuple[Numbers, int]:
        """With the paragraph that stands before the unit word, if one does."""
        opening = self.numbers.opening(at, self.floor)
        if opening is None:
            return numbers, at
        start, parts = opening
        opened, kept = numbers.items[:1], numbers.items[1:]
        if unit.many and not unit.one:  # paragraph 1 of articles 7 and 8: that of both
            bare = [one for one in kept if not one.first.labels]
            opened, kept = (*opened, *bare), tuple(one for one in kept if one not in bare)
        items = [
            item._replace(each=part) if item.last else Item(item.first.below(part))
            for item in opened
            for part in parts
        ]
        return numbers._replace(items=(*items, *kept)), start

    def _with_reference(
        self, numbers: Numbers, start: int, unit: Counted, written: str
    ) -> _Draft | None:
        reference = self.references.after(numbers.end)
        if reference is None and (outer := self._behind_bracket(start, numbers.end)):
            return _Draft(start, numbers.end, numbers, outer)
        if reference and (titled := self._titled(start, numbers, reference)):
            return titled
        if reference is None or reference.way is Way.KIND:
            before = self.references.before(start, numbers.end, self.floor)
            if before and reference is None:
                return _Draft(before.start, numbers.end, numbers, before)
        if reference and reference.way is Way.KIND:
            reference = self.references.bracketed(reference.end) or reference
        if reference is None and (pointing := self._pointing(start, numbers, unit)):
            return pointing
        counts = unit.id in self.words.always
        if reference and not counts and reference.way is Way.UNKNOWN and not reference.lawlike:
            reference = None
        if not counts and (reference is None or reference.way in (Way.KIND, Way.SAME)):
            return None
        if reference is None and self._is_none(numbers, written):
            return None
        end = self._closed(numbers.end, reference.end) if reference else numbers.end
        common = reference is None and self._is_common(start)
        return _Draft(start, end, numbers, reference, common)

    def _titled(self, start: int, numbers: Numbers, reference: Reference) -> _Draft | None:
        """A full citation with a short name in brackets behind the number: ... art 4 [GC IV]."""
        between = self.text[numbers.end : reference.start].strip()
        if between not in ("(", "["):
            return None
        before = self.references.before(start, numbers.end, self.floor)
        if before is None or not set(before.bearers) & set(reference.bearers):
            return None
        return _Draft(before.start, numbers.end, numbers, before)

    def _pointing(self, start: int, numbers: Numbers, unit: Counted) -> _Draft | None:
        """A citation by a word that points at the one before it: ibid art 51."""
        at = self.bridges.ibid(start, self.floor)
        if at is None:
            return None
        meant = self.ibid.at(at)
        if meant is None:
            return _Draft(start, numbers.end, numbers, Reference(Way.IBID, at, start))
        return _Draft(at, numbers.end, numbers, meant, unit=unit.id)

    def _closed(self, number: int, end: int) -> int:
        """The end of a reference with the bracket that closes behind it: Article 49 (GC IV)."""
        within = self.text[number:end]
        opened = within.count("(") > within.count(")")
        return end + (opened and self.text[end : end + 1] == ")")

    def _is_none(self, numbers: Numbers, written: str) -> bool:
        """Whether the number is that of no article: the article I wrote, articles 2022."""
        point = numbers.items[0].first
        if point.labels:
            return False
        is_year = point.article.isdigit() and len(point.article) == _YEAR
        return is_year or (point.article == "I" and written[0].islower())

    def _is_common(self, start: int) -> bool:
        last = next(self.tokens.backwards(start, max(self.floor, start - _NEAR)), None)
        return last is not None and self.words.common.begins_with(last.folded)

    def _behind_bracket(self, start: int, end: int) -> Reference | None:
        """What follows a bracket that says a number again: Article 8 (art. 8) of the Convention."""
        closing = self.tokens[end]
        if closing is None or closing.text not in ")]" or start - self.floor > _AGAIN:
            return None
        before = self.text[self.floor : start].strip()
        return self.references.after(closing.end) if before in ("(", "[") else None

    def _bare(self, at: int) -> _Draft | None:
        """A number without a unit word: of unmistakable form, or next to a name."""
        if at and self.text[at - 1] in _NO_NUMBER_AFTER and self._is_glued_before(at):
            return None
        numbers = self.numbers.numbers(at, None)
        if numbers is None or not numbers.items[0].first.labels:
            return None
        near = self.tokens.backwards(at, max(self.floor, at - _NEAR))
        last = next((one for one in near if one.text != "."), None)
        if last and last.is_word and self._counts_otherwise(last.start):
            return None
        reference = self.references.after(numbers.end)
        if reference and reference.way in (Way.NAMED, Way.DEFINED):
            return _Draft(at, reference.end, numbers, reference)
        found = self.names.before(self.tokens, at, self.floor)
        if found:
            named = Reference(Way.NAMED, found.start, found.end, found.values)
            return _Draft(found.start, numbers.end, numbers, named)
        if not _is_unmistakable(numbers.items[0].first):
            return None
        kept = reference if reference and reference.way is not Way.UNKNOWN else None
        return _Draft(at, kept.end if kept else numbers.end, numbers, kept)

    def _is_glued_before(self, at: int) -> bool:
        return not self.text[at - 1].isspace()

    def _counts_otherwise(self, at: int) -> bool:
        """Whether a word says that the number after it is one of something else."""
        return bool(self.words.parts.at(self.tokens, at) or self.words.units.at(self.tokens, at))

    def _short_form(self, at: int) -> _Draft | None:
        """A name and a number with a hyphen: P1-1."""
        named = self.names.phrases.at(self.tokens, at)
        if named is None or named.start != at or self.text[named.end : named.end + 1] not in DASHES:
            return None
        numbers = self.numbers.numbers(named.end + 1, None)
        if numbers is None:
            return None
        reference = Reference(Way.NAMED, named.start, named.end, named.values)
        return _Draft(named.start, numbers.end, numbers, reference)

    def _follows(self, before: _Draft, draft: _Draft) -> bool:
        """Whether nothing but a comma, a conjunction or a bracket parts two citations."""
        if before.reference is not None or draft.start - before.end > _NEAR:
            return False
        return self._link(before, draft) is not None

    def _link(self, before: _Draft, draft: _Draft) -> str | None:
        """What parts two citations: ``comma``, ``join``, ``again``; None if more does."""
        between = self.text[before.end : draft.start].strip()
        if between in ("(", "["):
            return "again"
        if between == ",":
            return "comma"
        at = before.end
        comma = self.tokens[at]
        at = comma.end if comma and comma.text == "," else at
        word = self.words.joins.at(self.tokens, at)
        if word and not self.text[word.end : draft.start].strip():
            return "join"
        return "join" if between in ("&", ", &") else None

    def _served(self, held: list[_Draft]) -> Iterator[Citation]:
        """A chain of citations: the name at its end serves each member."""
        last = len(held) - 1
        serving = held[last].reference if held else None
        drafts = list(held)
        joined = False
        for index in range(last - 1, -1, -1):
            link = self._link(held[index], held[index + 1])
            joined = joined or link in ("join", "again")
            if serving is None or not joined or not self._serves(serving, drafts[index]):
                break
            drafts[index] = drafts[index]._replace(reference=serving)
        for draft in drafts:
            yield self._citation(draft)

    def _serves(self, reference: Reference, draft: _Draft) -> bool:
        """Whether articles before a name may belong to nothing else.

        One that adds to another follows articles of that other; those of a group only if they are
        common to it.
        """
        words = self.tokens.between(reference.start, reference.end)
        if reference.way is not Way.NAMED or not any(
            one.folded in self.words.additional for one in words
        ):
            return True
        parents = {one for bearer in reference.bearers for one in self.names.parents(bearer)}
        if not parents or any(one.kind is not BearerKind.GROUP for one in parents):
            return False
        ends = (end for item in draft.numbers.items for end in (item.first, item.last))
        return not any(self._groups(end) for end in ends if end)

    def _citation(self, draft: _Draft) -> Citation:
        reference = self._pointed(draft)
        if reference and reference.way in (Way.NAMED, Way.DEFINED):
            self.last = (draft.end, reference)
        where = ""
        if reference and reference.defined_at is not None:
            where = f"line {self._lines.at(reference.defined_at)}"
        answer = resolve(draft.numbers.items, reference, self.names, where=where, unit=draft.unit)
        reason = answer.reason
        if reference and reference.pointed_at is not None:
            reason += f" It points at the citation in line {self._lines.at(reference.pointed_at)}."
        return Citation(
            draft.start,
            draft.end,
            self.text[draft.start : draft.end],
            answer.keys,
            answer.status is Status.AMBIGUOUS,
            answer.status,
            reason,
            (draft.numbers.start, draft.numbers.end),
            more=self.bridges.goes_on(draft.end) or self._has_authors(draft),
        )

    def _has_authors(self, draft: _Draft) -> bool:
        """Whether authors may stand before the title of a book, which are no part of its name."""
        reference = draft.reference
        if reference is None or self.names.books.isdisjoint(
            self.names.instruments_of(reference.bearers)
        ):
            return False
        before = self.text[max(0, draft.start - 2) : draft.start].rstrip()
        return before.endswith((",", "."))

    def _pointed(self, draft: _Draft) -> Reference | None:
        """The reference of a draft, where it points to another one with that one's bearers."""
        reference = draft.reference
        if reference and reference.way is Way.SAME and self.last:
            end, named = self.last
            if draft.start - end <= _THEREOF:
                return named
        if reference is None and draft.common:
            groups = self._groups(draft.numbers.items[0].first)
            if groups:
                return Reference(Way.NAMED, draft.start, draft.end, groups)
        return reference

    def _groups(self, point: Point) -> tuple[Bearer, ...]:
        return self.names.common_groups.get(article_key(point.article), ())


class _Lines:
    """Lines of a text by offset."""

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_left(self._breaks, offset) + 1

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in _BREAK.finditer(self._text)]


def _is_unmistakable(point: Point) -> bool:
    """Whether no page, sum or list is written so: 8(2)(b)."""
    labels = point.labels
    return len(labels) > 1 and labels[0].isdigit() and not labels[1].isdigit()
