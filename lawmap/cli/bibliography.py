"""``lawmap bibliography``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from lawmap.bibliography import FORMATS, references
from lawmap.citing import DEFAULT_STYLE, Target, find_style
from lawmap.cli import EXIT_OK
from lawmap.diagnostics import Diagnostic, by_place, has_errors
from lawmap.submissions import examine
from lawmap.wording import counted

from .cite import find_targets, library_with, parse_keys, unsure_of
from .formats import FORMATS as FORMATS_OF_FAULTS
from .formats.json_text import json_text
from .inputs import Inputs, also_option, norms_option
from .outgoing import check_text, show_text
from .submission import Asked, output_option, read_submission, stop, tell, wanted_of
from .view import View, for_audience
from .voice import say, speaks
from .writing import write_text

_MARKDOWN = frozenset({".md", ".markdown"})


@click.command(
    "bibliography", epilog='Example: lawmap bibliography "gc4:49(1)" tadic-1999 --format biblatex'
)
@click.argument("cited", nargs=-1, required=True, metavar="SUBMISSION|KEY...")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="csl-json",
    show_default=True,
    help="For pandoc and Zotero, for LaTeX, or for other reference managers.",
)
@output_option("it goes")
@also_option(" Read only if any is cited.")
@norms_option
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS_OF_FAULTS)),
    default="full",
    show_default=True,
    help="How faults of submissions are written.",
)
@for_audience
@speaks
def command(
    view: View,
    cited: tuple[str, ...],
    form: str,
    output: Path | None,
    paths: tuple[Path, ...],
    norms: tuple[Path, ...],
    output_format: str,
) -> int:
    """Export all that is cited, for reference managers, pandoc and LaTeX.

    SUBMISSION is a Markdown file (.md) with placeholders such as [@{gc4:49(1)}]; everything else is
    a key, as 'lawmap cite' takes it. Each instrument, decision, warrant, report and dossier stands
    in the export once, under its own key (gc4, decision:tadic-1999), with which pandoc reads
    [@{gc4}, art. 49].

    What was not verified at its source is said on standard error, and in the annotation.

    Treaties keep their series, volume and page. Zotero knows no treaties: import the CSL-JSON,
    whose notes bring these along, or RIS, where a treaty is a statute.
    """
    asked = Asked(DEFAULT_STYLE, None, paths, norms, view, output_format, None)
    inputs = Inputs(paths, norms, ())
    keys = parse_keys([one for one in cited if not _is_file(one)], inputs, view)
    library = view.of(library_with(keys, inputs))
    targets = find_targets(library, keys)
    targets += _cited_in([Path(one) for one in cited if _is_file(one)], asked)
    found = references(library, targets, find_style(library, DEFAULT_STYLE))
    text = FORMATS[form](found)
    if form == "csl-json":  # the same to whoever reads it, and nothing that a screen obeys
        text = json_text(json.loads(text), indent=2) + "\n"
    if output is None:
        show_text(text)
    else:
        check_text(text, output.name)
        write_text(output, text)
        say(f"{counted(len(found), 'authority', 'authorities')} written: {output}.")
    for line in dict.fromkeys(line for target in targets for line in unsure_of(target)):
        say(line)
    return EXIT_OK


def _is_file(name: str) -> bool:
    return Path(name).suffix.lower() in _MARKDOWN


def _cited_in(paths: Sequence[Path], asked: Asked) -> list[Target]:
    """What submissions cite; faults of all of them are told, and end the run with exit code 1."""
    found: list[Target] = []
    told: list[Diagnostic] = []
    for path in paths:
        submission = read_submission(path, asked.output_format)
        wanted, faults = wanted_of(submission, asked)
        examined = examine(submission.source, submission.shown, wanted)
        told += [*faults, *examined.faults]
        found += [target for use in examined.uses for unit in use.units for target in unit.targets]
    ordered = tuple(sorted(told, key=by_place))
    if has_errors(ordered):
        stop(ordered, asked.output_format)
    tell(ordered, asked.output_format, on_error=True)
    return found
