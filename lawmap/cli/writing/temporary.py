"""Files that lie beside the place that they are to take, and what a killed run left of them."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .system import NEW, is_at, mode_of, telling, try_lock, usual_mode, write_whole

ALONE, STAGED = ".tmp", ".part"
"""A file by itself, which its writer holds locked; one of a folder that is held locked."""
_OURS = re.compile(r"\.lawmap-[0-9a-f]{16}\.(tmp|part)")
_RENAMES_OPEN_FILES = os.name == "posix"


@contextlib.contextmanager
def beside(path: Path, content: bytes, mode: int | None = None) -> Iterator[Path]:
    """The content as a file beside a path; it is removed unless it is renamed meanwhile.

    It is held locked, so that no other run takes it for a leftover.
    """
    temporary, handle = _new(path)
    try:
        with contextlib.closing(_Handle(handle)) as file:
            _fill(handle, content, mode_of(path) if mode is None else mode)
            if not _RENAMES_OPEN_FILES:
                file.close()
            yield temporary
    finally:
        _remove(temporary)


@contextlib.contextmanager
def staged(contents: Mapping[Path, bytes]) -> Iterator[dict[Path, Path]]:
    """All contents as files beside their paths; those that are not renamed meanwhile are removed.

    Only in folders that are held locked.

    Raises:
        OutputError: if one cannot be written: then no path has changed.
    """
    temporaries = {path: _name(path, STAGED) for path in contents}
    try:
        for path, content in contents.items():
            with telling(f"write {path}"):
                handle = os.open(temporaries[path], NEW, 0o600)
                with contextlib.closing(_Handle(handle)):
                    _fill(handle, content, mode_of(path))
        yield temporaries
    finally:
        for temporary in temporaries.values():
            _remove(temporary)


def clear_leftovers(folders: Iterable[Path], endings: tuple[str, ...] = (ALONE,)) -> None:
    """Remove what killed runs left in folders: regular files by names of ours that nobody holds."""
    for folder in folders:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(endings) and _OURS.fullmatch(entry.name):
                    _clear(Path(entry.path))


def _clear(path: Path) -> None:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with contextlib.suppress(OSError):
        handle = os.open(path, flags)
        with contextlib.closing(_Handle(handle)):
            if not stat.S_ISREG(os.fstat(handle).st_mode) or not try_lock(handle):
                return
        path.unlink()


class _Handle:
    """An open file that can be closed twice."""

    def __init__(self, number: int) -> None:
        self._number: int | None = number

    def close(self) -> None:
        if self._number is not None:
            os.close(self._number)
            self._number = None


def _new(path: Path) -> tuple[Path, int]:
    while True:
        temporary = _name(path, ALONE)
        handle = os.open(temporary, NEW, 0o600)
        # Without locks nobody can clear it away either.
        with contextlib.suppress(OSError):
            try_lock(handle)
        if is_at(handle, temporary):
            return temporary, handle
        os.close(handle)


def _name(path: Path, ending: str) -> Path:
    return path.parent / f".lawmap-{secrets.token_hex(8)}{ending}"


def _fill(handle: int, content: bytes, mode: int | None) -> None:
    write_whole(handle, content)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, usual_mode() if mode is None else mode)


def _remove(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        temporary.unlink()
