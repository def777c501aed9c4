"""What ``resolve`` and ``authorities`` share: their options, and the submission that they read."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import click

from lawmap.citing import DEFAULT_STYLE, BadKeyError, Key, find_style, parse_key
from lawmap.cli import EXIT_FAULTS
from lawmap.diagnostics import Diagnostic, Report, by_place, has_errors
from lawmap.documents import read_markdown
from lawmap.errors import UsageError
from lawmap.loading.raw import read_regular
from lawmap.loading.text import CONTROLS, decode
from lawmap.loading.yaml_text import parse
from lawmap.model.style import NotesIn
from lawmap.submissions import Wanted
from lawmap.submissions.placeholders import find_placeholders

from .cite import library_with
from .formats import FORMATS, show
from .inputs import DAY, PATH, Inputs, also_option, norms_option
from .nearby import keep_names
from .view import View, for_audience

MAX_BYTES = 10_000_000
"""The largest submission that is read."""
FOOTNOTES, INLINE = "footnotes", "inline"
_NOTES = {NotesIn.FOOTNOTES: FOOTNOTES, NotesIn.TEXT: INLINE}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def output_option(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command ``-o``: the file into which it writes; None for standard output.

    Args:
        what: what its help says after "Where".
    """
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=_given,
        metavar="FILE",
        help=f"Where {what} (default, and -: standard output).",
    )


def _given(_: click.Context, __: click.Parameter, path: Path | None) -> Path | None:
    return None if path == Path("-") else path


class Submission(NamedTuple):
    """A submission as it lies on the disk."""

    path: Path
    raw: bytes
    source: str
    """Its text, with a byte order mark if it has one."""

    @property
    def shown(self) -> str:
        """Its name in faults."""
        return self.path.as_posix()


class Asked(NamedTuple):
    """What the options ask for."""

    style: str
    on: date | None
    paths: tuple[Path, ...]
    norms: tuple[Path, ...]
    view: View
    output_format: str
    notes: str | None


def reads_submission(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command SUBMISSION and the options about it, and hand them on as two values."""

    @click.argument("path", metavar="SUBMISSION", type=PATH)
    @click.option(
        "--style",
        default=DEFAULT_STYLE,
        show_default=True,
        metavar="ID",
        help="The citation style; 'lawmap cite --list-styles' lists them.",
    )
    @click.option(
        "--on",
        type=DAY,
        metavar="YYYY-MM-DD",
        help="Cited law must be in force on this day (default: 'date' of the front matter).",
    )
    @also_option(" If the submission cites none, only the names in them count: they are masked.")
    @norms_option
    @click.option(
        "--notes",
        type=click.Choice([FOOTNOTES, INLINE]),
        help="Where citations go (default: as the style says).",
    )
    @click.option(
        "--output-format",
        type=click.Choice(list(FORMATS)),
        default="full",
        show_default=True,
        help="How faults are written.",
    )
    @for_audience
    @functools.wraps(function)
    def with_submission(
        path: Path,
        style: str,
        on: datetime | None,
        paths: tuple[Path, ...],
        norms: tuple[Path, ...],
        view: View,
        output_format: str,
        notes: str | None,
        **rest: Any,
    ) -> Any:
        asked = Asked(style, on.date() if on else None, paths, norms, view, output_format, notes)
        return function(submission=read_submission(path, output_format), asked=asked, **rest)

    return with_submission


def read_submission(path: Path, output_format: str) -> Submission:
    """Read a submission; one that is no text is told, and ends the run with exit code 1.

    Control characters are refused, for the text is shown on screens as it stands. Marks of
    direction and the like are not: prose in some scripts needs them.

    Raises:
        UsageError: if it cannot be read.
    """
    shown = path.as_posix()
    try:
        raw = read_regular(path, MAX_BYTES)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"cannot read {shown}: {why}") from error
    faults = decode(raw, shown, CONTROLS).faults
    if faults:
        stop(faults, output_format)
    return Submission(path, raw, raw.decode())


def wanted_of(submission: Submission, asked: Asked) -> tuple[Wanted, list[Diagnostic]]:
    """Library, style and readers for a submission, and faults of what it says of its own date.

    Raises:
        UsageError: if the style is not known, or records that are cited cannot be found.
    """
    keys = _keys_of(submission)
    inputs = Inputs(asked.paths, asked.norms, ())
    whole = library_with(keys, inputs)
    if not (whole.allegations or whole.sources):
        keep_names(inputs, asked.view)
    style = find_style(whole, asked.style)
    faults: list[Diagnostic] = []
    wanted = Wanted(
        library=asked.view.of(whole),
        whole=whole,
        style=style,
        audience=asked.view.audience.value,
        on=asked.on or _date_of(submission, faults),
        in_notes=(asked.notes or _NOTES[style.notes]) == FOOTNOTES,
    )
    return wanted, faults


def _keys_of(submission: Submission) -> list[Key]:
    """The keys of a submission that have the form of one, to know what must be read."""
    placeholders = find_placeholders(read_markdown(submission.source)).placeholders
    named = (cited.named.key for one in placeholders for cited in one.cited)
    return [key for text in dict.fromkeys(named) for key in _parsed(text)]


def _parsed(text: str) -> Iterator[Key]:
    try:
        yield parse_key(text)
    except BadKeyError:
        return


def _date_of(submission: Submission, faults: list[Diagnostic]) -> date | None:
    """The day that the front matter gives; a fault, where it gives none that can be read."""
    front = read_markdown(submission.source).front_matter
    if "date" not in front:
        return None
    document, wrong = parse(f"{front}\n", submission.shown)
    if document is None or wrong:
        first = min(wrong, key=by_place)
        message = f"the front matter cannot be read ({first.message}), so no 'date' was looked at"
        faults.append(_undated(first, message))
        return None
    given = document.data.get("date", "") if isinstance(document.data, dict) else ""
    if not given:
        return None
    try:
        if isinstance(given, str) and _DAY.fullmatch(given):
            return date.fromisoformat(given)
    except ValueError:
        pass
    told = f"'{given}'" if isinstance(given, str) else "what 'date' gives"
    message = f"{told} is no day, so what was in force then was not looked at"
    faults.append(_undated(document.fault(("date",), "LM713", message, "", key=True), message))
    return None


def _undated(fault: Diagnostic, message: str) -> Diagnostic:
    """A fault of front matter, with its place in the file: one line lower."""
    place = fault.position._replace(line=fault.position.line + 1)
    mend = "Write YYYY-MM-DD, or give the day with --on."
    return Diagnostic(place, "LM713", message, mend, fault.source_line, length=fault.length)


def tell(faults: tuple[Diagnostic, ...], output_format: str, *, on_error: bool) -> None:
    """Show faults, beside the data where there is some."""
    report = Report(faults, files=1)
    if faults or output_format != "full":
        show(report, output_format, sys.stderr if on_error else sys.stdout)


def stop(faults: tuple[Diagnostic, ...], output_format: str) -> NoReturn:
    """Show faults and end with exit code 1: nothing is written.

    Raises:
        Exit: always.
    """
    tell(faults, output_format, on_error=False)
    if has_errors(faults):
        click.echo("Nothing was written: mend these faults first.", err=True)
    raise click.exceptions.Exit(EXIT_FAULTS)
