"""``lawmap authorities``."""

from __future__ import annotations

from pathlib import Path

import click

from lawmap.cli import EXIT_OK
from lawmap.diagnostics import by_place, has_errors
from lawmap.submissions import examine, list_authorities, to_lines, to_objects, to_table

from .formats.json_text import json_text
from .outgoing import check_text, show_text
from .screen import one_line
from .submission import Asked, Submission, output_option, reads_submission, stop, tell, wanted_of
from .voice import speaks
from .writing import write_text

_FORMS = {
    "text": lambda groups: "".join(f"{one_line(line)}\n" for line in to_lines(groups)),
    "markdown": lambda groups: f"{to_table(groups)}\n" if groups else "",
    "json": lambda groups: json_text(to_objects(groups), indent=2) + "\n",
}


@click.command("authorities", epilog="Example: lawmap authorities brief.md --style oscola")
@reads_submission
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMS)),
    default="text",
    show_default=True,
    help="Lines for people, Markdown, or JSON.",
)
@output_option("the table goes")
@speaks
def command(submission: Submission, asked: Asked, form: str, output: Path | None) -> int:
    """List the authorities that a submission cites, with the places.

    Groups, their order and the form of each entry are those of the style. Below an entry stands
    each provision or paragraph that is cited, with the numbers of paragraphs and footnotes. A
    submission with numbered paragraphs is known by these; otherwise paragraphs are counted.

    The numbers of footnotes are those of the text that 'lawmap resolve' writes.
    """
    wanted, faults = wanted_of(submission, asked)
    found = examine(submission.source, submission.shown, wanted)
    told = tuple(sorted([*faults, *found.faults], key=by_place))
    if has_errors(told):
        stop(told, asked.output_format)
    tell(told, asked.output_format, on_error=output is None)
    text = _FORMS[form](list_authorities(found.document, found.uses, wanted))
    if output is None:
        show_text(text)
    else:
        check_text(text, output.name)
        write_text(output, text)
    return EXIT_OK
