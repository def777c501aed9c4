"""Placeholders for typed citations on the disk: ``--fix`` writes them, ``--diff`` shows them."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import click

from lawmap.cli.outgoing import discreet
from lawmap.cli.screen import one_line
from lawmap.cli.validating.fixing import show_change
from lawmap.cli.validating.originals import Original
from lawmap.cli.voice import say, say_more
from lawmap.documents import MarkdownDocument
from lawmap.errors import OutputError
from lawmap.submissions.typed import Typed
from lawmap.submissions.typed_edits import Rewrite, rewrites, rewritten
from lawmap.wording import counted

from .opening import Opened


class Planned(NamedTuple):
    """What is to be rewritten in a file."""

    path: Path
    raw: bytes
    document: MarkdownDocument
    made: tuple[Rewrite, ...]

    @property
    def text(self) -> str:
        """The new text."""
        return rewritten(self.document.source, self.made)


def plan(file: Opened, found: Iterable[Typed]) -> Planned | None:
    """What may be rewritten in a file; None, if it is no Markdown."""
    if not isinstance(file.document, MarkdownDocument):
        return None
    made = tuple(rewrites(file.document, found))
    return Planned(file.path, file.raw, file.document, made)


def show_plans(plans: Iterable[Planned]) -> bool:
    """Write what would change as a diff to standard output; say whether that is anything."""
    wanted = [one for one in plans if one.made]
    for one in wanted:
        show_change(one.path.as_posix(), one.document.source, one.text)
    _tell(wanted)
    say(f"{_counted(wanted)} would be rewritten." if wanted else "Nothing to rewrite.")
    return bool(wanted)


def write_plans(plans: Iterable[Planned]) -> bool:
    """Rewrite files and say what was done; say whether all could be written.

    A file that cannot be written is told; others still are.
    """
    wanted = [one for one in plans if one.made]
    written = [one for one in wanted if _write(one)]
    _tell(written)
    say(f"{_counted(written)} rewritten." if written else "Nothing was rewritten.")
    return len(written) == len(wanted)


def _write(one: Planned) -> bool:
    try:
        mode = stat.S_IMODE(one.path.stat().st_mode)
        original = Original(one.path, one.raw, mode)
        why = original.barred
        if not why:
            original.write(one.text)
            return True
        told = f"{one.path} is left as it is: {why}"
    except (OSError, OutputError) as error:
        told = str(error)
    click.echo(one_line(discreet(f"{told}.")), err=True)
    return False


def _tell(plans: Iterable[Planned]) -> None:
    for one in plans:
        for made in one.made:
            line, column = one.document.source_place(made.start)
            words = " ".join(made.typed.citation.text.split())
            say_more(f"  {one.path.as_posix()}:{line}:{column}: {words} -> {made.placeholder}")


def _counted(plans: list[Planned]) -> str:
    citations = sum(len(one.made) for one in plans)
    return f"{counted(citations, 'citation')} in {counted(len(plans), 'file')}"
