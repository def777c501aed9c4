"""What norms are made of and rest on: presumptions, chapeaux, roles, regimes, places and States."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.lookup import norms_binding
from lawmap.model.conditions import condition_words
from lawmap.model.library import Library
from lawmap.periods import in_words
from lawmap.wording import counted

from .instrument import party_words
from .words import (
    Section,
    basis_words,
    element_lines,
    in_other_languages,
    norm_line,
    sections,
    source_words,
    span_words,
    term_line,
)


def presumption_lines(library: Library, name: str) -> Iterator[str]:
    """A status that the law derives, when, and by which authority."""
    presumption = library.presumptions[name]
    yield f"{name}  (presumption)"
    yield f"  {presumption.text}"
    yield f"  if {condition_words(presumption.condition)}"
    yield from (f"  asserts {term_line(library, term)}" for term in presumption.asserts)
    yield from (f"  denies {term_line(library, term)}" for term in presumption.denies)
    if presumption.basis:
        yield f"  basis: {basis_words(library, presumption.basis)}"
    if presumption.authority:
        yield f"  authority: {presumption.authority}"
    if presumption.note:
        yield f"  note: {presumption.note}"


def chapeau_lines(library: Library, name: str) -> Iterator[str]:
    """Context elements that norms share, and which norms take them over."""
    chapeau = library.chapeaux[name]
    yield f"{name}  (chapeau)"
    yield f"  {chapeau.text}"
    if chapeau.basis:
        yield f"  basis: {basis_words(library, chapeau.basis)}"
    norms = [norm for _, norm in sorted(library.norms.items()) if name in norm.include]
    yield from sections(
        Section("elements", element_lines(chapeau.elements)),
        Section(f"included by {counted(len(norms), 'norm')}", map(norm_line, norms)),
    )


def role_lines(library: Library, name: str) -> Iterator[str]:
    """Whom a rule can bind, and which norms bind them."""
    role = library.roles[name]
    yield f"{role.label['en']}  ({name})"
    yield f"role; a {'State' if role.bearer.value == 'state' else 'person'} has it"
    yield from in_other_languages("label", role.label)
    yield f"  {role.definition}"
    if role.condition is not None:
        yield f"  if {condition_words(role.condition)}"
    norms = norms_binding(library, name)
    yield from sections(Section(f"bound by {counted(len(norms), 'norm')}", map(norm_line, norms)))


def regime_lines(library: Library, name: str) -> Iterator[str]:
    """A body of law, when it governs, and its instruments."""
    regime = library.regimes[name]
    yield f"{regime.label['en']}  ({name})"
    yield "regime"
    yield from in_other_languages("label", regime.label)
    if regime.condition is not None:
        yield f"  governs if {condition_words(regime.condition)}"
    if regime.basis:
        yield f"  basis: {regime.basis}"
    instruments = (
        f"{instrument.id}: {instrument.title.short}"
        for _, instrument in sorted(library.instruments.items())
        if instrument.regime == name
    )
    yield from sections(Section("instruments", instruments))


def place_lines(library: Library, name: str) -> Iterator[str]:
    """A place, where it lies, what lies in it, and its occupation by day."""
    place = library.places[name]
    yield f"{place.name}  ({name})"
    yield f"place; territory of {library.state_names.get(place.state, place.state)}"
    if place.within:
        yield f"  in: {library.place_names.get(place.within, place.within)} ({place.within})"
    inside = (f"{code}: {one.name}" for code, one in library.places.items() if one.within == name)
    yield from sections(
        Section("places in it", inside),
        Section("occupation, as recorded for this very place", _occupations(library, name)),
    )


def _occupations(library: Library, name: str) -> Iterator[str]:
    for one in library.occupations:
        if one.place == name:
            by = library.state_names.get(one.by, one.by)
            known = f"known up to {in_words(one.known_until)}"
            yield f"by {by}, {one.extent.value}: {span_words(one)}; {known}"
            yield f"  {source_words(one.source)}"
            if one.contested:
                yield f"  contested: {one.contested}"


def state_lines(library: Library, name: str) -> Iterator[str]:
    """A State, and how it stands to each instrument with a party table."""
    yield f"{library.state_names[name]}  ({name})"
    yield "State"
    tables = (
        f"{library.instruments[code].title.short}: {party_words(table.parties[name])}"
        for code, table in sorted(library.parties.items())
        if code in library.instruments and name in table.parties
    )
    yield from sections(Section("in the party tables", tables))
