"""``lawmap texts remove``."""

from __future__ import annotations

from pathlib import Path

import click

from lawmap.cli.text_packs import texts_folder, texts_option
from lawmap.cli.voice import say, speaks
from lawmap.cli.writing import locked
from lawmap.cli.writing.system import sync_folder
from lawmap.diagnostics import did_you_mean
from lawmap.errors import OutputError, UsageError
from lawmap.texts import is_pack_name, open_packs, pack_path


@click.command("remove", epilog="Example: lawmap texts remove -h")
@click.argument("name")
@texts_option
@speaks
def command(name: str, texts: Path | None) -> int:
    """Delete a text pack; the file that it was imported from stays.

    NAME is one that 'lawmap texts list' shows.
    """
    folder = texts_folder(texts)
    path = pack_path(folder, name)
    if not is_pack_name(name) or not path.is_file():
        packs = open_packs(folder)
        known = [pack.name for pack in packs.packs] if packs else []
        raise UsageError(f"no text pack '{name}' is stored{did_you_mean(name, known)}")
    with locked(folder):
        try:
            path.unlink(missing_ok=True)
            sync_folder(folder)
        except OSError as error:
            raise OutputError(f"cannot delete {path}: {error.strerror}") from error
    say(f"Deleted {path}.")
    return 0
