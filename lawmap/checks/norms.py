"""Norm files: the instruments, norms, chapeaux, roles and regimes that they name."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded
from lawmap.loading.kinds import file_name
from lawmap.model.allegation import Allegation
from lawmap.model.base import FileRecord
from lawmap.model.conditions import Step
from lawmap.model.instrument import Instrument, Parties, Structure
from lawmap.model.names import InstrumentNames
from lawmap.model.norm import ElementKind, Kind, Norm
from lawmap.model.situation import Situation

from .unknown import (
    CHAPEAU,
    DECISION,
    INSTRUMENT,
    NORM,
    REGIME,
    ROLE,
    unknown_instrument,
    unknown_word,
)

Place = tuple[tuple[Step, ...], str]


def unknown_instruments(loaded: Loaded) -> Iterator[Diagnostic]:
    """A norm, structure, party table or list of names needs its instrument."""
    known = loaded.library.instruments
    for model in (Norm, Structure, Parties, InstrumentNames):
        for file, record in loaded.of_kind(model):
            instrument: str = record.instrument  # type: ignore[attr-defined]
            if instrument not in known and instrument not in loaded.broken:
                key = "id" if isinstance(record, Norm) else "instrument"
                kind = INSTRUMENT._replace(
                    mend=f"Mend the id, or add instruments/{instrument}/instrument.yaml."
                )
                yield unknown_instrument(loaded, file, (key,), instrument, kind)


def unknown_norms(loaded: Loaded) -> Iterator[Diagnostic]:
    """A related norm must be loaded; a provision without a norm is a different fault."""
    for file in loaded.files:
        for at, norm in _norms(file.record):
            if loaded.library.norms_at(norm) or _is_broken(norm, loaded):
                continue
            if loaded.library.has_provision(norm) and "/" not in norm:
                message = f"no norm is written for '{norm}' yet, though the provision exists"
                yield file.fault(at, NORM.code, message, NORM.mend)
            else:
                yield unknown_word(file, at, NORM, norm, loaded.library.norms)


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
                yield unknown_word(file, ("include", index), CHAPEAU, chapeau, known)


def unknown_decisions(loaded: Loaded) -> Iterator[Diagnostic]:
    """A decision that a norm cites must be described."""
    known = loaded.library.decisions
    for file, norm in loaded.of_kind(Norm):
        for index, holding in enumerate(norm.decisions):
            name = holding.decision
            if name not in known and name not in loaded.broken:
                yield unknown_word(file, ("decisions", index, "decision"), DECISION, name, known)


def unknown_roles_and_regimes(loaded: Loaded) -> Iterator[Diagnostic]:
    """Roles and regimes must stand in the vocabulary."""
    library = loaded.library
    for model in (Norm, Instrument):
        for file, record in loaded.of_kind(model):
            for index, role in enumerate(record.binds):  # type: ignore[attr-defined]
                if role not in library.roles:
                    yield unknown_word(file, ("binds", index), ROLE, role, library.roles)
    for file, instrument in loaded.of_kind(Instrument):
        if instrument.regime not in library.regimes:
            yield unknown_word(file, ("regime",), REGIME, instrument.regime, library.regimes)


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
