"""What a new file needs to be told: one row an option, which is also the question on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, NamedTuple

import click

Answers = Mapping[str, tuple[Any, ...]]
"""What was told, by the name of the field: one value, or several where it can be repeated."""


def _always(_: Answers) -> bool:
    return True


class Field(NamedTuple):
    """One thing to be told."""

    name: str
    """The option, without its two hyphens."""
    key: str
    """The key of the file that it fills."""
    help: str
    """What it is, as a phrase that also makes a question."""
    example: str
    """A plausible answer."""
    needed: bool = True
    """Whether there is no file without it."""
    many: bool = False
    """Whether it can be told more than once."""
    choices: type[Enum] | None = None
    """The values that it admits, where these are few."""
    asked: Callable[[Answers], bool] = _always
    """Whether the answers so far leave room for it."""
    argument: bool = False
    """Whether it stands on the command line without the name of an option."""
    read: Callable[[str], Any] = str
    """An answer as the file holds it; raises click's UsageError if it has not that form."""
    stand_in: Any = None
    """What takes its place while other answers are checked; without one, the example."""

    @property
    def told_by(self) -> str:
        """How the command line tells it."""
        return self.name.upper() if self.argument else f"--{self.name}"

    @property
    def values(self) -> list[str]:
        """The values that it admits, as the file writes them."""
        return [member.value for member in self.choices or ()]


def takes(fields: Iterable[Field]) -> Callable[..., Any]:
    """Give a command these fields as options."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for field in reversed(list(fields)):
            function = _parameter(field)(function)
        return function

    return decorate


def _parameter(field: Field) -> Callable[..., Any]:
    if field.argument:
        return click.argument(field.name, required=False)
    choice = click.Choice(field.values) if field.choices else None
    such = "" if choice else f", such as {field.example}"
    repeatable = " (repeatable)" if field.many else ""
    return click.option(
        f"--{field.name}",
        type=choice,
        multiple=field.many,
        metavar=None if choice else "TEXT",
        help=f"{field.help}{such}{repeatable}.",
    )


def answers_of(fields: Iterable[Field], given: Mapping[str, Any]) -> Answers:
    """What the options tell; nothing for an option that was not given.

    Raises:
        click.UsageError: if anything needed is missing and nobody is there to be asked.
    """
    told = {}
    for field in fields:
        value = given[field.name.replace("-", "_")]
        if value not in (None, ()):
            texts = value if isinstance(value, tuple) else (value,)
            told[field.name] = tuple(field.read(text.strip()) for text in texts)
    wanted = lacking(fields, told)
    if wanted and not sys.stdin.isatty():
        names = ", ".join(field.told_by for field in wanted)
        raise click.UsageError(f"Missing: {names}. (On a terminal you are asked for them.)")
    return told


def lacking(fields: Iterable[Field], told: Answers) -> list[Field]:
    """The fields without which there is no file and that have not been told."""
    return [
        field for field in fields if field.needed and field.name not in told and field.asked(told)
    ]
