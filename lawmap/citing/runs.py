"""Formatted text: runs of words, each plain or italic. They know no markup until it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawmap.markdown import Markup, escape


class Run(NamedTuple):
    """Words in one kind of type."""

    text: str
    italic: bool = False


Runs = tuple[Run, ...]


def joined(runs: Iterable[Run]) -> Runs:
    """The same words with neighbours of one type made one, and no blank at the edge of italics."""
    return _merged(piece for run in _merged(runs) for piece in _without_edges(run))


def _merged(runs: Iterable[Run]) -> Runs:
    found: list[Run] = []
    for run in runs:
        if found and found[-1].italic == run.italic:
            found[-1] = Run(found[-1].text + run.text, run.italic)
        elif run.text:
            found.append(run)
    return tuple(found)


def _without_edges(run: Run) -> Iterator[Run]:
    """A run whose italics begin and end with a word, and the blanks around it."""
    if not run.italic or not run.text.strip():
        pieces = [Run(run.text)]
    else:
        inner = run.text.strip()
        before, _, after = run.text.partition(inner)
        pieces = [Run(before), Run(inner, italic=True), Run(after)]
    yield from (piece for piece in pieces if piece.text)


def to_text(runs: Runs) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)


_MARK = "\ue000"
"""Stands for an asterisk while the words around it are escaped; no data may hold it."""


def to_markdown(runs: Runs) -> Markup:
    """The words as Markdown that shows exactly them, with emphasis for italics."""
    marked = "".join(_marked(run) for run in joined(runs))
    return Markup(escape(marked).replace(_MARK, "*"))


def _marked(run: Run) -> str:
    text = run.text.replace(_MARK, "\ufffd")
    return f"{_MARK}{text}{_MARK}" if run.italic else text
