"""One target, searched for some seconds: ``python -m tests.fuzz.hunt TARGET FOLDER SECONDS``.

With atheris (libFuzzer) inputs are chosen by what they reach; where there is none for this Python,
Hypothesis chooses them blindly, from the kept inputs and at random. An input that breaks a promise
is written to the folder, and the run ends with another exit code than 0.
"""

from __future__ import annotations

import hashlib
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from .targets import CORPUS, TARGETS, Holds, kept, target

FINDINGS, REACHED = "findings", "reached"
WATCHED = ("lawmap", "edtf", "jinja2", "markdown_it", "ruamel", "tomllib", "zipfile")
"""What is looked at for new ways through it: lawmap, and what it gives texts to."""
MAX_LENGTH = 2_000
MAX_MEMORY, MAX_SECONDS = 1_024, 5
"""What one input may take: megabytes, and seconds."""


def main(name: str, folder: Path, seconds: int) -> None:
    """Search, and end the process."""
    for inner in (FINDINGS, REACHED):
        (folder / inner).mkdir(parents=True, exist_ok=True)
    try:
        atheris: Any = import_module("atheris")
    except ImportError:
        blindly(target(name), name, folder, seconds)
        return
    with atheris.instrument_imports(include=list(WATCHED)):
        holds = target(name)
    arguments = {
        "max_total_time": seconds,
        "max_len": MAX_LENGTH,
        "rss_limit_mb": MAX_MEMORY,
        "timeout": MAX_SECONDS,
        "artifact_prefix": f"{folder / FINDINGS}/",
        "print_final_stats": 1,
    }
    options = [f"-{key}={value}" for key, value in arguments.items()]
    folders = [str(folder / REACHED), str(CORPUS / name)]
    atheris.Setup([sys.argv[0], *options, *folders], holds)
    atheris.Fuzz()


def blindly(holds: Holds, name: str, folder: Path, seconds: int) -> None:
    """Try what Hypothesis makes of the kept inputs until time is up or a promise is broken."""
    from hypothesis import HealthCheck, given, settings  # noqa: PLC0415  (slow, and here alone)
    from hypothesis import strategies as st  # noqa: PLC0415

    seeds = [path.read_bytes() for path in kept(name)] or [b""]
    place = st.integers(0, MAX_LENGTH)
    spliced = st.builds(_spliced, st.sampled_from(seeds), place, place, st.binary(max_size=20))
    joined = st.builds(_spliced, st.sampled_from(seeds), place, place, st.sampled_from(seeds))
    tried: list[bytes] = []

    @settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(spliced | joined | st.binary(max_size=MAX_LENGTH))
    def hold(data: bytes) -> None:
        tried.append(data)
        holds(data)

    runs, begun, end = 0, time.monotonic(), time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            hold()
            runs += len(tried)
            tried.clear()
    except Exception as error:
        shortest = tried[-1]  # Hypothesis shows the simplest one that it found last
        found = folder / FINDINGS / f"crash-{hashlib.sha256(shortest).hexdigest()[:40]}"
        found.write_bytes(shortest)
        print("=== Uncaught Python exception: ===", file=sys.stderr)  # in libFuzzer's words
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        print(f"Test unit written to {found}", file=sys.stderr)
        raise
    finally:
        spent = round(time.monotonic() - begun)
        print(f"Done {runs + len(tried)} runs in {spent} second(s)", file=sys.stderr)


def _spliced(seed: bytes, first: int, last: int, new: bytes) -> bytes:
    begin, end = sorted((first % (len(seed) + 1), last % (len(seed) + 1)))
    return seed[:begin] + new + seed[end:]


if __name__ == "__main__":
    name, folder, seconds = sys.argv[1:]
    assert name in TARGETS
    main(name, Path(folder).resolve(), int(seconds))
