"""The few conditions that no facts meet together, or from which another follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations
from typing import NamedTuple, TypeVar

from lawmap.model.presumption import Presumption
from lawmap.wording import listed

from .asked import Asked
from .formulas import Formula, Said
from .places import Place
from .possible import Possible
from .presumed import Presumed

T = TypeVar("T")


class Reason(NamedTuple):
    """What is enough for a conflict, or for another condition to follow; all of it is needed."""

    parts: tuple[Asked, ...]
    presumptions: tuple[Presumption, ...]

    @property
    def owners(self) -> tuple[str, ...]:
        """Whose conditions they are, as messages name them."""
        return tuple(dict.fromkeys(one.owner for one in self.parts))

    @property
    def by_presumption(self) -> str:
        """The words on presumptions, if there are any."""
        names = listed([f"'{rule.id}'" for rule in self.presumptions])
        return f", because of presumption {names}" if names else ""


def conflict(possible: Possible, wanted: Iterable[Asked]) -> Reason:
    """Why no facts meet all of these conditions; it is known that none do."""
    conjuncts = [part for one in wanted for part in _conjuncts(one)]
    parts = smallest(conjuncts, lambda some: not possible.can_meet(formulas(some)))
    asked = formulas(parts)
    return _reason(parts, possible, lambda law: not law.can_meet(asked))


def entailment(possible: Possible, wanted: Asked, given: Iterable[Asked]) -> Reason:
    """From which of these conditions another follows; it is known that it does."""
    parts = smallest(tuple(given), lambda some: possible.follows(wanted.formula, formulas(some)))
    asked = formulas(parts)
    return _reason(parts, possible, lambda law: law.follows(wanted.formula, asked))


def _reason(parts: list[Asked], possible: Possible, holds: Callable[[Possible], bool]) -> Reason:
    def is_enough(rules: Sequence[Presumed]) -> bool:
        return holds(possible.with_presumed(rules))

    rules = smallest(possible.presumptions.rules, is_enough)
    return Reason(tuple(parts), tuple(one.rule for one in rules))


def smallest(items: Sequence[T], is_enough: Callable[[Sequence[T]], bool]) -> list[T]:
    """Items that are enough, of which none can be spared; later ones rather than earlier ones."""
    kept = list(items)
    for item in items:
        rest = [one for one in kept if one is not item]
        if is_enough(rest):
            kept = rest
    return kept


def formulas(asked: Iterable[Asked]) -> list[Formula]:
    """Their formulas."""
    return [one.formula for one in asked]


def conflict_words(possible: Possible, found: Reason) -> str:
    """A conflict, as the end of a sentence: ``no facts meet 'act.a' and 'not act.a' at once``."""
    first, *others = found.parts
    if others:
        words = f"no facts meet {listed([one.words for one in found.parts])} at once"
    else:
        words = f"no facts meet {'any part of ' if first.parts else ''}{first.words}"
    return f"{words}{found.by_presumption or _by_terms(possible, found)}"


def _by_terms(possible: Possible, found: Reason) -> str:
    said = [one.formula for one in found.parts if isinstance(one.formula, Said)]
    if len(found.parts) == len(said) == 1:
        return ": a derived term is never contradicted"
    for narrow, broad in permutations(said, 2):
        if narrow.holds and not broad.holds and broad.term in possible.tree.broader(narrow.term):
            return f", because '{narrow.term}' is narrower than '{broad.term}'"
    return ""


def other_places(
    possible: Possible, found: Reason, here: Asked | None = None
) -> Iterator[tuple[Place, str]]:
    """What a reader has to see beside the place of a fault, each with words on it.

    Args:
        possible: what facts can support.
        found: the conflict, or from what the condition follows.
        here: the part that stands at the place of the fault, if one does.
    """
    for part in here.parts if found.parts == (here,) and here else ():
        if not possible.can_meet((part.formula,)):
            yield part.place, conflict_words(possible, conflict(possible, (part,)))
    for one in found.parts:
        if one is not here:
            yield one.place, f"{one.words} is asked for here"
    for rule in found.presumptions:
        yield Place(rule, ("if",)), f"presumption '{rule.id}'"


def _conjuncts(one: Asked) -> Iterator[Asked]:
    """The parts that must all be met, each as small as can be."""
    parts = () if one.has_alternatives else one.parts
    if not parts:
        yield one
    for part in parts:
        yield from _conjuncts(part)
