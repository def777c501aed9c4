"""Elements that no facts can meet, and exceptions that always apply.

Asked is whether facts *can* support a condition, and whether all that support some support another
as well: :mod:`.possible` answers it, with the tree of terms and the presumptions. What the world
holds is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded
from lawmap.model.base import FileRecord
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.wording import listed

from .asked import (
    Asked,
    NormAsked,
    asked_by_norms,
    elements,
    presumptions,
    regimes,
    roles,
    warrants,
)
from .conflicts import conflict, conflict_words, entailment, formulas, other_places
from .facts import Facts
from .formulas import Said, leaves
from .indistinct import indistinct
from .places import Place, Places
from .possible import Possible


def conditions(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every condition can be met, and no exception swallows its norm."""
    library = loaded.library
    check = _Check(loaded)
    norms = list(asked_by_norms(library, (norm for _, norm in loaded.of_kind(Norm))))
    for wanted in norms:
        yield from check.of_norm(wanted)
    for chapeau in library.chapeaux.values():
        yield from check.of_elements(tuple(elements(chapeau).values()), chapeau)
    of_actors = (*roles(library).values(), *regimes(library).values())
    for one in (*of_actors, *presumptions(library), *warrants(library)):
        if not _reads_derived(one, library):  # which is a fault of its own there, LM402
            yield from check.of_one(one)
    yield from indistinct(loaded, norms)


def _reads_derived(one: Asked, library: Library) -> bool:
    return any(
        isinstance(leaf, Said) and leaf.term in library.derived_terms
        for leaf in leaves(one.formula)
    )


class _Check:
    """What the law of one library can support, and where its conditions stand."""

    def __init__(self, loaded: Loaded) -> None:
        self._possible = Possible.by(loaded.library)
        self._places = Places(loaded)

    def of_norm(self, wanted: NormAsked) -> Iterator[Diagnostic]:
        """The elements of a norm, by themselves and together, and its exceptions."""
        facts = self._possible.facts_for(formulas(wanted.every))
        for one in wanted.elements.values():
            if one.place.record is wanted.norm:
                yield from self.of_one(one, met=facts is not None)
        if facts is None:
            yield from self._together(wanted.every, wanted.norm)
        for ground in wanted.exceptions.values():
            yield from self._of_exception(ground, wanted, facts)

    def _of_exception(
        self, ground: Asked, wanted: NormAsked, facts: Facts | None
    ) -> Iterator[Diagnostic]:
        """An exception by itself, and before the facts that its norm is about, if there are any."""
        both = (*wanted.every, ground)
        at_once = facts is not None and facts.meet(ground.formula)
        applies = at_once or (facts is not None and self._can_meet(both))
        yield from self.of_one(ground, met=applies)
        if at_once:
            yield from self._always(ground, wanted.deciding)
        elif facts is not None and not applies and self._can_meet((ground,)):
            what = f"{ground.owner} can never apply where the norm does"
            mend = "Mend the exception, or delete it: as it stands, it changes nothing."
            yield from self._conflict("LM405", what, both, wanted.norm, mend)

    def of_elements(self, wanted: tuple[Asked, ...], record: FileRecord) -> Iterator[Diagnostic]:
        """The elements of a chapeau, by themselves and together."""
        met = self._can_meet(wanted)
        for one in wanted:
            yield from self.of_one(one, met=met)
        if not met:
            yield from self._together(wanted, record)

    def of_one(self, one: Asked, *, met: bool = False) -> Iterator[Diagnostic]:
        """A condition by itself, and the parts without which it could be met.

        Args:
            one: the condition.
            met: whether it is known that it can be met.
        """
        if not met and not self._can_meet((one,)):
            mend = "Mend the condition: as it stands, nothing that is reported can support it."
            what = f"{one.owner} can never be met"
            yield from self._conflict("LM405", what, (one,), one.place.record, mend)
            return
        for dead in self._dead_parts(one):
            what = f"a part of {one.owner} can never be met"
            mend = "Mend or delete that part: as it stands, it adds nothing to the others."
            yield from self._conflict("LM409", what, (dead,), one.place.record, mend)

    def _dead_parts(self, one: Asked) -> Iterator[Asked]:
        """The outermost parts that no facts can meet, of a condition that some can."""
        if not self._possible.has_dead_parts(one.formula):
            return
        for part in one.parts:
            if not self._can_meet((part,)):
                yield part
            else:
                yield from self._dead_parts(part)

    def _together(self, wanted: Iterable[Asked], record: FileRecord) -> Iterator[Diagnostic]:
        """Conditions of which each can be met, but not all of them at once."""
        sound = [one for one in wanted if self._can_meet((one,))]
        if not self._can_meet(sound):
            mend = "Mend one of them: as they stand, no norm that asks for all can be engaged."
            yield from self._conflict("LM405", "", sound, record, mend)

    def _conflict(
        self, code: str, what: str, wanted: Iterable[Asked], record: FileRecord, mend: str
    ) -> Iterator[Diagnostic]:
        """A fault of conditions that no facts meet at once.

        Args:
            code: the code of the rule.
            what: what cannot be so; if empty, that the conditions cannot be met together.
            wanted: the conditions.
            record: the file at fault.
            mend: what to do.
        """
        found = conflict(self._possible, wanted)
        own = [one for one in found.parts if one.place.record is record]
        if not own and len({id(one.place.record) for one in found.parts}) == 1:
            return  # what this file includes is at odds with itself, and is told there
        here = own[-1] if own else None
        what = what or f"{listed(found.owners)} cannot be met together"
        message = f"{what}: {conflict_words(self._possible, found)}"
        place = here.place if here else Place(record, ("id",))
        others = other_places(self._possible, found, here)
        yield from self._places.fault(place, code, message, mend, others)

    def _always(self, ground: Asked, deciding: tuple[Asked, ...]) -> Iterator[Diagnostic]:
        """An exception that applies whenever all is met that it excepts from."""
        if self._possible.follows(ground.formula, formulas(deciding)):
            found = entailment(self._possible, ground, deciding)
            met = f"{listed(found.owners)} {'is' if len(found.owners) == 1 else 'are'} met"
            message = f"{ground.owner} applies whenever {met}{found.by_presumption}"
            mend = "Mend one of them: as they stand, the norm can never be engaged."
            others = other_places(self._possible, found)
            yield from self._places.fault(ground.place, "LM406", message, mend, others)

    def _can_meet(self, wanted: Iterable[Asked]) -> bool:
        return self._possible.can_meet(formulas(wanted))
