"""Sources and the passages that allegations cite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.model.allegation import Allegation
from lawmap.model.base import Handling
from lawmap.model.conditions import Step
from lawmap.model.locators import Span
from lawmap.model.passage import PassageRef, cited_passages, parse_passage
from lawmap.model.source import Source

from .unknown import CLAIMANT, SOURCE, unknown_word

Place = tuple[tuple[Step, ...], str]


def claimants(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every claimant that a source names must be described in it, every paragraph exist."""
    for file, source in loaded.of_kind(Source):
        for at, claimant in _claimants(source):
            known = _claimants_near(loaded, source, claimant)
            if claimant not in known:
                yield unknown_word(file, at, CLAIMANT, claimant, known)
        yield from _given_twice(file, source)
        yield from _levels(file, source)
        for at, paragraph in _paragraphs(source):
            if paragraph > source.original.paragraphs:
                yield _missing(file, at, paragraph, source)


def _given_twice(file: File, source: Source) -> Iterator[Diagnostic]:
    """A paragraph that two spans give to different claimants."""
    spans = sorted(map(_Span.of, source.paragraphs, source.paragraphs.values()))
    # Of the spans before, the one that goes furthest, and the furthest of another claimant.
    furthest: list[_Span] = []
    for span in spans:
        other = next((one for one in furthest if one.claimant != span.claimant), None)
        if other is not None and other.last >= span.first:
            yield _twice(file, source, span, other)
        reach = sorted((span, *furthest), key=lambda one: -one.last)
        furthest = [reach[0], *(one for one in reach if one.claimant != reach[0].claimant)][:2]


def _levels(file: File, source: Source) -> Iterator[Diagnostic]:
    """Passages that are given two levels, or a level that says less than that of the source."""
    own = source.handling
    for text, level in source.passages.items():
        if level.rank < own.rank:
            message = f"'{text}' is '{level.value}', and its source is '{own.value}'"
            mend = "No passage is open to more readers than its source: the source's level counts."
            yield file.fault(("passages", text), "LM615", message, mend)
    spans = sorted((Span.of(text), text) for text in source.passages)
    furthest: dict[tuple[str, Handling], tuple[int, str]] = {}
    for span, text in spans:
        level = source.passages[text]
        for other in Handling:
            last, met = furthest.get((span.kind, other), (0, ""))
            if other is not level and last >= span.first:
                message = f"'{text}' is '{level.value}', but '{met}' meets it: '{other.value}'"
                mend = "Give each passage one level; until then the stricter one counts."
                yield file.fault(("passages", text), "LM614", message, mend, key=True)
                break
        reach = (span.last, text)
        furthest[span.kind, level] = max(reach, furthest.get((span.kind, level), reach))


class _Span(NamedTuple):
    """Paragraphs that are given to a claimant."""

    first: int
    last: int
    written: str
    claimant: str

    @classmethod
    def of(cls, written: str, claimant: str) -> _Span:
        """A span such as ``p8-p9``."""
        first, _, last = written.replace("p", "").partition("-")
        return cls(int(first), int(last or first), written, claimant)


def _twice(file: File, source: Source, one: _Span, other: _Span) -> Diagnostic:
    """The fault of two spans that meet, at the one that is written later."""
    order = list(source.paragraphs)
    first, second = sorted((one, other), key=lambda span: order.index(span.written))
    paragraph = max(one.first, other.first)
    message = f"paragraph {paragraph} is given to '{first.claimant}' and to '{second.claimant}'"
    by_hand = f"{source.id}#p{paragraph}@{second.claimant}"
    mend = f"Give it to one; a fact can name the other, as in '{by_hand}'."
    return file.fault(("paragraphs", second.written), "LM610", message, mend, key=True)


def cited(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every cited passage must exist, and so must the claimant it names."""
    for file, allegation in loaded.of_kind(Allegation):
        for at, text in cited_passages(allegation):
            yield from _faults(loaded, file, at, parse_passage(text))


def _faults(
    loaded: Loaded, file: File, at: tuple[Step, ...], ref: PassageRef
) -> Iterator[Diagnostic]:
    source = loaded.library.sources.get(ref.source)
    if source is None:
        if ref.source not in loaded.broken:
            yield unknown_word(file, at, SOURCE, ref.source, loaded.library.sources)
        return
    if ref.paragraph and ref.paragraph > source.original.paragraphs:
        yield _missing(file, at, ref.paragraph, source)
    if ref.claimant and ref.claimant not in source.claimants:
        kind = CLAIMANT._replace(mend=f"Claimants are listed in the source '{source.id}'.")
        yield unknown_word(file, at, kind, ref.claimant, source.claimants, at_end=True)


def _claimants_near(loaded: Loaded, source: Source, claimant: str) -> set[str]:
    """The claimants that a name can mean: those of this source, or of the one that it names."""
    other, slash, _ = claimant.rpartition("/")
    if not slash:
        return set(source.claimants)
    named = loaded.library.sources.get(other)
    return {f"{other}/{name}" for name in named.claimants} if named else set()


def _missing(file: File, at: tuple[Step, ...], paragraph: int, source: Source) -> Diagnostic:
    message = f"'{source.id}' has no paragraph {paragraph}; it has {source.original.paragraphs}"
    mend = "Paragraphs are the non-empty lines of the report, counted from 1."
    return file.fault(at, "LM603", message, mend)


def _claimants(source: Source) -> Iterator[Place]:
    yield ("default_claimant",), source.default_claimant
    for span, claimant in source.paragraphs.items():
        yield ("paragraphs", span), claimant
    for name, described in source.claimants.items():
        if described.same_origin_as:
            yield ("claimants", name, "same_origin_as"), described.same_origin_as


def _paragraphs(source: Source) -> Iterator[tuple[tuple[Step, ...], int]]:
    for span in source.paragraphs:
        yield ("paragraphs", span), int(span.rpartition("p")[2])
    for text in source.passages:
        if text.startswith("p") and "=" not in text:
            yield ("passages", text), Span.of(text).last
    for paragraph in source.quotes:
        yield ("quotes", paragraph), int(paragraph[1:])
