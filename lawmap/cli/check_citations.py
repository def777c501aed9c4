"""``lawmap check-citations``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.diagnostics import Diagnostic, Report, by_place, has_errors
from lawmap.documents import Document
from lawmap.errors import NothingFoundError, UsageError
from lawmap.loading import Loaded, packs_for
from lawmap.loading.folder import real_path
from lawmap.quoting import Result, Shelf
from lawmap.recognising import Names, Status
from lawmap.submissions.typed import Found, Law, Typed, typed_citations
from lawmap.submissions.typed_edits import placeholder
from lawmap.submissions.typed_faults import faults_of
from lawmap.texts import open_packs
from lawmap.wording import counted

from .formats import FORMATS, show
from .inputs import PATH, Inputs, norms_option
from .outgoing import show_text
from .text_packs import texts_folder, texts_option
from .typed.fixing import Planned, plan, show_plans, write_plans
from .typed.opening import KINDS, STANDARD_INPUT, Listed, Opened, files_of, open_document
from .typed.rows import as_lines, as_list, rows_of
from .view import View, for_audience
from .voice import is_quiet, say, say_more, speaks

_ROWS = {"json": as_list, "jsonl": as_lines}
"""Forms that show citations, and not faults."""
_NO_PACKS = (
    "No text pack is stored: quoted words were compared with the few that norms quote."
    " 'lawmap texts import FILE' stores a text."
)
_TOLD = {
    Status.EXISTS: "existing",
    Status.MISSING: "not existing",
    Status.AMBIGUOUS: "ambiguous",
    Status.OUTSIDE: "of instruments that the library does not hold",
    Status.UNNAMED: "without an instrument",
}


class _Checked(NamedTuple):
    """A document with its citations."""

    file: Opened
    document: Document
    found: Found


@click.command(
    "check-citations", epilog="Example: lawmap check-citations brief.md --output-format jsonl"
)
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option(
    "--input-format",
    "kind",
    type=click.Choice(list(KINDS)),
    help="What the files are; without it, the ending of each name says it.",
)
@click.option(
    "--records",
    multiple=True,
    type=PATH,
    metavar="PATH",
    help="Files or folders with the allegations and sources whose names are masked (repeatable);"
    " without it those of the settings, else the current folder.",
)
@norms_option
@texts_option
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    default="full",
    show_default=True,
    help="How faults are written; json and jsonl show every citation instead.",
)
@click.option(
    "--fix", is_flag=True, help="Write placeholders for what is certain, in Markdown alone."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@for_audience
@speaks
def command(
    view: View,
    paths: tuple[Path, ...],
    kind: str | None,
    records: tuple[Path, ...],
    norms: tuple[Path, ...],
    texts: Path | None,
    output_format: str,
    fix: bool,
    diff: bool,
) -> int:
    """Find citations that people typed, and say which are wrong.

    Reads Markdown, text, HTML and Word files (.docx), and those below folders; '-' is standard
    input. Says of each citation whether the provision exists, and whether it may mean several
    things. Words quoted beside it are compared with those of the law: verbatim, different, found
    in another provision, not found, or not compared, as no text is at hand.

    What names no instrument, or one that the library does not hold, is counted and is no fault.
    Exits with 1 if a provision does not exist, or if quoted words are not those of the law.

    --fix writes citations that are certain as placeholders, which 'lawmap resolve' fills in.
    """
    if (fix or diff) and Path(STANDARD_INPUT) in paths:
        raise UsageError("--fix and --diff need a file; standard input has none")
    faults: list[Diagnostic] = []
    files = files_of(paths, faults)
    if not files and not faults:
        raise UsageError(f"no document was found in {', '.join(map(str, paths))}")
    law = _law(_load(Inputs(records, norms, ()), view), texts)
    checked = list(_checked(files, kind, law, faults))
    unread = len(faults)
    for one in checked:
        faults.extend(faults_of(one.file.shown, one.document, one.found))
    report = Report(tuple(sorted(faults, key=by_place)), files=len(files))
    plans = [made for one in checked if (made := plan(one.file, one.found.typed))]
    if diff:
        changes = show_plans(plans)
        return EXIT_FAULTS if changes or unread else EXIT_OK
    _show(report, checked, output_format, unread=unread)
    is_written = not fix or write_plans(plans)
    _say(checked, plans, fix=fix)
    return EXIT_OK if is_written and not report.failing else EXIT_FAULTS


def _load(inputs: Inputs, view: View) -> Loaded:
    """The law, and the records whose names are masked; faults of the law stop it."""
    try:
        loaded = inputs.load()
    except NothingFoundError:
        if inputs.paths:
            raise
        loaded = inputs.load_norms()
    settings = inputs.of_project()
    packs = packs_for(inputs.paths or settings.paths, inputs.norms or settings.norms)
    of_law = [fault for fault in loaded.diagnostics if _lies_in(fault.position.path, packs)]
    if has_errors(of_law):
        show(Report(tuple(of_law), files=loaded.read), "full", sys.stderr)
        click.echo("Nothing was done: mend these faults first.", err=True)
        raise click.exceptions.Exit(EXIT_FAULTS)
    others = {fault.position.path for fault in loaded.diagnostics} - {
        fault.position.path for fault in of_law
    }
    if others:
        say_more(f"Not read in full for names to mask, because of faults: {len(others):,} files.")
    view.of(loaded.library, said=False)  # from now on its names are kept from every screen
    return loaded


def _lies_in(path: str, packs: Iterable[Path]) -> bool:
    return any(real_path(Path(path)).is_relative_to(real_path(pack)) for pack in packs)


def _law(loaded: Loaded, texts: Path | None) -> Law:
    packs = open_packs(texts_folder(texts))
    if packs is None:
        say(_NO_PACKS)
    library = loaded.library
    return Law(library, Names.of(library), Shelf(library, packs))


def _checked(
    files: list[Listed], kind: str | None, law: Law, faults: list[Diagnostic]
) -> Iterator[_Checked]:
    """Each document that can be read; faults of the others are taken up."""
    hidden = is_quiet() or not sys.stderr.isatty()
    with click.progressbar(files, label="Reading", file=sys.stderr, hidden=hidden) as shown:
        for file in shown:
            opened = open_document(file, kind)
            faults.extend(opened.faults)
            if opened.document is not None:
                found = typed_citations(opened.document, law)
                yield _Checked(opened, opened.document, found)


def _show(report: Report, checked: Iterable[_Checked], output_format: str, *, unread: int) -> None:
    """The faults, or every citation; then what could not be read is told beside them."""
    if output_format not in _ROWS:
        if report.faults or output_format != "full":
            show(report, output_format, sys.stdout)
        return
    rows = (
        row for one in checked for row in rows_of(one.file.shown, one.document, one.found.typed)
    )
    show_text(_ROWS[output_format](rows))
    if unread:
        read = {one.file.shown for one in checked}
        left = tuple(fault for fault in report.faults if fault.position.path not in read)
        show(Report(left, files=report.files), "full", sys.stderr)


def _say(checked: Iterable[_Checked], plans: Iterable[Planned], *, fix: bool) -> None:
    """What was found, in two lines."""
    files = list(checked)
    every = [one for file in files for one in file.found.typed]
    placed = [one for file in files for one in file.found.placed]
    for file in files:
        for one in file.found.typed:
            if one.is_certain:
                _say_certain(file, one)
    statuses = Counter(
        Status.AMBIGUOUS if one.is_ambiguous else one.citation.status for one in every
    )
    told = [f"{number:,} {_TOLD[status]}" for status in Status if (number := statuses[status])]
    beside = f": {', '.join(told)}" if told else ""
    say(f"{counted(len(every), 'citation')} in {counted(len(files), 'file')}{beside}.")
    results = Counter(quoted.compared.result for one in [*every, *placed] for quoted in one.quoted)
    if results:
        told = [
            f"{number:,} {result.value.replace('-', ' ')}"
            for result in Result
            if (number := results[result])
        ]
        say(f"{counted(results.total(), 'quotation')} beside them: {', '.join(told)}.")
    ready = sum(len(one.made) for one in plans)
    if ready and not fix:
        say(f"{ready:,} can be written as placeholders: --fix does it, --diff shows it.")


def _say_certain(file: _Checked, one: Typed) -> None:
    line, column = file.document.place(one.citation.start)
    words = " ".join(one.citation.text.split())
    mark = placeholder(one.citation.keys, in_text=False)
    say_more(f"{file.file.shown}:{line}:{column}: {words} -> {mark}")
