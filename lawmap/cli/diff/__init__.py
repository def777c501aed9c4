"""``lawmap diff``: places that a user names, sides read from them, a comparison, and its forms."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import click

from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.cli.inputs import norms_option
from lawmap.cli.outgoing import check_text, show_text
from lawmap.cli.screen import is_coloured
from lawmap.cli.view import View, for_audience
from lawmap.cli.voice import speaks
from lawmap.cli.writing import write_text
from lawmap.errors import UsageError
from lawmap.model.base import Handling

from .dossiers import compare_pages, is_page
from .forms import FORMS
from .laws import compare_sides
from .places import Places
from .told import Told


@click.command("diff", epilog="Example: lawmap diff norms norms --allegations seeds")
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--allegations",
    multiple=True,
    metavar="DIR",
    help="Allegations to apply both laws to, with their sources (repeatable).",
)
@click.option(
    "--output-format",
    type=click.Choice(list(FORMS)),
    default="text",
    show_default=True,
    help="Text for a screen, Markdown for a pull request, or JSON.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write there, not to the screen.",
)
@click.option(
    "--exit-code", is_flag=True, help="Exit with 1 if an outcome or answer is another one."
)
@click.option("--all", "silent", is_flag=True, help="Also norms that are silent on both sides.")
@norms_option
@for_audience
@speaks
def command(
    old: str,
    new: str | None,
    allegations: tuple[str, ...],
    output_format: str,
    output: Path | None,
    exit_code: bool,
    silent: bool,
    norms: tuple[Path, ...],
    view: View,
) -> int:
    """Say what a change of law does.

    OLD and NEW are folders with norms, or revisions of git: main, HEAD~1, main:norms. Without NEW,
    OLD is compared with the working tree; OLD...NEW compares NEW with the commit at which it
    parted from OLD. Of a revision, and of the current folder, what the settings name is read.

    What is told: the norms and other records that differ in meaning, and every allegation of which
    an outcome or an answer changes. Both laws are applied to the same allegations: those of
    --allegations, else those of NEW, else those of the project in the current folder. Names that
    dossiers mask are masked here too.

    Two dossiers of one allegation (files that end with .md) are compared by what they say, in the
    words that they use.
    """
    with ExitStack() as stack:
        places = Places(stack)
        sides = places.pair(old, new)
        if any(map(is_page, sides)):
            if view.audience is not Handling.CONFIDENTIAL:
                raise UsageError(
                    "--audience goes with records; a dossier is what one audience may see already,"
                    " and says on top which"
                )
            told: Told = compare_pages(*sides)
        else:
            given = tuple(map(places.find, allegations))
            told = compare_sides(*sides, given, norms, view, silent=silent)
    form = FORMS[output_format]
    if output is None:
        show_text(form(told, coloured=is_coloured(sys.stdout)))
    else:
        text = form(told, coloured=False)
        check_text(text, output.name)
        write_text(output, text)
    return EXIT_FAULTS if exit_code and told.differs else EXIT_OK
