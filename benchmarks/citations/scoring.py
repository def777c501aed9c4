"""Holding what was found in a text to what a reader labelled there. Pure functions; no files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from lawmap.recognising import Citation, Status


class Span(NamedTuple):
    """Characters of a text; the end is not included."""

    start: int
    end: int

    def common(self, other: Span) -> int:
        """How many characters both hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


class Meaning(NamedTuple):
    """What a citation says."""

    status: str
    keys: frozenset[str]
    ambiguous: bool


class Found(NamedTuple):
    """What a program found; no meaning where it knows none."""

    span: Span
    meaning: Meaning | None = None


class Label(NamedTuple):
    """What a reader saw."""

    span: Span
    meaning: Meaning


class Labelled(NamedTuple):
    """The labels of one context, with what an edge cuts, which counts neither way."""

    labels: Sequence[Label]
    cut: Sequence[Span]


class Miss(NamedTuple):
    """One thing that is wrong, to be read by whoever mends it."""

    context: int
    what: str
    found: Found | None
    label: Label | None


class Score(NamedTuple):
    """How a program did on a set of contexts."""

    labelled: int
    found: int
    matched: int
    exact: int
    """Of those matched, with the very span of the label."""
    resolved: int
    """Of those matched, with the label's status and keys."""
    overconfident: int
    """Called existing where the label says that the words may mean several instruments."""
    misses: Sequence[Miss]

    @property
    def precision(self) -> float:
        """Of what was found, how much is a citation; 1 where nothing was found."""
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of the citations, how many were found."""
        return self.matched / self.labelled

    @property
    def resolution(self) -> float:
        """Of the citations found, how many say what the label says."""
        return self.resolved / self.matched if self.matched else 0.0


def labelled(row: Mapping[str, Any]) -> Labelled:
    """A row of a file of labels."""
    return Labelled(
        [
            Label(
                Span(one["start"], one["end"]),
                Meaning(one["status"], frozenset(one["keys"]), one["ambiguous"]),
            )
            for one in row["citations"]
        ],
        [Span(*edges) for edges in row.get("cut", ())],
    )


def found(citation: Citation) -> Found:
    """A citation of lawmap's recogniser."""
    keys = citation.keys if citation.status in {Status.EXISTS, Status.AMBIGUOUS} else ()
    meaning = Meaning(citation.status.value, frozenset(keys), citation.ambiguous)
    return Found(Span(citation.start, citation.end), meaning)


def score(contexts: Iterable[tuple[int, Labelled, Sequence[Found]]]) -> Score:
    """Hold what was found to the labels, context by context.

    A label and a find belong together where they overlap, one to one, the larger overlap first.
    """
    total = Score(0, 0, 0, 0, 0, 0, ())
    for name, truth, finds in contexts:
        total = _sum(total, _score_one(name, truth, finds))
    return total


def _score_one(name: int, truth: Labelled, finds: Sequence[Found]) -> Score:
    pairs = _pairs(truth.labels, finds)
    lost = [label for label in truth.labels if all(label is not pair[0] for pair in pairs)]
    extra = [find for find in finds if all(find is not pair[1] for pair in pairs)]
    extra = [find for find in extra if not any(find.span.common(cut) for cut in truth.cut)]
    wrong = [pair for pair in pairs if pair[1].meaning not in {None, pair[0].meaning}]
    return Score(
        labelled=len(truth.labels),
        found=len(pairs) + len(extra),
        matched=len(pairs),
        exact=sum(label.span == find.span for label, find in pairs),
        resolved=sum(label.meaning == find.meaning for label, find in pairs),
        overconfident=sum(_overconfident(label, find) for label, find in pairs),
        misses=(
            *(Miss(name, "not found", None, label) for label in lost),
            *(Miss(name, "no citation", find, None) for find in extra),
            *(Miss(name, "another meaning", find, label) for label, find in wrong),
        ),
    )


def _pairs(labels: Sequence[Label], finds: Sequence[Found]) -> list[tuple[Label, Found]]:
    """Who belongs to whom; of two that overlap as much, the earlier."""
    candidates = sorted(
        (-label.span.common(find.span), nth, kth)
        for nth, label in enumerate(labels)
        for kth, find in enumerate(finds)
        if label.span.common(find.span)
    )
    pairs: dict[int, int] = {}
    for _, nth, kth in candidates:
        if nth not in pairs and kth not in pairs.values():
            pairs[nth] = kth
    return [(labels[nth], finds[kth]) for nth, kth in sorted(pairs.items())]


def _overconfident(label: Label, find: Found) -> bool:
    said = find.meaning
    return label.meaning.ambiguous and said is not None and said.status == Status.EXISTS.value


def _sum(one: Score, other: Score) -> Score:
    return Score(
        one.labelled + other.labelled,
        one.found + other.found,
        one.matched + other.matched,
        one.exact + other.exact,
        one.resolved + other.resolved,
        one.overconfident + other.overconfident,
        (*one.misses, *other.misses),
    )
