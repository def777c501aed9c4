"""What of a record is searched: its names, its rule, its definition, its citation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from enum import Enum, IntEnum
from typing import NamedTuple

from lawmap.citing import DEFAULT_STYLE, refer
from lawmap.model.allegation import Allegation
from lawmap.model.decision import Decision
from lawmap.model.instrument import Instrument
from lawmap.model.library import Library, LibraryTerm
from lawmap.model.norm import Norm
from lawmap.model.source import Source

OWN_LANGUAGE = "en"
"""The language of what files say in own words: rules, definitions, accounts."""


class Kind(Enum):
    """What is searched, in the order in which equals are shown."""

    NORMS = "norms"
    TERMS = "terms"
    INSTRUMENTS = "instruments"
    DECISIONS = "decisions"
    PLACES = "places"
    STATES = "states"
    ALLEGATIONS = "allegations"
    SOURCES = "sources"

    @property
    def singular(self) -> str:
        """What one record is called."""
        return self.value.removesuffix("s")


class Tier(IntEnum):
    """How near a text is to the name of its record; less is nearer."""

    NAME = 0
    """Ids, labels, headings, titles, aliases, and who published a source."""
    RULE = 1
    """Rules, operative words, accounts."""
    DEFINITION = 2
    """Definitions, and the claimants of a source."""
    CITATION = 3
    """How the record is cited."""


class Text(NamedTuple):
    """A text of a record."""

    tier: Tier
    field: str
    text: str
    language: str | None = OWN_LANGUAGE
    """None for what belongs to no language, such as ids and aliases."""
    is_title: bool = False
    """Whether a reader knows the record by it."""

    def is_in(self, language: str | None) -> bool:
        """Whether a search in that language reads it; None searches all."""
        return language is None or self.language in (None, language)


class Record(NamedTuple):
    """A record that can be found; the first of its texts is its id."""

    kind: Kind
    id: str
    texts: tuple[Text, ...]


def records(library: Library, kinds: Collection[Kind]) -> Iterator[Record]:
    """The records of these kinds."""
    for kind in Kind:
        if kind in kinds:
            for name, texts in _READERS[kind](library):
                yield Record(kind, name, (Text(Tier.NAME, "id", name, None), *texts))


_Texts = Iterator[tuple[str, Iterator[Text]]]


def _norms(library: Library) -> _Texts:
    for name, norm in library.norms.items():
        yield name, _of_norm(library, norm)


def _of_norm(library: Library, norm: Norm) -> Iterator[Text]:
    yield from _titles("heading", {OWN_LANGUAGE: norm.heading, **(norm.headings or {})})
    yield Text(Tier.RULE, "rule", norm.rule)
    for language, words in (norm.words or {}).items():
        yield Text(Tier.RULE, "words", words, language)
    if norm.instrument in library.instruments and DEFAULT_STYLE in library.styles:
        yield Text(Tier.CITATION, "citation", refer(library, norm.id))


def _terms(library: Library) -> _Texts:
    for name, item in library.terms.items():
        yield name, _of_term(item)


def _of_term(item: LibraryTerm) -> Iterator[Text]:
    yield from _titles("label", item.term.label)
    yield Text(Tier.DEFINITION, "definition", item.term.definition)


def _instruments(library: Library) -> _Texts:
    for name, instrument in library.instruments.items():
        yield name, _of_instrument(instrument)


def _of_instrument(instrument: Instrument) -> Iterator[Text]:
    title = instrument.title
    yield from _titles("title", {OWN_LANGUAGE: title.short})
    yield Text(Tier.NAME, "full title", title.full)
    yield Text(Tier.NAME, "abbreviation", title.abbreviation, None)
    for alias in instrument.aliases:
        yield Text(Tier.NAME, "alias", alias, None)
    yield Text(Tier.CITATION, "citation", instrument.citation, None)


def _decisions(library: Library) -> _Texts:
    for name, decision in library.decisions.items():
        yield name, _of_decision(decision)


def _of_decision(decision: Decision) -> Iterator[Text]:
    yield from _titles("title", {OWN_LANGUAGE: decision.title})
    yield Text(Tier.NAME, "court", decision.court)
    if decision.number:
        yield Text(Tier.CITATION, "number", decision.number, None)


def _allegations(library: Library) -> _Texts:
    for name, allegation in library.allegations.items():
        yield name, _of_allegation(allegation)


def _of_allegation(allegation: Allegation) -> Iterator[Text]:
    yield from _titles("title", {OWN_LANGUAGE: allegation.title})
    yield Text(Tier.RULE, "account", allegation.account)


def _sources(library: Library) -> _Texts:
    for name, source in library.sources.items():
        yield name, _of_source(source)


def _of_source(source: Source) -> Iterator[Text]:
    yield from _titles("title", {source.language: source.title})
    yield Text(Tier.NAME, "publisher", source.publisher, None)
    if source.author:
        yield Text(Tier.NAME, "author", source.author, None)
    for claimant in source.claimants.values():
        yield Text(Tier.DEFINITION, "claimant", claimant.name)


def _places(library: Library) -> _Texts:
    for code, place in library.places.items():
        yield code, _titles("name", {OWN_LANGUAGE: place.name})


def _states(library: Library) -> _Texts:
    for code, name in library.state_names.items():
        yield code, _titles("name", {OWN_LANGUAGE: name})


def _titles(field: str, by_language: Mapping[str, str]) -> Iterator[Text]:
    for language, text in by_language.items():
        yield Text(Tier.NAME, field, text, language, is_title=True)


_READERS: dict[Kind, Callable[[Library], _Texts]] = {
    Kind.NORMS: _norms,
    Kind.TERMS: _terms,
    Kind.INSTRUMENTS: _instruments,
    Kind.DECISIONS: _decisions,
    Kind.PLACES: _places,
    Kind.STATES: _states,
    Kind.ALLEGATIONS: _allegations,
    Kind.SOURCES: _sources,
}
