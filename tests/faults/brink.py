"""Runs of ``lawmap`` from the brink: from the moment before the first call that changes the disk.

A process runs the command up to that moment and stops there. From there it forks as many runs as
are wanted, each of which goes on for itself and is struck, or not, on its way. So hundreds of kills
take seconds, and each of them kills a process that runs the command as a user would.
"""

from __future__ import annotations

import io
import os
import pickle
import random
import secrets
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from lawmap.cli import main

from .points import Points, Strike

T = TypeVar("T")


class Ended(NamedTuple):
    """How a run came to its end."""

    code: int
    """Its exit code; of a killed run -9."""
    told: str = ""
    """What it wrote to its standard error; nothing if it was killed."""
    calls: tuple[str, ...] = ()
    """The calls that it made; likewise."""


Go = Callable[[int, Strike | None], Ended]
"""Goes on from the brink, and is struck at the call of this number."""


def at_the_brink(arguments: tuple[str, ...], cwd: Path, experiment: Callable[[Go], T]) -> T:
    """Bring a command to the brink and make an experiment there; gives what that gives."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder, "result")
        child = os.fork()
        if child == 0:
            _approach(arguments, cwd, experiment, result)
        os.waitpid(child, 0)
        found: T = pickle.loads(result.read_bytes())  # noqa: S301 -- written by our own fork
        return found


def run(arguments: tuple[str, ...], cwd: Path) -> Ended:
    """Run a command from its beginning to its end, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report")
        child = os.fork()
        if child == 0:
            _run(arguments, cwd, Points(), lambda: report)
        return _ended(child, report)


def _approach(
    arguments: tuple[str, ...], cwd: Path, experiment: Callable[[Go], Any], result: Path
) -> None:
    """In a fork: never returns."""
    points = Points()
    reports: list[Path] = []

    def brink() -> None:
        """Returns in the forks of this process alone, which go on."""

        def go(at: int, strike: Strike | None) -> Ended:
            report = result.with_name("report")
            report.unlink(missing_ok=True)
            child = os.fork()
            if child == 0:
                points.at, points.strike = at, strike
                reports.append(report)
                raise _GoOnError
            return _ended(child, report)

        try:
            found = pickle.dumps(experiment(go))
        except _GoOnError:
            return
        result.write_bytes(found)
        os._exit(0)

    points.at_first = brink
    _run(arguments, cwd, points, lambda: reports[0] if reports else result)


class _GoOnError(BaseException):
    """Leads a fork out of the experiment, back to the call before which it was made."""


def _ended(child: int, report: Path) -> Ended:
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code < 0 or not report.exists():  # it may have been killed while it reported
        return Ended(code)
    told, calls = pickle.loads(report.read_bytes())  # noqa: S301 -- written by our own fork
    return Ended(code, told, tuple(calls))


def _run(arguments: tuple[str, ...], cwd: Path, points: Points, report: Callable[[], Path]) -> None:
    """In a fork: never returns."""
    code, err = 99, io.StringIO()
    try:
        os.chdir(cwd)
        sys.argv = ["lawmap", *arguments]
        sys.stdout, sys.stderr = io.StringIO(), err
        # What is chosen by chance is to be the same in each run, so that runs can be compared.
        secrets.choice = random.Random(0).choice  # noqa: S311
        points.install()
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 98
    except BaseException:
        err.write(traceback.format_exc())
        sys.__stderr__ and sys.__stderr__.write(err.getvalue())
    finally:
        points.is_counting = False
        report().write_bytes(pickle.dumps((err.getvalue(), points.seen)))
        os._exit(code)
