"""Fixes of single words: what is to stand in the place of one that is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

import yaml

from lawmap.diagnostics import Diagnostic, Edit, Fix, near_words

_MARKS = ("'", '"')

_NEAR = 0.8
"""What difflib gives at least for one wrong letter in five."""

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

    That is the nearest known word, if it looks like a slip and no other word is as near. A message
    may suggest more than what a fix writes: what looks alike need not mean the same.
    """
    near = near_words(word, known)
    nearness = [SequenceMatcher(None, one, word).ratio() for one in near]
    if not near or nearness[0] in nearness[1:] or not _is_slip(word, near[0], nearness[0]):
        return fault
    return with_word(fault, word, near[0], at_end=at_end)


def without_line(fault: Diagnostic, value: yaml.Node) -> Diagnostic:
    """The fault of a key, with the fix that deletes its line, if nothing else stands in it.

    Args:
        fault: the fault; it lies at the key.
        value: the value of the key.
    """
    number, text = fault.position.line, fault.source_line
    begin, end = value.start_mark, value.end_mark
    if not isinstance(value, yaml.ScalarNode) or {begin.line, end.line} != {number - 1}:
        return fault
    if text[: fault.position.column - 1].strip() or text[end.column :].strip():
        return fault
    edit = Edit(number, 1, number + 1, 1, "")
    return fault._replace(fix=Fix("Delete the second of the two, which says the same.", (edit,)))


def _is_slip(word: str, meant: str, nearness: float) -> bool:
    """Whether one word can be a slip of the pen for the other.

    Other figures never are: in a citation or a code they name another thing. Nor is a word more or
    less, or another beginning of one: *not*, *un-* and the like turn the meaning round.
    """
    if word.casefold() == meant.casefold():
        return True
    if _says_more(word, meant) or _says_more(meant, word):
        return False
    swapped = sorted(word) == sorted(meant)
    return _figures(word) == _figures(meant) and (swapped or nearness >= _NEAR)


def _says_more(longer: str, shorter: str) -> bool:
    """Whether one has all words of the other and a further one, or begins one of them otherwise."""
    more, less = (re.findall(r"[a-z]+", text.casefold()) for text in (longer, shorter))
    if len(more) != len(less):
        return Counter(more) > Counter(less)
    return any(
        len(one) > len(other) + 1 and one.endswith(other)
        for one, other in zip(more, less, strict=True)
    )


def _figures(word: str) -> str:
    """What no slip changes: digits, capitals (of codes), and all letters of a provision."""
    if ":" in word:
        return re.sub(r"[^0-9a-z]", "", word.partition("/")[0].casefold())
    return re.sub(r"[^0-9A-Z]", "", word)
