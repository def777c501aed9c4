"""Markdown: headings such as ``## Article 49`` open the articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lawmap.diagnostics import Diagnostic
from lawmap.loading.yaml_text import parse

from ..articles import read_heading
from .headed import BEGINNING, Block, articles
from .told import Read, Told, needs_instrument

_FENCE = "---\n"
_KEYS = ("instrument", "language", "source")


def read_markdown(text: str, shown: str, told: Told) -> Read:
    """Read a treaty in Markdown.

    Front matter may give ``instrument``, ``language`` and ``source``; what the caller was told of
    the instrument goes before.
    """
    front, body = _parted(text)
    given, faults = _front_matter(front, shown)
    if faults:
        return Read((), tuple(faults))
    told = told._replace(
        instrument=told.instrument or given.get("instrument", ""),
        language=given.get("language", told.language),
        source=given.get("source", told.source),
    )
    if not told.instrument:
        return needs_instrument(shown)
    tokens = MarkdownIt("commonmark", {"html": False}).parse(body)
    found = tuple(articles(_blocks(tokens), told))
    return Read(found if any(one.article for one in found) else (), ())


def _parted(text: str) -> tuple[str, str]:
    """Front matter and the rest; the front matter keeps its place in the count of lines."""
    if not text.startswith(_FENCE):
        return "", text
    front, fence, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return (f"\n{front}\n", body) if fence else ("", text)


def _front_matter(front: str, shown: str) -> tuple[dict[str, str], list[Diagnostic]]:
    if not front.strip():
        return {}, []
    document, faults = parse(front, shown)
    data = document.data if document else {}
    pairs = data.items() if isinstance(data, dict) else ()
    return {key: value for key, value in pairs if key in _KEYS and isinstance(value, str)}, faults


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """Headings and paragraphs; the items of numbered lists keep their numbers."""
    opening, number, level = tokens[0] if tokens else None, "", ""
    for token in tokens:
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type in ("heading_open", "paragraph_open"):
            opening = token
        elif token.type == "inline" and opening is not None:
            words = _words(token)
            is_heading = opening.type == "heading_open"
            heading = read_heading(words, marked=True) if is_heading else None
            if is_heading and (heading or opening.tag <= level):
                level = opening.tag
                yield Block("", heading or BEGINNING)
            else:
                yield Block(number + words)
            number = ""
        elif token.type in ("code_block", "fence"):
            yield Block(token.content)


def _words(inline: Token) -> str:
    """The words of a piece of Markdown, without emphasis, links and pictures."""
    words = []
    for token in inline.children or ():
        if token.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif token.type in ("text", "code_inline"):
            words.append(token.content)
    return "".join(words)
