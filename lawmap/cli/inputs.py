"""Options that several commands share, and the reading behind them."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

from lawmap.checks import check
from lawmap.cli import EXIT_FAULTS
from lawmap.diagnostics import has_errors
from lawmap.loading import Loaded, load, packs_for

from .output import FORMATS, show
from .settings import read_settings
from .voice import say_more

PATH = click.Path(path_type=Path)
DAY = click.DateTime(formats=["%Y-%m-%d"])


class Inputs(NamedTuple):
    """What a command reads."""

    paths: tuple[Path, ...]
    norms: tuple[Path, ...]
    reports: tuple[Path, ...]

    def load(self) -> Loaded:
        """Read everything; the project's settings stand in for paths that were not given."""
        settings = read_settings(Path())
        paths = self.paths or settings.paths
        packs = packs_for(paths, self.norms or settings.norms)
        say_more(f"reading {', '.join(map(str, paths))}")
        say_more(f"norm packs: {', '.join(map(str, packs))}")
        loaded = load(paths, packs)
        say_more(f"{loaded.read} files read")
        return loaded

    def load_norms(self) -> Loaded:
        """Read the norm packs alone."""
        settings = read_settings(Path())
        return load((), packs_for(settings.paths, self.norms or settings.norms))


norms_option = click.option(
    "--norms",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A norm pack on top of the shipped one (repeatable).",
)


def reads_files(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command PATHS, --norms and --reports, and hand them on as one value."""

    @click.argument("paths", nargs=-1, type=PATH)
    @norms_option
    @click.option(
        "--reports",
        multiple=True,
        type=click.Path(path_type=Path, exists=True),
        metavar="DIR",
        help="Folder with original reports: quotations are looked up in them (repeatable).",
    )
    @functools.wraps(function)
    def with_inputs(
        paths: tuple[Path, ...], norms: tuple[Path, ...], reports: tuple[Path, ...], **rest: Any
    ) -> Any:
        return function(inputs=Inputs(paths, norms, reports), **rest)

    return with_inputs


def load_norms(norms: tuple[Path, ...]) -> Loaded:
    """Read the norm packs alone, and stop with exit code 1 if there is any error."""
    return sound(Inputs((), norms, ()).load_norms())


def load_sound(inputs: Inputs) -> Loaded:
    """Read everything and stop with exit code 1 if there is any error: nothing is half done."""
    return sound(inputs.load(), inputs.reports)


def sound(loaded: Loaded, reports: tuple[Path, ...] = ()) -> Loaded:
    """What was loaded, or a stop with exit code 1 if there is any error in it."""
    faults = check(loaded, reports, cases=False)
    if faults:
        show(faults, FORMATS["full"], sys.stderr)
    if has_errors(faults):
        click.echo("Nothing was done: mend these faults first.", err=True)
        raise click.exceptions.Exit(EXIT_FAULTS)
    return loaded
