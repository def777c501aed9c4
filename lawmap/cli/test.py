"""``lawmap test``."""

from __future__ import annotations

import click

from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.lookup import find_norms
from lawmap.matching import CaseResult, run_cases

from .inputs import Inputs, load_sound, reads_files
from .voice import is_verbose, speaks


@click.command("test", epilog='Example: lawmap test norms --norm "gc4:51(1)"')
@reads_files
@click.option(
    "--norm",
    "pinpoints",
    multiple=True,
    metavar="ID",
    help="Only this norm, or all below a pinpoint.",
)
@speaks
def command(inputs: Inputs, pinpoints: tuple[str, ...]) -> int:
    """Run the cases that norm files carry.

    A case is a small example with the outcome that a lawyer expects. Exits with 1 if one of them
    comes out otherwise. With -v the cases that pass are listed too.
    """
    library = load_sound(inputs).library
    chosen = tuple(norm.id for name in pinpoints for norm in find_norms(library, name))
    passed = failed = 0
    for result in run_cases(library, chosen):
        passed, failed = passed + result.passed, failed + (not result.passed)
        if is_verbose() or not result.passed:
            click.echo(_line(result))
    click.echo(f"{passed} passed, {failed} failed")
    return EXIT_FAULTS if failed else EXIT_OK


def _line(result: CaseResult) -> str:
    state = "ok    " if result.passed else "FAILED"
    lines = [f"{state} {result.norm}: {result.case.name}"]
    lines += [f"         {difference}" for difference in result.differences]
    return "\n".join(lines)
