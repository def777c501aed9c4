"""A form is one way in which a peer answers; each peer brings several, and the fastest counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.questions import Questions

Row = tuple[bool, ...]
"""One allegation: whether each variable holds."""


def _same(rows: Sequence[Row]) -> Sequence[Any]:
    return rows


@dataclass(frozen=True)
class Form:
    """One way to put all questions to a peer, with everything compiled beforehand."""

    words: str
    """What it is, for the report."""
    run: Callable[[Sequence[Any]], Iterable[Any]]
    """Answer all questions for each record."""
    prepare: Callable[[Sequence[Row]], Sequence[Any]] = _same
    """Allegations as the records that the peer takes; not timed."""
    read: Callable[[Any], Iterable[Any]] = iter
    """The answers for one record as values that are true or not; not timed."""


@dataclass(frozen=True)
class Peer:
    """Somebody else who can answer the same questions."""

    title: str
    distribution: str | None
    """The package that it comes in; None for Python alone."""
    size: int
    """The archive on which it is measured."""
    forms: Callable[[Questions], list[Form]]
