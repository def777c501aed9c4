"""``python -m benchmarks``: measure lawmap beside others, print the tables, write the figures."""

from __future__ import annotations

import argparse
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import measure, startup
from benchmarks.archive import likeness_of, make_archive
from benchmarks.measure import Bench
from benchmarks.peers import PEERS
from benchmarks.questions import questions_of
from benchmarks.report import BUSY, Results, as_json, as_markdown, put_between_marks
from benchmarks.timing import repeated
from lawmap.loading import Loaded, load
from lawmap.matching import evaluate_all
from lawmap.matching.compile import compile_plan

ROOT = Path(__file__).parents[1]
SIZES = (1_000, 10_000, 100_000, 1_000_000)


def main() -> int:
    """Run everything once."""
    options = _options()
    load_before = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    if load_before is not None and load_before > BUSY:
        _say(f"this machine is busy (load {load_before:.1f}): the figures will be off")
    results = _measured(options.largest, options.repeats, load_before)
    tables = as_markdown(results)
    print(tables)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(as_json(results), indent=2) + "\n", encoding="utf-8")
    if options.write is not None:
        document = options.write.read_text(encoding="utf-8")
        options.write.write_text(put_between_marks(document, tables), encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--repeats", type=int, default=5, help="rounds of each measurement")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="the largest archive")
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "benchmarks.json")
    parser.add_argument("--write", type=Path, metavar="DOC", help="also put the tables into DOC")
    return parser.parse_args()


def _measured(largest: int, repeats: int, load_before: float | None) -> Results:
    _say("reading and compiling the norm pack")
    reading = repeated(_read, repeats)
    library = _read().library
    compiling = repeated(lambda: compile_plan(library), repeats)

    _say(f"making an archive of {largest:,} allegations")
    shipped = sorted(library.allegations.values(), key=lambda one: one.id)
    evaluation = evaluate_all(library, shipped)
    archive = make_archive(likeness_of(evaluation), largest)
    bench = Bench(library, questions_of(evaluation.plan), archive, repeats)

    _say("holding every peer to lawmap's answers")
    tried = measure.compare_answers(bench, PEERS)
    peers = []
    for peer in PEERS:
        _say(f"timing {peer.title}")
        peers.append(measure.versus(bench, peer, tried[peer.title]))
    scales = []
    for size in (size for size in SIZES if size <= largest):
        _say(f"timing lawmap alone on {size:,} allegations")
        scales.append(measure.scale(bench, size))
    _say("timing explanations and start-up")
    return Results(
        day=datetime.now(UTC).date(),
        load=load_before,
        bench=bench,
        shape=measure.shape(bench),
        reading=reading,
        compiling=compiling,
        tried=tried,
        peers=peers,
        scales=scales,
        why=measure.why(bench),
        start=startup.measure(startup.DEFAULT_RUNS),
    )


def _read() -> Loaded:
    loaded = load([ROOT / "seeds"], [ROOT / "norms"])
    if loaded.diagnostics:
        raise SystemExit(f"faults in the norm pack or the shipped files: {loaded.diagnostics[0]}")
    return loaded


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
