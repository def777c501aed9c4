"""``python -m tests.fuzz``: search for broken promises, or show one again.

Without FILE every target (or the one that is named) is searched for some seconds, and a table says
what came of it; the exit code is 1 if a promise is broken. With FILE the target is run on the bytes
of that file alone, and fails with what went wrong.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from .hunt import REACHED
from .table import Row, row_of, table
from .targets import HERE, TARGETS, target

_ROOT = HERE.parents[1]
_OUTPUT = _ROOT / "build" / "fuzz"


def main() -> int:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", nargs="?", choices=list(TARGETS), metavar="TARGET")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--time", type=int, default=60, metavar="SECONDS", help="for each target")
    given = parser.parse_args()
    if given.file:
        target(given.target)(given.file.read_bytes())
        print(f"{given.target}: the promise holds")
        return 0
    return search([given.target] if given.target else list(TARGETS), given.time)


def search(names: list[str], seconds: int) -> int:
    """Search these targets one after the other, and print what came of it."""
    if find_spec("atheris") is None:
        print(
            "There is no atheris for this Python: inputs are chosen blindly, by Hypothesis, and not"
            " by what\nthey reach. Take a Python that requirements/fuzz.txt has atheris for."
        )
    rows = []
    for name in names:
        print(f"{name}: {TARGETS[name]} ({seconds} s)", flush=True)
        rows.append(_searched(name, seconds))
    print(f"\n{table(rows)}")
    for row in rows:
        for found in row.found:
            print(f"\n{row.target}: {row.reason}")
            file = _shown(found)
            print(f"  input: {file}")
            print(f"  again: {_shown(sys.executable)} -m tests.fuzz {row.target} {file}")
            print(f"  log:   {_shown(_log(row.target))}")
    return 1 if any(row.failed for row in rows) else 0


def _searched(name: str, seconds: int) -> Row:
    folder = _OUTPUT / name
    folder.mkdir(parents=True, exist_ok=True)
    before = _names(folder / REACHED)
    command = [sys.executable, "-m", "tests.fuzz.hunt", name, str(folder), str(seconds)]
    with _log(name).open("wb") as log:
        done = subprocess.run(command, cwd=_ROOT, stdout=log, stderr=log, check=False)
    said = _log(name).read_text(encoding="utf-8", errors="replace")
    return row_of(name, said, done.returncode, len(_names(folder / REACHED) - before))


def _log(name: str) -> Path:
    return _OUTPUT / f"{name}.log"


def _shown(path: str | Path) -> str:
    """A path as seen from the root of the checkout, where it lies below."""
    return str(path).removeprefix(f"{_ROOT}{os.sep}")


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


if __name__ == "__main__":
    sys.exit(main())
