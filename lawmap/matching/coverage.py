"""Which elements and exceptions of norms are decided by a case, and which by none.

A case decides a part if it passes, and would not pass if the part were struck out of the norm, so
that the element were met or the exception never applied, whatever is reported: its outcome turns
on this part alone, or the case writes down the part's value or the mark of a mental element. A part
that no case decides could be missing, or wrong, and every case would still pass.

An element that a chapeau shares counts once, as a part of the chapeau: it is written once, and the
case of any norm that includes it will do. A norm that replaces it has a part of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawmap.model.library import Library
from lawmap.model.norm import Element, Ground, Norm
from lawmap.model.outcome import ElementValue, Mark
from lawmap.truth import Truth

from .blame import blame
from .cases import CaseResult
from .compile import AnyPart
from .pair import is_mental


class Decided(NamedTuple):
    """An element or exception, and the first case that decides it."""

    owner: str
    """The id of the norm or chapeau in whose file it is written."""
    key: str
    """``elements`` or ``exceptions``: where it stands there."""
    id: str
    item: Element | Ground
    by: CaseResult | None
    """None if no case does."""

    @property
    def words(self) -> str:
        """What it is: ``exception 'evacuation'``."""
        return f"{self.key.removesuffix('s')} '{self.id}'"


def coverage(library: Library, results: Iterable[CaseResult]) -> list[Decided]:
    """Every element and exception of the norms whose cases ran, by owner, in the norm's order.

    Args:
        library: the library of the results.
        results: cases that ran.
    """
    known: dict[tuple[str, str, str], Decided] = {}
    undecided: dict[str, set[tuple[str, str, str]]] = {}
    """For each norm the parts that its cases have not decided; once none is left, none is asked."""
    for result in results:
        norm = result.pair.plan.norm
        if norm.id not in undecided:
            undecided[norm.id] = set()
            for part in result.pair.plan.parts:
                place = _place(library, norm, part)
                known.setdefault(place, Decided(*place, part.item, None))
                if known[place].by is None:
                    undecided[norm.id].add(place)
        left = undecided[norm.id]
        for part in decided_by(result) if left else ():
            place = _place(library, norm, part)
            if place in left:
                left.remove(place)
                known[place] = known[place]._replace(by=known[place].by or result)
    return sorted(known.values(), key=lambda one: one.owner)  # a stable sort


def _place(library: Library, norm: Norm, part: AnyPart) -> tuple[str, str, str]:
    if isinstance(part.item, Ground):
        return norm.id, "exceptions", part.id
    if part.id in norm.elements:
        return norm.id, "elements", part.id
    chapeaux = reversed(norm.include)  # the last one that has the element gives it
    owner = next(one for one in chapeaux if part.id in library.chapeaux[one].elements)
    return owner, "elements", part.id


def decided_by(result: CaseResult) -> Iterator[AnyPart]:
    """The parts that a case decides; mostly one or none."""
    if not result.passed:
        return
    pair, case = result.pair, result.case
    alone = blame(pair).alone
    if alone is not None:
        yield alone
    if case.elements:
        for part in pair.plan.parts:
            telling = _APPLYING if isinstance(part.item, Ground) else _FAILING
            expected = case.elements.get(part.id)
            if expected is not None and expected in telling:
                yield part
    if case.marks and Mark.MENTAL in case.marks:
        unproved = [
            part
            for part in pair.plan.elements
            if is_mental(part.item) and pair.value(part.node, pair.view).truth is Truth.OPEN
        ]
        yield from unproved if len(unproved) == 1 else ()


_FAILING = set(ElementValue) - {ElementValue.SUPPORTED}
_APPLYING = {ElementValue.SUPPORTED, ElementValue.DISPUTED}
