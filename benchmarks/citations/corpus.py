"""The texts: contexts with labels, a large text, plain prose, and strings made to be slow."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.citations.scoring import Labelled, labelled
from benchmarks.citations.selection import Context, hundreds

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "tests" / "cases" / "citations"

HOSTILE: Mapping[str, tuple[str, str]] = {
    "unit words": ("", "Article "),
    "opened brackets": ("Article 8", "("),
    "letters in brackets": ("Article 8", "(a)"),
    "digits": ("Article ", "1"),
    "a list": ("Articles 1", ", 2"),
    "a range of ranges": ("Articles 1", "-2"),
    "signs of paragraphs": ("Article 1", " § "),
    "paragraphs in words": ("Article 1", ", paragraph 1"),
    "paragraphs before": ("", "paragraph 1 of "),
    "and": ("Articles 1", " and "),
    "of the": ("Article 1", " of the"),
    "the start of names": ("Article 1 of the ", "Geneva Convention relative to the "),
    "names": ("", "Geneva Convention "),
    "ordinals": ("Article 1 of the ", "First Additional "),
    "spaces": ("Article 1", " "),
    "line breaks": ("Article 1", "\n"),
    "hyphens": ("Article 1", "-"),
    "accents": ("Article 1", "\u0301"),
    "Cyrillic units": ("", "ст. 1 і "),
    "no spaces": ("", "Article1of"),
}
"""How each hostile string starts, and what it repeats."""


class Hundred(NamedTuple):
    """A labelled hundred."""

    title: str
    contexts: list[tuple[Context, Labelled]]


def labelled_hundreds(contexts: Path) -> list[Hundred]:
    """The contexts that are labelled, with their labels."""
    files = ("first-hundred.jsonl", "second-hundred.jsonl")
    return [
        _hundred(name, chosen)
        for name, chosen in zip(files, hundreds(contexts), strict=True)
        if (LABELS / name).exists()
    ]


def _hundred(name: str, chosen: list[Context]) -> Hundred:
    lines = (LABELS / name).read_text(encoding="utf-8").splitlines()
    rows = {row["id"]: labelled(row) for row in map(json.loads, lines)}
    title = name.removesuffix(".jsonl").replace("-", " ")
    return Hundred(title, [(context, rows[context.id]) for context in chosen])


def citing_text(contexts: Path, size: int) -> str:
    """All contexts, one after the other, again and again: a text that is full of citations.

    Args:
        contexts: `citations_in_context.jsonl`.
        size: how many characters.
    """
    rows = map(json.loads, contexts.read_text(encoding="utf-8").splitlines())
    return _filled([row["before"] + row["citation"] + row["after"] for row in rows], size)


def plain_text(size: int) -> str:
    """The pages of this project's documents: prose with few citations, in so many characters."""
    pages = sorted((ROOT / "docs").rglob("*.md"))
    return _filled([page.read_text(encoding="utf-8") for page in pages], size)


def hostile_text(name: str, size: int) -> str:
    """A string of so many characters that is made to be slow."""
    start, again = HOSTILE[name]
    return (start + again * (size // len(again) + 1))[:size]


def _filled(parts: list[str], size: int) -> str:
    """The parts in turn until there are enough characters."""
    rounds = size // sum(len(part) + 2 for part in parts) + 1
    return "\n\n".join(islice(cycle(parts), rounds * len(parts)))[:size]
