"""Names that a user gives: the records that they mean, or why there are none."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from lawmap.diagnostics import nearest
from lawmap.errors import UnknownIdError, UsageError
from lawmap.model.allegation import Allegation
from lawmap.model.library import Library
from lawmap.model.norm import Norm

NORM = "norm"


class Named(NamedTuple):
    """Something that a name means."""

    kind: str
    """What it is: ``norm``, ``term``, ``instrument`` and so on."""
    id: str


def find_norms(library: Library, name: str) -> tuple[Norm, ...]:
    """The norm of this id, or every norm below a pinpoint.

    Raises:
        UsageError: if the provision exists, but no norm is written for it.
        UnknownIdError: if there is no such provision or norm.
    """
    found = library.norms_at(name)
    if not found:
        _refuse_provision_without_norm(library, name)
        raise UnknownIdError(NORM, name, nearest(name, library.norms))
    return found


def find_allegation(library: Library, name: str) -> Allegation:
    """The allegation of this id.

    Raises:
        UnknownIdError: if none has it.
    """
    if name not in library.allegations:
        raise UnknownIdError("allegation", name, nearest(name, library.allegations))
    return library.allegations[name]


def find_named(library: Library, name: str) -> tuple[Named, ...]:
    """Everything of this name, of whatever kind; a pinpoint names every norm below it.

    Instruments are found by their aliases too. Capitals count only where two names differ in
    nothing else.

    Raises:
        UsageError: if the provision exists, but no norm is written for it.
        UnknownIdError: if nothing has this name.
    """
    norms = tuple(Named(NORM, norm.id) for norm in library.norms_at(name))
    found = norms or _equal(library, name) or _equal_but_for_capitals(library, name)
    if not found:
        _refuse_provision_without_norm(library, name)
        raise UnknownIdError(_kind_by_form(name), name, _nearest(library, name))
    return found


def _names(library: Library) -> Iterator[tuple[str, Collection[str]]]:
    """The names of each kind, in the order in which kinds are shown."""
    yield NORM, library.norms
    yield "instrument", library.instruments
    yield "term", library.terms
    yield "allegation", library.allegations
    yield "source", library.sources
    yield "presumption", library.presumptions
    yield "chapeau", library.chapeaux
    yield "decision", library.decisions
    yield "role", library.roles
    yield "regime", library.regimes
    yield "place", library.places
    yield "State", library.state_names


def _equal(library: Library, name: str) -> tuple[Named, ...]:
    return tuple(Named(kind, name) for kind, names in _names(library) if name in names)


def _equal_but_for_capitals(library: Library, name: str) -> tuple[Named, ...]:
    wanted = name.casefold()
    by_name = [
        Named(kind, known)
        for kind, names in _names(library)
        for known in sorted(names)
        if known.casefold() == wanted
    ]
    by_alias = [
        Named("instrument", instrument.id)
        for _, instrument in sorted(library.instruments.items())
        if wanted in (alias.casefold() for alias in instrument.aliases)
    ]
    return tuple(dict.fromkeys([*by_name, *by_alias]))


def _refuse_provision_without_norm(library: Library, name: str) -> None:
    if "/" not in name and library.has_provision(name):
        raise UsageError(
            f"the provision '{name}' exists, but the loaded packs hold no norm for it yet"
        )


def _nearest(library: Library, name: str) -> str | None:
    """The nearest name of this form; if none comes near, that of any."""
    every = [known for _, names in _names(library) for known in names]
    alike = (known for known in every if _kind_by_form(known) == _kind_by_form(name))
    return nearest(name, alike) or nearest(name, every)


def _kind_by_form(name: str) -> str:
    """What a name must have been meant for, by its form."""
    if ":" in name:
        return NORM
    if "." in name:
        return "term"
    return "instrument, allegation, source or other record"
