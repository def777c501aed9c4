"""``--baseline`` and ``--write-baseline``: the file of known faults, read and written."""

from __future__ import annotations

from pathlib import Path

import click

from lawmap.cli.outgoing import is_named, names_somebody
from lawmap.cli.screen import visible
from lawmap.cli.voice import say
from lawmap.cli.writing import write_text
from lawmap.control.baseline import Baseline, parse, render, written_by
from lawmap.errors import UsageError
from lawmap.loading.folder import ENDINGS
from lawmap.loading.raw import read_regular
from lawmap.wording import counted

_MAX_BYTES = 50_000_000


def read_baseline(path: Path, *, may_be_absent: bool = False) -> Baseline:
    """Read a baseline.

    Args:
        path: its file.
        may_be_absent: a file that is not there knows nothing: it is about to be written.

    Raises:
        UsageError: if it is not there, cannot be read, or is no baseline.
    """
    name = visible(path.as_posix())
    if path.name.endswith(ENDINGS):
        raise UsageError(f"'{name}' ends like a file that lawmap reads; call it {path.stem}.jsonl")
    if may_be_absent and not path.exists():
        return Baseline(name, path.parent, {})
    try:
        text = read_regular(path, _MAX_BYTES).decode().replace("\r\n", "\n")
    except FileNotFoundError as error:
        mend = f"write it with {written_by(name)}"
        raise UsageError(f"the baseline '{name}' is not there; {mend}") from error
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise UsageError(f"the baseline '{name}' cannot be read: {why}") from error
    return parse(text, name, path.parent)


def save_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline whole, and say so. Of what would name a person nothing is written.

    Raises:
        OutputError: if it cannot be written.
    """
    known = {
        one: count
        for one, count in baseline.known.items()
        if not (is_named(one.message) or names_somebody(one.path))
    }
    write_text(path, render(baseline._replace(known=known)))
    say(f"{baseline.name} now knows {counted(sum(known.values()), 'fault')}.")
    if left := sum(baseline.known.values()) - sum(known.values()):
        say(f"{counted(left, 'fault')} left out, which would name a person there; mend them.")


write_baseline_option = click.option(
    "--write-baseline",
    is_flag=True,
    help="Write the faults of this run to the baseline, so that only new ones count from now on.",
)
