"""Names of instruments: names that cannot be found, names given twice, what groups hold."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic, did_you_mean, near_words
from lawmap.loading import File, Loaded
from lawmap.model.conditions import Step
from lawmap.model.names import (
    InstrumentGroup,
    InstrumentNames,
    OtherInstruments,
    Spellings,
    asks_for_capitals,
    name_words,
)

from .unknown import unknown_instrument

Place = tuple[Step, ...]


def unfit(loaded: Loaded) -> Iterator[Diagnostic]:
    """A name needs a word; the same name twice is one too many."""
    for file, at, names in _of_each_language(loaded):
        seen = set[tuple[tuple[str, ...], bool]]()
        for index, name in enumerate(names):
            place = (*at, index)
            words = name_words(name)
            key = words, asks_for_capitals(name)
            if not words:
                message = f"no word stands in the name '{name}'"
                mend = "Write a name that a text may hold, or delete it."
                yield file.fault(place, "LM740", message, mend)
            elif key in seen:
                message = f"the name '{name}' is given twice"
                mend = "Delete one; brackets, hyphens and capitals do not make another name."
                yield file.fault(place, "LM741", message, mend)
            seen.add(key)


def groups(loaded: Loaded) -> Iterator[Diagnostic]:
    """A group holds instruments of the library, and its common articles stand in each of them."""
    for file, others in loaded.of_kind(OtherInstruments):
        for name, group in others.groups.items():
            yield from _of_group(loaded, file, ("groups", name), group)


def _of_group(
    loaded: Loaded, file: File, at: Place, group: InstrumentGroup
) -> Iterator[Diagnostic]:
    for index, instrument in enumerate(group.instruments):
        if instrument not in loaded.library.instruments and instrument not in loaded.broken:
            yield unknown_instrument(loaded, file, (*at, "instruments", index), instrument)
    for index, article in enumerate(group.common):
        for instrument in group.instruments:
            structure = loaded.library.structures.get(instrument)
            if structure and article not in structure.provisions:
                near = near_words(article, structure.provisions)
                message = f"'{instrument}' has no article '{article}'{did_you_mean(article, near)}"
                mend = "List articles that every instrument of the group has."
                yield file.fault((*at, "common", index), "LM203", message, mend)


def _of_each_language(loaded: Loaded) -> Iterator[tuple[File, Place, tuple[str, ...]]]:
    """The names of an instrument or group in one language, and where they stand."""
    for file, at, spellings in _spellings(loaded):
        for language, names in spellings.items():
            yield file, (*at, language), names


def _spellings(loaded: Loaded) -> Iterator[tuple[File, Place, Spellings]]:
    for file, record in loaded.of_kind(InstrumentNames):
        yield file, ("names",), record.names
    for file, others in loaded.of_kind(OtherInstruments):
        for name, other in others.others.items():
            yield file, ("others", name, "names"), other.names
        for name, group in others.groups.items():
            yield file, ("groups", name, "names"), group.names
