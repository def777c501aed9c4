"""Words that the text and the Markdown of a comparison share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawmap.comparing.pages import ANSWER
from lawmap.model.comparison import (
    Comparison,
    DossierComparison,
    Effect,
    LineChange,
    OutcomeChange,
    PartChange,
    PartValue,
    RecordChange,
    RecordName,
    Standing,
    What,
)
from lawmap.model.outcome import Answer
from lawmap.truth import Truth
from lawmap.wording import counted, first_of

ARROW = "→"
SIGNS = {What.ADDED: "+", What.REMOVED: "-", What.RENAMED: ">", What.CHANGED: "~"}
LEGEND = "+ supported   − contradicted   ± disputed   ? open (not reported)"

EFFECTS = {
    Effect.DECIDES: "Changes that lawmap decides by",
    Effect.CASES: "Changes of cases only",
    Effect.WORDS: "Changes of words only",
}
SECTIONS = {
    "outcomes": "Norms at a glance",
    "answers": "Answers to elements and exceptions",
    "gaps": "What would settle what",
    "sources": "Sources",
    "other": "All else",
    "inputs": "Made from other inputs",
}
"""The parts of a comparison of dossiers, by field, in the order of what matters most."""

_NAMED = 4
"""So many records are named as what a change can rest on; JSON has all."""
_WIDE = 100
_AROUND = 6
"""So many words are shown on both sides of what differs in a long text."""


def of_outcomes(result: Comparison) -> str:
    """How many outcomes change, in how many allegations."""
    if not result.allegations:
        return "No allegations were looked at."
    every = counted(result.allegations, "allegation")
    looked = f"{every} looked at, from {result.allegations_from}"
    moved = [one for one in result.outcomes if one.of_outcome]
    more = len(result.outcomes) - len(moved)
    cases = counted(len({one.allegation for one in moved}), "allegation")
    said = f"{counted(len(moved), 'outcome')} {changes(len(moved))} in {cases}"
    said = said if moved else "No outcome changes"
    beside = f"; {counted(more, 'further pair')} {changes(more)} in an answer only" if more else ""
    return f"{said}{beside} ({looked})."


def of_law(result: Comparison) -> str:
    """How many norms and other records change, and how."""
    if not result.law:
        return "No norm or other record of the law changes."
    norms = [one for one in result.law if one.kind == "norm"]
    others = [one for one in result.law if one.kind != "norm"]
    parts = [*_by_what(norms, "norm"), *_by_what(others, "other record")]
    return f"{', '.join(parts)}."


def _by_what(records: list[RecordChange], noun: str) -> Iterator[str]:
    for what in (What.ADDED, What.REMOVED, What.RENAMED):
        found = sum(one.what is what for one in records)
        if found:
            yield f"{counted(found, noun)} {what.value}"
    for effect, how in _CHANGED_IN.items():
        found = sum(one.what is What.CHANGED and one.effect is effect for one in records)
        if found:
            yield f"{counted(found, noun)} changed {how}"


_CHANGED_IN = {
    Effect.DECIDES: "in meaning",
    Effect.CASES: "in cases only",
    Effect.WORDS: "in words only",
}


def of_dossiers(result: DossierComparison) -> str:
    """How much differs between two dossiers, by part."""
    found = (
        (len(result.outcomes), "line of the norms at a glance", "lines of the norms at a glance"),
        (len(result.answers), "answer", "answers"),
        (len(result.gaps), "gap", "gaps"),
        (len(result.sources), "line on sources", "lines on sources"),
        (len(result.other), "other line", "other lines"),
        (len(result.inputs), "input", "inputs"),
    )
    parts = [counted(*one) for one in found if one[0]]
    return f"They differ in {', '.join(parts)}." if parts else "They say the same."


def changes(number: int) -> str:
    """The verb for so many."""
    return "changes" if number == 1 else "change"


def by_allegation(changes: Sequence[OutcomeChange]) -> dict[str, list[OutcomeChange]]:
    """Changes grouped, in their order."""
    groups: dict[str, list[OutcomeChange]] = {}
    for change in changes:
        groups.setdefault(change.allegation, []).append(change)
    return groups


def by_effect(changes: Sequence[RecordChange]) -> list[tuple[Effect, list[RecordChange]]]:
    """Changes grouped, those that decide first; a group may be empty."""
    return [(effect, [one for one in changes if one.effect is effect]) for effect in Effect]


def by_section(changes: Sequence[LineChange]) -> dict[tuple[str, ...], list[LineChange]]:
    """Changes grouped by the headings above them, in their order."""
    groups: dict[tuple[str, ...], list[LineChange]] = {}
    for change in changes:
        groups.setdefault(change.section, []).append(change)
    return groups


def about(change: LineChange) -> str:
    """What a line is about; "" for text that is about itself."""
    column = None if change.column == ANSWER else change.column
    return ": ".join(filter(None, (change.item, column)))


def record_words(change: RecordChange) -> str:
    """A record by kind and id, under both ids where it was renamed."""
    was = f"{change.was} {ARROW} " if change.was else ""
    return f"{change.kind} {was}{change.id}".strip()


def name_words(name: RecordName) -> str:
    """A record by kind and id."""
    return f"{name.kind} {name.id}".strip()


def because(change: OutcomeChange) -> str:
    """What a change can rest on; "" where nothing is known of it."""
    names = [name_words(one) for one in change.because]
    if len(names) <= 1:
        return "".join(names)
    return f"one or more of {first_of(names, _NAMED)}"


def outcome_words(standing: Standing | None) -> str:
    """An outcome with its marks."""
    if standing is None:
        return "no such norm"
    marks = ", ".join(mark.value for mark in standing.marks)
    return f"{standing.outcome.value}{f' [{marks}]' if marks else ''}"


def differing(change: OutcomeChange) -> Iterator[tuple[str, str, str]]:
    """Every answer of a pair that differs beside its outcome: what is asked, before, after."""
    before, after = change.before, change.after
    if before and after:
        if _applies(before) != _applies(after):
            yield "applies", _applies(before), _applies(after)
        for part in change.elements:
            yield f"element {part.id}", *_answers(part)
        for part in change.exceptions:
            yield f"exception {part.id}", *_answers(part)
        if before.origins != after.origins:
            yield "origins", str(before.origins), str(after.origins)


def _applies(standing: Standing) -> str:
    later = " (if carried out)" if standing.if_carried_out else ""
    return f"{ANSWERS[standing.applicable]}{later}"


ANSWERS = {
    Answer.YES: "yes",
    Answer.NO: "no",
    Answer.UNKNOWN: "not settled",
    Answer.IN_PART: "in part",
}


def _answers(part: PartChange) -> tuple[str, str]:
    return _answer(part.before), _answer(part.after)


def _answer(value: PartValue | None) -> str:
    if value is None:
        return "not asked"
    part = ", in part" if value.in_part else ""
    dispute = ", with a dispute" if value.hides_dispute else ""
    return f"{Truth(value.value.value).sign} {value.value.value}{part}{dispute}"


def contrast(before: str | None, after: str | None) -> tuple[str | None, str | None]:
    """Two texts, cut to the words that differ and some around them if they are long."""
    if before is None or after is None or max(len(before), len(after)) <= _WIDE:
        return before, after
    old, new = before.split(), after.split()
    shorter = min(len(old), len(new))
    first = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    last = next((i for i in range(shorter - first) if old[-1 - i] != new[-1 - i]), shorter - first)
    return _cut(old, first, last), _cut(new, first, last)


def _cut(words: list[str], first: int, last: int) -> str:
    """Words without all but a few of the first and last ones."""
    start = max(first - _AROUND, 0)
    end = min(len(words) - last + _AROUND, len(words))
    return " ".join(["…"] * (start > 0) + words[start:end] + ["…"] * (end < len(words)))
