r"""Placeholders in a text: their form, before anything is looked up.

The grammar is that of pandoc's citations, so that pandoc reads a placeholder in braces as the same
citation with the same key:

- ``[@{key}]``, ``[see @{key}, as read; @{key}]``: one citation of one or several authorities, each
  with a prefix and a suffix;
- ``[-@{key}]``: without the name of the authority;
- ``@{key}``: in the sentence itself;
- ``\@`` is an at sign, and one behind a letter or digit, as in an address, is none of ours.

A key without braces is read too, up to the last of its brackets that closes; pandoc would end it
before the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lawmap.documents import Block, BlockKind, MarkdownDocument

TABLE = "[[table-of-authorities]]"
"""Where the table of authorities goes, as a paragraph of its own."""

MAX_KEY = 300
_SIGN = re.compile(r"[\[\]@]")
_BRACED = re.compile(rf"\{{([^{{}}\n]{{0,{MAX_KEY}}})\}}")
_PLAIN = re.compile(rf"[^\W][\w:.#$%&+?<>~/()\u2013-]{{0,{MAX_KEY}}}")
_TABLE = re.compile(r"\[\[[^\[\]\n]{0,40}authorit[^\[\]\n]{0,40}\]\]", re.IGNORECASE)
_NUMBERS = r"[1-9][0-9]{0,5}(?:[-\u2013][1-9][0-9]{0,5})?"
_LOCATOR = (
    r"(?:at )?(?:paras?\.?|paragraphs?|\u00b6{1,2}) ?"
    rf"(?P<places>{_NUMBERS}(?:(?:, | and |, and | & ){_NUMBERS}(?![0-9A-Za-z(]))*)(?![0-9A-Za-z(])"
)
_BEHIND = re.compile(rf" ?\[(?P<all>{_LOCATOR})\]")
_PLACE = re.compile(_NUMBERS)
_PINPOINT = re.compile(rf",? ?{_LOCATOR}", re.IGNORECASE)
_MARKS = re.compile(r"[ \t>]*")


class Named(NamedTuple):
    """A key where it stands in the text, with its sign."""

    key: str
    start: int
    """Of the sign ``@``, or of the hyphen before it, as an offset in the text."""
    end: int
    key_start: int
    braced: bool
    bare: bool = False
    """Whether the name of the authority is left out: ``-@``."""

    @property
    def is_ours(self) -> bool:
        """Whether its form alone says that it is a key of lawmap, not of some bibliography."""
        return self.braced or ":" in self.key


class Cited(NamedTuple):
    """One authority of a placeholder."""

    named: Named
    prefix: str
    """What stands before it, as Markdown on one line, with the blanks next to it."""
    suffix: str
    """What stands behind it, likewise."""


class Placeholder(NamedTuple):
    """One citation: an authority in the sentence, or all that stands in one pair of brackets."""

    start: int
    """As an offset in the text."""
    end: int
    cited: tuple[Cited, ...]
    bracketed: bool
    block: Block


class Malformed(NamedTuple):
    """A placeholder that cannot be read."""

    start: int
    end: int
    reason: str
    mend: str


class Found(NamedTuple):
    """All that was found in a text, each in the order in which it stands there."""

    placeholders: tuple[Placeholder, ...]
    tables: tuple[int, ...]
    """Where a table of authorities is to go, as offsets in the text."""
    malformed: tuple[Malformed, ...]


def find_placeholders(document: MarkdownDocument) -> Found:
    """Every placeholder of a text, those of other bibliographies too."""
    search = _Search(document)
    for block in document.blocks:
        search.block(block)
    placeholders = sorted(search.placeholders, key=lambda one: one.start)
    malformed = sorted(search.malformed, key=lambda one: one.start)
    return Found(tuple(placeholders), tuple(search.tables), tuple(malformed))


@dataclass
class _Bracket:
    """A bracket that is not closed yet."""

    start: int
    named: list[Named] = field(default_factory=list)
    inner: list[tuple[int, int]] = field(default_factory=list)
    """The brackets within it."""
    holds_citation: bool = False
    """Whether one of those is a citation."""


@dataclass
class _Search:
    document: MarkdownDocument
    placeholders: list[Placeholder] = field(default_factory=list)
    tables: list[int] = field(default_factory=list)
    malformed: list[Malformed] = field(default_factory=list)

    def block(self, block: Block) -> None:
        """Look through one block; no placeholder goes beyond it."""
        self._table(block)
        open_: list[_Bracket] = []
        loose: list[Named] = []
        at = block.start
        while (sign := _SIGN.search(self.document.text, at, block.end)) is not None:
            at = sign.end()
            if not self.document.stands(sign.start(), sign.end()):
                continue
            if sign[0] == "[":
                open_.append(_Bracket(sign.start()))
            elif sign[0] == "]" and open_:
                self._close(open_, sign.end(), block)
            elif sign[0] == "@" and (
                named := self._named(sign.start(), block, in_bracket=bool(open_))
            ):
                (open_[-1].named if open_ else loose).append(named)
                at = named.end
        for bracket in open_:
            loose += bracket.named
        self._loose(loose, block, {one.start for bracket in open_ for one in bracket.named})

    def _table(self, block: Block) -> None:
        text = self.document.text
        for match in _TABLE.finditer(text, block.start, block.end):
            if not self.document.stands(match.start(), match.end()):
                continue
            if match[0] != TABLE:
                self._fault(
                    match.start(), match.end(), f"'{match[0]}' is no sign", f"Write {TABLE}"
                )
            elif self._stands_alone(match, block):
                self.tables.append(match.start())
            else:
                reason = f"{TABLE} stands within other text, so no table can take its place"
                mend = "Make it a paragraph of its own, outside of lists, quotes, tables and notes"
                self._fault(match.start(), match.end(), reason, mend)

    def _stands_alone(self, match: re.Match[str], block: Block) -> bool:
        whole = (match.start(), match.end()) == (block.start, block.end)
        plain = block.kind is BlockKind.PARAGRAPH and block.note is None
        return whole and plain and self.document.place(match.start()).column == 1

    def _named(self, sign: int, block: Block, *, in_bracket: bool) -> Named | None:
        """The key behind an at sign; None where it is no citation."""
        text = self.document.text
        before = text[sign - 1] if sign > block.start else " "
        if text.startswith("{", sign + 1):
            return self._braced(sign, block, before, in_bracket=in_bracket)
        if before.isalnum() or before == "_":
            return None
        match = _PLAIN.match(text, sign + 1, block.end)
        if match is None:
            return None
        end = match.start() + _length_of_key(match[0])
        named = Named(match[0][: end - match.start()], sign, end, sign + 1, braced=False)
        return self._checked(named, block, in_bracket=in_bracket)

    def _braced(self, sign: int, block: Block, before: str, *, in_bracket: bool) -> Named | None:
        match = _BRACED.match(self.document.text, sign + 1, block.end)
        if match is None or not match[1].strip():
            reason = "the key has no end '}'" if match is None else "the key is empty"
            self._fault(sign, sign + 2, reason, "Write it as @{gc4:49(1)}")
            return None
        if before.isalnum() or before == "_":
            reason = f"'@' stands right behind '{before}', as in an address"
            self._fault(sign, match.end(), reason, "Put a blank before it, or write \\@")
            return None
        named = Named(match[1], sign, match.end(), match.start(1), braced=True)
        return self._checked(named, block, in_bracket=in_bracket)

    def _checked(self, named: Named, block: Block, *, in_bracket: bool) -> Named:
        """With the hyphen before the sign, where one leaves out the name."""
        text, hyphen = self.document.text, named.start - 1
        leaves_out = (
            in_bracket
            and hyphen >= block.start
            and text[hyphen] == "-"
            and self.document.stands(hyphen, hyphen + 1)
            and not text[hyphen - 1 : hyphen].isalnum()
        )
        return named._replace(start=hyphen, bare=True) if leaves_out else named

    def _close(self, open_: list[_Bracket], end: int, block: Block) -> None:
        bracket = open_.pop()
        is_citation = bool(bracket.named)
        if open_:
            open_[-1].inner.append((bracket.start, end))
            open_[-1].holds_citation |= is_citation or bracket.holds_citation
        if is_citation:
            self._bracketed(bracket, end, block)

    def _bracketed(self, bracket: _Bracket, end: int, block: Block) -> None:
        is_ours = any(one.is_ours for one in bracket.named)
        if bracket.holds_citation and is_ours:
            reason = "a citation in brackets stands within another one"
            self._fault(bracket.start, end, reason, "Part them with ';' in one pair of brackets")
            return
        parts = self._parts(bracket, end)
        named = iter(bracket.named)
        waiting = next(named, None)
        cited: list[Cited] = []
        for begin, stop in parts:
            inside: list[Named] = []
            while waiting is not None and waiting.start < stop:
                inside.append(waiting)
                waiting = next(named, None)
            if len(inside) != 1 and not is_ours:
                return
            if len(inside) != 1:
                reason = "no key stands" if not inside else "several keys stand"
                self._fault(
                    begin, stop, f"{reason} between two ';' of a citation", "Write one in each part"
                )
                return
            cited.append(self._cited(inside[0], begin, stop))
        self.placeholders.append(Placeholder(bracket.start, end, tuple(cited), True, block))

    def _parts(self, bracket: _Bracket, end: int) -> list[tuple[int, int]]:
        """The stretches between the semicolons, those within inner brackets and keys left out."""
        text, spans = self.document.text, [*bracket.inner]
        spans += [(one.start, one.end) for one in bracket.named]
        parts, begin = [], bracket.start + 1
        at = begin
        for start, stop in [*sorted(spans), (end - 1, end)]:
            while (found := text.find(";", at, start)) >= 0:
                at = found + 1
                if self.document.stands(found, at):
                    parts.append((begin, found))
                    begin = at
            at = max(at, stop)
        return [*parts, (begin, end - 1)]

    def _cited(self, named: Named, begin: int, stop: int) -> Cited:
        prefix = one_line(self.document, begin, named.start).lstrip()
        return Cited(named, prefix, one_line(self.document, named.end, stop).rstrip())

    def _loose(self, loose: Sequence[Named], block: Block, unclosed: set[int]) -> None:
        for named in loose:
            if named.start in unclosed and named.braced:
                self._fault(named.start, named.end, "its bracket '[' has no end ']'", "Close it")
                continue
            end, suffix = self._behind(named, block)
            cited = (Cited(named, "", suffix),)
            self.placeholders.append(Placeholder(named.start, end, cited, False, block))

    def _behind(self, named: Named, block: Block) -> tuple[int, str]:
        """Where a key in a sentence ends, with the paragraph that follows in brackets."""
        match = _BEHIND.match(self.document.text, named.end, block.end)
        if match and named.is_ours and self.document.stands(match.start("all") - 1, match.end()):
            return match.end(), f", {match['all']}"
        return named.end, ""

    def _fault(self, start: int, end: int, reason: str, mend: str) -> None:
        self.malformed.append(Malformed(start, end, reason, mend))


def _length_of_key(text: str) -> int:
    """How far a key without braces goes: brackets that close, no punctuation at its end."""
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            text = text[:at]
            break
    while text and (text[-1] in ":.#$%&+?<>~/-\u2013" or text.count("(") > text.count(")")):
        text = text[: text.rindex("(")] if text.count("(") > text.count(")") else text[:-1]
    return len(text)


def places_in(suffix: str) -> tuple[list[str], str]:
    """The paragraphs that a suffix begins with, as keys write them (``p166``), and its rest.

    The words for a paragraph are part of the grammar of placeholders, as pandoc's for pages are.
    """
    match = _PINPOINT.match(suffix)
    if match is None:
        return [], suffix
    places = [place.replace("\u2013", "-") for place in _PLACE.findall(match["places"])]
    return [f"p{place.replace('-', '-p')}" for place in places], suffix[match.end() :]


def one_line(document: MarkdownDocument, start: int, end: int) -> str:
    """The Markdown behind a stretch of the text, its lines joined, without marks of quotes.

    The stretch lies between two characters that are no markup; what is markup at its ends is part
    of it.
    """
    at = document.source_span(start - 1, start)[1]
    last = document.source_span(end, end + 1)[0]
    pieces = []
    for line_end in _line_ends(document.text, start, end):
        first, behind = document.source_span(line_end, line_end + 1)
        pieces.append(document.source[at:first])
        marks = _MARKS.match(document.source, behind)
        at = marks.end() if marks else behind
    return " ".join([*pieces, document.source[at:last]])


def _line_ends(text: str, start: int, end: int) -> Iterator[int]:
    while (at := text.find("\n", start, end)) >= 0:
        yield at
        start = at + 1
