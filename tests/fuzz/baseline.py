"""The file of known faults: read, or refused with the lines that are none."""

from __future__ import annotations

from pathlib import Path

from lawmap.control.baseline import Matching, parse, render
from lawmap.diagnostics import RULES
from lawmap.errors import UsageError

_MAX_MESSAGE = 10_000


def holds(data: bytes) -> None:
    """Read a baseline, and write it as it is then read again."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return  # said by who opens the file
    try:
        baseline = parse(text, "known.jsonl", Path())
    except UsageError as error:
        assert len(str(error)) < _MAX_MESSAGE
        return
    assert parse(render(baseline), "known.jsonl", Path()).known == baseline.known
    Matching(baseline).gone(["a.yaml"], frozenset(RULES))
