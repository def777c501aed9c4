"""Parts of listed names that stand alone, and exceptions to masking that have nothing to except."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.loading.nodes import Step
from lawmap.masking import Finder, named_persons
from lawmap.masking.exceptions import Exceptions
from lawmap.masking.fields import free_texts
from lawmap.masking.finding import CLOSE, Hit, spans_within
from lawmap.masking.words import words_apart
from lawmap.model.allegation import Allegation
from lawmap.model.exceptions import ExceptionsFile
from lawmap.model.passage import cited_passages, parse_passage
from lawmap.model.persons import Person
from lawmap.model.source import Source

from .orphans import beside_users

MIN_LETTERS = 3
"""Shorter parts are passed over: they are particles and syllables more often than names."""
_PERSONS = "persons"
Record = Allegation | Source


class _Part(NamedTuple):
    word: str
    person: Person


def alone(loaded: Loaded) -> Iterator[Diagnostic]:
    """A surname alone tells as much as the name, and is masked only where it is listed."""
    persons = list(named_persons(loaded.library))
    if not persons:
        return
    spellings = sorted({name for person in persons for name in person.spellings})
    whole, exceptions = Finder(spellings), Exceptions(loaded.library.name_exceptions)
    files = {source.id: file for file, source in loaded.of_kind(Source)}
    told = set[Diagnostic]()
    records: list[tuple[File, Record]] = [*loaded.of_kind(Allegation), *loaded.of_kind(Source)]
    for file, record in records:
        parts = _parts(record.persons, set(spellings))
        if not parts:
            continue
        finder = Finder([part.word for part in parts])
        for one in (file, *_cited(record, files)):
            for fault in _faults(one, parts, finder, whole, exceptions):
                if fault not in told:
                    told.add(fault)
                    yield fault


def _parts(persons: Iterable[Person], spellings: set[str]) -> list[_Part]:
    found: dict[str, Person] = {}
    for person in persons:
        for name in person.spellings:
            words = [word.text for word in words_apart(name)]
            if len(words) > 1:
                for word in words:
                    found.setdefault(word, person)
    listed = {spelling.casefold() for spelling in spellings}
    return [
        _Part(word, person)
        for word, person in found.items()
        if len(word) >= MIN_LETTERS and word.casefold() not in listed
    ]


def _cited(record: Record, files: dict[str, File]) -> list[File]:
    if isinstance(record, Source):
        return []
    cited = {parse_passage(passage).source for _, passage in cited_passages(record)}
    return [files[one] for one in sorted(cited) if one in files]


def _faults(
    file: File, parts: Sequence[_Part], finder: Finder, whole: Finder, exceptions: Exceptions
) -> Iterator[Diagnostic]:
    for at in text_places(file.record):
        start, end = file.document.written(at)
        text = file.document.text[start:end]
        hits = [hit for hit in finder.hits(text) if _is_meant(hit, text, parts)]
        inside = set(spans_within(hits, whole.hits(text)))
        left = [hit for hit in hits if hit not in inside]
        for hit in exceptions.without(text, left):
            called = parts[hit.which].person.known_as
            message = f"a part of the name of '{called}' stands alone here"
            mend = (
                "List it under 'also' of the person; if it is not the person here, write an"
                " exception in names/exceptions.yaml."
            )
            length = hit.end - hit.start
            yield file.document.fault_at(start + hit.start, length, "LM612", message, mend)


def _is_meant(hit: Hit, text: str, parts: Sequence[_Part]) -> bool:
    """Whether it is written as the name is: "hope" is no part of a name that is written "Hope"."""
    word = parts[hit.which].word
    return hit.nearness == CLOSE and (word[0].islower() or not text[hit.start].islower())


def text_places(record: BaseModel) -> Iterator[tuple[Step, ...]]:
    """Where a record holds free text, but for its list of persons."""
    for name in type(record).model_fields:
        if name != _PERSONS:
            is_free = name in free_texts(type(record))
            key = type(record).model_fields[name].alias or name
            yield from _places(getattr(record, name), (key,), is_free=is_free)


def _places(value: object, at: tuple[Step, ...], *, is_free: bool) -> Iterator[tuple[Step, ...]]:
    if isinstance(value, str):
        if is_free:
            yield at
    elif isinstance(value, BaseModel):
        yield from ((*at, *inner) for inner in text_places(value))
    elif type(value) is tuple:
        for index, item in enumerate(value):
            yield from _places(item, (*at, index), is_free=is_free)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _places(item, (*at, key), is_free=is_free)


def idle_exceptions(loaded: Loaded) -> Iterator[Diagnostic]:
    """An exception in which no listed name stands, or which is a bare name without a reason."""
    files = list(beside_users(loaded, ExceptionsFile, Allegation))
    if not files:
        return
    persons = named_persons(loaded.library)
    finder = Finder(sorted({name for person in persons for name in person.spellings}))
    for file, record in files:
        for index, one in enumerate(record.exceptions):
            hits = finder.hits(one.words)
            start, end = file.document.written(("exceptions", index, "words"))
            if not hits:
                message = "no listed name stands in these words"
                mend = "Delete the exception, or write the words as they stand in the text."
                yield file.document.fault_at(start, end - start, "LM613", message, mend)
            elif not one.everywhere and _is_bare(hits, one.words):
                message = "these words are a name alone, so nothing is excepted"
                mend = "Add the words around it; or say under 'everywhere' why it is nobody."
                yield file.document.fault_at(start, end - start, "LM613", message, mend)


def _is_bare(hits: Sequence[Hit], words: str) -> bool:
    every = words_apart(words)
    return any((hit.start, hit.end) == (every[0].start, every[-1].end) for hit in hits)
