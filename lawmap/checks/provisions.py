"""Provisions that files name: each must stand in the structure of its instrument."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded
from lawmap.loading.kinds import file_name
from lawmap.model.base import FileRecord
from lawmap.model.conditions import Step
from lawmap.model.instrument import Instrument, Parties
from lawmap.model.library import Library
from lawmap.model.norm import ChapeauFile, Norm
from lawmap.model.presumption import Presumption
from lawmap.model.situation import Situation
from lawmap.model.vocabulary import TermsFile

from .unknown import Kind, unknown_instrument, unknown_word

Place = tuple[tuple[Step, ...], str]

MAX_LISTED = 12
"""So many provisions are listed; of others their number is said."""


def unknown(loaded: Loaded) -> Iterator[Diagnostic]:
    """A pinpoint must exist in the structure of its instrument."""
    for file in loaded.files:
        for at, provision in _provisions(file.record):
            fault = _fault(loaded, file, at, provision)
            if fault:
                yield fault


def is_known(loaded: Loaded, provision: str) -> bool:
    """Whether a provision exists, or may: of some instruments no structure is there."""
    library, instrument = loaded.library, provision.partition(":")[0]
    if instrument not in library.instruments:
        return instrument in loaded.broken
    return instrument not in library.structures or library.has_provision(provision)


def _fault(loaded: Loaded, file: File, at: tuple[Step, ...], provision: str) -> Diagnostic | None:
    if is_known(loaded, provision):
        return None
    library, instrument = loaded.library, provision.partition(":")[0]
    if instrument not in library.instruments:
        # Of the id itself it is told with the instruments.
        return None if at == ("id",) else unknown_instrument(loaded, file, at, instrument)
    known = list(_all_provisions(library, instrument))
    what = f"{library.instruments[instrument].title.short} has no provision"
    kind = Kind("LM203", what, _what_there_is(instrument, known, provision))
    return unknown_word(file, at, kind, provision, _likely(file, at, known, provision))


def _all_provisions(library: Library, instrument: str) -> Iterator[str]:
    for article, below in library.structures[instrument].provisions.items():
        yield f"{instrument}:{article}"
        yield from (f"{instrument}:{article}{locators}" for locators in below)


def _likely(file: File, at: tuple[Step, ...], known: list[str], provision: str) -> list[str]:
    """The provisions of which one was probably meant.

    That is the one after which the file is named, else those of the same article, if there are any.
    """
    slug = file.identity.removeprefix(provision)
    named = [one for one in known if file_name(f"{one}{slug}") == file.path.stem]
    article = provision.partition("(")[0]
    same = [one for one in known if one.partition("(")[0] == article]
    return (named if at == ("id",) else []) or same or known


def _what_there_is(instrument: str, known: Collection[str], provision: str) -> str:
    """The provisions among which one that does not exist would stand."""
    above = provision.rpartition("(")[0]
    while above and above not in known:
        above = above.rpartition("(")[0]
    if not above:
        return f"Provisions are listed in instruments/{instrument}/structure.yaml of the norm pack."
    below = [one.removeprefix(above) for one in known if one.startswith(f"{above}(")]
    parts = [one for one in below if one.count("(") == 1]
    more = f" and {len(parts) - MAX_LISTED} more" if len(parts) > MAX_LISTED else ""
    return f"{above} has {', '.join(parts[:MAX_LISTED]) or 'no parts'}{more}."


def _provisions(record: FileRecord) -> Iterator[Place]:
    match record:
        case Norm():
            yield ("id",), record.provision
            for key, parts in (("elements", record.elements), ("exceptions", record.exceptions)):
                for name, part in parts.items():
                    yield from _listed(part.basis, key, name, "basis")
        case ChapeauFile():
            yield from _listed(record.basis, "basis")
            for name, element in record.elements.items():
                yield from _listed(element.basis, "elements", name, "basis")
        case Presumption():
            yield from _listed(record.basis, "basis")
        case Instrument():
            yield from _provisions_of_instrument(record)
        case Parties():
            yield from _provisions_of_parties(record)
        case Situation():
            yield from _provisions_of_situation(record)
        case TermsFile():
            for name, term in record.terms.items():
                for index, norm in enumerate(term.set_by.norms if term.set_by else ()):
                    yield ("terms", name, "set_by", "norms", index), _provision_of(norm)


def _provisions_of_instrument(instrument: Instrument) -> Iterator[Place]:
    for index, amendment in enumerate(instrument.amendments):
        yield from _listed(amendment.provisions, "amendments", index, "provisions")
    derogation = instrument.derogation
    if derogation and derogation.basis:
        yield ("derogation", "basis"), derogation.basis
    for index, one in enumerate(derogation.never if derogation else ()):
        yield ("derogation", "never", index, "provision"), one.provision


def _provisions_of_parties(table: Parties) -> Iterator[Place]:
    for state, party in table.parties.items():
        for index, event in enumerate(party.events):
            yield from _listed(event.provisions, "parties", state, "events", index, "provisions")


def _provisions_of_situation(situation: Situation) -> Iterator[Place]:
    for name, court in situation.courts.items():
        for index, one in enumerate(court.reaches):
            yield ("courts", name, "reaches", index, "provision"), one.provision
        for key, restrictions in (("exemptions", court.exemptions), ("limits", court.limits)):
            for index, kept_out in enumerate(restrictions):
                at = ("courts", name, key, index)
                yield (*at, "provision"), kept_out.provision
                yield from _listed(tuple(map(_provision_of, kept_out.norms)), *at, "norms")
    for name, item in situation.proceedings.items():
        for index, charge in enumerate(item.not_charged):
            at = ("proceedings", name, "not_charged", index)
            yield (*at, "norm"), _provision_of(charge.norm)


def _provision_of(norm: str) -> str:
    return norm.partition("/")[0]


def _listed(provisions: tuple[str, ...], *at: Step) -> Iterator[Place]:
    for index, provision in enumerate(provisions):
        yield (*at, index), provision
