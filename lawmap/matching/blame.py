"""On what the outcome of a pair turns: the elements and exceptions that made it what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawmap.model.norm import Element, ElementKind, Ground
from lawmap.model.outcome import Answer, Outcome
from lawmap.truth import Truth

from .compile import AnyPart, Part
from .pair import Pair, is_mental

_APPLICABLE = {
    (Outcome.EXCLUDED, Answer.NO): "the norm does not apply",
    (Outcome.ARGUABLE, Answer.UNKNOWN): "it is not known whether the norm applies",
}
_ELEMENTS = {
    Outcome.EXCLUDED: (Truth.CONTRADICTED,),
    Outcome.ARGUABLE: (Truth.OPEN,),
    Outcome.CONTESTED: (Truth.DISPUTED,),
}
_EXCEPTIONS = {
    Outcome.EXCEPTED: (Truth.SUPPORTED,),
    Outcome.CONTESTED: (Truth.DISPUTED,),
}


class Blame(NamedTuple):
    """On what an outcome turns."""

    parts: tuple[AnyPart, ...]
    sentences: tuple[str, ...]
    """The same in words, with what is not a part; never empty."""

    @property
    def alone(self) -> AnyPart | None:
        """The part without which the outcome would be another one, if there is such a part."""
        return self.parts[0] if self.parts and len(self.sentences) == 1 else None


def blame(pair: Pair) -> Blame:
    """On what the outcome of a pair without responses turns; see :mod:`.outcome`."""
    outcome, view = pair.judgement.outcome, pair.view
    if outcome is Outcome.ENGAGED:
        return _NOTHING
    applies = _APPLICABLE.get((outcome, pair.applicable(view)))
    parts: tuple[AnyPart, ...] = (*_elements(pair, outcome), *_grounds(pair, outcome))
    said = [f"{named(part)} is {pair.value(part.node, view).truth.value}" for part in parts]
    return Blame(parts, (*([applies] if applies else []), *said))


_NOTHING = Blame((), ("every element that decides is supported, and no exception",))


def named(part: AnyPart) -> str:
    """A part in words: ``'forced'``, or ``exception 'evacuation'``."""
    return f"'{part.id}'" if isinstance(part.item, Element) else f"exception '{part.id}'"


def _elements(pair: Pair, outcome: Outcome) -> Iterator[Part[Element]]:
    for part in pair.plan.elements:
        truth = pair.value(part.node, pair.view).truth
        if outcome is Outcome.SILENT:
            turns = truth is Truth.OPEN and (part.item.special or _is_unhinted_conduct(pair, part))
        elif is_mental(part.item):
            unsettled = (Truth.CONTRADICTED, Truth.DISPUTED)
            turns = outcome is Outcome.CONTESTED and truth in unsettled
        else:
            turns = truth in _ELEMENTS.get(outcome, ())
        if turns:
            yield part


def _is_unhinted_conduct(pair: Pair, part: Part[Element]) -> bool:
    hints = (pair.value(node, pair.view) for node in pair.plan.hints)
    is_conduct = part.item.kind is ElementKind.CONDUCT
    return is_conduct and not any(hint.is_asserted for hint in hints)


def _grounds(pair: Pair, outcome: Outcome) -> Iterator[Part[Ground]]:
    for part in pair.plan.exceptions:
        value = pair.value(part.node, pair.view)
        if value.truth in _EXCEPTIONS.get(outcome, ()) and not value.in_part:
            yield part
