"""A folder for one run alone. The lock is the system's and ends with the process that holds it."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from lawmap.errors import OutputError
from lawmap.integrity.manifest import LOCK

from .system import is_at, make_folder, remove_folders, telling, try_lock
from .temporary import ALONE, STAGED, clear_leftovers

_FLAGS = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL})


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold an output folder alone, and clear it of what killed runs left.

    Raises:
        OutputError: if another run holds it, if it cannot be made, or if nothing can be locked
            there.
    """
    with telling(f"write to {folder}"):
        if folder.exists() and not folder.is_dir():
            raise OutputError(f"{folder} is a file, not a folder")
        made = make_folder(folder)
    try:
        handle = _hold(folder)
        try:
            clear_leftovers([folder], (ALONE, STAGED))
            yield
        finally:
            _let_go(folder / LOCK, handle)
    except BaseException:
        remove_folders(made)
        raise


def _hold(folder: Path) -> int:
    """The lock as an open file. Whoever let go of it removed it, so it may have to be made anew."""
    lock = folder / LOCK
    while True:
        with telling(f"write to {folder}"):
            handle = os.open(lock, _FLAGS, 0o644)
        try:
            _lock(folder, handle)
            with telling(f"write to {folder}"):
                is_still_there = is_at(handle, lock)
        except BaseException:
            os.close(handle)
            raise
        if is_still_there:
            return handle
        os.close(handle)


def _lock(folder: Path, handle: int) -> None:
    lock = folder / LOCK
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        raise OutputError(f"{lock} is no regular file; delete it")
    try:
        is_ours = try_lock(handle)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise OutputError(f"cannot lock {folder}: {error.strerror}") from error
        lock.unlink(missing_ok=True)
        raise OutputError(
            f"{folder} lies on a file system without locks, where two runs could mix their files;"
            " write to a folder of this machine and copy it from there"
        ) from error
    if not is_ours:
        raise OutputError(
            f"{folder} is in use by another run; wait for its end, then run this again"
        )


def _let_go(lock: Path, handle: int) -> None:
    """Remove the lock while it is still held, so that nobody's else is removed."""
    if sys.platform == "win32":
        os.close(handle)
        return
    try:
        with contextlib.suppress(OSError):
            if is_at(handle, lock):
                lock.unlink()
    finally:
        os.close(handle)
