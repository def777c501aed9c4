"""The bytes of a file that somebody may swap, change or remove at any moment.

It is opened first and looked at then, so what was looked at is what is read; opening never waits,
so a pipe in the place of a file does not stop a run; and no more is read than the limit allows,
however fast the file grows.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple

_TRIES = 3
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_IS_LINK = frozenset({errno.ELOOP, errno.EMLINK})
"""What systems answer where a link stands that is not to be followed."""

CHANGED = "it changed while it was read"


class IrregularError(OSError):
    """A pipe, a device, a folder, or a link that leads out of the folder."""


class TooLargeError(OSError):
    """A file of more bytes than are read."""

    def __init__(self, size: int, limit: int) -> None:
        self.size = size
        super().__init__(errno.EFBIG, f"it has {size:,} bytes; at most {limit:,} are read")


class Stamp(NamedTuple):
    """What tells one state of a file from another, as far as the system can."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int


class Raw(NamedTuple):
    """What was read of a file."""

    content: bytes
    stamp: Stamp


def read_regular(path: Path, limit: int, *, follow: bool = True) -> bytes:
    """The bytes of a file that is none of those which never end: a pipe, a device.

    Args:
        path: the file.
        limit: how many bytes are read at most.
        follow: read the file to which a link leads.

    Raises:
        OSError: if it cannot be read, is no regular file, or is larger than the limit.
    """
    return read_raw(path, limit, follow=follow).content


def read_raw(path: Path, limit: int, root: Path | None = None, *, follow: bool = True) -> Raw:
    """The same, with what tells this state of the file from a later one.

    Args:
        path: as for :func:`read_regular`.
        limit: likewise.
        root: the folder that a link may not leave.
        follow: likewise.

    Raises:
        OSError: as :func:`read_regular`, and if it changed each time it was read.
    """
    for _ in range(_TRIES):
        handle = _open(path, root, follow=follow)
        with os.fdopen(handle, "rb") as file:
            before = os.fstat(handle)
            if not stat.S_ISREG(before.st_mode):
                raise IrregularError(errno.EINVAL, "it is no regular file")
            if before.st_size > limit:
                raise TooLargeError(before.st_size, limit)
            content = file.read(before.st_size + 1)  # a buffer of the limit would be huge
            after = os.fstat(handle)
        if len(content) > limit:
            raise TooLargeError(max(after.st_size, len(content)), limit)
        if stamp_of(after) == stamp_of(before) and len(content) == after.st_size:
            return Raw(content, stamp_of(after))
    raise OSError(errno.EBUSY, CHANGED)


def has_changed(path: Path, stamp: Stamp) -> bool:
    """Whether what lies at a path is no longer what was read; a link counts by what it leads to."""
    try:
        return stamp_of(path.stat()) != stamp
    except (OSError, RuntimeError):
        return True


def stamp_of(info: os.stat_result) -> Stamp:
    """The stamp of what the system tells of a file."""
    # Windows counts no changes of the entry, but calls its making by the same name.
    changed = info.st_ctime_ns if os.name == "posix" else 0
    return Stamp(info.st_dev, info.st_ino, info.st_size, info.st_mtime_ns, changed)


def _open(path: Path, root: Path | None, *, follow: bool) -> int:
    """Open a file; of a link the end, if it lies in the root."""
    if _NO_LINK or not path.is_symlink():
        try:
            return os.open(path, _FLAGS | _NO_LINK)
        except OSError as error:
            if error.errno == errno.ENXIO:  # a socket
                raise IrregularError(errno.EINVAL, "it is no regular file") from error
            if error.errno not in _IS_LINK or not path.is_symlink():
                raise
    # Of links in a circle this tells as the system does; Path.resolve raises RuntimeError of them.
    target = Path(os.path.realpath(path, strict=True))
    if not follow or (root is not None and not target.is_relative_to(os.path.realpath(root))):
        raise IrregularError(errno.EINVAL, "it is no regular file of this folder")
    return os.open(target, _FLAGS | _NO_LINK)
