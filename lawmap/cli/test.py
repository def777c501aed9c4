"""``lawmap test``."""

from __future__ import annotations

import sys
from fractions import Fraction

import click

from lawmap.checks import check
from lawmap.checks.runnable import Runnable, runnable
from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.diagnostics import Report
from lawmap.loading import Loaded
from lawmap.matching import run_cases

from .formats import show
from .inputs import Inputs, reads_files
from .report_files import parse_reports
from .testing.choosing import Choice, choose
from .testing.forms import FORMS, text_with_all
from .testing.run import Tested, covered, files_of_law
from .voice import is_verbose, speaks
from .writing import write_text


@click.command("test", epilog='Example: lawmap test norms --norm "gc4:51(1)" --coverage')
@reads_files
@click.option(
    "--norm",
    "pinpoints",
    multiple=True,
    metavar="ID",
    help="Only this norm, or all below a pinpoint (repeatable).",
)
@click.option(
    "-k",
    "texts",
    multiple=True,
    metavar="WORDS",
    help="Only cases with all these words in 'norm: name of the case', capitals or not.",
)
@click.option("--coverage", is_flag=True, help="Say which elements and exceptions no case decides.")
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="With --coverage: end with 1 if fewer of them are decided.",
)
@click.option(
    "--output-format",
    type=click.Choice(list(FORMS)),
    default="text",
    show_default=True,
    help="How results are written.",
)
@click.option(
    "--report",
    "report_files",
    multiple=True,
    metavar="FORMAT:FILE",
    help="Write results to a file as well, such as junit:cases.xml (repeatable).",
)
@speaks
def command(
    inputs: Inputs,
    pinpoints: tuple[str, ...],
    texts: tuple[str, ...],
    coverage: bool,
    fail_under: float | None,
    output_format: str,
    report_files: tuple[str, ...],
) -> int:
    """Run the cases that norm files carry.

    A case is a small example with the outcome that a lawyer expects. For each that comes out
    otherwise it is said which element decides, what this element asks for, and what the case
    reports. With -v the cases that pass are listed too. Faults in files that no case rests on do
    not matter here; 'lawmap validate' tells them.

    --coverage says how many elements and exceptions are decided. A case decides one if it would
    not pass were this element met, or this exception never there, whatever is reported: its
    outcome turns on this part alone. An engaged case decides nothing, for all is met in it; one
    that lacks a single element decides this element. What a chapeau shares counts once, and the
    case of any norm that includes it will do.

    Exits with 1 if a case fails or cannot be run, with 2 if there is no such case.
    """
    if texts and coverage:
        raise click.UsageError("--coverage needs all cases of a norm; choose with --norm, not -k")
    if fail_under is not None and not coverage:
        raise click.UsageError("--fail-under needs --coverage")
    files = parse_reports(report_files, FORMS)
    loaded = inputs.load()
    choice = choose(loaded.library, pinpoints, texts)
    run = _runnable(loaded, inputs)
    results = tuple(run_cases(run.library, choice.wants))
    found = Tested(
        run.library,
        files_of_law(loaded),
        results,
        covered(loaded, run.library, results, choice) if coverage else None,
        Fraction(str(fail_under or 0)),
    )
    form = text_with_all if is_verbose() and output_format == "text" else FORMS[output_format]
    click.echo(form(found), nl=False)
    for file in files:
        write_text(file.path, FORMS[file.format](found))
    fine = not found.failed and found.covers_enough and not _left_out(run, choice)
    return EXIT_OK if fine else EXIT_FAULTS


def _runnable(loaded: Loaded, inputs: Inputs) -> Runnable:
    """The norms whose cases can be run; what keeps others from it is told."""
    run = runnable(loaded, check(loaded, inputs.reports, cases=False))
    if run.faults:
        show(Report(run.faults, files=loaded.read), "full", sys.stderr)
        click.echo(run.why, err=True)
    return run


def _left_out(run: Runnable, choice: Choice) -> bool:
    """Whether a norm was asked for of which no case was run."""
    return bool(
        choice.norms.intersection(run.norms_left_out) if choice.norms else run.norms_left_out
    )
