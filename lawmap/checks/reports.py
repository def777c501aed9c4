"""Original reports: where they are at hand, paragraphs and quotations must be found in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from lawmap.diagnostics import Diagnostic, by_place
from lawmap.errors import UsageError
from lawmap.loading import File, Loaded
from lawmap.loading.raw import TooLargeError, read_regular
from lawmap.model.allegation import Allegation
from lawmap.model.conditions import Step
from lawmap.model.passage import parse_passage
from lawmap.model.source import Source

from .limits import few_of_each

MAX_REPORT_BYTES = 20_000_000
_MOST_SEARCHED, _MOST_PLACES = 5_000, 10
"""Among so many paragraphs words are looked for that stand elsewhere, and so many are named."""

Paragraphs = Sequence[str]
"""Paragraphs of a report, as they are compared."""


Originals = Mapping[str, str]
"""The texts of files, by the hash of the file."""


def at_hand(loaded: Loaded, folders: Iterable[Path]) -> Iterator[Diagnostic]:
    """Compare sources and quotations with the originals, which are found by their hash."""
    return compared(loaded, read_originals(folders))


def compared(loaded: Loaded, originals: Originals) -> Iterator[Diagnostic]:
    """Compare sources and quotations with originals that were read."""
    yield from few_of_each(sorted(_compared(loaded, originals), key=by_place))


def _compared(loaded: Loaded, originals: Originals) -> Iterator[Diagnostic]:
    paragraphs = {
        source.id: tuple(map(_plain, paragraphs_of(originals[source.original.sha256])))
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


def _count(file: File, source: Source, paragraphs: Paragraphs) -> Iterator[Diagnostic]:
    if len(paragraphs) != source.original.paragraphs:
        message = f"the report has {len(paragraphs)} paragraphs, not {source.original.paragraphs}"
        mend = "Paragraphs are the non-empty lines of the report."
        yield file.fault(("original", "paragraphs"), "LM603", message, mend)


def _quoted(
    file: File, at: tuple[Step, ...], paragraphs: Paragraphs, number: int, words: str
) -> Iterator[Diagnostic]:
    wanted = _plain(words)
    text = paragraphs[number - 1] if number <= len(paragraphs) else ""
    if wanted not in text:
        message = f"paragraph {number} of the report does not hold these words"
        mend = "Copy the words; only white space and the form of quotation marks may differ."
        there = islice((str(n) for n, one in _few(paragraphs) if wanted in one), _MOST_PLACES)
        if places := ", ".join(there):
            message += f" (they stand in paragraph {places})"
            mend = "Give the paragraph in which they stand, or copy other words."
        yield file.fault(at, "LM604", message, mend)


def _few(paragraphs: Paragraphs) -> Iterator[tuple[int, str]]:
    """The paragraphs with their numbers; of a report that nobody printed, the first."""
    return enumerate(paragraphs[:_MOST_SEARCHED], 1)


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})


def _plain(text: str) -> str:
    return " ".join(text.translate(_PLAIN).split())
