"""Files with the words of treaties: one module a format, texts and faults out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lawmap.diagnostics import Diagnostic, Position
from lawmap.errors import UsageError
from lawmap.loading.bounded import listed
from lawmap.loading.text import lines_of, read_text

from ..packs import Origin
from .lines import read_lines
from .markdown import read_markdown
from .plain_text import read_plain_text
from .told import Read, Told

MAX_BYTES = 50_000_000

READERS: dict[str, Callable[[str, str, Told], Read]] = {
    ".jsonl": read_lines,
    ".md": read_markdown,
    ".txt": read_plain_text,
}


def read_file(path: Path, told: Told) -> tuple[Read, Origin]:
    """The texts of a file, every fault of it, and its name and hash.

    Args:
        path: the file; its ending says how it is read.
        told: what holds of all of its texts, where the file itself does not say.

    Raises:
        UsageError: if no reader knows the ending.
    """
    reader = READERS.get(path.suffix.casefold())
    if reader is None:
        known = ", ".join(READERS)
        raise UsageError(f"'{path.name}': texts are read from files that end in {known}")
    shown = path.as_posix()
    content = read_text(path, shown, limit=MAX_BYTES)
    if content.faults:
        return Read((), content.faults), Origin(path.name, "")
    read = reader("\n".join(lines_of(content.text)), shown, told)
    if not read.texts and not read.faults:
        mend = "Give a file that holds articles; docs/texts.md shows the formats."
        read = Read((), (Diagnostic(Position(shown), "LM010", "holds no article", mend),))
    origin = Origin(path.name, content.sha256)
    return Read(read.texts, tuple(listed(read.faults))), origin


__all__ = ["READERS", "Read", "Told", "read_file"]
