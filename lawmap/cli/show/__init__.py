"""``lawmap show``: one module a subject, each turns a record into lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import click

from lawmap.errors import NothingFoundError, UnknownIdError, UsageError
from lawmap.lookup import Named, find_named
from lawmap.model.base import SLUG
from lawmap.model.library import Library

from ..inputs import DAY, PATH, Inputs, load_norms, load_sound, norms_option
from ..outgoing import show_text
from ..screen import page
from ..view import View, for_audience
from ..voice import say, speaks
from .allegation import allegation_lines
from .decision import decision_lines
from .instrument import instrument_lines
from .norm import norm_lines
from .other import (
    chapeau_lines,
    place_lines,
    presumption_lines,
    regime_lines,
    role_lines,
    state_lines,
)
from .source import source_lines
from .standing import check_states, standing_blocks
from .term import term_lines

_NORM = "norm"
_LINES: dict[str, Callable[[Library, str], Iterator[str]]] = {
    _NORM: norm_lines,
    "instrument": instrument_lines,
    "term": term_lines,
    "allegation": allegation_lines,
    "source": source_lines,
    "presumption": presumption_lines,
    "chapeau": chapeau_lines,
    "decision": decision_lines,
    "role": role_lines,
    "regime": regime_lines,
    "place": place_lines,
    "State": state_lines,
}


@click.command("show", epilog='Example: lawmap show "gc4:49(1)" --on 2022-03-15 --state RUS')
@click.argument("name")
@click.argument("paths", nargs=-1, type=PATH)
@click.option(
    "--on", "day", type=DAY, metavar="YYYY-MM-DD", help="For a norm: the day to ask about."
)
@click.option(
    "--state",
    "states",
    multiple=True,
    metavar="STATE",
    help="A State, as ISO 3166-1 alpha-3 code such as UKR (repeatable).",
)
@norms_option
@for_audience
@speaks
def command(
    view: View,
    name: str,
    paths: tuple[Path, ...],
    day: datetime | None,
    states: tuple[str, ...],
    norms: tuple[Path, ...],
) -> int:
    """Show a norm, term, instrument, allegation, source and what else has a name.

    NAME is the id of a norm, or a pinpoint that names every norm below it; a term such as act.move;
    an instrument such as gc4, also by another name of it; an allegation or a source, which lie in
    PATHS; or a presumption, chapeau, decision, role, regime, place or State. Allegations and
    sources are looked for only if no norm pack has the name, or PATHS are given.

    With --on, each State of --state (without it: every State that a party table lists) is said to
    be bound by treaty, bound by custom, not bound, or not known, since when and by which act, with
    the source. For a crime, the courts that try it and their reach over that State's territory are
    shown.

    \b
    Examples:
      lawmap show act.move
      lawmap show gc4
      lawmap show thirty-drafted-2024 seeds
    """  # noqa: D301  (click reads the backspace as "do not wrap")
    if states and day is None:
        raise UsageError("--state needs --on: who was bound depends on the day")
    library, found = _find(name, Inputs(paths, norms, ()), view)
    if day is not None and {one.kind for one in found} != {_NORM}:
        raise UsageError(f"--on is for norms, and '{name}' is none: {_kinds(found)}")
    check_states(library, states)
    if len({one.kind for one in found}) > 1:
        say(f"'{name}' names several things: {_kinds(found)}")
    blocks = _blocks(library, found, day.date() if day else None, states)
    show_text(page(blocks), nl=True)
    return 0


def _find(name: str, inputs: Inputs, view: View) -> tuple[Library, tuple[Named, ...]]:
    """What a name means. Drafts that are half done do not keep anybody from reading the law."""
    if inputs.paths:
        library = view.of(load_sound(inputs).library)
        return library, find_named(library, name)
    library = load_norms(inputs.norms).library
    try:
        return library, find_named(library, name)
    except UnknownIdError:
        if not re.fullmatch(SLUG, name):
            raise
    try:
        library = view.of(load_sound(inputs).library)
    except NothingFoundError as error:
        raise UsageError(
            f"no norm pack has the name '{name}', and {error.paths[0].absolute()} holds no"
            " allegation or source; give the PATHS where it lies"
        ) from error
    return library, find_named(library, name)


def _blocks(
    library: Library, found: Iterable[Named], day: date | None, states: tuple[str, ...]
) -> Iterator[Iterable[str]]:
    for one in found:
        yield _LINES[one.kind](library, one.id)
        if day is not None:
            yield from standing_blocks(library, one.id, day, states)


def _kinds(found: Iterable[Named]) -> str:
    return ", ".join(f"{one.kind} {one.id}" for one in found)
