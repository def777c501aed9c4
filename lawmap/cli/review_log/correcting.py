"""``lawmap review-log correct``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from lawmap.cli.verifying.records import found_records, mask_of
from lawmap.cli.voice import say, speaks
from lawmap.errors import UsageError
from lawmap.integrity.log import Entry, corrected
from lawmap.model.allegation import ReviewState

from .adding import records_option
from .store import extend, log_option, refuse_names, said, says


@click.command(
    "correct",
    epilog="Example: lawmap review-log correct 1 --by 'A. Analyst' --note 'It was paragraph 4.'",
)
@click.argument("number", type=click.IntRange(min=1))
@click.option(
    "--state",
    type=click.Choice([state.value for state in ReviewState]),
    help="How far the record was really reviewed (default: as the corrected entry says).",
)
@says
@records_option
@log_option
@speaks
def command(
    number: int,
    state: str | None,
    by: str,
    note: str,
    at: datetime | None,
    records: tuple[Path, ...],
    path: Path,
) -> int:
    """Correct entry NUMBER by a further entry; the earlier one stays as it is.

    The correction is about the same record as it then was. Who reviewed a record anew adds a
    review.
    """
    entry = said(by, note, at, state)
    refuse_names(mask_of(found_records(records)), entry)

    def add(before: Sequence[Entry]) -> list[Entry]:
        if number > len(before):
            raise UsageError(f"the log has no entry {number}; its last one is {len(before)}")
        if entry.state is not None and before[number - 1].state is None:
            raise UsageError(f"entry {number} tells of a change, which has no --state")
        return [corrected(before, number, entry)]

    new = extend(path, add)[0]
    say(f"Entry {number} is corrected by entry {new.number} in {path}.\nHead: {new.hash}")
    return 0
