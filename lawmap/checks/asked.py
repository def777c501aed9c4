"""Every condition that a library asks for, with its place."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from lawmap.model.base import FileRecord
from lawmap.model.conditions import All, AnyOf, AtLeast, Condition, Not, condition_words
from lawmap.model.library import Library
from lawmap.model.norm import ChapeauFile, Element, ElementKind, Ground, Kind, Norm
from lawmap.model.vocabulary import Regime, Role

from .formulas import Formula, Several, formula, joined
from .places import Place

MAX_WORDS = 80
"""A message shows so many characters of a condition."""


class Asked(NamedTuple):
    """A condition, or a part of one: that it holds, or that it does not."""

    owner: str
    """Whose condition it is, as messages name it: ``element 'removal'``."""
    condition: Condition
    """What stands below every "not"."""
    holds: bool
    formula: Formula
    place: Place

    @property
    def words(self) -> str:
        """The condition in one line, in quotation marks."""
        words = f"{'' if self.holds else 'not '}{condition_words(self.condition)}"
        return f"'{words if len(words) <= MAX_WORDS else words[: MAX_WORDS - 1] + '…'}'"

    @property
    def parts(self) -> tuple[Asked, ...]:
        """What it is joined of, if it is."""
        if not isinstance(self.condition, All | AnyOf | AtLeast):
            return ()
        key, _, inner = joined(self.condition)
        record, at = self.place
        return tuple(
            asked(self.owner, part, Place(record, (*at, *key, index)), holds=self.holds)
            for index, part in enumerate(inner)
        )

    @property
    def has_alternatives(self) -> bool:
        """Whether it can be met without one of its parts."""
        return isinstance(self.formula, Several) and self.formula.n < len(self.formula.parts)


def asked(owner: str, condition: Condition, place: Place, *, holds: bool = True) -> Asked:
    """A condition that stands at a place of a file."""
    while isinstance(condition, Not):
        condition, holds = condition.not_, not holds
        place = Place(place.record, (*place.at, "not"))
    return Asked(owner, condition, holds, formula(condition, holds=holds), place)


class NormAsked(NamedTuple):
    """What a norm asks for."""

    norm: Norm
    elements: dict[str, Asked]
    """Its own and those that it includes, by id."""
    kinds: dict[str, ElementKind]
    """What each of them asks about."""
    application: tuple[Asked, ...]
    """The role that it binds and the regime of its instrument, where these ask for anything."""
    exceptions: dict[str, Asked]

    @property
    def every(self) -> tuple[Asked, ...]:
        """All that is asked for before the norm is engaged and nothing is left to prove."""
        return (*self.elements.values(), *self.application)

    @property
    def deciding(self) -> tuple[Asked, ...]:
        """All that must be met for the norm to be engaged."""
        deciding = set(ElementKind) - {ElementKind.MENTAL}
        return (*self.of_kinds(deciding), *self.application)

    def of_kinds(self, kinds: Container[ElementKind]) -> tuple[Asked, ...]:
        """The elements of some kinds."""
        return tuple(one for name, one in self.elements.items() if self.kinds[name] in kinds)


def asked_by_norms(library: Library, norms: Iterable[Norm]) -> Iterator[NormAsked]:
    """What each of these norms asks for; those that name something unknown are left out."""
    chapeaux = {name: elements(one) for name, one in library.chapeaux.items()}
    known_roles, known_regimes = roles(library), regimes(library)
    for norm in norms:
        instrument = library.instruments.get(norm.instrument)
        if instrument is None or any(name not in chapeaux for name in norm.include):
            continue
        own = elements(norm)
        every = {name: one for name in norm.include for name, one in chapeaux[name].items()} | own
        kinds = {name: one.kind for name, one in library.elements_of(norm).items()}
        role = _one_of([known_roles.get(name) for name in library.roles_of(norm)])
        regime = known_regimes.get(instrument.regime)
        application = () if norm.kind is Kind.DEFINITION else (role, regime)
        yield NormAsked(
            norm,
            every,
            kinds,
            tuple(one for one in application if one is not None),
            _each(norm, "exceptions", "exception"),
        )


def _one_of(given: list[Asked | None]) -> Asked | None:
    """Any of several conditions; None if one of them is always met, or there is none."""
    known = [one for one in given if one is not None]
    if len(known) < len(given) or not known:
        return None
    if len(known) == 1:
        return known[0]
    owner = " or ".join(one.owner for one in known)
    either = AnyOf(any=tuple(one.condition for one in known))
    return asked(owner, either, Place(known[0].place.record, ("roles",)))


def elements(record: Norm | ChapeauFile) -> dict[str, Asked]:
    """The elements that a file writes, by id."""
    of = f" of {record.id}" if isinstance(record, ChapeauFile) else ""
    return _each(record, "elements", "element", of)


def roles(library: Library) -> dict[str, Asked]:
    """The roles that not everybody has, by id."""
    files = [_each(file, "roles", "role") for file in library.roles_files]
    return {name: one for file in files for name, one in file.items()}


def regimes(library: Library) -> dict[str, Asked]:
    """The bodies of law that do not always govern, by id."""
    files = [_each(file, "regimes", "regime") for file in library.regimes_files]
    return {name: one for file in files for name, one in file.items()}


def presumptions(library: Library) -> Iterator[Asked]:
    """The conditions of presumptions."""
    for _, rule in sorted(library.presumptions.items()):
        yield asked(f"presumption '{rule.id}'", rule.condition, Place(rule, ("if",)))


def warrants(library: Library) -> Iterator[Asked]:
    """The conditions of published warrants."""
    for _, situation in sorted(library.situations.items()):
        for name, item in situation.proceedings.items():
            place = Place(situation, ("proceedings", name, "conduct", "if"))
            yield asked(f"warrant '{name}'", item.conduct.condition, place)


def _each(record: FileRecord, key: str, sort: str, of: str = "") -> dict[str, Asked]:
    written: dict[str, Element | Ground | Role | Regime] = getattr(record, key)
    return {
        name: asked(f"{sort} '{name}'{of}", one.condition, Place(record, (key, name, "if")))
        for name, one in written.items()
        if one.condition is not None
    }
