"""``--report FORMAT:FILE``: the same faults in further formats, each in a file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import click

from lawmap.diagnostics import Report, did_you_mean
from lawmap.errors import UsageError
from lawmap.loading.folder import ENDINGS, real_path

from .formats import FORMATS, outgoing
from .writing import write_text


class ReportFile(NamedTuple):
    """A file that is asked for."""

    format: str
    path: Path


def parse_report(text: str, formats: Collection[str] = tuple(FORMATS)) -> ReportFile:
    """Read ``FORMAT:FILE``.

    Raises:
        UsageError: if the format is unknown, or the file has no name or cannot be meant.
    """
    name, colon, file = text.partition(":")
    if name not in formats:
        known = ", ".join(formats)
        raise UsageError(f"unknown format '{name}'{did_you_mean(name, formats)}; there are {known}")
    if not colon or not file:
        raise UsageError(f"'{text}' names no file; write '{name}:FILE'")
    if file == "-":
        raise UsageError(f"'{text}' names no file; for standard output use --output-format {name}")
    if file.endswith(ENDINGS):
        raise UsageError(f"'{file}' ends like a file that lawmap reads; give it another ending")
    if Path(file).is_dir():
        raise UsageError(f"'{file}' is a folder; name a file in it")
    return ReportFile(name, Path(file))


def parse_reports(
    texts: Iterable[str], formats: Collection[str] = tuple(FORMATS)
) -> tuple[ReportFile, ...]:
    """Read several, none of which may write over another.

    Raises:
        UsageError: as for one; and if two name the same file.
    """
    wanted = tuple(parse_report(text, formats) for text in texts)
    first: dict[Path, ReportFile] = {}
    for item in wanted:
        other = first.setdefault(real_path(item.path), item)
        if other is not item:
            raise UsageError(f"'{item.path}' is asked for twice; give each format its own file")
    return wanted


def report_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --report, handed on as ``report_files``: a tuple of ReportFile."""
    return click.option(
        "--report",
        "report_files",
        multiple=True,
        metavar="FORMAT:FILE",
        callback=_parsed,
        help="Write the faults to a file as well, in any format (repeatable).",
    )(function)


def _parsed(_: click.Context, __: click.Parameter, texts: tuple[str, ...]) -> Any:
    try:
        return parse_reports(texts)
    except UsageError as error:
        raise click.BadParameter(str(error)) from error


def write_reports(report: Report, wanted: Iterable[ReportFile]) -> None:
    """Write each file whole, without colours.

    Raises:
        OutputError: if one cannot be written.
    """
    for item in wanted:
        write_text(item.path, outgoing(FORMATS[item.format], report))
