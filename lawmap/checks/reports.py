"""Original reports: where they are at hand, paragraphs and quotations must be found in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lawmap.diagnostics import Diagnostic
from lawmap.errors import UsageError
from lawmap.loading import File, Loaded
from lawmap.loading.raw import TooLargeError, read_regular
from lawmap.model.allegation import Allegation
from lawmap.model.conditions import Step
from lawmap.model.passage import parse_passage
from lawmap.model.source import Source

MAX_REPORT_BYTES = 20_000_000


Originals = Mapping[str, str]
"""The texts of files, by the hash of the file."""


def at_hand(loaded: Loaded, folders: Iterable[Path]) -> Iterator[Diagnostic]:
    """Compare sources and quotations with the originals, which are found by their hash."""
    return compared(loaded, read_originals(folders))


def compared(loaded: Loaded, originals: Originals) -> Iterator[Diagnostic]:
    """Compare sources and quotations with originals that were read."""
    paragraphs = {
        source.id: paragraphs_of(originals[source.original.sha256])
        for _, source in loaded.of_kind(Source)
        if source.original.sha256 in originals
    }
    for file, source in loaded.of_kind(Source):
        if source.id in paragraphs:
            yield from _count(file, source, paragraphs[source.id])
            for key, words in source.quotes.items():
                yield from _quoted(
                    file, ("quotes", key), paragraphs[source.id], int(key[1:]), words
                )
    for file, allegation in loaded.of_kind(Allegation):
        for passage, words in allegation.quotes.items():
            ref = parse_passage(passage)
            if ref.source in paragraphs and ref.paragraph:
                at = ("quotes", passage)
                yield from _quoted(file, at, paragraphs[ref.source], ref.paragraph, words)


def not_at_hand(loaded: Loaded, originals: Originals) -> list[str]:
    """The sources whose original is not among these, so that nothing was compared."""
    return sorted(
        source.id for _, source in loaded.of_kind(Source) if source.original.sha256 not in originals
    )


def read_originals(folders: Iterable[Path]) -> Originals:
    """Read every file of folders that may be the original of a source.

    Raises:
        UsageError: if one cannot be read.
    """
    found: dict[str, str] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            raw = _read(path) if path.is_file() else None
            if raw is not None:
                found[hashlib.sha256(raw).hexdigest()] = raw.decode("utf-8", errors="replace")
    return found


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a plain-text report: its non-empty lines."""
    return [line for line in text.splitlines() if line.strip()]


def _read(path: Path) -> bytes | None:
    """None for what is too large to be a report."""
    try:
        return read_regular(path, MAX_REPORT_BYTES)
    except TooLargeError:
        return None
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
        there = [str(n) for n, one in enumerate(paragraphs, 1) if _plain(words) in _plain(one)]
        if there:
            message += f" (they stand in paragraph {', '.join(there)})"
            mend = "Give the paragraph in which they stand, or copy other words."
        yield file.fault(at, "LM604", message, mend)


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})


def _plain(text: str) -> str:
    return " ".join(text.translate(_PLAIN).split())
