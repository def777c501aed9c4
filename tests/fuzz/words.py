"""Files of names, of other instruments and of words: read, or refused with faults in them."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from lawmap.loading import load
from lawmap.loading.shape import read_shape
from lawmap.loading.yaml_text import parse
from lawmap.model.base import FileRecord
from lawmap.model.citation_words import CitationWords
from lawmap.model.library import Library
from lawmap.model.names import InstrumentNames, OtherInstruments
from lawmap.model.style import Style
from lawmap.recognising import Names, recognise
from tests.hostile.project import write_project

from .inputs import hold_in_place, text_of

MODELS: tuple[type[FileRecord], ...] = (InstrumentNames, OtherInstruments, CitationWords, Style)
TYPED = "Articles 49(1) and 50 of the Held Treaty, art. 7 of the same, article 3 common to them"


def holds(data: bytes) -> None:
    """Read a file as each kind, and look through a text with what was read."""
    text = text_of(data)
    document, faults = parse(text, "a.yaml")
    hold_in_place(faults, text)
    if document is None:
        return
    for model in MODELS:
        record, found = read_shape(document, model)
        hold_in_place(found, text)
        if record is not None:
            _look(record)


def _look(record: FileRecord) -> None:
    match record:
        case InstrumentNames():
            library = replace(_law(), names={record.instrument: record})
        case OtherInstruments():
            library = replace(_law(), other_instruments=(record,))
        case CitationWords():
            library = replace(_law(), citation_words=(record,))
        case _:
            return
    for one in recognise(TYPED, Names.of(library)):
        assert TYPED[one.start : one.end] == one.text


@cache
def _law() -> Library:
    with tempfile.TemporaryDirectory() as folder:
        return load([write_project(Path(folder))]).library
