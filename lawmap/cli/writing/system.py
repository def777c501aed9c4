"""What the system does for files: bringing them to the disk, locks, rights, and refusals."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from lawmap.errors import OutputError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
"""To open a file that must not be there yet, nor a link."""

_NO_SUCH_THING = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF})
"""What file systems answer that cannot bring a folder to the disk, or have no hard links."""


@contextlib.contextmanager
def telling(what: str) -> Iterator[None]:
    """Turn a refusal of the system into one line.

    Args:
        what: what cannot be done, such as "write build/index.md".

    Raises:
        OutputError: for each OSError.
    """
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot {what}: {error.strerror or error}") from error


def write_whole(handle: int, content: bytes) -> None:
    """Write all of it and bring it to the disk: a system may take less than it is given."""
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can do that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SUCH_THING:
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> list[Path]:
    """Make a folder with those above it; gives what was not there, the innermost first."""
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        sync_folder(one.parent)
    return missing


def remove_folders(folders: list[Path]) -> None:
    """Remove those of the folders that are empty."""
    for one in folders:
        with contextlib.suppress(OSError):
            one.rmdir()


def try_lock(handle: int) -> bool:
    """Lock a file for as long as it is open, at most until this process ends.

    Returns:
        False if another process holds it.

    Raises:
        OSError: if there are no locks here, as on some network file systems.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK):
            return False
        raise
    return True


def is_at(handle: int, path: Path) -> bool:
    """Whether the open file still lies at the path: another process may have removed it."""
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def mode_of(path: Path) -> int | None:
    """The rights of the file that lies there; None where none does, or a link or pipe."""
    try:
        info = path.lstat()
    except OSError:
        return None
    return stat.S_IMODE(info.st_mode) & 0o777 if stat.S_ISREG(info.st_mode) else None


def usual_mode() -> int:
    """The mode that the user's umask gives a new file: who keeps files to himself has a reason."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
