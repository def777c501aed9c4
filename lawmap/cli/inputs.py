"""Options that several commands share, and the reading behind them."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from lawmap.checks import check
from lawmap.checks.runnable import WORKABLE
from lawmap.cli import EXIT_FAULTS
from lawmap.control import apply
from lawmap.diagnostics import Report, by_place, has_errors
from lawmap.loading import Loaded, load, packs_for

from .formats import show
from .outgoing import remember_all
from .settings import Settings, read_settings
from .settings.wanted import Wanted, baseline_of, control_of
from .voice import say, say_more

PATH = click.Path(path_type=Path)
DAY = click.DateTime(formats=["%Y-%m-%d"])


class Inputs(NamedTuple):
    """What a command reads."""

    paths: tuple[Path, ...]
    norms: tuple[Path, ...]
    reports: tuple[Path, ...]
    settings: Settings | None = None

    def of_project(self) -> Settings:
        """The settings of the project, which stand in for what was not given."""
        return self.settings or read_settings(Path())

    def load(self, instead: Mapping[str, str] | None = None) -> Loaded:
        """Read everything; the project's settings stand in for paths that were not given.

        Args:
            instead: texts to take for those of the disk, by the names of files in diagnostics.
        """
        settings = self.of_project()
        paths = self.paths or settings.paths
        packs = packs_for(paths, self.norms or settings.norms)
        say_more(f"reading {', '.join(map(str, paths))}")
        say_more(f"norm packs: {', '.join(map(str, packs))}")
        loaded = load(paths, packs, instead)
        remember_all(loaded)
        say_more(f"{loaded.read} files read")
        return loaded

    def load_norms(self) -> Loaded:
        """Read the norm packs alone."""
        settings = self.of_project()
        return load((), packs_for(settings.paths, self.norms or settings.norms))


norms_option = click.option(
    "--norms",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A norm pack on top of the shipped one (repeatable).",
)


def also_option(note: str = "") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command whose arguments are names ``--also``, for files with records.

    Args:
        note: what more its help is to say.
    """
    return click.option(
        "--also",
        "paths",
        multiple=True,
        type=PATH,
        metavar="PATH",
        help="A file or folder with allegations and sources (repeatable); without it those of the"
        f" settings, else the current folder.{note}",
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
        settings = read_settings(Path())
        if settings.passed_over:
            say(settings.passed_over)
        inputs = Inputs(paths, norms, reports or settings.reports, settings)
        return function(inputs=inputs, **rest)

    return with_inputs


def load_norms(norms: tuple[Path, ...]) -> Loaded:
    """Read the norm packs alone, and stop with exit code 1 if there is any error."""
    return sound(Inputs((), norms, ()).load_norms())


def load_sound(inputs: Inputs) -> Loaded:
    """Read everything and stop with exit code 1 if there is any error: nothing is half done."""
    return sound(inputs.load(), inputs.reports, inputs.of_project())


def sound(
    loaded: Loaded, reports: tuple[Path, ...] = (), settings: Settings | None = None
) -> Loaded:
    """What was loaded, or a stop with exit code 1 if there is any error in it.

    What is suppressed does not count, unless it is something with which nothing can be done.
    """
    wanted, settings = Wanted({}), settings or Settings()
    control = control_of(wanted, settings, baseline=baseline_of(wanted, settings))
    report = apply(check(loaded, reports, cases=False), loaded, control)
    hidden = (*report.suppressed, *report.unselected)
    stopping = [one for one in hidden if has_errors([one]) and one.code not in WORKABLE]
    faults = tuple(sorted([*report.faults, *stopping], key=by_place))
    if faults:
        show(Report(faults, files=loaded.read), "full", sys.stderr)
    if has_errors(faults):
        click.echo("Nothing was done: mend these faults first.", err=True)
        raise click.exceptions.Exit(EXIT_FAULTS)
    return loaded
