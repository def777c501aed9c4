"""What was measured, as JSON and as tables."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from typing import Any, NamedTuple

import lawmap
from benchmarks.forms import Peer
from benchmarks.measure import SAMPLE, Bench, Scale, Shape, Tried, Versus, Why
from benchmarks.startup import Startup
from benchmarks.timing import Spread, spread_of

BEGIN = "<!-- benchmark: written by make bench -->"
END = "<!-- end of benchmark -->"

MILLION = 1e6

BUSY = 0.5
"""Above this load the figures are those of a machine that has other work."""


class Results(NamedTuple):
    """Everything that one run saw."""

    day: date
    load: float | None
    """How busy the machine was before the run: runnable processes, on average of a minute."""
    bench: Bench
    shape: Shape
    reading: Spread
    compiling: Spread
    tried: Mapping[str, Sequence[Tried]]
    peers: Sequence[Versus]
    scales: Sequence[Scale]
    why: Why
    start: Startup


def as_json(results: Results) -> dict[str, Any]:
    """Everything in numbers: times in seconds, rates in answers per second."""
    bench, questions, why = results.bench, results.bench.questions, results.why
    return {
        "date": results.day.isoformat(),
        "lawmap": lawmap.__version__,
        "norm_pack": _pack(bench),
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "cores": os.cpu_count(),
        "load_before": results.load,
        "repeats": bench.repeats,
        "questions": {
            "total": len(questions),
            "conditions": len(questions.conditions),
            "norms": len(questions.norms),
            "variables": len(questions.names),
            "nodes_of_the_plan": len(questions.plan.nodes),
        },
        "archive": results.shape._asdict(),
        "agreement": {
            "allegations": SAMPLE,
            "forms": {
                title: {one.form.words: one.seconds for one in tried}
                for title, tried in results.tried.items()
            },
        },
        "peers": [_versus_json(one, len(questions)) for one in results.peers],
        "lawmap_alone": [_scale_json(one, len(questions)) for one in results.scales],
        "reading": results.reading._asdict(),
        "compiling": results.compiling._asdict(),
        "shipped_allegations": {
            name: value._asdict() if isinstance(value, Spread) else value
            for name, value in why._asdict().items()
        },
        "start": {
            "lawmap_help": spread_of(results.start.lawmap)._asdict(),
            "import_click": spread_of(results.start.click)._asdict(),
            "ratio": spread_of(results.start.ratios)._asdict(),
        },
    }


def _pack(bench: Bench) -> str:
    return ", ".join(f"{one.pack.id} {one.pack.version}" for one in bench.library.packs)


def _version(peer: Peer) -> str:
    return version(peer.distribution) if peer.distribution else platform.python_version()


def _versus_json(one: Versus, asked: int) -> dict[str, Any]:
    return {
        "peer": one.peer.title,
        "version": _version(one.peer),
        "form": one.form.words,
        "allegations": one.size,
        "peer_seconds": one.seconds._asdict(),
        "peer_answers_per_second": one.size * asked / one.seconds.median,
        "lawmap_seconds": one.lawmap._asdict(),
        "lawmap_answers_per_second": one.size * asked / one.lawmap.median,
        "lawmap_with_planes_seconds": one.with_planes._asdict(),
        "ratio": one.ratio._asdict(),
        "ratio_with_planes": one.ratio_with_planes._asdict(),
    }


def _scale_json(one: Scale, asked: int) -> dict[str, Any]:
    return {
        "allegations": one.size,
        "two_values_seconds": one.two_values._asdict(),
        "two_values_answers_per_second": one.size * asked / one.two_values.median,
        "planes_seconds": one.planes._asdict(),
        "four_views_seconds": one.four_views._asdict(),
    }


def as_markdown(results: Results) -> str:
    """The tables."""
    parts = [_about(results), _peers(results), _forms(results), _alone(results), _others(results)]
    return "\n\n".join(parts)


def _about(results: Results) -> str:
    bench, questions, shape = results.bench, results.bench.questions, results.shape
    load = "not known" if results.load is None else f"{results.load:.1f}"
    forms = sum(len(tried) for tried in results.tried.values())
    machine = (
        f"{platform.python_implementation()} {platform.python_version()} on {platform.system()}, "
        f"{os.cpu_count()} cores, load before the run {load}."
    )
    lines = [
        f"Run of {results.day.isoformat()}: lawmap {lawmap.__version__}, norm pack {_pack(bench)}.",
        machine,
        f"Medians of {bench.repeats} rounds, with the lowest and the highest in brackets.",
        *(["**The machine had other work: these figures are off.**"] if _busy(results) else []),
        "",
        f"Asked of each allegation: {len(questions)} questions ({len(questions.conditions)}",
        f"conditions, {len(questions.norms)} norms) over {len(questions.names)} variables.",
        f"The archive has {shape.facts:.1f} facts an allegation; {shape.yes:.0%} of the answers",
        f"are yes, and {shape.met:.1f} norms an allegation are met.",
        f"Before timing, all {forms} forms gave lawmap's answers to all questions on {SAMPLE}",
        "allegations.",
    ]
    return "\n".join(lines)


def _busy(results: Results) -> bool:
    return results.load is not None and results.load > BUSY


def _peers(results: Results) -> str:
    asked = len(results.bench.questions)
    rows = [
        (
            f"{one.peer.title} {_version(one.peer)}",
            f"{one.size:,}",
            _rate(one.size * asked, one.seconds),
            _rate(one.size * asked, one.lawmap),
            _times(one.ratio),
            _times(one.ratio_with_planes),
        )
        for one in results.peers
    ]
    head = (
        "Peer",
        "Allegations",
        "Peer, M/s",
        "lawmap, M/s",
        "lawmap is faster by",
        "making planes included",
    )
    return f"### Beside others, on the same archive\n\n{_table(head, rows)}"


def _forms(results: Results) -> str:
    lines = [f"- {one.peer.title}: {one.form.words}." for one in results.peers]
    return "\n".join(["The fastest form of each, which is the one above:", "", *lines])


def _alone(results: Results) -> str:
    asked = len(results.bench.questions)
    rows = [
        (
            f"{one.size:,}",
            _span(one.two_values),
            _rate(one.size * asked, one.two_values),
            _span(one.four_views),
            _span(one.planes),
        )
        for one in results.scales
    ]
    head = ("Allegations", "Two values", "M/s", "Four values, four views", "Making the planes")
    return f"### lawmap alone\n\n{_table(head, rows)}"


def _others(results: Results) -> str:
    why, start = results.why, results.start
    rows = [
        ("Reading the norm pack and the shipped allegations", _span(results.reading)),
        ("Compiling the norm pack", _span(results.compiling)),
        (
            f"Evaluating the {why.allegations} shipped allegations, second pass included",
            _span(why.evaluated),
        ),
        (f"Outcomes of all {why.pairs:,} pairs", _each(why.pairs, why.judged)),
        (f"Explanations of the {why.shown:,} pairs shown", _each(why.shown, why.explained)),
        ("All of `match` on the shipped allegations", _span(why.matched)),
        ("`lawmap --help`, the whole process", _span(spread_of(start.lawmap))),
        ("`import click`, the whole process", _span(spread_of(start.click))),
        ("The first over the second", _times(spread_of(start.ratios))),
    ]
    return f"### Other figures\n\n{_table(('What', 'Time'), rows)}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _rate(answers: float, taken: Spread) -> str:
    return _three(answers / taken.median / MILLION)


def _each(count: int, taken: Spread) -> str:
    return f"{_span(taken)}, {count / taken.median:,.0f} a second"


def _times(ratio: Spread) -> str:
    return f"{_three(ratio.median)} ({_three(ratio.low)} to {_three(ratio.high)})"


def _span(taken: Spread) -> str:
    unit, factor = ("s", 1.0) if taken.median >= 1 else ("ms", 1000.0)
    median, low, high = (_three(value * factor) for value in taken)
    return f"{median} {unit} ({low} to {high})"


def _three(value: float) -> str:
    """A number with three digits that count."""
    for limit, digits in ((1, 3), (10, 2), (100, 1)):
        if value < limit:
            return f"{value:.{digits}f}"
    return f"{value:,.0f}"


def put_between_marks(document: str, tables: str, begin: str = BEGIN, end: str = END) -> str:
    """Replace what stands between two marks of a document.

    Raises:
        ValueError: if the document does not have each mark once, in order.
    """
    before, opened, rest = document.partition(begin)
    _, closed, after = rest.partition(end)
    if not opened or not closed or begin in rest or end in after:
        raise ValueError("the document needs each of the two marks once, in order")
    return f"{before}{begin}\n{tables}\n{end}{after}"
