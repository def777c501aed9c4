"""Norm files: the provisions, norms, chapeaux, roles and regimes that they name."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic, did_you_mean
from lawmap.loading import File, Loaded
from lawmap.loading.kinds import file_name
from lawmap.model.allegation import Allegation
from lawmap.model.base import FileRecord
from lawmap.model.conditions import Step
from lawmap.model.instrument import Instrument, Parties, Structure
from lawmap.model.library import Library
from lawmap.model.norm import ChapeauFile, ElementKind, Kind, Norm
from lawmap.model.presumption import Presumption
from lawmap.model.situation import Situation
from lawmap.model.vocabulary import TermsFile

Place = tuple[tuple[Step, ...], str]


def unknown_instruments(loaded: Loaded) -> Iterator[Diagnostic]:
    """A norm, structure or party table needs its instrument."""
    known = loaded.library.instruments
    for model in (Norm, Structure, Parties):
        for file, record in loaded.of_kind(model):
            instrument: str = record.instrument  # type: ignore[attr-defined]
            if instrument not in known and instrument not in loaded.broken:
                key = "id" if isinstance(record, Norm) else "instrument"
                message = f"unknown instrument '{instrument}'{did_you_mean(instrument, known)}"
                mend = f"Add norms/instruments/{instrument}/instrument.yaml, or mend the id."
                yield file.fault((key,), "LM204", message, mend)


def unknown_provisions(loaded: Loaded) -> Iterator[Diagnostic]:
    """A pinpoint must exist in the structure of its instrument."""
    for file in loaded.files:
        for at, provision in _provisions(file.record):
            fault = _provision_fault(loaded, file, at, provision)
            if fault:
                yield fault


def _provision_fault(
    loaded: Loaded, file: File, at: tuple[Step, ...], provision: str
) -> Diagnostic | None:
    library = loaded.library
    instrument = provision.partition(":")[0]
    if instrument not in library.instruments:
        if instrument in loaded.broken or at == ("id",):
            return None
        near = did_you_mean(instrument, library.instruments)
        message = f"unknown instrument '{instrument}'{near}"
        return file.fault(at, "LM204", message, "Instruments lie in norms/instruments/.")
    if instrument in library.structures and not library.has_provision(provision):
        near = did_you_mean(provision, _all_provisions(library, instrument))
        title = library.instruments[instrument].title.short
        message = f"{title} has no provision '{provision}'{near}"
        mend = f"Provisions are listed in norms/instruments/{instrument}/structure.yaml."
        return file.fault(at, "LM203", message, mend)
    return None


def _all_provisions(library: Library, instrument: str) -> Iterator[str]:
    for article, below in library.structures[instrument].provisions.items():
        yield f"{instrument}:{article}"
        yield from (f"{instrument}:{article}{locators}" for locators in below)


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
        case Parties():
            yield from _provisions_of_parties(record)
        case Situation():
            yield from _provisions_of_situation(record)
        case TermsFile():
            for name, term in record.terms.items():
                for index, norm in enumerate(term.set_by.norms if term.set_by else ()):
                    yield ("terms", name, "set_by", "norms", index), _provision_of(norm)


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


def unknown_norms(loaded: Loaded) -> Iterator[Diagnostic]:
    """A related norm must be loaded; a provision without a norm is a different fault."""
    for file in loaded.files:
        for at, norm in _norms(file.record):
            if loaded.library.norms_at(norm) or _is_broken(norm, loaded):
                continue
            if loaded.library.has_provision(norm) and "/" not in norm:
                message = f"no norm is written for '{norm}' yet, though the provision exists"
            else:
                message = f"unknown norm '{norm}'{did_you_mean(norm, loaded.library.norms)}"
            yield file.fault(at, "LM202", message, "Write that norm, or mend the id.")


def _is_broken(norm: str, loaded: Loaded) -> bool:
    """Whether a norm, or one below the pinpoint, lies in a file that could not be read whole."""
    named = f"{norm.partition(':')[0]}/{file_name(norm)}"
    below = (f"{norm}(", f"{norm}/", f"{named}-")
    return any(one in (norm, named) or one.startswith(below) for one in loaded.broken)


def _norms(record: FileRecord) -> Iterator[Place]:
    match record:
        case Norm():
            yield from _norms_of_norm(record)
        case Situation():
            for name, item in record.proceedings.items():
                for key, charges in (("charges", item.charges), ("modes", item.modes)):
                    for index, charge in enumerate(charges):
                        yield ("proceedings", name, key, index, "norm"), charge.norm
        case Allegation():
            for index, view in enumerate(record.characterisations):
                if view.norm:
                    yield ("characterisations", index, "norm"), view.norm


def _norms_of_norm(norm: Norm) -> Iterator[Place]:
    if norm.custom:
        yield ("custom",), norm.custom
    for relation in type(norm.see).model_fields:
        for index, related in enumerate(getattr(norm.see, relation)):
            yield ("see", relation, index, "norm"), related.norm


def unknown_chapeaux(loaded: Loaded) -> Iterator[Diagnostic]:
    """An included chapeau must be loaded."""
    known = loaded.library.chapeaux
    for file, norm in loaded.of_kind(Norm):
        for index, chapeau in enumerate(norm.include):
            if chapeau not in known and chapeau not in loaded.broken:
                message = f"unknown chapeau '{chapeau}'{did_you_mean(chapeau, known)}"
                mend = "Chapeaux lie in norms/chapeaux/."
                yield file.fault(("include", index), "LM207", message, mend)


def unknown_roles_and_regimes(loaded: Loaded) -> Iterator[Diagnostic]:
    """Roles and regimes must stand in the vocabulary."""
    library = loaded.library
    for model in (Norm, Instrument):
        for file, record in loaded.of_kind(model):
            for index, role in enumerate(record.binds):  # type: ignore[attr-defined]
                if role not in library.roles:
                    message = f"unknown role '{role}'{did_you_mean(role, library.roles)}"
                    mend = "Roles are listed in norms/vocabulary/roles.yaml."
                    yield file.fault(("binds", index), "LM206", message, mend)
    for file, instrument in loaded.of_kind(Instrument):
        regime = instrument.regime
        if regime not in library.regimes:
            message = f"unknown regime '{regime}'{did_you_mean(regime, library.regimes)}"
            mend = "Regimes are listed in norms/vocabulary/regimes.yaml."
            yield file.fault(("regime",), "LM206", message, mend)


def conduct(loaded: Loaded) -> Iterator[Diagnostic]:
    """Exactly one element is the conduct; a definition has none, and no cases."""
    for file, norm in loaded.whole_of_kind(Norm):
        if any(chapeau not in loaded.library.chapeaux for chapeau in norm.include):
            continue
        elements = loaded.library.elements_of(norm)
        acts = [name for name, item in elements.items() if item.kind is ElementKind.CONDUCT]
        if norm.kind is Kind.DEFINITION:
            if acts or norm.cases:
                message = "a definition has neither a conduct element nor cases"
                mend = "Delete them, or give the norm another kind."
                yield file.fault(("kind",), "LM403", message, mend)
        elif len(acts) != 1:
            message = f"{len(acts)} elements are of kind 'conduct'; exactly one must be"
            mend = (
                "The conduct is the bare act; force, borders and purpose are elements of their own."
            )
            yield file.fault(("elements",), "LM401", message, mend, key=True)
