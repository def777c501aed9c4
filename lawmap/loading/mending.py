"""Fixes of single words: what is to stand in the place of one that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from lawmap.diagnostics import Diagnostic, Edit, Fix, near_words

_MARKS = ("'", '"')

# What can be written in every place of a file, quoted or not, and reads as it is written.
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._/@()-]|:(?=\S)|(?<=\S)#)*(?<! )")


def with_word(
    fault: Diagnostic, old: str, new: str, *, safe: bool = False, at_end: bool = False
) -> Diagnostic:
    """The fault, with the fix that writes another word in its place; quotation marks stay.

    Args:
        fault: the fault of a text; its place and length say how the text is written.
        old: the word: the whole text, or what stands at its beginning.
        new: what is to stand there.
        safe: whether the meaning of the file stays.
        at_end: the word stands at the end of the text instead.

    Returns:
        The fault as it was, if the text is written otherwise than it reads (over several lines,
        with escapes), or if the new word would need other quotation marks.
    """
    written = fault.source_line[fault.position.column - 1 :][: fault.length]
    marks = 1 if len(written) > 1 and written[0] in _MARKS and written[0] == written[-1] else 0
    inner = written[marks : len(written) - marks]
    fits = inner.endswith(old) if at_end else inner.startswith(old)
    if not old or not fits or not _PLAIN.fullmatch(new):
        return fault
    line = fault.position.line
    column = fault.position.column + marks + (len(inner) - len(old) if at_end else 0)
    edit = Edit(line, column, line, column + len(old), new)
    return fault._replace(fix=Fix(f"Write '{new}' instead of '{old}'.", (edit,), safe=safe))


def with_guess(
    fault: Diagnostic, word: str, known: Iterable[str], *, at_end: bool = False
) -> Diagnostic:
    """The fault, with the fix that writes the word that was probably meant, if there is one.

    That is the nearest known word, unless another is as near, or unless it has other figures: in
    a citation, a date or a code a near figure is a different thing, not a slip.
    """
    near = near_words(word, known)
    if not near or _figures(near[0]) != _figures(word) or _as_near(word, near):
        return fault
    return with_word(fault, word, near[0], at_end=at_end)


def _as_near(word: str, near: list[str]) -> bool:
    """Whether the second of two near words comes as near as the first."""
    ratios = {SequenceMatcher(None, one, word).ratio() for one in near}
    return len(ratios) < len(near)


def _figures(word: str) -> str:
    """What of a word a guess may not change: its digits; of a provision its letters too."""
    if ":" in word:
        return re.sub(r"[^0-9a-z]", "", word.partition("/")[0].casefold())
    return re.sub(r"[^0-9]", "", word)
