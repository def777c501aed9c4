"""What commands say beside their data: on standard error, more with -v, nothing with -q."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from lawmap import __version__

_KEY = "lawmap.voice"


def _set(level: int) -> Callable[[click.Context, click.Parameter, bool], None]:
    def callback(ctx: click.Context, _: click.Parameter, given: bool) -> None:
        if given:
            ctx.meta[_KEY] = level

    return callback


def speaks(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command -q, -v and -V."""
    for option in (
        click.version_option(__version__, "-V", "--version", prog_name="lawmap"),
        click.option(
            "-v",
            "--verbose",
            is_flag=True,
            expose_value=False,
            callback=_set(1),
            help="Say more.",
        ),
        click.option(
            "-q",
            "--quiet",
            is_flag=True,
            expose_value=False,
            callback=_set(-1),
            help="Say nothing beside data and faults.",
        ),
    ):
        function = option(function)
    return function


def say(text: str) -> None:
    """Say something unless -q was given."""
    if _level() >= 0:
        _echo(text)


def say_more(text: str) -> None:
    """Say something only if -v was given."""
    if is_verbose():
        _echo(text)


def _echo(text: str) -> None:
    # Late: a command that says nothing starts without them.
    from .outgoing import discreet
    from .screen import visible_lines

    click.echo(visible_lines(discreet(text)), err=True)


def is_verbose() -> bool:
    """Whether -v was given."""
    return _level() > 0


def is_quiet() -> bool:
    """Whether -q was given."""
    return _level() < 0


def _level() -> int:
    level: int = click.get_current_context().meta.get(_KEY, 0)
    return level
