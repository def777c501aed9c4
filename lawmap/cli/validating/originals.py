"""Files as they lie on the disk before they are checked, so that nobody's work is written over."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lawmap.cli.writing import write_bytes
from lawmap.errors import OutputError
from lawmap.loading.folder import find_files
from lawmap.loading.raw import read_regular
from lawmap.loading.text import MAX_BYTES

_MARK = codecs.BOM_UTF8


class Original(NamedTuple):
    """A file as it was."""

    path: Path
    raw: bytes
    mode: int

    @property
    def text(self) -> str:
        """Its text, without a byte order mark."""
        return self.raw.removeprefix(_MARK).decode()

    @property
    def barred(self) -> str:
        """Why it may not be changed, if it may not."""
        if self.path.is_symlink():
            return "it is a link"
        if not self.mode & 0o222 or not os.access(self.path, os.W_OK):
            return "it is read-only"
        return ""

    def write(self, text: str) -> None:
        """Write another text; byte order mark and mode stay.

        Raises:
            OutputError: if the file is no longer as it was, or cannot be written.
        """
        mark = _MARK if self.raw.startswith(_MARK) else b""
        write_bytes(self.path, mark + text.encode(), self.mode, last_look=self.refuse_if_changed)

    def refuse_if_changed(self) -> None:
        """Hold that nobody has changed the file meanwhile.

        Raises:
            OutputError: if it is no longer as it was.
        """
        try:
            now = read_regular(self.path, max(MAX_BYTES, len(self.raw)))
        except OSError as error:
            raise OutputError(f"cannot read {self.path}: {error.strerror}") from error
        if now != self.raw:
            raise OutputError(f"{self.path} has changed since it was read; run it again")

    def rename(self, target: Path) -> None:
        """Give the file another path, never over another file.

        Raises:
            OutputError: if something lies there, or the file cannot be moved.
        """
        try:
            if os.path.lexists(target) and not self.path.samefile(target):
                message = f"{self.path} is not renamed: {target} is already there"
                raise OutputError(message)
            self.path.rename(target)
        except OSError as error:
            raise OutputError(f"cannot rename {self.path}: {error.strerror}") from error


def originals_below(paths: Iterable[Path]) -> dict[str, Original]:
    """Every YAML file below the paths that holds text, by its name in diagnostics."""
    read = {found.shown: _read(found.path) for found in find_files(paths)}
    return {shown: original for shown, original in read.items() if original is not None}


def _read(path: Path) -> Original | None:
    """None for what is no text, or would not be read: loading says what is wrong with it."""
    try:
        raw = read_regular(path, MAX_BYTES)
        mode = stat.S_IMODE(path.stat().st_mode)
        raw.decode()
    except (OSError, RuntimeError, UnicodeDecodeError):
        return None
    return Original(path, raw, mode)
