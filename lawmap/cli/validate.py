"""``lawmap validate``."""

from __future__ import annotations

import sys

import click

from lawmap.checks import check, not_at_hand
from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.diagnostics import has_errors

from .inputs import Inputs, reads_files
from .output import FORMATS, show, summary
from .voice import say, speaks


@click.command("validate", epilog="Example: lawmap validate norms seeds")
@reads_files
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    default="full",
    show_default=True,
    help="How faults are written.",
)
@speaks
def command(inputs: Inputs, output_format: str) -> int:
    """Check norm, source and allegation files.

    Reads every YAML file below PATHS and reports all faults of all files in one run: reading,
    shape, references, ids, and the cases that norms carry. Exits with 1 if there is an error.

    Without PATHS, those of [tool.lawmap] in pyproject.toml or lawmap.toml are read, else the
    current folder.

    A fault ends with the name of its rule: 'lawmap rule NAME' says why it matters and what to do.
    """
    loaded = inputs.load()
    faults = check(loaded, inputs.reports)
    show(faults, FORMATS[output_format], sys.stdout)
    say(summary(faults, loaded.read))
    missing = not_at_hand(loaded, inputs.reports) if inputs.reports else []
    if missing:
        say(
            f"No file of --reports has the hash of the original of: {', '.join(missing)}."
            " Their quotations were not looked up; if a report was saved anew, note its hash."
        )
    return EXIT_FAULTS if has_errors(faults) else EXIT_OK
