"""``lawmap library``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from lawmap.lookup import Held, inventory, total, unverified
from lawmap.model.library import Library
from lawmap.wording import counted

from .formats.json_text import json_text
from .inputs import Inputs, norms_option, sound
from .screen import aligned, one_line, page
from .voice import say, speaks

_HEAD = ("", "norms", "cases", "in two texts", "in one", "in none")


@click.command("library", epilog="Example: lawmap library --unverified")
@norms_option
@click.option(
    "--unverified",
    "lists_unverified",
    is_flag=True,
    help="List what was not verified, and why, instead of counting.",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines for people, or a list of objects.",
)
@speaks
def command(norms: tuple[Path, ...], lists_unverified: bool, output_format: str) -> int:
    """Say what the norm library holds, and how far it was verified.

    For each instrument: its norms, the cases that they carry, and in how many independent texts the
    quoted words of the norms were found. Norms that quote no words count under "in none".

    With --unverified, each norm whose words were not found in two texts is listed with the reason,
    and each fact about instruments, party tables, decisions and situations that was not seen in the
    place that is named for it.
    """
    library = sound(Inputs((), norms, ()).load_norms()).library
    if lists_unverified:
        _unverified(library, output_format)
    else:
        rows = inventory(library)
        if output_format == "json":
            click.echo(json_text([row._asdict() for row in rows], indent=2))
        else:
            click.echo(page([_table(rows)]))
            say(_beside(library))
    return 0


def _table(rows: Sequence[Held]) -> Iterator[str]:
    """A line for each instrument, and the total."""
    cells = ((row[0], *(f"{one:,}" for one in row[1:])) for row in (*rows, total(rows)))
    return aligned([_HEAD, *cells])


def _beside(library: Library) -> str:
    """What the library holds beside norms."""
    held = (
        counted(len(library.instruments), "instrument"),
        counted(len(library.terms), "term"),
        counted(len(library.presumptions), "presumption"),
        counted(len(library.decisions), "decision"),
        counted(len(library.proceedings), "published warrant"),
    )
    return f"Beside them: {', '.join(held)}."


def _unverified(library: Library, output_format: str) -> None:
    found = tuple(unverified(library))
    if output_format == "json":
        click.echo(json_text([one._asdict() for one in found], indent=2))
        return
    for one in found:
        click.echo(one_line(f"{one.record}: {one.place}: {one.why}"))
    say(f"{counted(len(found), 'fact')} not verified in full.")
