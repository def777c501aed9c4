"""Citations that people typed: a document in, each citation with what beside it is quoted out.

Doubt is a result. A quotation belongs to a citation beside it, by where both stand. If several are
equally near, all is well if one of them has the words. Placeholders count as citations there, and
are none that was typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lawmap.citing.keys import BadKeyError, UnknownKeyError, find, parse_key
from lawmap.documents import HOLE, Document, MarkdownDocument
from lawmap.model.library import Library
from lawmap.quoting import Compared, Note, Quotation, Result, Shelf, beside, compare, quotations
from lawmap.recognising import Citation, Names, Status, recognise

from .placeholders import find_placeholders


class Quoted(NamedTuple):
    """A quotation beside a citation, and what became of it."""

    quotation: Quotation
    compared: Compared
    cited: tuple[str, ...] = ()
    """The keys with which it was compared: those of all citations that are equally near."""


class Typed(NamedTuple):
    """A citation as somebody typed it."""

    citation: Citation
    quoted: tuple[Quoted, ...] = ()

    @property
    def is_ambiguous(self) -> bool:
        """Whether it may mean several things, or somebody has to look which is meant."""
        return self.citation.ambiguous or self.citation.status is Status.AMBIGUOUS

    @property
    def is_certain(self) -> bool:
        """Whether it means one thing, which exists."""
        status = self.citation.status
        return bool(self.citation.keys) and status is Status.EXISTS and not self.is_ambiguous


class Found(NamedTuple):
    """What a document cites, each in order."""

    typed: tuple[Typed, ...]
    placed: tuple[Typed, ...]
    """Its placeholders."""


class Law(NamedTuple):
    """What typed citations are held against."""

    library: Library
    names: Names
    shelf: Shelf


def typed_citations(document: Document, law: Law) -> Found:
    """Every citation in a document.

    Args:
        document: what is looked through.
        law: what it is held against.
    """
    placed = list(_placed(document))
    text = _without(document.text, placed)
    typed = list(recognise(text, law.names, _stretches(document)))
    every = sorted([*typed, *placed], key=lambda one: one.start)
    spans = [(one.start, one.end) for one in every]
    known = quotations(text, document.quoted)
    quoted: dict[Citation, list[Quoted]] = {}
    for quotation, indexes in beside(text, known, spans, _notes(document)):
        near = [every[index] for index in indexes]
        owner, compared = _compare(text[quotation.start : quotation.end], near, law)
        keys = tuple(dict.fromkeys(key for one in near for key in one.keys))
        quoted.setdefault(owner, []).append(Quoted(quotation, compared, keys))
    return Found(
        tuple(Typed(one, tuple(quoted.get(one, ()))) for one in typed),
        tuple(Typed(one, tuple(quoted.get(one, ()))) for one in placed),
    )


def _placed(document: Document) -> Iterator[Citation]:
    """The placeholders of a document, as citations of what exists: 'resolve' says if it does."""
    if not isinstance(document, MarkdownDocument):
        return
    for one in find_placeholders(document).placeholders:
        keys = tuple(cited.named.key for cited in one.cited if cited.named.is_ours)
        span = one.start, one.end
        text = document.text[one.start : one.end]
        yield Citation(
            *span, text, keys, ambiguous=False, status=Status.EXISTS, reason="", pinpoint=span
        )


def _notes(document: Document) -> list[Note]:
    """The notes of a document, by the places where they are called."""
    if not isinstance(document, MarkdownDocument):
        return []
    spans: dict[str, list[int]] = {}
    for block in document.blocks:
        if block.note is not None:
            spans.setdefault(block.note, []).extend((block.start, block.end))
    return [
        Note(mark.offset, min(spans[mark.note]), max(spans[mark.note]))
        for mark in document.marks
        if mark.note in spans
    ]


def _stretches(document: Document) -> list[tuple[int, int]]:
    """Where notes stand, each once, in the order in which they are called."""
    return list(dict.fromkeys((note.start, note.end) for note in _notes(document)))


def _without(text: str, left_out: Iterable[Citation]) -> str:
    """The text with signs for objects in the place of some stretches; nothing moves."""
    parts, at = [], 0
    for one in left_out:
        parts += [text[at : one.start], HOLE * (one.end - one.start)]
        at = one.end
    return "".join([*parts, text[at:]])


def _compare(words: str, near: Sequence[Citation], law: Law) -> tuple[Citation, Compared]:
    """The citation to which a quotation belongs, and what it is to it.

    Args:
        words: the quotation.
        near: the citations beside it that are equally near.
        law: what it is held against.
    """
    provisions = {one: tuple(_provisions(one, law)) for one in near}
    wanted = list(dict.fromkeys(place for places in provisions.values() for place in places))
    found = compare(law.shelf, words, wanted)
    nearest = near[0]
    if found.result is Result.VERBATIM:
        owner = next(one for one in near if found.places[0] in provisions[one])
        return owner, found
    is_missing = nearest.status is Status.MISSING
    if not (provisions[nearest] or is_missing):
        return nearest, Compared(Result.NO_TEXT, is_sure=False)  # it cites what is not at hand
    is_plain = all(one.status is Status.EXISTS and not one.ambiguous for one in near)
    if not is_plain and found.result in {Result.DIFFERS, Result.NOT_FOUND}:
        return nearest, Compared(Result.NO_TEXT, is_sure=False)  # nobody knows with what to compare
    return nearest, found._replace(is_sure=found.is_sure and is_plain)


def _provisions(citation: Citation, law: Law) -> Iterator[str]:
    """Every provision that a citation means; of what does not exist, and of other works, none."""
    if citation.status is Status.MISSING:
        return
    for key in citation.keys:
        try:
            target = find(law.library, parse_key(key))
        except (BadKeyError, UnknownKeyError):
            continue
        if target.instrument is not None:
            yield from target.provisions or (target.id,)
