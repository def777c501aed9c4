"""Options that say what counts as a fault, for which settings can stand."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from lawmap.cli.formats import FORMATS
from lawmap.control.selection import unfit
from lawmap.errors import UsageError

from .durations import stale_after_option
from .keys import FAIL_LEVELS, NEVER, SETTINGS, WrongValueError
from .wanted import Value, Wanted

_VARIABLES: Mapping[str, str] = {
    "texts": "LAWMAP_TEXTS",
    "output-format": "LAWMAP_OUTPUT_FORMAT",
}
"""Keys that the environment can set: what differs from one machine to another."""


def _codes(*, to_ignore: bool) -> Callable[[click.Context, click.Parameter, Iterable[str]], Any]:
    def callback(_: click.Context, __: click.Parameter, texts: Iterable[str]) -> tuple[str, ...]:
        names = tuple(name.strip() for text in texts for name in text.split(",") if name.strip())
        wrong = unfit(names, to_ignore=to_ignore)
        if wrong:
            raise click.BadParameter("; ".join(wrong))
        return names

    return callback


_OPTIONS = (
    click.option(
        "--select",
        multiple=True,
        metavar="CODES",
        callback=_codes(to_ignore=False),
        help="Only these codes, names or beginnings such as LM3; commas part them (repeatable).",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="CODES",
        callback=_codes(to_ignore=True),
        help="All but these; of two that meet, the longer one decides (repeatable).",
    ),
    click.option(
        "--baseline",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Faults that this file knows do not count.",
    ),
    click.option(
        "--fail-level",
        type=click.Choice(FAIL_LEVELS),
        help="From which level on a fault ends the run with 1 (default: error).",
    ),
    click.option("--exit-zero", is_flag=True, help="The same as --fail-level never."),
    stale_after_option,
)

output_format_option = click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    help=f"How faults are written (default: full, or what {_VARIABLES['output-format']} says).",
)

_NAMES = frozenset(
    (
        "texts",
        "select",
        "ignore",
        "stale_after",
        "baseline",
        "fail_level",
        "exit_zero",
        "output_format",
    )
)
"""Parameters that are handed on as one value."""


def controls(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options for which settings can stand, and hand them on as ``wanted``."""

    @functools.wraps(function)
    def with_wanted(**arguments: Any) -> Any:
        rest = {name: value for name, value in arguments.items() if name not in _NAMES}
        return function(wanted=Wanted(_given(click.get_current_context())), **rest)

    command: Callable[..., Any] = with_wanted
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _given(ctx: click.Context) -> dict[str, Value]:
    """What was given on the command line or in the environment, by the keys of settings."""
    given = dict(_of_environment())
    for param in ctx.command.params:
        name = str(param.name)
        key, value = name.replace("_", "-"), ctx.params.get(name)
        is_given = ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if key in SETTINGS and is_given and value != ():
            is_option = isinstance(param, click.Option)
            given[key] = Value(value, max(param.opts, key=len) if is_option else "command line")
    if ctx.params.get("exit_zero"):
        given["fail-level"] = Value(NEVER, "--exit-zero")
    return given


def _of_environment() -> Iterator[tuple[str, Value]]:
    for key, variable in _VARIABLES.items():
        text = os.environ.get(variable)
        if text:
            try:
                yield key, Value(SETTINGS[key].read(text, Path()), variable)
            except WrongValueError as error:
                raise UsageError(f"{variable} {error}") from error
