"""``lawmap review-log show``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from lawmap.cli.outgoing import show_text
from lawmap.cli.screen import page
from lawmap.cli.verifying.records import found_records, mask_of, subjects_of
from lawmap.cli.voice import say, speaks
from lawmap.diagnostics import nearest
from lawmap.errors import UnknownIdError
from lawmap.integrity.log import CHANGE, CORRECTION, Entry, head_of
from lawmap.loading import Loaded
from lawmap.wording import counted

from .adding import records_option
from .store import log_option, read


@click.command("show", epilog="Example: lawmap review-log show --of thirty-drafted-2024")
@click.option("--of", "name", metavar="RECORD", help="Only entries on this record.")
@records_option
@log_option
@speaks
def command(name: str | None, records: tuple[Path, ...], path: Path) -> int:
    """Show the entries of the log, corrections beside what they correct.

    Where the records are found, it is said which of them were changed since. Names that are to be
    masked are shown by their pseudonyms.
    """
    entries = read(path)
    chosen = [one for one in entries if name in (None, one.id)]
    if name is not None and not chosen:
        known = {one.id for one in entries}
        raise UnknownIdError("entry on the record", name, nearest(name, known))
    loaded = found_records(records)
    mask = mask_of(loaded)
    blocks = [[mask.text(line) for line in _told(one, entries, loaded)] for one in chosen]
    if blocks:
        show_text(page(blocks), nl=True)
    count = counted(len(chosen), "entry", "entries")
    say(f"{count} of {len(entries):,}.\nHead: {head_of(entries)}")
    return 0


def _told(entry: Entry, entries: Sequence[Entry], loaded: Loaded | None) -> Iterator[str]:
    what = entry.state if entry.state and entry.kind != CORRECTION else entry.kind
    yield f"{entry.number}  {entry.at}  {what}  {entry.record} {entry.id}"
    if entry.corrects is not None:
        state = f"; state: {entry.state}" if entry.state else ""
        yield f"    corrects entry {entry.corrects}{state}"
    yield f"    by {entry.by}: {entry.note}"
    for later in entries:
        if later.corrects == entry.number:
            yield f"    corrected by entry {later.number}"
    if loaded is not None and entry.kind not in (CHANGE, CORRECTION):
        now = subjects_of(loaded).get((entry.record, entry.id))
        if now is None:
            yield "    the record was not found"
        elif now.sha256 != entry.sha256:
            yield "    the record has changed since"
