"""Markdown in two kinds of string: plain text, escaped, and markup that templates made.

Whatever comes out of data is plain text. It is escaped for CommonMark, GitHub and pandoc alike,
so that it can neither become markup nor break the table it stands in.
"""

from __future__ import annotations

import re

# Characters that mean something to CommonMark, GitHub or pandoc wherever they stand.
_ANYWHERE = re.compile(r"([\\`*_\[\]{}<>|~^$@#])")
_AT_START = re.compile(r"^(\s*)([-+=:]|\d+[.)])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")


class Markup(str):
    """Text that is Markdown already."""

    __slots__ = ()


def escape(value: object) -> str:
    """Plain text as Markdown that shows exactly that text, on one line."""
    if isinstance(value, Markup):
        return value
    text = " ".join(str(value).split())
    text = _ANYWHERE.sub(r"\\\1", text)
    text = _ENTITY.sub(r"\\&", text)
    text = _LINK.sub(lambda match: f"{match[1]}\\{match[2]}", text)
    return _AT_START.sub(_escaped_start, text)


def _escaped_start(match: re.Match[str]) -> str:
    mark = match[2]
    return f"{match[1]}{mark[:-1]}\\{mark[-1]}"


def anchor(heading: str) -> Markup:
    """The anchor that GitHub and pandoc both give a heading that begins with a letter."""
    kept = "".join(char for char in heading.lower() if char.isalnum() or char in " -_")
    return Markup(kept.replace(" ", "-"))


def link_target(name: str, page: str = "") -> Markup:
    """A relative link to a file that lawmap wrote; ids hold nothing that needs escaping.

    Args:
        name: the id of an allegation.
        page: which page on it, such as ``brief``; by default its dossier.
    """
    return Markup(page_name(name, page))


def page_name(name: str, page: str = "") -> str:
    """The name of a file of the output folder. No id holds a full stop, so none can clash."""
    return f"{name}.{page}.md" if page else f"{name}.md"
