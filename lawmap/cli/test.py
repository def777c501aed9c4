"""``lawmap test``."""

from __future__ import annotations

import click

from lawmap.diagnostics import nearest
from lawmap.errors import UnknownIdError
from lawmap.matching import CaseResult, run_cases

from .inputs import Inputs, load_sound, reads_files


@click.command("test", epilog='Example: lawmap test norms --norm "gc4:51(1)"')
@reads_files
@click.option(
    "--norm", "norms", multiple=True, metavar="ID", help="Only this norm, or all below a pinpoint."
)
@click.option("-v", "--verbose", is_flag=True, help="Also list the cases that pass.")
def command(inputs: Inputs, norms: tuple[str, ...], verbose: bool) -> int:
    """Run the cases that norm files carry.

    A case is a small example with the outcome that a lawyer expects. Exits with 1 if one of them
    comes out otherwise.
    """
    library = load_sound(inputs).library
    chosen: list[str] = []
    for name in norms:
        found = library.norms_at(name)
        if not found:
            raise UnknownIdError("norm", name, nearest(name, library.norms))
        chosen += [norm.id for norm in found]
    passed = failed = 0
    for result in run_cases(library, tuple(chosen)):
        passed, failed = passed + result.passed, failed + (not result.passed)
        if verbose or not result.passed:
            click.echo(_line(result))
    click.echo(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def _line(result: CaseResult) -> str:
    state = "ok    " if result.passed else "FAILED"
    lines = [f"{state} {result.norm}: {result.case.name}"]
    lines += [f"         {difference}" for difference in result.differences]
    return "\n".join(lines)
