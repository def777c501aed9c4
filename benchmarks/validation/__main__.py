"""``python -m benchmarks.validation``: time ``lawmap validate`` beside others, as whole processes.

The baseline is a process that does nothing but ``yaml.load`` with the C loader on each file. The
others check less: a schema, the form of YAML, or one rule at a time. All run in turn.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.report import BUSY, put_between_marks
from benchmarks.validation.corpus import make_pack, make_sigma_rules

ROOT = Path(__file__).parents[2]
LINES = 60
MARKS = (
    "<!-- validation: written by make bench-validate -->",
    "<!-- end of validation -->",
)
MARKS_OF_LIBRARY = (
    "<!-- library: written by make bench-validate BENCH_ARGS=--shipped -->",
    "<!-- end of library -->",
)

# Programs are compiled once and kept, as they are for users.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "LAWMAP_TEXTS": os.devnull,  # what a reader has imported is not part of the measurement
}

LOAD_ALL = """\
import sys
from pathlib import Path
import yaml
for path in Path(sys.argv[1]).rglob("*.yaml"):
    with path.open(encoding="utf-8") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""


class Tool(NamedTuple):
    """A command and what it checks."""

    name: str
    command: list[str]
    checks: str
    rounds: int
    """So many rounds at most: one that takes a minute is not run as often as others."""


class Timed(NamedTuple):
    """What was seen of one tool."""

    tool: Tool
    seconds: list[float]
    ratios: list[float]
    """Time over that of the baseline in the same round."""


def tools(pack: Path, sigma: Path) -> list[Tool]:
    """The baseline first, then lawmap, then the others."""
    programs = Path(sys.executable).parent
    norms = [str(path) for path in sorted(pack.glob("instruments/*/[0-9]*.yaml"))]
    schema = str(ROOT / "schemas" / "norm.schema.json")
    relaxed = "{extends: default, rules: {line-length: disable, document-start: disable}}"
    return [
        Tool("yaml.load", [sys.executable, "-c", LOAD_ALL, str(pack)], "nothing", 99),
        Tool(
            "lawmap validate",
            [sys.executable, "-m", "lawmap", "validate", str(pack)],
            "syntax, shape, references, dates, logic, cases and their coverage",
            99,
        ),
        Tool(
            "sigma check",
            [str(programs / "sigma"), "check", "-x", "attacktag", "-x", "d3_fendtag", str(sigma)],
            "syntax, shape, conditions, ids, tags (of Sigma rules)",
            3,
        ),
        Tool(
            "yamllint",
            [str(programs / "yamllint"), "-d", relaxed, str(pack / "instruments")],
            "syntax, duplicate keys, layout",
            2,
        ),
        Tool(
            "check-jsonschema",
            [str(programs / "check-jsonschema"), "--schemafile", schema, *norms],
            "syntax, shape",
            1,
        ),
    ]


def seconds(tool: Tool) -> float:
    """Wall time of a whole process; a fault in the made-up files ends the benchmark."""
    begin = time.perf_counter()
    done = subprocess.run(  # noqa: S603  (commands of our own)
        tool.command, capture_output=True, text=True, check=False, env=ENVIRONMENT
    )
    taken = time.perf_counter() - begin
    if done.returncode != 0:
        raise SystemExit(f"{tool.name} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return taken


def measure(every: list[Tool], rounds: int) -> list[Timed]:
    """Time all tools in turn, after one round of the quick ones that is not counted."""
    baseline, *others = every
    for tool in every[:2]:
        seconds(tool)
    found = [Timed(tool, [], []) for tool in every]
    for turn in range(rounds):
        base = seconds(baseline)
        found[0].seconds.append(base)
        found[0].ratios.append(1.0)
        for timed, tool in zip(found[1:], others, strict=True):
            if turn < tool.rounds:
                taken = seconds(tool)
                timed.seconds.append(taken)
                timed.ratios.append(taken / base)
    return found


def table(found: list[Timed], what: str) -> str:
    """The figures in Markdown, below a line that says what was read."""
    head = [
        f"{what}; a whole process each.",
        "",
        "| Command | Time | Times bare `yaml.load` (lowest to highest) | Rounds | What it checks |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*head, *map(_row, found)]) + "\n"


def _row(timed: Timed) -> str:
    middle, ratio = statistics.median(timed.seconds), statistics.median(timed.ratios)
    spread = f"{ratio:.2f} ({min(timed.ratios):.2f} to {max(timed.ratios):.2f})"
    cells = (f"`{timed.tool.name}`", f"{middle:.2f} s", spread, str(len(timed.seconds)))
    return f"| {' | '.join(cells)} | {timed.tool.checks} |"


def main() -> int:
    """Make the files, time everything, print the table."""
    options = _options()
    load = os.getloadavg()[0]
    if load > BUSY:
        _say(f"this machine is busy (load {load:.1f}): the figures will be off")
    if options.shipped:
        what, found = _of_the_library(options.rounds)
    else:
        what, found = _of_made_files(options.files, options.rounds, quick=options.quick)
    text = table(found, what)
    print(text)
    figures = {one.tool.name: {"seconds": one.seconds, "ratios": one.ratios} for one in found}
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    if options.write is not None:
        marks = MARKS_OF_LIBRARY if options.shipped else MARKS
        document = options.write.read_text(encoding="utf-8")
        options.write.write_text(put_between_marks(document, text, *marks), encoding="utf-8")
    return 0


def _of_made_files(files: int, rounds: int, *, quick: bool) -> tuple[str, list[Timed]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _say(f"writing {files:,} norm files and as many Sigma rules")
        pack = make_pack(folder, files)
        every = tools(pack, make_sigma_rules(folder, files, LINES))
        _say("timing; check-jsonschema and yamllint take their time")
        found = measure(every[: 2 if quick else None], rounds)
    return f"{files:,} norm files of about {LINES} lines", found


def _of_the_library(rounds: int) -> tuple[str, list[Timed]]:
    pack = ROOT / "norms"
    _say("timing the shipped library")
    files = sum(1 for _ in pack.rglob("*.yaml"))
    return f"The shipped library, {files:,} files", measure(tools(pack, pack)[:2], rounds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.validation", description=__doc__)
    parser.add_argument("--files", type=int, default=1_000, help="so many norm files")
    parser.add_argument("--rounds", type=int, default=7, help="rounds of the quick commands")
    parser.add_argument("--quick", action="store_true", help="only lawmap and the baseline")
    parser.add_argument("--shipped", action="store_true", help="the shipped library instead")
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "validation.json")
    parser.add_argument("--write", type=Path, metavar="DOC", help="also put the table into DOC")
    return parser.parse_args()


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
