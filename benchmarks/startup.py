"""Start-up: ``lawmap --help`` against ``python -c "import click"``, in turn, in one run.

Run it with ``python benchmarks/startup.py [RUNS]``. It prints the median of each and the median of
the ratios, run by run, so that a machine that slows down slows both.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

PEER = [sys.executable, "-c", "import click"]
OURS = [sys.executable, "-m", "lawmap", "--help"]
DEFAULT_RUNS = 20


def seconds(command: list[str]) -> float:
    """Wall time of a whole process, in seconds."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  (our own commands)
    return time.perf_counter() - begin


def main(runs: int) -> None:
    """Time both commands in turn and print what was seen."""
    for command in (PEER, OURS):
        seconds(command)  # warm the caches; not counted
    pairs = [(seconds(OURS), seconds(PEER)) for _ in range(runs)]
    ours, peer = zip(*pairs, strict=True)
    ratio = statistics.median(mine / other for mine, other in pairs)
    print(f"lawmap --help   median {statistics.median(ours) * 1000:.1f} ms of {runs} runs")
    print(f"import click    median {statistics.median(peer) * 1000:.1f} ms of {runs} runs")
    print(f"ratio           median {ratio:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_RUNS)
