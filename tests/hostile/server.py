"""A process that has imported lawmap once and runs commands in children with hard limits.

Read on standard input: a job a line, as JSON. Written to standard output: how it ended, a line
each. A child may use so much of the processor and of memory and no more: what takes more is
killed or refused memory by the system, not measured afterwards.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import resource
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import lawmap
from lawmap.cli import main
from tests.hostile.project import write_project

SECONDS = 2
BYTES = 500_000_000
WAITING = 20
"""So many seconds of the clock: for what waits, as for a pipe that nobody writes to."""


def serve() -> None:
    """Run jobs until there are no more."""
    _import_everything()
    _warm_up()
    gc.collect()
    gc.freeze()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if not child:
            _run(job)
        _, status, used = os.wait4(child, 0)
        ended = {
            "code": os.waitstatus_to_exitcode(status),
            "seconds": used.ru_utime + used.ru_stime,
            "bytes": used.ru_maxrss * 1024,
        }
        sys.stdout.write(f"{json.dumps(ended)}\n")
        sys.stdout.flush()


def _import_everything() -> None:
    """All of lawmap: what a child imports would count as its own time."""
    package = importlib.import_module("lawmap")
    for module in pkgutil.walk_packages(package.__path__, "lawmap."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _warm_up() -> None:
    """Read and check a project once: readers and templates are built at their first use."""
    with tempfile.TemporaryDirectory() as folder:
        loaded = lawmap.load([write_project(Path(folder))])
        lawmap.check(loaded)
        archive = lawmap.Archive(loaded.library, lawmap.Request())
        for name, examined in archive.examined().items():
            lawmap.render(lawmap.build_dossier(archive, name, examined))


def _run(job: dict[str, Any]) -> NoReturn:
    try:
        os.chdir(job["cwd"])
        os.environ.clear()
        os.environ.update(job["env"])
        _redirect(job)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.alarm(WAITING)
        sys.argv = ["lawmap", *(os.fsdecode(bytes.fromhex(one)) for one in job["arguments"])]
        while "LAWMAP_HOSTILE_SPIN" in os.environ:
            pass
        main()
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 70)
    finally:
        os._exit(71)


def _redirect(job: dict[str, Any]) -> None:
    """Standard streams as a shell would give them, each an own file."""
    for number, (name, flags) in enumerate(
        (
            (os.devnull, os.O_RDONLY),
            (job["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
            (job["err"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        )
    ):
        opened = os.open(name, flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)


if __name__ == "__main__":
    serve()
