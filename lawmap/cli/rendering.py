"""Pages from a team's own templates: within limits, and with the place of what is wrong.

A template can fail in as many ways as Python, and none of them is a bug of lawmap. It can also go
on for ever, which Jinja's sandbox does not see: so each page has a second of the processor, and all
of them together have as much memory as no page needs. Where a system knows no such limits there
are none.
"""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from types import FrameType
from typing import NoReturn

from jinja2 import TemplateSyntaxError

from lawmap.errors import UsageError

SECONDS = 1.0
BYTES = 400_000_000
"""How much of the processor a page may take, and of memory all of them."""


class TooLongError(Exception):
    """A page takes too long."""


@contextlib.contextmanager
def own_templates(folder: Path | None) -> Iterator[None]:
    """Make what goes wrong in templates of a folder a fault of theirs; None if there are none.

    Raises:
        UsageError: with file and line.
    """
    if folder is None:
        yield
        return
    try:
        with _little_memory():
            yield
    except UsageError:
        raise
    except Exception as error:
        raise UsageError(f"{_place(error, folder)}: {_why(error)}") from error


@contextlib.contextmanager
def a_second(folder: Path | None) -> Iterator[None]:
    """Give a page a second of the processor, if it is made from templates of a folder.

    Raises:
        TooLongError: if it takes longer.
    """
    if folder is None or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_: int, __: FrameType | None) -> NoReturn:
    raise TooLongError(f"a page takes more than {SECONDS:g} second of the processor")


@contextlib.contextmanager
def _little_memory() -> Iterator[None]:
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = pages * resource.getpagesize() + BYTES
    except (ImportError, OSError, ValueError):
        yield
        return
    if soft not in (resource.RLIM_INFINITY, -1):
        wanted = min(wanted, soft)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _place(error: Exception, folder: Path) -> str:
    """The file and line of a template, as far as they are known."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}"
    files = [
        f"{frame.f_code.co_filename}:{line}"
        for frame, line in walk_tb(error.__traceback__)
        if Path(frame.f_code.co_filename).is_relative_to(folder)
    ]
    return files[-1] if files else str(folder)


def _why(error: Exception) -> str:
    match error:
        case MemoryError():
            return "it takes too much memory"
        case RecursionError():
            return "it calls itself, or nests, without end"
        case TemplateSyntaxError():
            return str(error.message)
        case _:
            return f"{type(error).__name__}: {error}"
