"""What YAML parsers say of a text that is no YAML, in words for people who write such files.

libyaml says "mapping values are not allowed in this context"; what happened is that a text holds a
colon. The causes are listed in :mod:`.yaml_causes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from .composing import TooMuchError, tokens
from .text import lines_of
from .yaml_causes import CAUSES, QUOTES_INSIDE


class Mark(NamedTuple):
    """A place as the parser counts: lines and columns from 0."""

    line: int
    column: int


class Told(NamedTuple):
    """A fault of syntax in plain words."""

    mark: Any
    """Its place: where a text or list opens, if it is never closed."""
    message: str
    """What is wrong, with the parser's own words in brackets."""
    mend: str


_MAX_LINE = 1_000
"""Nobody writes longer lines; in such as a machine made no cause is looked for."""
_OTHERWISE = "Check indentation, colons and quotation marks here and in the line above."


def in_words(error: yaml.MarkedYAMLError, text: str) -> Told:
    """Say what a parser found wrong.

    Args:
        error: what it raised.
        text: the text that it read.

    Returns:
        Place, message and mend; of a fault that is not known here the parser's own words.
    """
    opening: Any = error.context_mark
    here: Any = error.problem_mark or opening
    raw = ", ".join(part for part in (error.context, error.problem) if part)
    around = _around(text, here)
    for cause in CAUSES:
        found = re.search(cause.raw, raw) and re.search(cause.around, around)
        if not found:
            continue
        if re.search(_AFTER_TEXT, raw) and (quoted := _text_over_lines(text, here)):
            return _quoted_too_far(quoted, raw)
        words = cause.words
        if cause.names_opening and opening.line != here.line:
            words += f"; it opens in line {opening.line + 1}"
        mark = _mark_of(found, here) if cause.at_match else cause.at_opening and opening
        return Told(mark or here, f"{words} ({raw})", cause.mend)
    return Told(here, raw, _OTHERWISE)


_AFTER_TEXT = r"(?:flow \w+|block mapping), (?:did not find )?expected"


def _quoted_too_far(quoted: Any, raw: str) -> Told:
    """A closing mark was forgotten, and the next mark of the file closed the text."""
    line = quoted.end_mark.line + 1
    words = f"the text in quotation marks that begins here goes on as far as line {line}"
    mend = f"Close it where it is to end; text stands behind its closing mark. {QUOTES_INSIDE}"
    return Told(quoted.start_mark, f"{words} ({raw})", mend)


def _text_over_lines(text: str, here: Any) -> Any:
    """The token of a text in quotation marks, over several lines, behind which a place lies."""
    for token in _tokens_of(text):
        if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
            begin, end = token.start_mark, token.end_mark
            if begin.line < end.line and not text[end.index : here.index].strip():
                return token if end.index <= here.index else None
    return None


def _tokens_of(text: str) -> Iterator[Any]:
    """The tokens of a text, as far as it has any."""
    try:
        yield from tokens(text)
    except (yaml.YAMLError, TooMuchError):
        return


def _mark_of(found: re.Match[str], here: Any) -> Mark:
    """The place of something that was found in the lines around another place."""
    before = found.string[: found.start(found.lastindex or 0)].replace("\0", "")
    above, line_feed, line = before.partition("\n")
    return Mark(here.line, len(line)) if line_feed else Mark(here.line - 1, len(above))


def _around(text: str, mark: Any) -> str:
    lines = ["", *lines_of(text)]
    above, line = lines[mark.line], lines[mark.line + 1] if mark.line + 1 < len(lines) else ""
    if max(len(above), len(line)) > _MAX_LINE:
        return "\n\0"
    return f"{above}\n{line[: mark.column]}\0{line[mark.column :]}"
