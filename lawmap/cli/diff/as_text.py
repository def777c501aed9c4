"""A comparison as text for a screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import click

from lawmap.cli.screen import one_line
from lawmap.model.comparison import Effect, LineChange, OutcomeChange, RecordChange, What

from . import words
from .told import Told, ToldDossiers, ToldLaws


class _Line(NamedTuple):
    text: str = ""
    colour: str | None = None
    bold: bool = False


_COLOURS = {What.ADDED: "green", What.REMOVED: "red"}


def render(told: Told, *, coloured: bool = False) -> str:
    """The whole text."""
    lines = _laws(told) if isinstance(told, ToldLaws) else _dossiers(told)
    return "".join(f"{_written(line, coloured=coloured)}\n" for line in lines)


def _written(line: _Line, *, coloured: bool) -> str:
    text = one_line(line.text)
    return click.style(text, fg=line.colour, bold=line.bold) if coloured and text else text


def _laws(told: ToldLaws) -> Iterator[_Line]:
    result = told.result
    yield _Line(f"{result.old} {words.ARROW} {result.new}", bold=True)
    yield _Line(words.of_law(result))
    yield _Line(words.of_outcomes(result))
    decided, *rest = words.by_effect(result.law)
    yield from _records(*decided)
    if result.outcomes:
        yield _Line()
        yield _Line("What comes out otherwise", bold=True)
        yield _Line(words.LEGEND)
    for allegation, changes in words.by_allegation(result.outcomes).items():
        yield _Line()
        yield _Line(f"{allegation}: {told.title(allegation)}")
        for change in changes:
            yield from _outcome(told, change)
    if result.unheard:
        yield _Line()
        yield _Line("Words that the law before does not have: there they say nothing", bold=True)
        for name, messages in result.unheard.items():
            yield from (_Line(f"  {name}: {message}") for message in messages)
    for effect, records in rest:
        yield from _records(effect, records)


def _records(effect: Effect, records: list[RecordChange]) -> Iterator[_Line]:
    if records:
        yield _Line()
        yield _Line(words.EFFECTS[effect], bold=True)
    for record in records:
        yield from _record(record)


def _record(change: RecordChange) -> Iterator[_Line]:
    title = f": {change.title}" if change.title else ""
    head = f"{words.SIGNS[change.what]} {words.record_words(change)}{title}"
    yield _Line(f"  {head}", _COLOURS.get(change.what))
    if change.file:
        yield _Line(f"      in {change.file}")
    for path, fields in groupby(change.fields, key=lambda field: field.path):
        yield _Line(f"      {path}")
        for field in fields:
            yield from _both(field.before, field.after, "        ")


def _both(before: str | None, after: str | None, indent: str) -> Iterator[_Line]:
    was, now = words.contrast(before, after)
    if was is not None:
        yield _Line(f"{indent}- {was}", "red")
    if now is not None:
        yield _Line(f"{indent}+ {now}", "green")


def _outcome(told: ToldLaws, change: OutcomeChange) -> Iterator[_Line]:
    yield _Line(f"  {change.norm}  {told.citation(change.norm)}")
    was, now = words.outcome_words(change.before), words.outcome_words(change.after)
    if change.of_outcome:
        yield _Line(f"      outcome: {was} {words.ARROW} {now}", bold=True)
    else:
        yield _Line(f"      outcome: {was}, as before")
    for asked, before, after in words.differing(change):
        yield _Line(f"      {asked}: {before} {words.ARROW} {after}")
    if change.because:
        yield _Line(f"      because of {words.because(change)}")


def _dossiers(told: ToldDossiers) -> Iterator[_Line]:
    result = told.result
    yield _Line(f"{result.old} {words.ARROW} {result.new}", bold=True)
    yield _Line(result.title)
    yield _Line(words.of_dossiers(result))
    for field, heading in words.SECTIONS.items():
        changes: tuple[LineChange, ...] = getattr(result, field)
        if changes:
            yield _Line()
            yield _Line(heading, bold=True)
        for section, lines in words.by_section(changes).items():
            yield _Line(f"  {' > '.join(section) or 'Head of the page'}")
            for line in lines:
                yield from _line(line)


def _line(change: LineChange) -> Iterator[_Line]:
    about = words.about(change)
    if about:
        yield _Line(f"      {about}")
    yield from _both(change.before, change.after, "        " if about else "      ")
