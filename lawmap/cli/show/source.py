"""A source: who published it, who says what in it, and which allegations use it."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.lookup import allegations_citing
from lawmap.matching import ClaimantRef, origin_of
from lawmap.model.library import Library
from lawmap.model.source import Claimant, Source
from lawmap.wording import counted

from .words import Section, sections


def source_lines(library: Library, name: str) -> Iterator[str]:
    """Everything about a source."""
    source = library.sources[name]
    yield f"{source.title}  ({name})"
    handling = source.handling.value
    yield f"source; {source.kind.value}; language: {source.language}; handling: {handling}"
    yield ""
    yield from _facts(source)
    users = allegations_citing(library, name)
    yield from sections(
        Section("claimants", _claimants(library, source)),
        Section("quotations", (f'{place}: "{words}"' for place, words in source.quotes.items())),
        Section("notes", source.notes),
        Section(
            f"used by {counted(len(users), 'allegation')} of those that were read",
            (f"{one.id}: {one.title}" for one in users),
        ),
    )
    if not users:
        yield "  no allegation that was read uses it"


def _facts(source: Source) -> Iterator[str]:
    assessed = source.assessment
    facts = {
        "publisher": source.publisher,
        "author": source.author,
        "published": source.published and source.published.text,
        "date": source.date_note,
        "page": source.url,
        "paragraphs": str(source.original.paragraphs),
        "copy": source.original.archive,
        "sha256 of the original": source.original.sha256,
        "reliability of the source": assessed.reliability,
        "credibility of the information": assessed.credibility,
        "withdrawn or replaced by": source.superseded_by,
    }
    for what, text in facts.items():
        if text:
            yield f"  {what}: {text}"


def _claimants(library: Library, source: Source) -> Iterator[str]:
    for name, claimant in source.claimants.items():
        origin = _origin(library, source, name)
        yield f"{name}: {claimant.name}; {_side(library, claimant)}; {origin}"
        yield f"  paragraphs: {_paragraphs(source, name)}"
        yield f"  knows: {claimant.knows}"
        if claimant.note:
            yield f"  note: {claimant.note}"


def _side(library: Library, claimant: Claimant) -> str:
    if claimant.side is None:
        return "on no side, as far as is known"
    return f"on the side of {library.state_names.get(claimant.side, claimant.side)}"


def _origin(library: Library, source: Source, name: str) -> str:
    own = ClaimantRef(source.id, name)
    origin = origin_of(library, own)
    if origin == own:
        return "an origin of its own"
    where = "" if origin.source == source.id else f" of {origin.source}"
    return f"one origin with {origin.claimant}{where}"


def _paragraphs(source: Source, name: str) -> str:
    spans = [span for span, claimant in source.paragraphs.items() if claimant == name]
    if name == source.default_claimant:
        spans.append("all that are nobody else's" if source.paragraphs else "all")
    return ", ".join(spans) or "only where a passage names this claimant"
