"""Start-up: ``lawmap --help`` against ``python -c "import click"``, in turn, in one run.

Run it with ``python benchmarks/startup.py [RUNS]``. It prints the median of each and the median of
the ratios, run by run, so that a machine that slows down slows both.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import NamedTuple

PEER = [sys.executable, "-c", "import click"]
OURS = [sys.executable, "-m", "lawmap", "--help"]
DEFAULT_RUNS = 20


class Startup(NamedTuple):
    """What was seen: times in seconds, run by run."""

    lawmap: tuple[float, ...]
    click: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """How many times as long lawmap takes, run by run."""
        return tuple(ours / peer for ours, peer in zip(self.lawmap, self.click, strict=True))


def seconds(command: list[str]) -> float:
    """Wall time of a whole process, in seconds."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  (our own commands)
    return time.perf_counter() - begin


def measure(runs: int) -> Startup:
    """Time both commands in turn."""
    for command in (PEER, OURS):
        seconds(command)  # warm the caches; not counted
    ours, peer = zip(*((seconds(OURS), seconds(PEER)) for _ in range(runs)), strict=True)
    return Startup(ours, peer)


def main(runs: int) -> None:
    """Time both commands and print what was seen."""
    seen = measure(runs)
    ours, peer = statistics.median(seen.lawmap), statistics.median(seen.click)
    print(f"lawmap --help   median {ours * 1000:.1f} ms of {runs} runs")
    print(f"import click    median {peer * 1000:.1f} ms of {runs} runs")
    print(f"ratio           median {statistics.median(seen.ratios):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_RUNS)
