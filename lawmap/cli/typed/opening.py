"""Files and folders to documents: what is read, as what, and why something is not."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic, Position
from lawmap.documents import (
    BadDocumentError,
    Document,
    read_docx,
    read_html,
    read_markdown,
    read_text,
)
from lawmap.loading.raw import TooLargeError, read_raw
from lawmap.loading.text import describe, refused, unicode_of, unreadable

MAX_BYTES = 20_000_000
"""The largest document that is read."""
STANDARD_INPUT = "-"

KINDS: dict[str, tuple[str, ...]] = {
    "markdown": (".md", ".markdown"),
    "text": (".txt", ".text"),
    "html": (".html", ".htm", ".xhtml"),
    "docx": (".docx",),
}
"""Kinds of documents, and the endings of their names."""
_OF_ENDING = {ending: kind for kind, endings in KINDS.items() for ending in endings}
_READERS: dict[str, Callable[[str], Document]] = {
    "markdown": read_markdown,
    "text": read_text,
    "html": read_html,
}


class Listed(NamedTuple):
    """A file to read."""

    path: Path
    root: Path | None = None
    """The folder in which it was found; a link may not lead out of it."""


class Opened(NamedTuple):
    """A document, or the faults for which there is none."""

    path: Path
    document: Document | None
    faults: tuple[Diagnostic, ...] = ()
    raw: bytes = b""

    @property
    def shown(self) -> str:
        """Its name in diagnostics."""
        return self.path.as_posix()


def files_of(paths: Iterable[Path], closed: list[Diagnostic]) -> list[Listed]:
    """The files that are given, and those of known kinds below folders, each once.

    What is hidden is not looked for. A path that leads nowhere counts as a file, so that reading it
    reports the fault.

    Args:
        paths: files and folders; ``-`` is standard input.
        closed: takes up the faults of folders that cannot be listed.
    """
    found: dict[Path, Listed] = {}
    for path in paths:
        below = _below(path, closed) if path.is_dir() else [Listed(path)]
        for one in below:
            found.setdefault(one.path, one)
    return list(found.values())


def _below(folder: Path, closed: list[Diagnostic]) -> Iterator[Listed]:
    def refuse(error: OSError) -> None:
        closed.append(unreadable(Path(str(error.filename)).as_posix(), error))

    for above, names, files in os.walk(folder, onerror=refuse):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in _OF_ENDING:
                yield Listed(Path(above, name), folder)


def open_document(file: Listed, kind: str | None) -> Opened:
    """Read one file.

    Args:
        file: where it lies.
        kind: one of KINDS; without it, the ending of the name says it.
    """
    path, shown = file.path, file.path.as_posix()
    kind = kind or _OF_ENDING.get(path.suffix.lower())
    if kind is None:
        return Opened(path, None, (_unknown(shown),))
    try:
        raw = _read(file)
    except (OSError, RuntimeError) as error:
        return Opened(path, None, (refused(shown, error, MAX_BYTES),))
    read = _of_word if kind == "docx" else partial(_of_text, _READERS[kind])
    made = read(raw, shown)
    if isinstance(made, Document):
        return Opened(path, made, raw=raw)
    return Opened(path, None, made)


def _read(file: Listed) -> bytes:
    if str(file.path) != STANDARD_INPUT:
        return read_raw(file.path, MAX_BYTES, file.root).content
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise TooLargeError(len(raw), MAX_BYTES)
    return raw


def _of_word(raw: bytes, shown: str) -> Document | tuple[Diagnostic, ...]:
    try:
        return read_docx(raw)
    except BadDocumentError as error:
        mend = "Open it in a word processor and save it anew as .docx, or save it as text."
        return (Diagnostic(Position(shown), "LM721", str(error), mend),)


def _of_text(
    reader: Callable[[str], Document], raw: bytes, shown: str
) -> Document | tuple[Diagnostic, ...]:
    read = unicode_of(raw, shown)
    if read.faults:
        return read.faults
    if "\0" in read.text:
        line = read.text.count("\n", 0, read.text.index("\0")) + 1
        message = f"character {describe(chr(0))} is not allowed"
        mend = "This is no text: give the text itself, or say what it is with --input-format."
        return (Diagnostic(Position(shown, line), "LM003", message, mend),)
    return reader(read.text)


def _unknown(shown: str) -> Diagnostic:
    known = ", ".join(sorted(_OF_ENDING))
    message = f"what kind of document this is cannot be told from its name; known are {known}"
    mend = f"Say what it is with --input-format {'|'.join(KINDS)}, or save it as one of these."
    return Diagnostic(Position(shown), "LM720", message, mend)
