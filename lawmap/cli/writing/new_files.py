"""Files that are not there yet: all of them or none, and nothing is written over."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from lawmap.errors import OutputError
from lawmap.integrity.canonical import sha256 as sha256_of
from lawmap.integrity.manifest import PENDING
from lawmap.loading.raw import read_regular

from .files import as_bytes, write_bytes
from .lock import locked
from .record import note_of, waiting
from .system import make_folder, remove_folders, sync_folder, telling
from .temporary import ALONE, STAGED, clear_leftovers, staged

_MAX_BYTES = 50_000_000


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Write files that are not there yet: all of them, or none.

    Files that a killed run has begun with, and that nobody has changed since, count as not there.

    Args:
        folder: the folder; it is made if it is not there.
        files: texts by file name, with forward slashes for folders below this one.

    Raises:
        OutputError: if any of them is there already, or cannot be written.
    """
    contents = {folder / name: as_bytes(folder / name, text) for name, text in files.items()}
    with locked(folder):
        begun = _begun(folder, files)
        taken = [name for name in files if name not in begun and os.path.lexists(folder / name)]
        if taken:
            raise OutputError(
                f"already there in {folder}: {', '.join(taken)};"
                " nothing was written, for nothing is written over them"
            )
        folders: list[Path] = []
        made: list[Path] = []
        try:
            if len(files) > 1:
                coming = {name: sha256_of(contents[folder / name]) for name in files}
                write_bytes(folder / PENDING, note_of(coming, begun, None), streams=False)
            for path in contents:
                with telling(f"write to {path.parent}"):
                    folders = [*make_folder(path.parent), *folders]
            clear_leftovers({path.parent for path in contents}, (ALONE, STAGED))
            with staged(contents) as temporaries:
                for name in files:
                    path = folder / name
                    _put(temporaries[path], path, replace=name in begun)
                    made.append(path)
            for parent in {path.parent for path in contents}:
                with telling(f"write to {parent}"):
                    sync_folder(parent)
        except BaseException:
            for path in [*made, *(folder / name for name in begun), folder / PENDING]:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
            remove_folders(folders)
            raise
        with telling(f"remove {folder / PENDING}"):
            (folder / PENDING).unlink(missing_ok=True)


def _put(temporary: Path, path: Path, *, replace: bool) -> None:
    with telling(f"write {path}"):
        if not replace:
            try:
                os.link(temporary, path)  # unlike renaming, this never takes another's place
            except FileExistsError:
                raise
            except OSError:  # there are no hard links here
                if os.path.lexists(path):
                    raise
            else:
                return
        temporary.replace(path)


def _begun(folder: Path, files: Mapping[str, str]) -> dict[str, str]:
    """Files that a killed run has made, by their hashes, as far as they are as it made them."""
    found = {}
    for name, known in waiting(folder).items():
        if name in files:
            with contextlib.suppress(OSError):
                sha256 = sha256_of(read_regular(folder / name, _MAX_BYTES, follow=False))
                if sha256 in known:
                    found[name] = sha256
    return found
