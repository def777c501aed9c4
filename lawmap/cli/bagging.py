"""Bags on the disk: a folder, or a zip archive of the same bytes each time; whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lawmap.errors import OutputError
from lawmap.integrity.bag import DECLARATION

from .writing import locked, write_bytes
from .writing.system import sync_folder, telling

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that zip can hold."""
_PLAIN_FILE = 0o100644
_UNIX = 3


def write_bag(path: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Write a bag.

    Args:
        path: its place; a name that ends with ``.zip`` makes it an archive.
        files: the bytes of each file, by its name with forward slashes.
        force: take the place of a bag that is there.

    Raises:
        OutputError: if it cannot be written, or something is there that must not be lost.
    """
    with locked(path.parent):
        if path.suffix == ".zip":
            _refuse_what_is_there(path, force=force)
            write_bytes(path, zipped(files, path.stem))
        else:
            _write_folder(path, files, force=force)


def _write_folder(path: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """A folder cannot take another's place in one step, so the old one steps aside for a moment.

    It does so under a name that the next run knows: one that was killed in this moment is mended.
    """
    made = path.parent / f".lawmap-bag-{path.name}"
    with telling(f"write {path}"):
        _tidy(made, path)
    _refuse_what_is_there(path, force=force)
    try:
        with telling(f"write {path}"):
            bag = made / "bag"
            for name, raw in files.items():
                write_bytes(bag / name, raw)
            if path.is_dir():
                path.rename(made / "before")
            bag.rename(path)
            sync_folder(path.parent)
    finally:
        with telling(f"remove {made}"):
            _tidy(made, path)


def _tidy(made: Path, path: Path) -> None:
    """Remove what a run left beside a bag; a bag that stepped aside returns to an empty place."""
    if made.is_symlink() or (made.exists() and not made.is_dir()):
        raise OutputError(f"{made} is in the way; move it away")
    before = made / "before"
    if before.is_dir() and not os.path.lexists(path):
        before.rename(path)
    if made.is_dir():
        shutil.rmtree(made)


def _refuse_what_is_there(path: Path, *, force: bool) -> None:
    if path.is_symlink():
        raise OutputError(f"{path} is a link; give the place to which it leads")
    if not path.exists():
        return
    if not force:
        raise OutputError(f"{path} is there already; give another name, or --force to replace it")
    is_bag = zipfile.is_zipfile(path) if path.is_file() else (path / DECLARATION).is_file()
    if not is_bag or path.is_file() != (path.suffix == ".zip"):
        raise OutputError(f"{path} is no bag of this form, so nothing takes its place")


def zipped(files: Mapping[str, bytes], top: str) -> bytes:
    """An archive with one folder, as RFC 8493 wants it (section 4): the same bytes each time.

    Nothing is compressed: what a compressor makes of a text differs from one version to another.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in sorted(files.items()):
            member = zipfile.ZipInfo(f"{top}/{name}", _FIRST_DAY)
            member.create_system = _UNIX
            member.external_attr = _PLAIN_FILE << 16
            archive.writestr(member, raw)
    return made.getvalue()
