"""Markdown of a dossier as lines that can be told apart: what stands where, and what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")

# The answer to an element, as the shipped templates write it: sign, words, what it asks, its text.
_ANSWER = re.compile(r"(?P<answer>[+−±?] [^()]+?) \((?P<asks>[^()]+)\): (?P<item>.+)", re.DOTALL)
# Elements that several norms share: a norm names them, and one list tells of each.
_NAMES = re.compile(r"[^:]+: (?=[+−±?] )")
_NAME = re.compile(r"(?P<answer>[+−±?]) (?P<item>[^;]+?)\.?(?:;|$)")
_NAMED = re.compile(r"(?P<item>.+) \((?P<asks>[^()]+), \"(?P<name>[^()\"]+)\"\)", re.DOTALL)
# Norms are numbered in the order of the dossier, so a number says nothing about the norm.
_NUMBERED = re.compile(r"Norm \d+: ")
_NUMBER = re.compile(r"(?<=\bNorm) \d+\b")
_COMPANION = re.compile(r"↳ (?P<role>[^:]+): (?P<item>.+)", re.DOTALL)

Section = tuple[str, ...]


class Line(NamedTuple):
    """One statement of a page."""

    section: Section
    """The headings above it, the outermost first; that of the whole page is left out."""
    above: Section
    """The items of a list in which it stands, the outermost first."""
    item: str
    """What it is about: a row of a table, an element; "" for text that is about itself."""
    column: str
    """The column of a cell, "answer" for the answer to an element; else ""."""
    text: str


class Page(NamedTuple):
    """A page with its title."""

    title: str
    lines: tuple[Line, ...]
    norms: frozenset[Section]
    """The headings of single norms."""


ANSWER, ROLE = "answer", "companion as"
"""Columns of lines that are no table."""
_SHARED = "shared"
"""The column of an answer that a norm shares with others, until it is found in their list."""


def read_page(text: str) -> Page:
    """Take the Markdown of a dossier apart, one from own templates as far as it has structure."""
    reader = _Reader()
    for node in SyntaxTreeNode(_PARSER.parse(text)).children:
        reader.take(node)
    return Page(reader.title, tuple(_each_with_its_own(reader.lines)), frozenset(reader.norms))


def _each_with_its_own(lines: Iterable[Line]) -> Iterator[Line]:
    """Shared elements told under each norm that has them, as if it alone had them.

    So it is no difference whether an element is shared or not.
    """
    lines = list(lines)
    named = [(found["name"], found, line) for line in lines if (found := _named(line))]
    known = {name: (found, line) for name, found, line in named}
    twice = {name for name, count in Counter(name for name, *_ in named).items() if count > 1}
    asked = {line.item for line in lines if line.column == _SHARED} - twice
    for line in lines:
        own = _named(line)
        if line.column == _SHARED and line.item in known and line.item not in twice:
            found, told = known[line.item]
            item = f"{found['item']} ({found['asks']})"
            yield line._replace(item=item, column=ANSWER, text=told.text)
        elif line.column == _SHARED:
            yield line._replace(column=ANSWER)
        elif own is None or own["name"] not in asked:
            yield line


def _named(line: Line) -> re.Match[str] | None:
    """The name of a shared element, where a line is the answer to one."""
    return _NAMED.fullmatch(line.item) if line.column == ANSWER else None


class _Reader:
    """Walks over the blocks of a page and keeps the headings above."""

    def __init__(self) -> None:
        self.title = ""
        self.lines: list[Line] = []
        self.norms: set[Section] = set()
        self._headings: list[tuple[int, str]] = []

    def take(self, node: SyntaxTreeNode) -> None:
        if node.type == "heading":
            self._head(int(node.tag[1:]), _shown(node))
        elif node.type == "paragraph" and _is_strong(node):
            self._head(_BELOW_ALL, _shown(node))
        else:
            self.lines.extend(_lines(node, self._section, ()))

    @property
    def _section(self) -> Section:
        return tuple(text for _, text in self._headings)

    def _head(self, level: int, text: str) -> None:
        if level == 1 and not self.title:
            self.title = text
            return
        numbered = _NUMBERED.match(text)
        # A companion stands below its primary norm, and may stand below another one next time.
        level = _NORM if numbered else level
        self._headings = [above for above in self._headings if above[0] < level]
        self._headings.append((level, text[numbered.end() :] if numbered else text))
        if numbered:
            self.norms.add(self._section)


_BELOW_ALL = 7
"""The level of a line in bold that stands alone: below every heading."""
_NORM = 3


def _lines(node: SyntaxTreeNode, section: Section, above: Section) -> Iterator[Line]:
    match node.type:
        case "table":
            yield from _rows(node, section)
        case "bullet_list" | "ordered_list":
            for item in node.children:
                yield from _item(item, section, above)
        case "hr":
            return
        case "blockquote":
            text = " ".join(filter(None, map(_shown, node.children)))
            yield Line(section, above, "", "", text)
        case _:
            text = _shown(node)
            if text:
                yield Line(section, above, "", "", _NUMBER.sub("", text))


def _item(node: SyntaxTreeNode, section: Section, above: Section) -> Iterator[Line]:
    if not node.children:
        return
    first, *rest = node.children
    text = _shown(first)
    own = list(_answers(text, section, above))
    yield from own or _lines(first, section, above)
    name = own[0].item if own else _name(first)
    for child in rest:
        yield from _lines(child, section, (*above, name))


def _name(node: SyntaxTreeNode) -> str:
    """By what an item is known: what stands in bold in front, else all of it."""
    inline = next(_inlines(node), None)
    for child in inline.children if inline else ():
        if child.type == "strong":
            return "".join(one.content for one in child.walk() if one.type == "text")
        if child.type != "text" or child.content:
            break
    return _shown(node)


def _answers(text: str, section: Section, above: Section) -> Iterator[Line]:
    """The answers that an item gives: one to an element, or several to shared ones."""
    single = _ANSWER.fullmatch(text)
    shared = _NAMES.match(text)
    if single:
        item = f"{single['item']} ({single['asks']})"
        yield Line(section, above, item, ANSWER, single["answer"])
    elif shared:
        for one in _NAME.finditer(text[shared.end() :]):
            yield Line(section, above, one["item"].strip(), _SHARED, one["answer"])


def _rows(node: SyntaxTreeNode, section: Section) -> Iterator[Line]:
    head, *body = [row for part in node.children for row in part.children]
    columns = [_shown(cell) for cell in head.children]
    for row in body:
        first, *cells = [_shown(cell) for cell in row.children]
        companion = _COMPANION.fullmatch(first)
        item = companion["item"] if companion else first
        if companion:
            yield Line(section, (), item, ROLE, companion["role"])
        for column, text in zip(columns[1:], cells, strict=False):
            yield Line(section, (), item, column, text)
        if not cells:
            yield Line(section, (), "", "", first)


def _is_strong(node: SyntaxTreeNode) -> bool:
    """Whether a paragraph is one stretch of bold text: a heading by another name."""
    children = node.children[0].children if node.children else []
    return len([one for one in children if one.type != "text" or one.content]) == 1 and any(
        one.type == "strong" for one in children
    )


def _shown(node: SyntaxTreeNode) -> str:
    """What a reader sees of a block or cell, on one line."""
    inline = node if node.type == "inline" else next(_inlines(node), None)
    if inline is None:
        return " ".join(node.content.split()) if node.type in ("fence", "code_block") else ""
    pieces = (
        " " if one.type in ("softbreak", "hardbreak") else one.content
        for one in inline.walk()
        if one.type in ("text", "code_inline", "softbreak", "hardbreak", "image")
    )
    return " ".join("".join(pieces).split())


def _inlines(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    return (child for child in node.children if child.type == "inline")
