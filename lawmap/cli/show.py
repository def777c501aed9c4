"""``lawmap show``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from lawmap.applicability import CourtOnDay, Standing, Tied, standing
from lawmap.citing import cite
from lawmap.diagnostics import did_you_mean
from lawmap.errors import UsageError
from lawmap.matching import find_norms
from lawmap.model.base import Attribution
from lawmap.model.conditions import condition_words
from lawmap.model.instrument import PartyEvent
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.situation import Occupation
from lawmap.periods import in_words

from .inputs import DAY, load_norms, norms_option
from .voice import speaks


@click.command("show", epilog='Example: lawmap show "gc4:49(1)" --on 2022-03-15 --state RUS')
@click.argument("norm")
@click.option("--on", "day", type=DAY, metavar="YYYY-MM-DD", help="The day to ask about.")
@click.option(
    "--state",
    "states",
    multiple=True,
    metavar="STATE",
    help="A State, as ISO 3166-1 alpha-3 code such as UKR (repeatable).",
)
@norms_option
@speaks
def command(
    norms: tuple[Path, ...], norm: str, day: datetime | None, states: tuple[str, ...]
) -> int:
    """Show a norm, and who was bound by it on a day.

    NORM is the id of a norm, or a pinpoint that names every norm below it. With --on, each State
    of --state (without it: every State that a party table lists) is said to be bound by treaty,
    bound by custom, not bound, or not known, since when and by which act, with the source. For a
    crime, the courts that try it and their reach over that State's territory are shown.
    """
    if states and day is None:
        raise UsageError("--state needs --on: who was bound depends on the day")
    library = load_norms(norms).library
    found = find_norms(library, norm)
    _check_states(library, states)
    blocks = []
    for one in found:
        blocks.append(list(_norm(library, one)))
        if day is not None:
            for state in states or _known_states(library, one):
                blocks.append(list(_standing(library, one, state, day.date())))
    click.echo("\n\n".join("\n".join(block) for block in blocks))
    return 0


def _known_states(library: Library, norm: Norm) -> tuple[str, ...]:
    table = library.parties.get(norm.instrument)
    return tuple(sorted(table.parties if table else library.state_names))


def _check_states(library: Library, states: tuple[str, ...]) -> None:
    for state in states:
        if state not in library.state_names:
            near = did_you_mean(state, library.state_names)
            raise UsageError(
                f"no party table or situation lists the State '{state}'{near},"
                " so whether it was bound is not known"
            )


def _norm(library: Library, norm: Norm) -> Iterator[str]:
    yield f"{cite(library, norm.id)}  ({norm.id})"
    yield norm.heading
    roles = norm.binds or library.instruments[norm.instrument].binds
    yield f"{norm.kind.value}; binds: {', '.join(library.roles[one].label['en'] for one in roles)}"
    yield ""
    yield f"  {norm.rule}"
    for language, words in sorted((norm.words or {}).items()):
        yield f'  "{words}" ({language}; {norm.source.read_in})'
    if norm.words is None:
        yield f"  No words are quoted: {norm.source.note}"
    elements = library.elements_of(norm)
    if elements:
        yield ""
        yield "  elements:"
    for name, element in elements.items():
        yield f"    {name} ({element.kind.value}): {element.text}"
        yield f"      if {condition_words(element.condition)}"
    if norm.exceptions:
        yield "  exceptions:"
    for name, ground in norm.exceptions.items():
        yield f"    {name}: {ground.text}"
        yield f"      if {condition_words(ground.condition)}"
    yield from _related(norm)
    yield from (f"  note: {note}" for note in norm.notes)


def _related(norm: Norm) -> Iterator[str]:
    for relation in type(norm.see).model_fields:
        related = getattr(norm.see, relation)
        if related:
            yield f"  {relation}: {', '.join(one.norm for one in related)}"


def _standing(library: Library, norm: Norm, state: str, day: date) -> Iterator[str]:
    found = standing(library, norm, state, day)
    name = library.state_names[state]
    if found.courts:
        yield f"{name} on {in_words(day)}: this norm binds persons; a court's reach decides."
        for court in found.courts:
            yield from _court(court, name)
    else:
        yield f"{name} on {in_words(day)}: {found.tied.value}"
    if found.treaty:
        yield f"  {found.treaty}"
    yield from _events(found)
    if found.custom:
        yield f"  {found.custom}"
    elif not found.courts and found.tied is not Tied.TREATY:
        yield "  No customary rule with this content is named in the norm."
    if _asks_for_a_role(library, norm):
        for one in found.occupations:
            yield from _occupation(library, one)


def _asks_for_a_role(library: Library, norm: Norm) -> bool:
    roles = norm.binds or library.instruments[norm.instrument].binds
    return any(library.roles[role].condition is not None for role in roles)


def _occupation(library: Library, one: Occupation) -> Iterator[str]:
    place = library.place_names.get(one.place, one.place)
    until = f" until {in_words(one.ends)}" if one.ends else ""
    since = f"{'from' if until else 'since'} {in_words(one.begins)}{until}"
    yield f"  Recorded as occupying, {one.extent.value}: {place}, {since}"
    if one.contested:
        yield f"    contested: {one.contested}"


def _events(found: Standing) -> Iterator[str]:
    if found.party is None:
        return
    for event in found.party.events:
        if event.effect is not None or event in found.statements:
            yield f"  {_event(event)}"
            yield f"    {_source(event.source)}"
    if found.party.source is not None:
        yield f"  {_source(found.party.source)}"
    for later in found.party.confirmed[-1:]:
        yield f"  still so on {in_words(later.on)}; {_source(later.source)}"
    if found.party.note:
        yield f"  note: {found.party.note}"


def _event(event: PartyEvent) -> str:
    on = f" of {in_words(event.on)}" if event.on else ""
    effect = f", with effect on {in_words(event.effect)}" if event.effect else ""
    text = f": {event.text}" if event.text else ""
    return f"{event.act.value.replace('-', ' ')}{on}{effect}{text}"


def _court(found: CourtOnDay, name: str) -> Iterator[str]:
    yield f"  {found.court.name}:"
    if not found.reaches:
        yield f"    no recorded reach covers crimes on the territory of {name} on that day"
    for one in found.reaches:
        yield f"    reaches crimes on the territory of {name}: {one.text}"
        yield f"      {_source(one.source)}"
        if one.contested:
            yield f"      contested: {one.contested}"
    for exemption in found.exemptions:
        yield f"    but: {exemption.text}"
        yield f"      {_source(exemption.source)}"


def _source(source: Attribution) -> str:
    sure = "source" if source.verified else "source (not verified)"
    quote = f' "{source.quote}"' if source.quote else ""
    note = f" ({source.note})" if source.note else ""
    return f"{sure}: {source.read_in}{quote}{note}"
