"""Folders of files that lawmap makes from itself: schemas, pages on rules. Written, or compared."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import click

from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.loading.raw import read_regular

from .voice import say
from .writing import write_generated

_MAX_BYTES = 50_000_000


class Generated(NamedTuple):
    """Files that are made anew, never edited."""

    texts: Mapping[str, str]
    """The text of each file by its name."""
    pattern: str
    """What the names of such files look like, as a glob; others in the folder do not matter."""
    noun: str
    """What to call them, in the plural."""
    command: str
    """The command that writes them into a folder that is named after it."""

    def write(self, folder: Path) -> int:
        """Write all files. Others are left alone; ``check`` tells of those that are not made."""
        write_generated(folder, self.texts)
        say(f"{len(self.texts)} {self.noun} written to {folder}")
        return EXIT_OK

    def check(self, folder: Path) -> int:
        """Say which files of a folder are not as they would be written."""
        made = {name: text.encode() for name, text in self.texts.items()}
        stale = sorted(name for name in made if _read(folder / name) != made[name])
        surplus = sorted({path.name for path in folder.glob(self.pattern)} - set(self.texts))
        for name in stale:
            click.echo(f"{folder / name} is not what lawmap would write")
        for name in surplus:
            click.echo(f"{folder / name} is a file that lawmap does not write")
        if stale or surplus:
            click.echo(f"Write them anew: {self.command} {folder}", err=True)
            return EXIT_FAULTS
        say(f"{len(self.texts)} {self.noun} are as lawmap writes them")
        return EXIT_OK


def _read(path: Path) -> bytes:
    try:
        return read_regular(path, _MAX_BYTES)
    except OSError:
        return b""


output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write all into DIR.",
)
check_option = click.option(
    "--check",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Exit with 1 if the files in DIR are not as they would be written.",
)
