"""``python -m benchmarks.citations CONTEXTS``: find citations with lawmap and with others.

CONTEXTS is the file of contexts whose citations are labelled in ``tests/cases/citations``. Quality
is measured on each labelled hundred, speed on a large text full of citations and on plain prose,
and growth on strings that are made to be slow. All programs get the same text in the same run, and
only the time of the processor counts, so that other work on the machine does not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from benchmarks.citations.corpus import (
    HOSTILE,
    Hundred,
    citing_text,
    hostile_text,
    labelled_hundreds,
    plain_text,
)
from benchmarks.citations.peers import Finder, finders
from benchmarks.citations.scoring import Miss, Score, score
from benchmarks.report import put_between_marks
from benchmarks.timing import Spread, in_turn, seconds, spread_of
from lawmap.loading import load
from lawmap.recognising import Names

ROOT = Path(__file__).parents[2]
MEGABYTE = 1e6
SIZES = (1 << 16, 1 << 17, 1 << 18)
MARKS = (
    "<!-- citations: written by make bench-citations -->",
    "<!-- end of citations -->",
)


class Speed(NamedTuple):
    """How fast a program read a text."""

    text: str
    finder: Finder
    rate: Spread
    """Megabytes of UTF-8 a second."""
    ratio: Spread
    """lawmap's rate over this one's, round by round."""


class Growth(NamedTuple):
    """How long a string made to be slow took, for each of `SIZES`."""

    text: str
    seconds: Sequence[float]

    @property
    def doubling(self) -> float:
        """By how much the time grew when the size doubled for the last time."""
        return self.seconds[-1] / self.seconds[-2]


def main() -> int:
    """Measure everything once, print the tables, write the figures."""
    options = _options()
    names = Names.of(load([], [ROOT / "norms"]).library)
    every = finders(names, _made(ROOT / "build" / "eyecite"))
    hundreds = labelled_hundreds(options.contexts)
    scores = [(one, finder, _score(one, finder)) for one in hundreds for finder in every]
    texts = {
        "contexts": citing_text(options.contexts, options.size),
        "prose": plain_text(options.size),
    }
    speeds = [
        speed
        for title, text in texts.items()
        for speed in _speeds(title, text, every, options.repeats)
    ]
    growths = [_growth(name, every[0]) for name in HOSTILE]
    tables = "\n\n".join([_quality(scores), _speed_table(speeds), _growth_table(growths)])
    print(tables)
    if options.misses:
        _print_misses(hundreds, scores)
    _made(options.json.parent)
    figures = _as_json(scores, speeds, growths)
    options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    if options.write is not None:
        document = options.write.read_text(encoding="utf-8")
        options.write.write_text(put_between_marks(document, tables, *MARKS), encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.citations", description=__doc__)
    parser.add_argument("contexts", type=Path, help="citations_in_context.jsonl")
    parser.add_argument("--repeats", type=int, default=5, help="rounds of each measurement")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of a large text")
    parser.add_argument("--misses", action="store_true", help="also print what was wrong")
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "citations.json")
    parser.add_argument("--write", type=Path, metavar="DOC", help="also put the tables into DOC")
    return parser.parse_args()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _score(hundred: Hundred, finder: Finder) -> Score:
    return score(
        (context.id, truth, finder.find(context.text)) for context, truth in hundred.contexts
    )


def _speeds(title: str, text: str, every: Sequence[Finder], repeats: int) -> list[Speed]:
    size = len(text.encode()) / MEGABYTE
    works: dict[str, Callable[[], object]] = {
        finder.title: partial(finder.find, text) for finder in every
    }
    taken = in_turn(works, repeats, process_time)
    own = taken[every[0].title]
    return [
        Speed(
            title,
            finder,
            spread_of(size / one for one in taken[finder.title]),
            spread_of(one / base for one, base in zip(taken[finder.title], own, strict=True)),
        )
        for finder in every
    ]


def _growth(name: str, finder: Finder) -> Growth:
    """The best of three for each size."""
    times = []
    for size in SIZES:
        text = hostile_text(name, size)
        times.append(min(seconds(partial(finder.find, text), process_time) for _ in range(3)))
    return Growth(name, times)


def _quality(scores: Iterable[tuple[Hundred, Finder, Score]]) -> str:
    rows = [
        "| Contexts | Program | Labelled | Found | Precision | Recall | Same span | Resolution "
        "| Sure of what is ambiguous |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for hundred, finder, one in scores:
        lawmap = _is_lawmap(finder)
        precision = f"{one.precision:.3f}" if one.found else "nothing found"
        exact = f"{one.exact / one.matched:.3f}" if one.matched else "–"
        resolution = f"{one.resolution:.3f}" if lawmap else "–"
        sure = one.overconfident if lawmap else "–"
        rows.append(
            f"| {hundred.title} | {_named(finder)} | {one.labelled} | {one.found} | {precision} "
            f"| {one.recall:.3f} | {exact} | {resolution} | {sure} |"
        )
    return "\n".join(rows)


def _speed_table(speeds: Iterable[Speed]) -> str:
    rows = [
        "| Text | Program | MB/s | lawmap is faster by |",
        "|---|---|---:|---:|",
    ]
    for one in speeds:
        ratio = "1" if _is_lawmap(one.finder) else f"{one.ratio.median:.3g}"
        rows.append(f"| {one.text} | {_named(one.finder)} | {one.rate.median:.3g} | {ratio} |")
    return "\n".join(rows)


def _growth_table(growths: Iterable[Growth]) -> str:
    sizes = " | ".join(f"{size >> 10} KiB" for size in SIZES)
    rows = [
        f"| Made to be slow | {sizes} | Growth of the last doubling |",
        "|---|" + "---:|" * (len(SIZES) + 1),
    ]
    for one in growths:
        times = " | ".join(f"{taken * 1000:.1f} ms" for taken in one.seconds)
        rows.append(f"| {one.text} | {times} | {one.doubling:.2f} |")
    return "\n".join(rows)


def _print_misses(
    hundreds: Sequence[Hundred], scores: Iterable[tuple[Hundred, Finder, Score]]
) -> None:
    """What lawmap got wrong, with the words; for those who have the contexts."""
    texts = {one.id: one.text for hundred in hundreds for one, _ in hundred.contexts}
    for hundred, finder, one in scores:
        if _is_lawmap(finder):
            for miss in one.misses:
                print(hundred.title, miss.context, miss.what, _words(miss, texts), sep="\t")


def _words(miss: Miss, texts: dict[int, str]) -> str:
    """The words that were found and those that were labelled, each with its meaning."""
    sides = [side for side in (miss.found, miss.label) if side is not None]
    return " / ".join(
        f"{texts[miss.context][slice(*side.span)]!r} {_meaning(side.meaning)}" for side in sides
    )


def _meaning(meaning: Any) -> str:
    return f"{meaning.status} {sorted(meaning.keys)}"


def _named(finder: Finder) -> str:
    """The program, with its version if it is not lawmap."""
    return finder.title if _is_lawmap(finder) else f"{finder.title} {version(finder.package)}"


def _is_lawmap(finder: Finder) -> bool:
    return finder.package == "lawmap"


def _as_json(
    scores: Iterable[tuple[Hundred, Finder, Score]],
    speeds: Iterable[Speed],
    growths: Iterable[Growth],
) -> dict[str, Any]:
    """All figures: shares of one, MB/s, seconds."""
    return {
        "quality": [
            {
                "contexts": hundred.title,
                "program": _named(finder),
                "labelled": one.labelled,
                "found": one.found,
                "precision": one.precision,
                "recall": one.recall,
                "exact": one.exact,
                "resolution": one.resolution,
                "overconfident": one.overconfident,
            }
            for hundred, finder, one in scores
        ],
        "speed": [
            {
                "text": one.text,
                "program": _named(one.finder),
                "megabytes_a_second": one.rate._asdict(),
                "lawmap_over_this": one.ratio._asdict(),
            }
            for one in speeds
        ],
        "growth": [
            {"text": one.text, "sizes": SIZES, "seconds": one.seconds, "doubling": one.doubling}
            for one in growths
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
