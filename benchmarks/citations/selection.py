"""Which contexts are labelled: two hundreds of `citations_in_context.jsonl`, fixed by hashes.

The contexts belong to others and are not in this repository. Whoever has the file can print the
texts that the offsets in `tests/cases/citations` count in:

    python -m benchmarks.citations.selection citations_in_context.jsonl
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

HALF = 50
"""So many contexts of a hundred name an instrument, by the file's own word, and so many do not."""


class Context(NamedTuple):
    """A context: its id in the file, and the text that offsets count in, in characters."""

    id: int
    text: str


def hundreds(path: Path) -> tuple[list[Context], list[Context]]:
    """The first and the second hundred of the contexts in the file (JSON, a row a line)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = sorted((json.loads(line) for line in lines), key=lambda row: _rank(row["id"]))
    naming = [_context(row) for row in rows if row["names_instrument"]]
    bare = [_context(row) for row in rows if not row["names_instrument"]]
    first = naming[:HALF] + bare[:HALF]
    return first, naming[HALF : 2 * HALF] + bare[HALF : 2 * HALF]


def _context(row: dict[str, Any]) -> Context:
    """The row's words in their order, as one text."""
    return Context(row["id"], row["before"] + row["citation"] + row["after"])


def _rank(name: int) -> str:
    """A place in an order that nobody chose."""
    return hashlib.sha256(f"lawmap {name}".encode()).hexdigest()


if __name__ == "__main__":
    for number, hundred in enumerate(hundreds(Path(sys.argv[1])), start=1):
        for context in hundred:
            print(number, context.id, json.dumps(context.text, ensure_ascii=False), sep="\t")
