"""Markdown in two kinds of string: plain text, escaped, and markup that templates made.

Whatever comes out of data is plain text. It is escaped for CommonMark, GitHub and pandoc alike,
with the extensions that their users switch on, so that it can neither become markup nor break the
table it stands in. An entity stands where a dialect knows no backslash (the first Markdown had none
before ``<``) or takes it for something else (R Markdown begins a formula where one stands before
``[``).
"""

from __future__ import annotations

import re
from urllib.parse import quote

_ENTITIES = {
    "\\": "&#92;",
    "<": "&lt;",
    ">": "&gt;",
    "[": "&#91;",
    "]": "&#93;",
    "&": "&amp;",
}
# What means something wherever it stands: alone, doubled, or as part of an entity, an address or
# the name of an emoji.
_ANYWHERE = re.compile(
    r"""[\\<>\[\]`*_{}|~^$@#]
    | &(?=[#\w])
    | =(?==) | (?<==)= | \+(?=\+) | (?<=\+)\+
    | (?<![0-9]):(?=\S) | :(?=[^\s0-9])
    | (?i:(?<=\bwww)\.)""",
    re.VERBOSE,
)
# The marks of lists, titles, notes and captions: at the start of a line alone.
_AT_START = re.compile(
    r"""( [-+=:%!]
    | \(?(?:[0-9]+|[a-z]|[ivxlcdm]+)[.)](?=\s|$)
    | [0-9]+[.)]
    | table: )""",
    re.VERBOSE | re.IGNORECASE,
)
_TASK = re.compile(r"^(&#91;)( |x)(&#93;) ", re.IGNORECASE)


class Markup(str):
    """Text that is Markdown already."""

    __slots__ = ()


def escape(value: object) -> str:
    """Plain text as Markdown that shows exactly that text, on one line."""
    if isinstance(value, Markup):
        return value
    text = _ANYWHERE.sub(_escaped, " ".join(str(value).split()))
    text = _TASK.sub(_no_task, text)
    start = _AT_START.match(text)
    return f"{text[: start.end() - 1]}\\{text[start.end() - 1 :]}" if start else text


def _escaped(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0], f"\\{match[0]}")


def _no_task(match: re.Match[str]) -> str:
    # Pandoc looks for the box among the words that it read, and for a plain blank behind it.
    box = "&#32;" if match[2] == " " else match[2]
    return f"{match[1]}{box}{match[3]}&#32;"


# What GitHub looks for in the words that Markdown made, so that no escape keeps it off: people,
# issues and commits of a repository.
_REFERRED = re.compile(
    r"""(?<=\\@)(?=\w) | (?<=\\\#)(?=[0-9]) | (?i:(?<=\bGH-))(?=[0-9])
    | (?<=\b[0-9a-f]{6})(?=[0-9a-f]{1,34}\b)""",
    re.VERBOSE,
)


def escape_in_comment(value: object) -> str:
    """The same for comments on GitHub, where a name behind an ``@`` would call that person.

    An empty HTML comment parts the mark from the name; nobody sees it.
    """
    return _REFERRED.sub("<!-- -->", escape(value))


def anchor(heading: str) -> Markup:
    """The anchor that GitHub and pandoc both give a heading that begins with a letter."""
    kept = "".join(char for char in heading.lower() if char.isalnum() or char in " -_")
    return Markup(kept.replace(" ", "-"))


def link_target(name: str, page: str = "") -> Markup:
    """A relative link to a file that lawmap wrote.

    Ids hold nothing that needs escaping. A template may hand over some other text, which then
    leads nowhere.

    Args:
        name: the id of an allegation.
        page: which page on it, such as ``brief``; by default its dossier.
    """
    quoted = quote(page_name(str(name), page), safe="")
    return Markup(quoted.replace("_", "%5F").replace("~", "%7E"))


def page_name(name: str, page: str = "") -> str:
    """The name of a file of the output folder. No id holds a full stop, so none can clash."""
    return f"{name}.{page}.md" if page else f"{name}.md"
