"""How well the recogniser does on the labelled hundreds, with every miss.

python -m tests.recognising
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lawmap.recognising import Citation, Names, recognise
from tests.cli.running import ROOT
from tests.recognising.selection import Context, hundreds

HUNDREDS = ("first-hundred.jsonl", "second-hundred.jsonl")


class Miss(NamedTuple):
    """One thing that went otherwise than the label says."""

    id: int
    what: str
    text: str


class Figures(NamedTuple):
    """What a hundred came to."""

    labelled: int
    found: int
    right: int
    """Found with the very span of a label."""
    resolved: int
    """Of these, with its keys and its status."""
    misses: tuple[Miss, ...]
    confident_on_ambiguous: int
    """Labels that are ambiguous, of which the recogniser was sure."""

    @property
    def precision(self) -> float:
        """The part of what was found that is labelled."""
        return self.right / self.found

    @property
    def recall(self) -> float:
        """The part of the labels that was found."""
        return self.right / self.labelled

    @property
    def resolution(self) -> float:
        """The part of what was found rightly that was resolved rightly."""
        return self.resolved / self.right


def labels_of(name: str) -> dict[int, dict[str, Any]]:
    """The labels of a hundred by the id of their context."""
    lines = (ROOT / "tests/cases/citations" / name).read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def figures(contexts: list[Context], labels: dict[int, dict[str, Any]], names: Names) -> Figures:
    """Recognise each context and compare with its labels."""
    labelled = found = right = resolved = confident = 0
    misses: list[Miss] = []
    for context in contexts:
        row = labels[context.id]
        cut = [(start, end) for start, end in row.get("cut", ())]
        meant = {(one["start"], one["end"]): one for one in row["citations"]}
        seen = {
            (one.start, one.end): one
            for one in recognise(context.text, names)
            if not any(one.start < end and start < one.end for start, end in cut)
        }
        both = meant.keys() & seen.keys()
        labelled, found, right = labelled + len(meant), found + len(seen), right + len(both)
        misses += _of_spans(context, meant.keys() - both, seen.keys() - both)
        for span in sorted(both):
            label, citation = meant[span], seen[span]
            confident += label["ambiguous"] and not citation.ambiguous
            if told(citation) == (label["status"], label["keys"]):
                resolved += 1
            else:
                what = f"{told(citation)}, not {label['status'], label['keys']}"
                misses.append(Miss(context.id, what, citation.text))
    return Figures(labelled, found, right, resolved, tuple(misses), confident)


def told(citation: Citation) -> tuple[str, list[str]]:
    """What a label says, of a citation."""
    return citation.status.value, list(citation.keys)


def _of_spans(
    context: Context, missed: set[tuple[int, int]], wrong: set[tuple[int, int]]
) -> Iterator[Miss]:
    for what, spans in (("not found", missed), ("not labelled", wrong)):
        for start, end in sorted(spans):
            yield Miss(context.id, what, context.text[start:end])


def measured(path: Path, names: Names) -> dict[str, Figures]:
    """The figures of every hundred whose labels are there."""
    return {
        name: figures(contexts, labels_of(name), names)
        for name, contexts in zip(HUNDREDS, hundreds(path), strict=True)
        if (ROOT / "tests/cases/citations" / name).exists()
    }
