"""A norm: its rule and words, its elements and exceptions, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.applicability import derogation
from lawmap.citing import cite_decision, refer
from lawmap.model.instrument import Edition, TextsAtHand
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.periods import in_words

from .words import Section, element_lines, ground_lines, in_other_languages, sections, source_words

_TEXTS = {
    TextsAtHand.TWO: "compared with two independent texts on",
    TextsAtHand.ONE: "compared with one text on",
    TextsAtHand.NONE: "no text was at hand to compare on",
}


def norm_lines(library: Library, name: str) -> Iterator[str]:
    """Everything that a norm says."""
    norm = library.norms[name]
    yield f"{refer(library, name)}  ({name})"
    yield norm.heading
    roles = library.roles_of(norm)
    yield f"{norm.kind.value}; binds: {', '.join(library.roles[one].label['en'] for one in roles)}"
    yield from in_other_languages("heading", norm.headings or {})
    yield ""
    yield f"  {norm.rule}"
    for language, words in sorted((norm.words or {}).items()):
        yield f'  "{words}" ({language}; {norm.source.read_in})'
    if norm.words is None:
        yield f"  No words are quoted: {norm.source.note}"
    yield f"  {_edition(norm.source)}"
    if norm.protects:
        yield f"  protects: {', '.join(norm.protects)}"
    elements = library.elements_of(norm)
    if elements:
        yield ""
    yield from sections(
        Section("elements", element_lines(elements)),
        Section("exceptions", ground_lines(norm.exceptions)),
    )
    said = derogation(library, norm)
    if said:
        yield f"  derogation: {said}"
    yield from _related(norm)
    for one in norm.decisions:
        yield f"  decision: {cite_decision(library, one.decision)}, {one.at}: {one.holds}"
        yield f"    {source_words(one.source)}"
    yield from (f"  note: {note}" for note in norm.notes)


def _edition(source: Edition) -> str:
    """Against which edition the words were compared, when, and with how many texts."""
    return f"edition: {source.edition}; {_TEXTS[source.texts]} {in_words(source.checked)}"


def _related(norm: Norm) -> Iterator[str]:
    for relation in type(norm.see).model_fields:
        related = getattr(norm.see, relation)
        if related:
            yield f"  {relation}: {', '.join(one.norm for one in related)}"
