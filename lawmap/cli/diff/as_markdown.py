"""A comparison as Markdown, fit for a comment on a pull request.

All text from files is escaped. The only HTML is that which folds long lists away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lawmap import markdown
from lawmap.cli.screen import flat
from lawmap.model.comparison import Effect, LineChange, OutcomeChange, RecordChange
from lawmap.wording import counted

from . import words
from .told import Told, ToldDossiers, ToldLaws

# A comment on GitHub holds 65,536 characters, and one that is longer fails as a whole. This much of
# it is for what comes out otherwise, for what lawmap decides by, and for each list folded away.
_ROOM, _ROOM_LAW, _ROOM_FOLDED = 28_000, 12_000, 8_000


def render(told: Told, *, coloured: bool = False) -> str:
    """The whole text, as far as a comment holds it."""
    blocks = _laws(told) if isinstance(told, ToldLaws) else _dossiers(told)
    return "\n\n".join(blocks) + "\n"


def _first(blocks: Iterable[str], room: int, noun: str) -> Iterator[str]:
    """The first blocks that there is room for, and how many more there are."""
    left = 0
    for block in blocks:
        room -= len(block) + 2
        if room >= 0:
            yield block
        else:
            left += 1
    if left:
        yield f"- … and {counted(left, noun)} more, for which a comment has no room"


def _laws(told: ToldLaws) -> Iterator[str]:
    result = told.result
    yield "## What this change of law does"
    yield f"From {escape(result.old)} to {escape(result.new)}."
    yield f"**{escape(words.of_outcomes(result))}** {escape(words.of_law(result))}"
    if result.unheard:
        yield "Words that the law before does not have; there they say nothing:"
        yield "\n".join(_first(_unheard(told), _ROOM_FOLDED, "allegation"))
    if result.outcomes:
        yield "### What comes out otherwise"
        groups = words.by_allegation(result.outcomes).items()
        yield from _first((_table(told, *group) for group in groups), _ROOM, "allegation")
    if result.law:
        yield "### What changes in the law"
    for effect, records in words.by_effect(result.law):
        if records:
            folded = effect is not Effect.DECIDES
            yield from _list(
                words.EFFECTS[effect], map(_record, records), len(records), folded=folded
            )


def _unheard(told: ToldLaws) -> Iterator[str]:
    for name, messages in told.result.unheard.items():
        yield f"- {escape(name)}: {escape('; '.join(messages))}"


def _table(told: ToldLaws, allegation: str, changes: Iterable[OutcomeChange]) -> str:
    title = f"**{escape(told.title(allegation))}** ({escape(allegation)})"
    head = ["| Norm | Before | After | Answers that differ | Because of |", "|---|---|---|---|---|"]
    return "\n".join([title, "", *head, *(_row(told, change) for change in changes)])


def _row(told: ToldLaws, change: OutcomeChange) -> str:
    was, now = words.outcome_words(change.before), words.outcome_words(change.after)
    answers = [f"{asked}: {old} {words.ARROW} {new}" for asked, old, new in words.differing(change)]
    cells = [
        f"{told.citation(change.norm)} ({change.norm})",
        was,
        now if change.of_outcome else "as before",
        "; ".join(answers),
        words.because(change),
    ]
    return f"| {' | '.join(map(escape, cells))} |"


def _record(change: RecordChange) -> str:
    title = f": {escape(change.title)}" if change.title else ""
    file = f" ({escape(change.file)})" if change.file else ""
    head = f"- {change.what.value}: **{escape(words.record_words(change))}**{title}{file}"
    return "\n".join([head, *_fields(change)])


def _fields(change: RecordChange) -> Iterator[str]:
    for path, fields in groupby(change.fields, key=lambda field: field.path):
        yield f"  - {escape(path)}"
        for field in fields:
            yield from _both(field.before, field.after)


def _both(before: str | None, after: str | None) -> Iterator[str]:
    was, now = words.contrast(before, after)
    if was is not None:
        yield f"    - before: {escape(was)}"
    if now is not None:
        yield f"    - after: {escape(now)}"


def _list(heading: str, items: Iterable[str], number: int, *, folded: bool) -> Iterator[str]:
    if folded:
        lines = "\n".join(_first(items, _ROOM_FOLDED, "item"))
        yield f"<details><summary>{heading}: {number:,}</summary>\n\n{lines}\n\n</details>"
    else:
        yield f"**{heading}**"
        yield "\n".join(_first(items, _ROOM_LAW, "item"))


def _dossiers(told: ToldDossiers) -> Iterator[str]:
    result = told.result
    yield "## How two dossiers differ"
    yield f"**{escape(result.title)}**: from {escape(result.old)} to {escape(result.new)}."
    yield words.of_dossiers(result)
    for field, heading in words.SECTIONS.items():
        changes: tuple[LineChange, ...] = getattr(result, field)
        if changes:
            yield from _list(
                heading, _lines(changes), len(changes), folded=field in ("gaps", "other")
            )


def _lines(changes: Iterable[LineChange]) -> Iterator[str]:
    for section, lines in words.by_section(list(changes)).items():
        head = f"- {escape(' > '.join(section) or 'Head of the page')}"
        yield "\n".join([head, *(text for line in lines for text in _line(line))])


def _line(change: LineChange) -> Iterator[str]:
    yield f"  - {escape(words.about(change) or 'text')}"
    yield from _both(change.before, change.after)


def escape(text: str) -> str:
    """Text from files as Markdown that shows it, with what does not show as an escape."""
    return markdown.escape_in_comment(flat(text))
