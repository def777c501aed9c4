"""``lawmap review-log verify``."""

from __future__ import annotations

from pathlib import Path

import click

from lawmap.cli.settings.options import output_format_option
from lawmap.cli.verify import tell
from lawmap.cli.verifying.places import log_at
from lawmap.cli.voice import speaks
from lawmap.errors import UsageError
from lawmap.integrity.log_reading import faults_of_head

from .store import log_option


@click.command("verify", epilog="Example: lawmap review-log verify --log review-log.jsonl")
@click.option("--head", metavar="HASH", help="The log must hold the entry with this hash.")
@log_option
@output_format_option
@speaks
def command(head: str | None, path: Path, output_format: str | None) -> int:
    """Say whether the log is as it was written; every broken place is told in one run.

    That its end was cut off, or that all of it was written anew, shows only beside its head: keep
    the hash that 'add' tells, or sign the log. 'lawmap verify' does the same and checks signatures.
    """
    if not path.exists():
        raise UsageError(f"there is no log {path}")
    found, log = log_at(path)
    faults = [*found.faults]
    if head is not None:
        faults += faults_of_head(log, head, found.place, "which was given")
    return tell(found, faults, "", output_format)
