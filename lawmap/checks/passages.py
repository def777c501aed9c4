"""Sources and the passages that allegations cite."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic, did_you_mean
from lawmap.loading import File, Loaded
from lawmap.model.allegation import Allegation
from lawmap.model.conditions import Step
from lawmap.model.passage import PassageRef, cited_passages, parse_passage
from lawmap.model.source import Source

Place = tuple[tuple[Step, ...], str]


def claimants(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every claimant that a source names must be described in it, every paragraph exist."""
    for file, source in loaded.of_kind(Source):
        for at, claimant in _claimants(source):
            known = _claimants_near(loaded, source, claimant)
            if claimant not in known:
                message = f"unknown claimant '{claimant}'{did_you_mean(claimant, known)}"
                yield file.fault(at, "LM602", message, "Describe it under 'claimants'.")
        yield from _given_twice(file, source)
        for at, paragraph in _paragraphs(source):
            if paragraph > source.original.paragraphs:
                yield _missing(file, at, paragraph, source)


def _given_twice(file: File, source: Source) -> Iterator[Diagnostic]:
    """A paragraph that two spans give to different claimants."""
    given: dict[int, str] = {}
    for span, claimant in source.paragraphs.items():
        first, _, last = span.replace("p", "").partition("-")
        for paragraph in range(int(first), int(last or first) + 1):
            other = given.setdefault(paragraph, claimant)
            if other != claimant:
                message = f"paragraph {paragraph} is given to '{other}' and to '{claimant}'"
                by_hand = f"{source.id}#p{paragraph}@{claimant}"
                mend = f"Give it to one; a fact can name the other, as in '{by_hand}'."
                yield file.fault(("paragraphs", span), "LM610", message, mend, key=True)
                break


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
            near = did_you_mean(ref.source, loaded.library.sources)
            message = f"unknown source '{ref.source}'{near}"
            yield file.fault(at, "LM601", message, "Describe it in sources/, or mend the id.")
        return
    if ref.paragraph and ref.paragraph > source.original.paragraphs:
        yield _missing(file, at, ref.paragraph, source)
    if ref.claimant and ref.claimant not in source.claimants:
        message = f"unknown claimant '{ref.claimant}'{did_you_mean(ref.claimant, source.claimants)}"
        mend = f"Claimants are listed in the source '{source.id}'."
        yield file.fault(at, "LM602", message, mend)


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
    for paragraph in source.quotes:
        yield ("quotes", paragraph), int(paragraph[1:])
