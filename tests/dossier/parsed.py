"""Markdown as its readers see it: GitHub's dialect, with HTML on, to catch what slips in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("js-default", {"html": True, "linkify": False, "typographer": False})


PARTING = "<!-- -->"
"""An empty comment, which parts a mark from what follows it; no reader sees it."""


@cache
def tokens(text: str) -> list[Token]:
    """What a text is made of; each is read once, for it is looked at in many ways."""
    return PARSER.parse(text)


def every(text: str) -> Iterator[Token]:
    """Every token, those inside of lines included."""
    for token in tokens(text):
        yield token
        yield from (child for child in token.children or () if not _parts(child))


def shown(token: Token) -> str:
    """What a reader sees of an inline token."""
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children or ()
        if not _parts(child)
    )


def _parts(token: Token) -> bool:
    return token.type == "html_inline" and token.content == PARTING


def lines(text: str) -> list[str]:
    """Every paragraph, heading and cell as a reader sees it."""
    return [shown(token) for token in tokens(text) if token.type == "inline"]


def headings(text: str) -> list[str]:
    found = tokens(text)
    return [shown(after) for token, after in pairwise(found) if token.type == "heading_open"]


def targets(text: str) -> list[str]:
    """Where links lead."""
    return [str(token.attrGet("href")) for token in every(text) if token.type == "link_open"]


def github_anchors(text: str) -> set[str]:
    """The anchors that GitHub gives the headings of a document."""
    return _numbered(
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings(text)
    )


def pandoc_anchors(text: str) -> set[str]:
    """The anchors that pandoc gives them (manual, "Extension: auto_identifiers")."""
    return _numbered(pandoc_anchor(heading) for heading in headings(text))


def pandoc_anchor(heading: str) -> str:
    kept = re.sub(r"[^\w\-. ]", "", heading.lower())
    return re.sub(r"^[^a-zа-яіїєґ]+", "", "-".join(kept.split())) or "section"


def _numbered(anchors: Iterator[str]) -> set[str]:
    """The second heading of a name gets -1, the third -2."""
    seen: dict[str, int] = {}
    found = set()
    for anchor in anchors:
        count = seen.get(anchor, 0)
        found.add(f"{anchor}-{count}" if count else anchor)
        seen[anchor] = count + 1
    return found


def tables(text: str) -> list[list[str]]:
    """The lines of each table, as written."""
    source = text.split("\n")
    return [
        source[token.map[0] : token.map[1]]
        for token in tokens(text)
        if token.type == "table_open" and token.map
    ]


def cells(row: str) -> int:
    """How many cells a row of a table has."""
    return len(re.findall(r"(?<!\\)\|", row.strip())) - 1
