"""Who uses what: the norms that read a term, the presumptions that set it, and so on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lawmap.model.allegation import Allegation
from lawmap.model.conditions import Condition, terms_of
from lawmap.model.decision import Holding
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.passage import cited_passages, parse_passage
from lawmap.model.presumption import Presumption


class Use(NamedTuple):
    """A norm that reads a term, and where in it."""

    norm: Norm
    places: tuple[str, ...]
    """Such as ``removal (conduct)``, ``exception evacuation`` or ``hint``."""


def norms_reading(library: Library, term: str) -> tuple[Use, ...]:
    """Every norm of which an element, exception or hint reads this very term, by id.

    Elements that a norm takes over from a chapeau count as its own.
    """
    uses = (
        Use(norm, tuple(_places(library, norm, term))) for _, norm in sorted(library.norms.items())
    )
    return tuple(use for use in uses if use.places)


def _places(library: Library, norm: Norm, term: str) -> Iterator[str]:
    for name, element in library.elements_of(norm).items():
        if _reads(element.condition, term):
            yield f"{name} ({element.kind.value})"
    for name, ground in norm.exceptions.items():
        if _reads(ground.condition, term):
            yield f"exception {name}"
    if term in norm.hints:
        yield "hint"


def readers_beside_norms(library: Library, term: str) -> Iterator[str]:
    """What else reads a term: presumptions, roles, regimes and warrants, such as ``role x``."""
    conditions: tuple[tuple[str, Mapping[str, Condition | None]], ...] = (
        ("presumption", {name: one.condition for name, one in library.presumptions.items()}),
        ("role", {name: one.condition for name, one in library.roles.items()}),
        ("regime", {name: one.condition for name, one in library.regimes.items()}),
        ("warrant", {name: one.conduct.condition for name, one in library.proceedings.items()}),
    )
    for kind, by_name in conditions:
        for name, condition in sorted(by_name.items()):
            if condition is not None and _reads(condition, term):
                yield f"{kind} {name}"


def _reads(condition: Condition, term: str) -> bool:
    return any(read == term for _, read in terms_of(condition))


def presumptions_setting(library: Library, term: str) -> tuple[tuple[Presumption, bool], ...]:
    """The presumptions that set a status, each with whether they assert it; else they deny it."""
    return tuple(
        (one, asserted)
        for _, one in sorted(library.presumptions.items())
        for asserted in (True, False)
        if term in (one.asserts if asserted else one.denies)
    )


def norms_of(library: Library, instrument: str) -> tuple[Norm, ...]:
    """The norms of an instrument, by id."""
    return tuple(norm for _, norm in sorted(library.norms.items()) if norm.instrument == instrument)


def norms_binding(library: Library, role: str) -> tuple[Norm, ...]:
    """The norms that bind a role, by id; those that name none bind the roles of the instrument."""
    return tuple(
        norm for _, norm in sorted(library.norms.items()) if role in library.roles_of(norm)
    )


def norms_citing(library: Library, decision: str) -> tuple[tuple[Norm, Holding], ...]:
    """The norms that cite a decision, by id, each with what the decision says of it."""
    return tuple(
        (norm, holding)
        for _, norm in sorted(library.norms.items())
        for holding in norm.decisions
        if holding.decision == decision
    )


def allegations_citing(library: Library, source: str) -> tuple[Allegation, ...]:
    """The allegations that cite a source, by id."""
    return tuple(
        allegation
        for _, allegation in sorted(library.allegations.items())
        if any(parse_passage(one).source == source for _, one in cited_passages(allegation))
    )
