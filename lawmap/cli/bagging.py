"""Bags on the disk: a folder, or a zip archive of the same bytes each time; whole or not at all."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lawmap.errors import OutputError
from lawmap.integrity.bag import DECLARATION

from .writing import write_bytes

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
    _refuse_what_is_there(path, force=force)
    if path.suffix == ".zip":
        write_bytes(path, zipped(files, path.stem))
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=path.parent, prefix=".lawmap-"))
    except OSError as error:
        raise OutputError(f"cannot write to {path.parent}: {error.strerror}") from error
    try:
        bag = made / "bag"
        for name, raw in files.items():
            write_bytes(bag / name, raw)
        if path.is_dir():
            path.rename(made / "before")
        bag.rename(path)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}") from error
    finally:
        _keep_before(made, path)


def _keep_before(made: Path, path: Path) -> None:
    """Remove the temporary folder; the bag that was there returns if no other took its place."""
    before = made / "before"
    if before.is_dir() and not path.exists():
        before.rename(path)
    shutil.rmtree(made, ignore_errors=True)


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
