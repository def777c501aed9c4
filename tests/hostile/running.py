"""lawmap on the command line, within hard limits of time and memory."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
MOST_SAID = 200_000
"""So many bytes a command says at most: a fault of a file must not fill a log."""


class Ended(NamedTuple):
    """How a command ended and what it said."""

    code: int
    """Below 0: the signal that killed it, among others for what it used of the processor."""
    out: str
    err: str
    seconds: float = 0
    """What it used of the processor."""
    bytes: int = 0
    """The most memory that it held."""

    @property
    def said(self) -> str:
        """All that it said."""
        return f"{self.out}\n{self.err}"


def run_limited(
    cwd: Path, *arguments: str | bytes | Path, env: Mapping[str, str | None] | None = None
) -> Ended:
    """Run ``lawmap`` in a child with 2 seconds of the processor and 500 MB of memory.

    Args:
        cwd: the current folder.
        arguments: as a shell would give them.
        env: variables of the environment, beside a few usual ones; None takes one out.
    """
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        job = {
            "cwd": str(cwd),
            "env": environment(cwd, env),
            "out": str(out),
            "err": str(err),
            "arguments": [os.fsencode(one).hex() for one in arguments],
        }
        server = _server()
        assert server.stdin and server.stdout
        server.stdin.write(f"{json.dumps(job)}\n")
        server.stdin.flush()
        ended = json.loads(server.stdout.readline())
        return Ended(out=_read(out), err=_read(err), **ended)


def run_apart(cwd: Path, *arguments: str | bytes | Path) -> Ended:
    """The same in a process of its own, that imports lawmap anew: no helper stands between."""
    limits = "import resource as r; r.setrlimit(r.RLIMIT_AS, (500_000_000,) * 2)"
    code = f"{limits}; from lawmap.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env=environment(cwd, None) | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def environment(cwd: Path, changed: Mapping[str, str | None] | None) -> dict[str, str]:
    """A usual environment, in which no text pack of whoever runs the tests is found."""
    usual: dict[str, str | None] = {
        "PATH": os.environ.get("PATH"),
        "HOME": str(cwd),
        "LAWMAP_TEXTS": str(cwd / "no-texts"),
        "LAWMAP_TRACEBACK": None,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    return {name: text for name, text in (usual | dict(changed or {})).items() if text is not None}


def _read(path: Path) -> str:
    if not path.exists():
        return ""
    with path.open("rb") as file:
        said = file.read(MOST_SAID + 1)
    assert len(said) <= MOST_SAID, f"more than {MOST_SAID:,} bytes were said: {said[:500]!r}"
    return said.decode()


@cache
def _server() -> subprocess.Popen[str]:
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.server"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdin and server.stdout
    atexit.register(_stop, server)
    assert server.stdout.readline() == "ready\n"
    return server


def _stop(server: subprocess.Popen[str]) -> None:
    assert server.stdin and server.stdout
    server.stdin.close()
    server.stdout.close()
    server.wait(timeout=10)
