"""``lawmap resolve``."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import click

from lawmap.cli import EXIT_OK
from lawmap.control.edits import Edited
from lawmap.diagnostics import by_place
from lawmap.errors import OutputError, UsageError
from lawmap.loading.raw import read_regular
from lawmap.submissions import Resolved, Wanted, resolve
from lawmap.wording import counted

from .outgoing import check_text, show_text
from .submission import (
    MAX_BYTES,
    Asked,
    Submission,
    output_option,
    reads_submission,
    stop,
    tell,
    wanted_of,
)
from .validating.originals import Original
from .voice import say, speaks
from .writing import write_bytes


@click.command("resolve", epilog="Example: lawmap resolve brief.md -o filed.md --style oscola")
@reads_submission
@output_option("the text goes")
@click.option(
    "--dossiers",
    default="",
    metavar="DIR",
    help="Link dossiers to their files in this folder, as seen from the output.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Write keys in braces that pandoc would not read whole, in SUBMISSION itself.",
)
@click.option(
    "--unsafe-fixes",
    "unsafe",
    is_flag=True,
    help="With --fix: also what is a guess, such as 'did you mean'.",
)
@click.option("--force", is_flag=True, help="Write over a file with another content.")
@speaks
def command(
    submission: Submission,
    asked: Asked,
    output: Path | None,
    dossiers: str,
    fix: bool,
    unsafe: bool,
    force: bool,
) -> int:
    r"""Write the citations of a submission out.

    SUBMISSION is a Markdown file with placeholders: [@{gc4:49(1)}] becomes a footnote, or stands in
    the text where the style has none; @{gc4:49(1)} stands in the sentence. Several keys in one pair
    of brackets are parted by ';', and each may have words before and behind it. [-@{key}] leaves
    the name of the authority out. [[table-of-authorities]] becomes that table.

    Nothing else changes, to the byte. Code, links and escaped signs (\@) are left alone. What
    does not exist, was not in force or is withheld is told with its line and column; then nothing
    is written, and the command ends with 1.
    """
    _refuse_same(submission.path, output)
    if unsafe and not fix:
        raise UsageError("--unsafe-fixes goes with --fix")
    wanted, faults = wanted_of(submission, asked)
    wanted = replace(wanted, dossiers=dossiers)
    if fix:
        submission = _fixed(submission, wanted, unsafe=unsafe)
    found = resolve(submission.source, submission.shown, wanted)
    told = tuple(sorted([*faults, *found.faults], key=by_place))
    if found.text is None:
        stop(told, asked.output_format)
    tell(told, asked.output_format, on_error=output is None)
    _write(found.text, output, force=force)
    say(_summary(found, output))
    return EXIT_OK


def _refuse_same(path: Path, output: Path | None) -> None:
    if output is not None and output.exists() and output.samefile(path):
        raise UsageError(f"{output} is the submission itself; give another file with -o")


def _fixed(submission: Submission, wanted: Wanted, *, unsafe: bool) -> Submission:
    """The submission with its keys mended in its file."""
    faults = resolve(submission.source, submission.shown, wanted).faults
    fixes = [one.fix for one in faults if one.fix and (unsafe or one.fix.safe)]
    if not fixes:
        return submission
    mode = stat.S_IMODE(submission.path.stat().st_mode)
    original = Original(submission.path, submission.raw, mode)
    if original.barred:
        raise OutputError(f"{submission.path} cannot be mended: {original.barred}")
    edited = Edited(original.text, [one.edits for one in fixes])
    if not edited.made:
        return submission
    original.write(edited.text)
    say(f"{counted(len(edited.made), 'key')} in {submission.path} mended.")
    raw = read_regular(submission.path, MAX_BYTES)
    return Submission(submission.path, raw, raw.decode())


def _write(text: str, output: Path | None, *, force: bool) -> None:
    if output is None:
        show_text(text)
        return
    check_text(text, output.name)
    raw = text.encode()
    if not force and os.path.lexists(output) and not _holds(output, raw):
        raise OutputError(f"{output} is there already, with another content; --force replaces it")
    write_bytes(output, raw)


def _holds(path: Path, raw: bytes) -> bool:
    """Whether a file has this content, or is a pipe or device that has none."""
    if not path.is_file():
        return path.exists()
    return path.stat().st_size == len(raw) and read_regular(path, len(raw)) == raw


def _summary(found: Resolved, output: Path | None) -> str:
    notes = sum(use.is_new_note for use in found.uses)
    beside = f", {counted(notes, 'footnote')} added" if notes else ""
    where = f": {output}" if output else ""
    return f"{counted(len(found.uses), 'citation')} written{beside}{where}."
