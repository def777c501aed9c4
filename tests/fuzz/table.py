"""What a search of targets came to, read from what libFuzzer said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_DONE = re.compile(r"^Done (\d+) runs? in (\d+) second", re.MULTILINE)
_STEP = re.compile(r"^#(\d+)\s", re.MULTILINE)
_EDGES = re.compile(r"\bcov: (\d+)")
_REASON = re.compile(r"Uncaught Python exception: ===\s*\n(.+)|ERROR: libFuzzer: (.+)")
_WRITTEN = re.compile(r"Test unit written to (.+)")
_COLUMNS = ("target", "runs", "seconds", "edges", "new inputs", "findings")


class Row(NamedTuple):
    """One target."""

    target: str
    runs: int
    seconds: str
    """As it was said; empty where the run ended early."""
    edges: str
    """So many edges of code were reached; empty where inputs are chosen blindly."""
    new: int
    """Inputs that reached something new."""
    found: tuple[str, ...]
    """Files with inputs that broke a promise."""
    reason: str
    failed: bool


def row_of(name: str, said: str, code: int, new: int) -> Row:
    """What a search said of itself."""
    done = _DONE.search(said)
    steps = _STEP.findall(said)
    edges = _EDGES.findall(said)
    found = tuple(_WRITTEN.findall(said))
    reason = _REASON.search(said)
    return Row(
        target=name,
        runs=int(done[1] if done else steps[-1] if steps else 0),
        seconds=done[2] if done else "",
        edges=edges[-1] if edges else "",
        new=new,
        found=found,
        reason=(reason[1] or reason[2]).strip() if reason else "see the log",
        failed=bool(code or found),
    )


def table(rows: Sequence[Row]) -> str:
    """Rows in columns, under their names."""
    cells = [
        (
            row.target,
            f"{row.runs:,}",
            row.seconds or "-",
            row.edges or "-",
            str(row.new),
            str(len(row.found)) if row.found or not row.failed else "ended early",
        )
        for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(_COLUMNS, *cells, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in (_COLUMNS, *cells)
    )
