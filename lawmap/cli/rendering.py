"""Pages from a team's own templates: within limits, and with the place of what is wrong.

A template can fail in as many ways as Python, and none of them is a bug of lawmap. It can also go
on for ever, which Jinja's sandbox does not see: so each page has a second of the processor, and as
much memory as no page needs. A step that is written in C, such as the comparison of two lists,
hears no signal; so each page is made in a process of its own, which the system ends. Where a system
knows no such limits there are none.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from traceback import walk_tb
from types import FrameType
from typing import NoReturn

from jinja2 import TemplateSyntaxError

from lawmap.errors import UsageError

SECONDS, SECONDS_OF_A_STEP = 1.0, 1.5
BYTES = 400_000_000
"""How much of the processor a page may take, also in a step that hears nothing, and of memory."""
_MADE, _FAILED = b"+", b"-"


class TooLongError(Exception):
    """A page takes too long."""

    def __str__(self) -> str:
        return f"a page takes more than {SECONDS:g} second of the processor"


def page(folder: Path | None, make: Callable[[], str]) -> str:
    """What ``make`` makes; within limits, if it is made from templates of a folder.

    Raises:
        UsageError: with file and line, if such a template fails or takes too much.
    """
    if folder is None:
        return make()
    if not hasattr(os, "fork"):
        return _within(folder, make)
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        _answer(write, folder, make)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    text = said[1:].decode("utf-8", "surrogatepass")
    if said.startswith(_MADE):
        return text
    if said.startswith(_FAILED):
        raise UsageError(text)
    ended = os.waitstatus_to_exitcode(status)
    too_long = ended in (-signal.SIGPROF, -signal.SIGXCPU)
    why = str(TooLongError()) if too_long else f"the process that made the page ended with {ended}"
    raise UsageError(f"{folder}: {why}")


def _answer(pipe: int, folder: Path, make: Callable[[], str]) -> NoReturn:
    """Write what is made, or what is wrong, and end this process at once, whatever happens."""
    try:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, SECONDS_OF_A_STEP)
        try:
            said = _MADE + _within(folder, make).encode("utf-8", "surrogatepass")
        except UsageError as error:
            said = _FAILED + str(error).encode("utf-8", "surrogatepass")
        with os.fdopen(pipe, "wb") as file:
            file.write(said)
    finally:
        os._exit(0)


def _within(folder: Path, make: Callable[[], str]) -> str:
    try:
        with _little_memory(), _a_second():
            return make()
    except UsageError:
        raise
    except Exception as error:
        raise UsageError(f"{_place(error, folder)}: {_why(error)}") from error


@contextlib.contextmanager
def _a_second() -> Iterator[None]:
    if not hasattr(signal, "setitimer"):
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
    raise TooLongError


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
        case TooLongError():
            return str(error)
        case _:
            return f"{type(error).__name__}: {error}"
