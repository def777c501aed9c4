"""``lawmap review-log add``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from lawmap.cli.inputs import PATH
from lawmap.cli.verifying.records import read_records, subject_of
from lawmap.cli.voice import say, speaks
from lawmap.integrity.log import Entry, reviewed
from lawmap.integrity.log_reading import RECORDS
from lawmap.masking import Mask
from lawmap.model.allegation import ReviewState
from lawmap.model.base import Handling
from lawmap.wording import counted

from .store import extend, log_option, refuse_names, said, says

records_option = click.option(
    "--records",
    multiple=True,
    type=PATH,
    metavar="PATH",
    help="Where the records lie (repeatable; default: the paths of the settings).",
)


@click.command(
    "add",
    epilog="Example: lawmap review-log add thirty-drafted-2024 --by 'A. Analyst' --state reviewed"
    " --note 'Read beside the report.'",
)
@click.argument("names", nargs=-1, required=True, metavar="RECORD...")
@records_option
@click.option("--kind", type=click.Choice(RECORDS), help="Which kind of record the ids mean.")
@click.option(
    "--state",
    type=click.Choice([state.value for state in ReviewState]),
    help="How far it was reviewed; without it the entry tells of a change.",
)
@says
@log_option
@speaks
def command(
    names: tuple[str, ...],
    records: tuple[Path, ...],
    kind: str | None,
    state: str | None,
    by: str,
    note: str,
    at: datetime | None,
    path: Path,
) -> int:
    """Add a review of records, or a change to them, to the log.

    RECORD is the id of an allegation, source or norm. The entry keeps the hash of its file, so that
    a later change shows.
    """
    entry = said(by, note, at, state)
    loaded = read_records(records)
    subjects = [subject_of(loaded, name, kind) for name in names]
    refuse_names(Mask.of(loaded.library, Handling.CONFIDENTIAL), entry)

    def add(before: Sequence[Entry]) -> list[Entry]:
        new: list[Entry] = []
        for subject in subjects:
            new.append(reviewed([*before, *new], subject, entry))
        return new

    new = extend(path, add)
    say(
        f"{counted(len(new), 'entry', 'entries')} added to {path}, the last of them"
        f" number {new[-1].number}.\nHead: {new[-1].hash}"
    )
    return 0
