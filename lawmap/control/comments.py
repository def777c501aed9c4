"""Comments in YAML that speak to lawmap: ``# lawmap: ignore[CODE] reason``.

A ``#`` inside a text is no comment, be it quoted or in a block. The scanner of YAML decides, and
it is asked only about files that hold the mark at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import yaml

from lawmap.diagnostics import Edit, Position
from lawmap.loading.composing import TooMuchError

from .layout import Layout

MARK = "lawmap:"
MAX_NAMES = 1_000
"""So many codes are read from all comments of a file; there are a tenth of so many."""

_DIRECTIVE = re.compile(
    rf"#[ \t]*{MARK}[ \t]*"
    r"(?P<verb>[\w-]*)[ \t]*"
    r"(?:\[(?P<names>[^\]\r\n]*)\])?"
    rf"(?P<reason>(?:(?!#[ \t]*{MARK})[^\r\n])*)"
)
_AROUND_REASON = " \t:–—-"


class Name(NamedTuple):
    """A code or the name of a rule, as written in a comment."""

    text: str
    column: int


class Comment(NamedTuple):
    """A comment that begins with the mark."""

    position: Position
    length: int
    verb: str
    names: tuple[Name, ...] | None
    """What stands in its brackets; None where it has none."""
    reason: str
    target: int
    """The line of which it speaks: its own, or if it stands alone the next that says something."""
    on_top: bool
    """Whether nothing but comments stands before it."""
    source_line: str
    deletion: Edit
    """What takes it out of the file."""
    is_read: bool = True
    """False for the first one that names more than is read; those after it are left out."""

    def without(self, unwanted: frozenset[str]) -> Edit:
        """What takes some of its names out of it, or the whole where none would be left."""
        names = self.names or ()
        kept = [name.text for name in names if name.text not in unwanted]
        if not kept:
            return self.deletion
        line, end = self.position.line, names[-1].column + len(names[-1].text)
        return Edit(line, names[0].column, line, end, ", ".join(kept))


def comments_of(text: str, path: str) -> tuple[Comment, ...]:
    """The comments of a file that begin with the mark, in their order.

    Args:
        text: the whole file.
        path: its name in diagnostics.

    Returns:
        Nothing for a text that is no YAML, or more of it than is read: it has faults that no
        comment suppresses.
    """
    if MARK not in text:
        return ()
    try:
        layout = Layout(text)
    except (yaml.YAMLError, TooMuchError):
        return ()
    found = (match for match in _DIRECTIVE.finditer(text) if not layout.is_text(match.start()))
    return tuple(_few(_comment(match, layout, path) for match in found))


def _few(comments: Iterable[Comment]) -> Iterator[Comment]:
    left = MAX_NAMES
    for comment in comments:
        left -= max(1, len(comment.names or ()))
        yield comment._replace(is_read=left >= 0)
        if left < 0:
            return


def _comment(match: re.Match[str], layout: Layout, path: str) -> Comment:
    line, column = layout.place(match.start())
    alone, first = layout.is_comment(line), layout.next_said(0)
    return Comment(
        position=Position(path, line + 1, column + 1),
        length=len(match[0].rstrip()),
        verb=match["verb"],
        names=_names(match, column),
        reason=match["reason"].strip(_AROUND_REASON),
        target=(_next(layout, line) if alone else line) + 1,
        on_top=first is None or line < first,
        source_line=layout.lines[line],
        deletion=_deletion(layout, line, column, column + len(match[0])),
    )


def _names(match: re.Match[str], column: int) -> tuple[Name, ...] | None:
    if match["names"] is None:
        return None
    begin = column + match.start("names") - match.start() + 1
    return tuple(
        Name(found[0], begin + found.start()) for found in re.finditer(r"[^\s,]+", match["names"])
    )


def _next(layout: Layout, line: int) -> int:
    """The next line that holds more than a comment; the line itself at the end of a file."""
    found = layout.next_said(line + 1)
    return line if found is None else found


def _deletion(layout: Layout, line: int, begin: int, end: int) -> Edit:
    """What takes out a comment: with its line if nothing else stands there, else with the blanks.

    Another comment behind it stays where it is.
    """
    text = layout.lines[line]
    if text[end:].strip():
        return Edit(line + 1, begin + 1, line + 1, end + 1, "")
    before = len(text[:begin].rstrip())
    if before:
        return Edit(line + 1, before + 1, line + 1, len(text) + 1, "")
    is_last = line + 1 == len(layout.lines) and not layout.ends_with_break
    after = (line + 1, len(text) + 1) if is_last else (line + 2, 1)
    return Edit(line + 1, 1, *after, "")
