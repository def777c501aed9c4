"""Original reports: where they are at hand, paragraphs and quotations must be found in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.source import Source

MAX_REPORT_BYTES = 20_000_000


def at_hand(loaded: Loaded, folders: Iterable[Path]) -> Iterator[Diagnostic]:
    """Compare each source with its original, which is found in the folders by its hash."""
    originals = _by_hash(folders)
    if not originals:
        return
    for file, source in loaded.of_kind(Source):
        text = originals.get(source.original.sha256)
        if text is not None:
            yield from _compare(file, source, paragraphs_of(text))


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a plain-text report: its non-empty lines."""
    return [line for line in text.splitlines() if line.strip()]


def _by_hash(folders: Iterable[Path]) -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if path.is_file() and path.stat().st_size <= MAX_REPORT_BYTES:
                raw = path.read_bytes()
                found[hashlib.sha256(raw).hexdigest()] = raw.decode("utf-8", errors="replace")
    return found


def _compare(file: File, source: Source, paragraphs: list[str]) -> Iterator[Diagnostic]:
    if len(paragraphs) != source.original.paragraphs:
        message = f"the report has {len(paragraphs)} paragraphs, not {source.original.paragraphs}"
        mend = "Paragraphs are the non-empty lines of the report."
        yield file.fault(("original", "paragraphs"), "LM603", message, mend)
    for key, quotation in source.quotes.items():
        number = int(key[1:])
        text = paragraphs[number - 1] if number <= len(paragraphs) else ""
        if _plain(quotation) not in _plain(text):
            message = f"paragraph {number} of the report does not hold these words"
            mend = (
                "Copy the words from the report; only white space and quotation marks may differ."
            )
            yield file.fault(("quotes", key), "LM604", message, mend)


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})


def _plain(text: str) -> str:
    return " ".join(text.translate(_PLAIN).split())
