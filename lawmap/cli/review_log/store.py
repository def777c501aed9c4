"""The file of a review log: read whole, written whole, by one run at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from lawmap.cli import EXIT_FAULTS
from lawmap.cli.formats import show
from lawmap.cli.verifying.places import log_at
from lawmap.cli.writing import locked, write_text
from lawmap.diagnostics import Report, has_errors
from lawmap.errors import OutputError, UsageError
from lawmap.integrity.log import NAME, Entry, Said, text_of
from lawmap.integrity.log_reading import MAX_LOG
from lawmap.loading.text import FORBIDDEN, describe
from lawmap.masking import Mask

MAX_TEXT = 2_000
_MOMENT = click.DateTime(formats=["%Y-%m-%dT%H:%M:%SZ"])

log_option = click.option(
    "--log",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path(NAME),
    show_default=True,
    metavar="FILE",
    help="The log.",
)


def says(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --by, --note and --at."""
    for option in (
        click.option(
            "--at",
            type=_MOMENT,
            metavar="YYYY-MM-DDTHH:MM:SSZ",
            help="When, in UTC (default: now).",
        ),
        click.option("--note", required=True, metavar="TEXT", help="What was found or done."),
        click.option("--by", required=True, metavar="NAME", help="Who says so."),
    ):
        function = option(function)
    return function


def said(by: str, note: str, at: datetime | None, state: str | None) -> Said:
    """What is to be put on record.

    Raises:
        UsageError: if it holds what can deceive a reader, or is too long to be a note.
    """
    for option, text in (("--by", by), ("--note", note)):
        if deceiving := FORBIDDEN.search(text):
            raise UsageError(f"{option} holds the character {describe(deceiving[0])}")
        if len(text) > MAX_TEXT:
            raise UsageError(
                f"{option} has {len(text):,} characters; at most {MAX_TEXT:,} are kept"
            )
        if not text.strip():
            raise UsageError(f"{option} is empty")
    moment = at or datetime.now(UTC)
    return Said(by.strip(), moment.strftime("%Y-%m-%dT%H:%M:%SZ"), note.strip(), state)


def refuse_names(mask: Mask, entry: Said) -> None:
    """What is once in the log stays there; so no name that is to be masked comes into it."""
    for option, text in (("--by", entry.by), ("--note", entry.note)):
        leak = next(mask.leaks(text), None)
        if leak is not None:
            raise UsageError(
                f"{option} holds the name of {leak.called}, and nothing can be taken out of the"
                f" log later; write '{leak.called}' instead"
            )


def extend(path: Path, add: Callable[[Sequence[Entry]], list[Entry]]) -> list[Entry]:
    """Add entries at the end of a log, or begin one.

    Args:
        path: the file of the log.
        add: makes the new entries from those that are there.

    Raises:
        OutputError: if it cannot be written, or another run is writing it.
    """
    if path.is_symlink():
        raise OutputError(f"{path} is a link; give the file to which it leads")
    with locked(path.parent):
        before = read(path) if path.exists() else ()
        new = add(before)
        text = text_of([*before, *new])
        if len(text.encode()) > MAX_LOG:
            raise OutputError(f"{path} would have more than {MAX_LOG:,} bytes; begin another log")
        write_text(path, text)
    return new


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a log, or a stop with exit code 1 if its chain does not hold."""
    if not path.exists():
        raise UsageError(f"there is no log {path}; 'lawmap review-log add' begins one")
    found, log = log_at(path)
    if has_errors(found.faults):
        show(Report(found.faults), "full", sys.stderr)
        click.echo("Nothing was done: the log is not as it was written.", err=True)
        raise click.exceptions.Exit(EXIT_FAULTS)
    return log.entries
