"""An allegation as its file has it: who says what of whom, when and where, and what is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawmap.applicability import resolve_part
from lawmap.dossier.frame import characterisations, frame_lines, quotes, source_lines, sources_of
from lawmap.dossier.passages import Names
from lawmap.matching import ClaimantRef, claimant_of
from lawmap.model.allegation import Allegation, Response
from lawmap.model.dossier import Said
from lawmap.model.facts import Statement
from lawmap.model.library import Library

from .words import Section, sections, term_line


def allegation_lines(library: Library, name: str) -> Iterator[str]:
    """Everything that an allegation says, with what it inherits from the one it is part of."""
    allegation = resolve_part(library.allegations[name], library.allegations)
    names = Names(library, sources_of(allegation))
    yield f"{allegation.title}  ({name})"
    review = allegation.review.state.value
    yield f"allegation; handling: {allegation.handling.value}; review: {review}"
    yield ""
    yield f"  {allegation.account}"
    if allegation.part_of:
        yield f"  part of: {allegation.part_of}; what it does not say itself is taken from there"
    if allegation.assists:
        yield f"  assists: {allegation.assists}"
    for line in frame_lines(allegation, library, names):
        yield f"  {line.label.lower()}: {line.text}"
    yield from sections(
        Section("facts", _facts(allegation, library, names)),
        Section("responses", _responses(allegation, library, names)),
        Section("legal views of sources", _said(characterisations(allegation, library, names))),
        Section("warrants", _warrants(allegation, library)),
        Section("quotations", _quotations(allegation, library, names)),
        Section("sources", _sources(allegation, library)),
        Section("notes", allegation.notes),
    )


def _warrants(allegation: Allegation, library: Library) -> Iterator[str]:
    """The warrants that the source reports, with the conduct charged and where it was."""
    for link in allegation.proceedings:
        item = library.proceedings[link.proceeding]
        yield f"{link.proceeding}: {item.person.name}, {item.person.office}; {item.conduct.text}"
        if item.conduct.territory:
            places = (library.place_names.get(one, one) for one in item.conduct.territory)
            yield f"  territory of the conduct charged: {', '.join(places)}"


def _facts(allegation: Allegation, library: Library, names: Names) -> Iterator[str]:
    """Each fact with its stage, and below it who says so and where."""
    for statement in allegation.statements:
        denied = "" if statement.affirmed else "not "
        yield f"{statement.stage.value}: {denied}{term_line(library, statement.term)}"
        for claimant, passages in _by_claimant(statement, library).items():
            who = names.claimant(*claimant, short=False) if claimant else "nobody named"
            yield f"  {who} ({names.passages(passages)})"


def _by_claimant(statement: Statement, library: Library) -> dict[ClaimantRef | None, list[str]]:
    found: dict[ClaimantRef | None, list[str]] = {}
    for passage in statement.per:
        found.setdefault(claimant_of(library, passage), []).append(passage)
    return found


def _responses(allegation: Allegation, library: Library, names: Names) -> Iterator[str]:
    for response in allegation.responses:
        yield f"{response.by}: {response.text} ({names.passages(response.per)})"
        for line in _answered(response, library):
            yield f"  {line}"


def _answered(response: Response, library: Library) -> Iterator[str]:
    if response.denies == "conduct":
        yield "denies the conduct: every act and omission"
    else:
        for term in response.denies or ():
            yield f"denies {term_line(library, term)}"
    for term in response.claims:
        yield f"claims {term_line(library, term)}"


def _said(views: Iterable[Said]) -> Iterator[str]:
    for view in views:
        yield f"{view.text} ({view.passages})"


def _quotations(allegation: Allegation, library: Library, names: Names) -> Iterator[str]:
    for quote in quotes(allegation, library, names):
        reporting = f", reporting {quote.reporting}" if quote.reporting else ""
        yield f'"{quote.words}" ({quote.publisher}, {quote.passage}{reporting})'


def _sources(allegation: Allegation, library: Library) -> Iterator[str]:
    for name, line in zip(sources_of(allegation), source_lines(allegation, library), strict=True):
        yield f"{name}: {line.label}. {line.publication} {line.text}"
