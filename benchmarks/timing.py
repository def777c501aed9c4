"""Timing: warm, without the garbage collector, in turn, several times."""

from __future__ import annotations

import gc
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Spread(NamedTuple):
    """What several repeats gave."""

    median: float
    low: float
    high: float


def spread_of(values: Iterable[float]) -> Spread:
    """The median of the values, with the lowest and the highest."""
    found = sorted(values)
    return Spread(statistics.median(found), found[0], found[-1])


Clock = Callable[[], float]


def seconds(work: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """How long one piece of work takes; what was left over before is collected before."""
    gc.collect()
    gc.disable()
    try:
        begin = clock()
        work()
        return clock() - begin
    finally:
        gc.enable()


def repeated(work: Callable[[], object], repeats: int) -> Spread:
    """Time one piece of work, after one run that is not counted."""
    work()
    return spread_of(seconds(work) for _ in range(repeats))


def in_turn(
    works: dict[str, Callable[[], object]], repeats: int, clock: Clock = time.perf_counter
) -> dict[str, list[float]]:
    """Time several pieces of work one after the other, round after round.

    A machine that slows down for a while slows all of them.
    """
    for work in works.values():
        work()
    rounds = [{name: seconds(work, clock) for name, work in works.items()} for _ in range(repeats)]
    return {name: [one[name] for one in rounds] for name in works}


def drain(items: Iterable[object]) -> None:
    """Let every answer be worked out, and keep none."""
    deque(items, maxlen=0)
