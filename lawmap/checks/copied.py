"""Stored texts that were copied: no more than 25 words in a row, quoted or in "own words"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lawmap.diagnostics import Diagnostic, Position
from lawmap.loading import File, Loaded
from lawmap.model.allegation import Allegation
from lawmap.model.source import Source
from lawmap.texts import StoredText, TextPacks
from lawmap.texts.articles import instrument_named
from lawmap.texts.runs import RUN, places_of, words_of

_OF_REPORTS = (Source, Allegation)
"""Files on reports, which quote reports: the law is told elsewhere."""

_SHOWN = 6


def check(loaded: Loaded, texts: TextPacks) -> Iterator[Diagnostic]:
    """No file of the law holds a run of 26 words of a stored text, comments included."""
    files = [file for file in loaded.files if not isinstance(file.record, _OF_REPORTS)]
    words = [words_of(file.document.text) for file in files]
    stored = _Stored(texts)
    for file, own, runs in zip(files, words, texts.windows().runs(words), strict=True):
        for first, end in runs:
            found = stored.first_held(own, first, end)
            if found:
                begin, text = found
                instrument = instrument_named(loaded.library, text.treaty) or text.treaty
                yield _fault(file, (begin, end), text._replace(treaty=instrument))


class _Stored:
    """Every stored text as one row of words, made where a run was found."""

    def __init__(self, texts: TextPacks) -> None:
        self._texts = texts

    def first_held(self, words: list[bytes], first: int, end: int) -> tuple[int, StoredText] | None:
        """Where in a run a text begins to hold 26 words of it, and the text.

        None, if the windows of several texts follow each other and none holds so many.
        """
        for begin in range(first, end - RUN + 1):
            wanted = _row(words[begin : begin + RUN])
            text = next((text for text, row in self._rows if wanted in row), None)
            if text is not None:
                return begin, text
        return None

    @cached_property
    def _rows(self) -> list[tuple[StoredText, bytes]]:
        return [(text, _row(words_of(text.text))) for text in self._texts.every_text()]


def _row(words: list[bytes]) -> bytes:
    return b" %s " % b" ".join(words)


def _fault(file: File, run: tuple[int, int], text: StoredText) -> Diagnostic:
    written = file.document.text
    places = places_of(written)
    first, last = places[run[0]], places[run[1] - 1]
    line = written.count("\n", 0, first[0]) + 1
    begin = written.rfind("\n", 0, first[0]) + 1
    shown = file.document.line(line)
    copied = " ".join(written[first[0] : places[run[0] + _SHOWN - 1][1]].split())
    return Diagnostic(
        Position(file.document.path, line, first[0] - begin + 1),
        "LM307",
        f"{run[1] - run[0]} words in a row from '{copied} ...' stand in {text.provision}"
        f", as stored from '{text.source}'",
        "Say it in own words, and quote at most 25 under 'words'.",
        shown,
        length=min(last[1], begin + len(shown)) - first[0],
    )
