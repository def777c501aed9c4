"""``lawmap config``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from lawmap.diagnostics import did_you_mean
from lawmap.errors import UsageError

from .formats.json_text import json_text
from .screen import visible
from .settings import read_settings
from .settings.durations import Duration
from .settings.keys import SETTINGS
from .settings.options import controls
from .settings.wanted import Value, Wanted
from .voice import say, speaks

_WIDEST = 48


@click.command("config", epilog="Example: lawmap config --ignore LM503")
@click.argument("key", required=False, metavar="[KEY]")
@controls
@click.option(
    "--output-format",
    "form",
    type=click.Choice(["full", "json"]),
    default="full",
    show_default=True,
    help="Lines for people, or a JSON object.",
)
@speaks
def command(key: str | None, wanted: Wanted, form: str) -> int:
    """Show what settings and options come to, and where each value was set.

    Settings stand in lawmap.toml, or under [tool.lawmap] in pyproject.toml: in the current folder,
    or the nearest one above that has some. The command line goes before the environment, and the
    environment before settings. Options are those of 'lawmap validate'.

    With KEY only the value of this key is shown.
    """
    if key is not None and key not in SETTINGS:
        raise UsageError(f"no setting is called '{key}'{did_you_mean(key, SETTINGS)}")
    settings = read_settings(Path())
    if settings.file is None:
        say("There are no settings here or above: no lawmap.toml, no [tool.lawmap].")
    if settings.passed_over:
        say(settings.passed_over)
    values = {name: wanted.get(name, settings) for name in ([key] if key else SETTINGS)}
    if form == "json":
        click.echo(_json(values))
    elif key:
        click.echo(visible(_toml(_plain(values[key].value))))
    else:
        click.echo("\n".join(_lines(values)))
    return 0


def _lines(values: Mapping[str, Value]) -> Iterator[str]:
    shown = {key: _line(key, one.value) for key, one in values.items()}
    width = min(_WIDEST, max(map(len, shown.values())))
    for key, line in shown.items():
        yield visible(f"{line:<{width}}  # {values[key].origin}")


def _line(key: str, value: Any) -> str:
    return f"# {key} is not set" if value is None else f"{key} = {_toml(_plain(value))}"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {', '.join(pairs)} }}" if value else "{}"
    return json.dumps(value, ensure_ascii=False)


def _json(values: Mapping[str, Value]) -> str:
    rows = {key: {"value": _plain(one.value), "origin": one.origin} for key, one in values.items()}
    return json_text(rows, indent=2)


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    match value:
        case Path():
            return value.as_posix()
        case Duration():
            return f"{value.number}{value.unit}"
        case tuple():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case _:
            return value
