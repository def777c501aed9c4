"""Faults that settings ignore by the path of their file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic, Suppression

from .places import Seen


class PathIgnore(NamedTuple):
    """A pattern of paths and the codes that do not count there."""

    pattern: str
    """``*`` and ``?`` stay in one folder, ``**`` between slashes goes through any number of them;
    what names a folder means all that is in it."""
    names: tuple[str, ...]
    """The codes as they are written, for saying which are meant."""
    codes: frozenset[str]
    origin: str
    """Where it is written."""

    @property
    def reason(self) -> str:
        """Why a fault does not count."""
        return f"ignored for '{self.pattern}' ({self.origin})"

    def matches(self, path: str) -> bool:
        """Whether it means a file, by its path from the folder of the settings."""
        return _expression(self.pattern).fullmatch(path) is not None


class Ignored:
    """Patterns, and the folder from which they are written."""

    def __init__(self, ignores: Iterable[PathIgnore], folder: Path) -> None:
        self._ignores = tuple(ignores)
        self._seen = Seen(folder)

    def find(self, fault: Diagnostic) -> Suppression | None:
        """Why a fault does not count in its file, if it does not."""
        for one in self._ignores:
            if fault.code in one.codes and one.matches(self._seen.path(fault.position.path)):
                return Suppression("external", one.reason)
        return None

    def idle(
        self, paths: Iterable[str], ignored: Iterable[Diagnostic], looked_for: frozenset[str]
    ) -> Iterator[str]:
        """What is to be said of patterns that match no file or suppress nothing.

        Args:
            paths: all files that were read.
            ignored: the faults that patterns took out.
            looked_for: codes of which this run would have found every fault.
        """
        known = tuple(map(self._seen.path, paths))
        used = {fault.suppression.reason for fault in ignored if fault.suppression}
        for one in self._ignores:
            if not any(map(one.matches, known)):
                yield f"{one.origin}: '{one.pattern}' is the path of no file that was read."
            elif one.reason not in used and one.codes <= looked_for:
                codes = ", ".join(one.names)
                yield f"{one.origin}: '{one.pattern}' has no {codes} to ignore; take it out."


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    """A pattern of paths as a regular expression, which never goes back on what it has found.

    The first place where all steps between two ``**`` fit is as good as any later one, and so it is
    for the letters between two ``*``.
    """
    runs: list[list[str]] = [[]]
    for step in pattern.removesuffix("/").split("/"):
        if step == "**":
            runs.append([])
        else:
            runs[-1].append(_step(step))
    way = _joined(runs[0])
    for run in filter(None, runs[1:]):
        way += rf"{'/' if way else ''}(?>(?:[^/]*/)*?{_joined(run)})"
    if runs[-1]:
        return re.compile(rf"{way}(?:/.*)?", re.DOTALL)
    return re.compile(rf"{way}{'/' if way else ''}.*", re.DOTALL)


def _joined(run: list[str]) -> str:
    return rf"{'/'.join(run)}(?=/|\Z)" if run else ""


def _step(text: str) -> str:
    """The name of one folder or file."""
    pieces = ("".join(map(_sign, piece)) for piece in re.split(r"\*+", text))
    first, *others = pieces
    if not others:
        return first
    *inner, last = others
    return rf"{first}{''.join(rf'(?>[^/]*?{piece})' for piece in inner)}[^/]*{last}"


def _sign(character: str) -> str:
    return "[^/]" if character == "?" else re.escape(character)
