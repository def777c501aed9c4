"""Original reports: where they are at hand, paragraphs and quotations must be found in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from lawmap.diagnostics import Diagnostic
from lawmap.errors import UsageError
from lawmap.loading import File, Loaded
from lawmap.model.allegation import Allegation
from lawmap.model.conditions import Step
from lawmap.model.passage import parse_passage
from lawmap.model.source import Source

MAX_REPORT_BYTES = 20_000_000


def at_hand(loaded: Loaded, folders: Iterable[Path]) -> Iterator[Diagnostic]:
    """Compare sources and quotations with the originals, which are found by their hash."""
    texts = _by_hash(folders)
    originals = {
        source.id: paragraphs_of(texts[source.original.sha256])
        for _, source in loaded.of_kind(Source)
        if source.original.sha256 in texts
    }
    for file, source in loaded.of_kind(Source):
        if source.id in originals:
            yield from _count(file, source, originals[source.id])
            for key, words in source.quotes.items():
                yield from _quoted(file, ("quotes", key), originals[source.id], int(key[1:]), words)
    for file, allegation in loaded.of_kind(Allegation):
        for passage, words in allegation.quotes.items():
            ref = parse_passage(passage)
            if ref.source in originals and ref.paragraph:
                at = ("quotes", passage)
                yield from _quoted(file, at, originals[ref.source], ref.paragraph, words)


def not_at_hand(loaded: Loaded, folders: Iterable[Path]) -> list[str]:
    """The sources whose original lies in none of the folders, so that nothing was compared."""
    texts = _by_hash(folders)
    return sorted(
        source.id for _, source in loaded.of_kind(Source) if source.original.sha256 not in texts
    )


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a plain-text report: its non-empty lines."""
    return [line for line in text.splitlines() if line.strip()]


def _by_hash(folders: Iterable[Path]) -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if path.is_file() and path.stat().st_size <= MAX_REPORT_BYTES:
                raw = _read(path)
                found[hashlib.sha256(raw).hexdigest()] = raw.decode("utf-8", errors="replace")
    return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"'{path}' cannot be read: {error.strerror}") from error


def _count(file: File, source: Source, paragraphs: list[str]) -> Iterator[Diagnostic]:
    if len(paragraphs) != source.original.paragraphs:
        message = f"the report has {len(paragraphs)} paragraphs, not {source.original.paragraphs}"
        mend = "Paragraphs are the non-empty lines of the report."
        yield file.fault(("original", "paragraphs"), "LM603", message, mend)


def _quoted(
    file: File, at: tuple[Step, ...], paragraphs: list[str], number: int, words: str
) -> Iterator[Diagnostic]:
    text = paragraphs[number - 1] if number <= len(paragraphs) else ""
    if _plain(words) not in _plain(text):
        message = f"paragraph {number} of the report does not hold these words"
        mend = "Copy the words; only white space and the form of quotation marks may differ."
        yield file.fault(at, "LM604", message, mend)


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})


def _plain(text: str) -> str:
    return " ".join(text.translate(_PLAIN).split())
