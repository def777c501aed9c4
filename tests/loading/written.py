"""An allegation as a file holds it, with a line replaced or added, and what loading makes of it."""

from __future__ import annotations

from pathlib import Path

from lawmap.loading import Loaded, load

LINES = {
    "schema_version": "1",
    "id": "a",
    "title": "A title",
    "account": "An account.",
    "by": "unstated",
    "facts": "[act.detain]",
}


def allegation(**lines: str) -> str:
    """The text of an allegation; each keyword replaces or adds a line."""
    return "".join(f"{key}: {value}\n" for key, value in {**LINES, **lines}.items())


def load_written(folder: Path, content: str | bytes) -> Loaded:
    """Load a folder whose only file is an allegation of this content."""
    path = folder / "allegations" / "a.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load([folder])
