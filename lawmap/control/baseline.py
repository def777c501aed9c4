"""A baseline: faults that were there when a project began to check, kept apart from new ones.

A line of the file is one fault of one file, so that two branches can be merged line by line. Its
place in the file is not kept: what stands above it may grow. Lines are sorted; of equal ones, as a
merge can leave them, the higher count holds.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lawmap.diagnostics import RULES, Diagnostic, Suppression, lasting
from lawmap.errors import UsageError
from lawmap.loading.strict_json import read_json
from lawmap.wording import counted

from .places import Seen
from .selection import SUPPRESSIBLE

_KEYS = ("file", "code", "message", "count")
_MAX_LISTED = 5


class Known(NamedTuple):
    """What makes two faults the same one."""

    path: str
    """From the folder of the baseline, with forward slashes."""
    code: str
    message: str


class Baseline(NamedTuple):
    """Known faults, each with how often it is in its file."""

    name: str
    """Its file, as it is shown."""
    folder: Path
    """The folder in which it lies."""
    known: Mapping[Known, int]


def render(baseline: Baseline) -> str:
    """The text of a baseline: JSON, one fault a line, sorted."""
    lines = ((*known, count) for known, count in sorted(baseline.known.items()))
    objects = (dict(zip(_KEYS, line, strict=True)) for line in lines)
    return "".join(f"{json.dumps(item, ensure_ascii=False)}\n" for item in objects)


def parse(text: str, name: str, folder: Path) -> Baseline:
    """Read the text of a baseline.

    Raises:
        UsageError: if a line is none, with all such lines.
    """
    known: dict[Known, int] = {}
    wrong: list[str] = []
    # Not splitlines: JSON leaves some of the line ends that it knows in a text as they are.
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        entry = _entry(line)
        if entry is None and text:
            wrong.append(f"{name}:{number}: this is no line of a baseline")
        elif entry is not None:
            known[entry[0]] = max(entry[1], known.get(entry[0], 0))
    if wrong:
        mend = f"{written_by(name)} writes one; delete the file first."
        raise UsageError("\n".join([*_first(wrong), mend]))
    return Baseline(name, folder, known)


def written_by(name: str) -> str:
    """The command that writes a baseline, whether settings name the file or not."""
    return f"'lawmap validate --baseline {name} --write-baseline'"


def _first(lines: list[str]) -> list[str]:
    """The first lines of many, and how many more there are."""
    more = [f"  and {len(lines) - _MAX_LISTED:,} more"] if len(lines) > _MAX_LISTED else []
    return [*lines[:_MAX_LISTED], *more]


def _entry(line: str) -> tuple[Known, int] | None:
    entry: Any = read_json(line)
    if not isinstance(entry, dict) or set(entry) != set(_KEYS):
        return None
    *texts, count = (entry[key] for key in _KEYS)
    if not all(isinstance(text, str) for text in texts) or type(count) is not int or count < 1:
        return None
    known = Known(*texts)
    return (known, count) if known.code in RULES else None


class Matching:
    """A baseline beside the faults of one run."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._seen = Seen(baseline.folder)
        self._left = Counter(baseline.known)

    def find(self, fault: Diagnostic) -> Suppression | None:
        """Why a fault does not count: as often as the baseline knows it, from the top of a file."""
        known = self._known(fault)
        if not self._left[known] or fault.code not in SUPPRESSIBLE:
            return None
        self._left[known] -= 1
        return Suppression("external", f"known in {self._baseline.name}")

    def gone(self, paths: Iterable[str], looked_for: frozenset[str]) -> tuple[str, ...]:
        """What is to be said of what the baseline knows and nobody found.

        Args:
            paths: all files that were read.
            looked_for: codes of which this run would have found every fault.
        """
        checked = self._checked(paths, looked_for)
        left = sorted((known, count) for known, count in (+self._left).items() if checked(known))
        if not left:
            return ()
        total = sum(count for _, count in left)
        gone = f"{counted(total, 'known fault')} {'is' if total == 1 else 'are'} gone"
        told = (" ".join(f"{one.path}: {one.code} {one.message}".split()) for one, _ in left)
        listed = _first([f"  {one}" for one in told])
        mend = f"{written_by(self._baseline.name)} takes out what is gone"
        return (f"{self._baseline.name}: {gone}; {mend}:", *listed)

    def renewed(
        self, faults: Iterable[Diagnostic], paths: Iterable[str], looked_for: frozenset[str]
    ) -> Baseline:
        """The baseline as it is to be: these faults, and what this run could not look for."""
        checked = self._checked(paths, looked_for)
        kept = {known: n for known, n in self._baseline.known.items() if not checked(known)}
        found = Counter(self._known(one) for one in faults if one.code in SUPPRESSIBLE)
        return self._baseline._replace(known=kept | found)

    def _known(self, fault: Diagnostic) -> Known:
        path = self._seen.path(fault.position.path)
        return Known(path, fault.code, lasting(fault.message))

    def _checked(self, paths: Iterable[str], looked_for: frozenset[str]) -> _Checked:
        return _Checked(self._seen, frozenset(map(self._seen.path, paths)), looked_for)


class _Checked(NamedTuple):
    """What a run would have found, if it were there."""

    seen: Seen
    read: frozenset[str]
    looked_for: frozenset[str]

    def __call__(self, known: Known) -> bool:
        is_read = known.path in self.read and known.code in self.looked_for
        return is_read or not self.seen.exists(known.path)
