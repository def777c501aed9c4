"""``lawmap leaks``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.diagnostics import Diagnostic, Position, Report, by_place
from lawmap.errors import NothingFoundError, UsageError
from lawmap.loading.raw import IrregularError, TooLargeError, read_regular
from lawmap.masking import Mask
from lawmap.masking.contents import MAX_BYTES
from lawmap.masking.looking import Found, called_in, discreet_name, look_through
from lawmap.model.base import Handling
from lawmap.wording import counted

from .formats import FORMATS, show
from .inputs import PATH, Inputs, load_sound, norms_option
from .voice import is_quiet, say, speaks

_MEND = "Take the name out, or list the words in names/exceptions.yaml if they are nobody's."
_NOBODY = (
    "Nothing was looked for: no record lists a name that this audience may not read. Names are"
    " listed under 'persons' of allegations and sources."
)
_LOOK = "Look through it yourself, or leave it out."


@click.command("leaks", epilog="Example: lawmap leaks seeds --records seeds --audience public")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option(
    "--records",
    multiple=True,
    type=PATH,
    metavar="PATH",
    help="Files or folders with the allegations and sources that list the names (repeatable);"
    " without it those of the settings, else the current folder.",
)
@click.option(
    "--audience",
    type=click.Choice([level.value for level in Handling]),
    required=True,
    help="Who is to read the files.",
)
@click.option(
    "--unmask", is_flag=True, help="This audience may read names of victims, minors and witnesses."
)
@norms_option
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    default="full",
    show_default=True,
    help="How what is found is written.",
)
@speaks
def command(
    paths: tuple[Path, ...],
    records: tuple[Path, ...],
    audience: str,
    unmask: bool,
    norms: tuple[Path, ...],
    output_format: str,
) -> int:
    """Look for names that an audience may not read.

    Looks through all files below PATHS that are to leave the house: texts in any usual encoding,
    as they stand and as they are shown (entities, escapes, markup), what is packed in .zip, .docx,
    .odt and the like, and the names of files and folders. Names are found in any case, order and
    romanisation. Files that are no text are named, for nobody looked through them.

    A place is told with the pseudonym, never with the name. Exits with 1 if there is any, or if a
    file could not be looked through; with 2 if there is no record to take names from.
    """
    library = load_sound(Inputs(records, norms, ())).library
    if not (library.allegations or library.sources):
        raise UsageError(
            "no allegation or source was found to take names from; give them with --records PATH"
        )
    mask = Mask.of(library, Handling(audience), unmask=unmask)
    files = list(_files(paths))
    if not mask:
        # Loud with -q, too: silence would be taken for a search that found nothing.
        click.echo(_NOBODY, err=True)
        files = []
    faults = sorted(set(_faults(mask, files)), key=by_place)
    report = Report(tuple(faults), files=len(files))
    if faults or output_format != "full":
        show(report, output_format, sys.stdout)
    if mask:
        say(_summary(report))
    return EXIT_FAULTS if report.failing else EXIT_OK


def _files(paths: Iterable[Path]) -> Iterator[Path | OSError]:
    """Every file below the paths, hidden ones too; folders that cannot be listed, as errors."""
    for path in paths:
        if not os.path.lexists(path):
            raise NothingFoundError((path,))
        if path.is_symlink() or not path.is_dir():
            yield path
            continue
        closed: list[OSError] = []
        for folder, names, files in os.walk(path, onerror=closed.append):
            names.sort()
            linked = [name for name in names if Path(folder, name).is_symlink()]
            yield from (Path(folder, name) for name in sorted([*files, *linked]))
        yield from closed


def _faults(mask: Mask, files: list[Path | OSError]) -> Iterator[Diagnostic]:
    hidden = is_quiet() or not sys.stderr.isatty()
    with click.progressbar(files, label="Looking", file=sys.stderr, hidden=hidden) as shown:
        for one in shown:
            if isinstance(one, OSError):
                name = Path(str(one.filename)).as_posix()
                yield _unsearched(discreet_name(mask, name), "the folder cannot be listed")
            else:
                yield from _of_file(mask, one)


def _of_file(mask: Mask, path: Path) -> Iterator[Diagnostic]:
    told = discreet_name(mask, _printable(path))
    for called in sorted({one for part in path.parts for one in called_in(mask, part)}):
        yield _left(Position(told), called, "the name of the file or of a folder above it", "")
    raw = _read(path)
    if isinstance(raw, str):
        yield _unsearched(told, raw)
        return
    for found in look_through(mask, raw):
        yield _fault(told, found)


def _fault(path: str, found: Found) -> Diagnostic:
    if found.leak is None:
        return _unsearched(path, found.unsearched, found.member)
    if found.in_name:
        return _left(Position(path), found.leak.called, "the name of a packed file", found.member)
    place = Position(path, found.leak.line, found.leak.column)
    return _left(place, found.leak.called, "this line", found.member)


def _left(place: Position, called: str, where: str, member: str) -> Diagnostic:
    if member and where == "this line":
        where = f"line {place.line} of this packed file"
        place = Position(place.path)
    message = f"{where} names '{called}', whose name this audience may not read"
    return Diagnostic(place, "LM821", _of_member(member, message), _MEND)


def _unsearched(path: str, why: str, member: str = "") -> Diagnostic:
    message = _of_member(member, f"no name could be looked for: {why}")
    return Diagnostic(Position(path), "LM820", message, _LOOK)


def _of_member(member: str, message: str) -> str:
    return f"{member}: {message}" if member else message


def _printable(path: Path) -> str:
    """A path as text; bytes that are no UTF-8 are shown by number."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _read(path: Path) -> bytes | str:
    """The bytes of a file, or why they are not read: only regular files of a bounded size are."""
    try:
        return read_regular(path, MAX_BYTES)
    except (IrregularError, TooLargeError) as error:
        return str(error.strerror)
    except OSError as error:
        return f"it cannot be read ({error.strerror})"


def _summary(report: Report) -> str:
    left = sum(fault.code == "LM821" for fault in report.faults)
    closed = len(report.faults) - left
    found = counted(left, "name") if left else "no name"
    beside = f"; {closed:,} could not be looked through" if closed else ""
    return f"{found} found in {counted(report.files, 'file')}{beside}"
