"""An article, paragraph by paragraph, where its stored text shows where each begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

# A number or letter that opens a line: "1.", "1)", "(a)", "a)".
_MARK = re.compile(
    r"[ \t]*(?:\((?P<both>\w{1,6})\)|(?P<one>[0-9]{1,3}|[a-z]|[ivxl]{1,6}) ?[.)])(?=[ \t]|$)"
)
_LAST = re.compile(r"\([^()]*\)$")


class Paragraph(NamedTuple):
    """A part of an article, without the parts below it."""

    locators: str
    """Such as ``(1)(d)``; "" for what stands before the first paragraph."""
    text: str


def paragraphs(text: str, locators: Iterable[str]) -> list[Paragraph]:
    """The parts of an article that its text shows, in order.

    Numbers and letters count only where they open a line: in running text they may be references.
    Paragraphs without numbers count where there are as many of them as the structure lists.

    Args:
        text: the whole article.
        locators: every part that exists, in order, from the structure of the instrument.

    Returns:
        One paragraph for each part that was found; none if the text shows no parts.
    """
    found = list(_split(text.split("\n"), "", list(locators)))
    return found if len(found) > 1 else []


def part_at(parts: Iterable[Paragraph], locators: str) -> str:
    """The words of a part: its own, those below it, and the opening words of those above it."""
    own = (one for one in parts if _meets(one.locators, locators))
    return "\n".join(one.text for one in own)


def shown_part(parts: Iterable[Paragraph], locators: str) -> str:
    """The smallest part around a pinpoint that was found: itself, or one above it, or ""."""
    known = {one.locators for one in parts}
    while locators and locators not in known:
        locators = _LAST.sub("", locators)
    return locators


def _meets(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _split(lines: list[str], above: str, locators: list[str]) -> Iterator[Paragraph]:
    """The part with these lines: its opening words, then each part below it."""
    below = [one for one in locators if _LAST.sub("", one) == above]
    begins = _marked(lines, below) or (_counted(lines, below) if not above else [])
    yield Paragraph(above, "\n".join(lines[: begins[0][0]] if begins else lines))
    for (begin, part), (end, _) in pairwise([*begins, (len(lines), "")]):
        yield from _split(lines[begin:end], part, locators)


def _marked(lines: list[str], below: list[str]) -> list[tuple[int, str]]:
    """The lines that open with the number or letter of a part, in the order of the parts.

    None, if another part is marked in running text: then nobody knows where one ends.
    """
    marks = [_MARK.match(line) for line in lines]
    labels = [(mark["both"] or mark["one"]) if mark else "" for mark in marks]
    found: list[tuple[int, str]] = []
    missing: list[str] = []
    for part in below:
        label = part.rpartition("(")[2].rstrip(")")
        first = found[-1][0] + 1 if found else 0
        if label in labels[first:]:
            found.append((labels.index(label, first), part))
        else:
            missing.append(label)
    inline = rf"(?<![\w(])\(?(?:{'|'.join(map(re.escape, missing))})[.)]"
    return [] if missing and found and re.search(inline, "\n".join(lines)) else found


def _counted(lines: list[str], below: list[str]) -> list[tuple[int, str]]:
    """Paragraphs parted by empty lines, if there are as many as parts; lists belong to theirs."""
    begins = [
        number
        for number, line in enumerate(lines)
        if line.strip() and not _MARK.match(line) and (not number or not lines[number - 1].strip())
    ]
    return list(zip(begins, below, strict=True)) if len(begins) == len(below) > 1 else []
