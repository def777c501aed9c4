"""What cannot be compared: the faults of each side, and an end."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NoReturn

import click

from lawmap.cli import EXIT_FAULTS
from lawmap.cli.formats import counts, show
from lawmap.cli.screen import visible
from lawmap.diagnostics import Diagnostic, Report

from .places import Place


def stop_on(faults: Iterable[tuple[str, Place, list[Diagnostic]]]) -> None:
    """Tell faults by the side that has them and end with exit code 1; without any, go on."""
    found = [one for one in faults if one[2]]
    for role, place, its_own in found:
        click.echo(f"{role} ({visible(place.name)}): {counts(its_own)}", err=True)
        show(Report(tuple(map(place.told, its_own))), "full", sys.stderr)
    if found:
        _end()


def _end() -> NoReturn:
    click.echo("Nothing was compared: mend these faults first.", err=True)
    raise click.exceptions.Exit(EXIT_FAULTS)
