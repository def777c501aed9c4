"""A term: what it means, what it stands under and over, who sets it, and which norms read it."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.lookup import norms_reading, presumptions_setting, readers_beside_norms
from lawmap.model.library import Library
from lawmap.model.vocabulary import Bearer, Derivation, Sort, Whose
from lawmap.wording import counted

from .words import Section, in_other_languages, sections, term_line

_SORTS = {
    Sort.FACT: "fact: claimants report it",
    Sort.STATUS: "status: presumptions, situations, comparisons, or a source outside the accused"
    " side set it",
    Sort.DERIVED: "derived: set from the outcome of norms, never written by hand",
}
_WHOSE = {
    Whose.SAME: "the conduct of the allegation itself",
    Whose.ASSISTED: "the conduct to which the allegation is assistance",
}
_BEARERS = {
    Bearer.STATE: "only norms that bind States",
    Bearer.PERSON: "only norms that bind persons",
}


def term_lines(library: Library, name: str) -> Iterator[str]:
    """Everything about a term."""
    item = library.terms[name]
    yield f"{item.label}  ({name})"
    yield f"term; {_SORTS[item.sort]}"
    yield from in_other_languages("label", item.term.label)
    yield ""
    yield f"  {item.term.definition}"
    reading = norms_reading(library, name)
    readers = (f"{use.norm.id}: {', '.join(use.places)}" for use in reading)
    derivation = item.term.set_by
    yield from sections(
        Section("broader, nearest first", _broader(library, name)),
        Section("narrower", _narrower(library, name)),
        Section("set in a second pass", _derivation(library, derivation) if derivation else ()),
        Section("set by presumptions", _presumptions(library, name)),
        Section(f"read by {counted(len(reading), 'norm')}", readers),
        Section("read beside norms by", readers_beside_norms(library, name)),
    )
    if not reading:
        yield "  read by no norm itself"
    yield from _through_broader(library, name, {use.norm.id for use in reading})


def _broader(library: Library, name: str) -> Iterator[str]:
    for term in library.broader_terms[name]:
        yield term_line(library, term)


def _narrower(library: Library, name: str, indent: str = "") -> Iterator[str]:
    """The terms below, each under its nearest broader one."""
    for term in sorted(library.narrower_terms.get(name, ())):
        if library.terms[term].term.broader == name:
            yield f"{indent}{term_line(library, term)}"
            yield from _narrower(library, term, f"{indent}  ")


def _derivation(library: Library, set_by: Derivation) -> Iterator[str]:
    yield "an engaged norm supports it, a contested one disputes it, all else leaves it open"
    yield f"looks at {' and '.join(_WHOSE[one] for one in set_by.conduct)}"
    for pinpoint in set_by.norms:
        yield f"norms at {pinpoint}: {counted(len(library.norms_at(pinpoint)), 'norm')}"
    if set_by.bearer:
        yield _BEARERS[set_by.bearer]
    if set_by.attempted:
        yield "only conduct that is reported as attempted, as if it had been done"
    if set_by.other_state:
        yield "only conduct of a State other than the actor's"
    if set_by.binds_actor:
        yield "only norms that also bind the actor's State then, in the role that they name"


def _presumptions(library: Library, name: str) -> Iterator[str]:
    for presumption, asserted in presumptions_setting(library, name):
        yield f"{presumption.id} {'asserts' if asserted else 'denies'} it: {presumption.text}"


def _through_broader(library: Library, name: str, direct: set[str]) -> Iterator[str]:
    """Whoever reports a term reports the broader ones too, so their norms hear of it."""
    broader = {
        term: {use.norm.id for use in norms_reading(library, term)} - direct
        for term in library.broader_terms[name]
    }
    norms = set().union(*broader.values())
    if norms:
        terms = ", ".join(term for term, found in broader.items() if found)
        yield f"  read through a broader term ({terms}) by {counted(len(norms), 'further norm')}"
