"""The moments at which a run can be struck: every call by which it changes what lies on the disk.

The functions of ``os`` through which all writing goes are replaced by ones that count, in a process
that is there for nothing else. At the chosen call the process kills itself, in truth, or the call
fails as the system would let it fail.
"""

from __future__ import annotations

import errno
import os
import signal
import stat
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

CALLS = (
    "open",
    "write",
    "fsync",
    "fchmod",
    "chmod",
    "replace",
    "rename",
    "link",
    "symlink",
    "unlink",
    "remove",
    "mkdir",
    "rmdir",
    "truncate",
    "ftruncate",
)
REFUSALS = (
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EIO,
    errno.EROFS,
    errno.EACCES,
    errno.EMFILE,
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT

Strike = Callable[["Points", str, tuple[Any, ...]], None]


@dataclass
class Points:
    """The calls of a run, and what befalls it at one of them."""

    at: int = -1
    """Which call is struck; -1 for none."""
    strike: Strike | None = None
    seen: list[str] = field(default_factory=list)
    real: dict[str, Callable[..., Any]] = field(default_factory=dict)
    at_first: Callable[[], None] | None = None
    """Called once, before the first of the calls."""
    is_counting: bool = True

    def install(self) -> None:
        """Count from now on, in this process, until its end."""
        for name in CALLS:
            self.real[name] = getattr(os, name)
            setattr(os, name, self._counting(name))

    def _counting(self, name: str) -> Callable[..., Any]:
        def counted(*args: Any, **kwargs: Any) -> Any:
            if self.is_counting and _changes_the_disk(name, args):
                self._note(name, args)
            return self.real[name](*args, **kwargs)

        return counted

    def _note(self, name: str, args: tuple[Any, ...]) -> None:
        if self.at_first:
            first, self.at_first = self.at_first, None
            self.is_counting = False
            first()
            self.is_counting = True
        self.seen.append(name)
        if self.strike and len(self.seen) - 1 == self.at:
            self.is_counting = False
            self.strike(self, name, args)
            self.is_counting = True


def _changes_the_disk(name: str, args: tuple[Any, ...]) -> bool:
    if name == "open":
        return bool(args[1] & _WRITES)
    # What is written to another program is none of this.
    return name != "write" or stat.S_ISREG(os.fstat(args[0]).st_mode)


def killed(points: Points, name: str, args: tuple[Any, ...]) -> None:
    """The power goes: no handler runs. A write is cut in two first, for it may be under way."""
    if name == "write":
        handle, content = args
        points.real["write"](handle, content[: len(content) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


def killed_after(seconds: float) -> Strike:
    """The power goes, so long after the call: by a clock that stops for nothing."""

    def strike(_: Points, __: str, ___: tuple[Any, ...]) -> None:
        clock = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL))
        clock.daemon = True
        clock.start()

    return strike


def refused(points: Points, name: str, args: tuple[Any, ...]) -> None:
    """The system says no, in a way that differs from call to call; a write goes half way first."""
    number = REFUSALS[points.at % len(REFUSALS)]
    if name == "write":
        handle, content = args
        points.real["write"](handle, content[: len(content) // 2])
    points.is_counting = True
    raise OSError(number, os.strerror(number))


def asked_to_end(number: int) -> Strike:
    """A polite request to end, or Ctrl-C, just before the call."""

    def strike(_: Points, __: str, ___: tuple[Any, ...]) -> None:
        os.kill(os.getpid(), number)

    return strike
