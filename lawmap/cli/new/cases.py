"""The first cases of a norm: thought of by its elements, and kept only as they really come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from lawmap.loading.yaml_writer import Items, Row
from lawmap.matching import CaseResult, blame, run_cases
from lawmap.matching.cases import ASSUMED
from lawmap.model.case import Case
from lawmap.model.conditions import All, AnyOf, AtLeast, Condition, Not
from lawmap.model.library import Library
from lawmap.model.norm import Element, ElementKind, Norm
from lawmap.model.outcome import Answer, Outcome

Fact = str | Row
Facts = list[Fact]
Data = dict[str, Any]

_NOT_ENGAGED = (Outcome.EXCLUDED, Outcome.SILENT)


def first_cases(library: Library, norm: Norm) -> list[Data]:
    """An engaged, a not engaged and an open case, and one for each part that they do not decide.

    What does not come out so is left out.

    Args:
        library: everything, with the norm.
        norm: a norm without cases.
    """
    thought = list(_thought(library, norm))
    tried = norm.model_copy(update={"cases": tuple(Case.model_validate(one) for one in thought)})
    world = replace(library, norms={**library.norms, norm.id: tried})
    results = list(run_cases(world, lambda one, _: one.id == norm.id))
    chosen = list(_chosen(results, norm))
    return [{**thought[at], "expect": results[at].outcome.value} for at in chosen]


def _chosen(results: list[CaseResult], norm: Norm) -> Iterator[int]:
    """The numbers of the cases to keep."""
    decided: set[str] = set()
    for wanted in ((Outcome.ENGAGED,), _NOT_ENGAGED, (Outcome.ARGUABLE,)):
        fitting = [at for at, result in enumerate(results) if result.outcome in wanted]
        for at in fitting:
            alone = blame(results[at].pair).alone
            new = alone is not None and alone.id in norm.elements and alone.id not in decided
            if new or at == fitting[0]:
                yield at
                decided |= {alone.id} if alone else set()


def _thought(library: Library, norm: Norm) -> Iterator[Data]:
    """Every case worth trying, the plainest of each sort first."""
    elements = {
        name: item
        for name, item in library.elements_of(norm).items()
        if item.kind is not ElementKind.MENTAL
    }
    others = [name for name, item in elements.items() if item.kind is not ElementKind.CONDUCT]
    acts = [item for item in elements.values() if item.kind is ElementKind.CONDUCT]
    everything = _facts(elements.values())
    yield _case("every element reported", everything)
    denied = [fact for act in acts for fact in _against(act.condition)]
    yield _case("the conduct denied", [*_facts(elements[name] for name in others), *denied])
    for name in others:
        rest = _facts(item for key, item in elements.items() if key != name)
        yield _case(f"{name.replace('-', ' ')} not reported", rest)
    around = _facts(elements[name] for name in others)
    for hint in norm.hints:
        yield _case("only a hint reported", [*around, hint])
    unknown = {"applicable": Answer.UNKNOWN.value}
    yield _case("every element reported, not known whether the norm applied", everything, unknown)


def _case(name: str, facts: Facts, more: Data | None = None) -> Data:
    return {
        "name": name,
        "facts": Items(facts),
        **(more or {}),
        "expect": Outcome.SILENT.value,
    }


def _facts(elements: Iterable[Element]) -> Facts:
    """What must be reported for these elements, without what every case takes for granted."""
    found = [fact for item in elements for fact in _towards(item.condition)]
    return [fact for at, fact in enumerate(found) if fact not in found[:at] and fact not in ASSUMED]


def _towards(condition: Condition) -> Facts:
    """Facts that satisfy a condition; comparisons of age, number and time are left to people."""
    match condition:
        case str():
            return [condition]
        case All(all=parts):
            return [fact for part in parts for fact in _towards(part)]
        case AnyOf(any=parts):
            return _towards(parts[0])
        case AtLeast(at_least=threshold):
            return [fact for part in threshold.of[: threshold.n] for fact in _towards(part)]
        case Not(not_=part):
            return _against(part)
        case _:
            return []


def _against(condition: Condition) -> Facts:
    """Facts that deny a condition."""
    match condition:
        case str():
            return [Row({"not": condition})]
        case All(all=parts):
            return _against(parts[0])
        case AnyOf(any=parts):
            return [fact for part in parts for fact in _against(part)]
        case AtLeast(at_least=threshold):
            return [fact for part in threshold.of for fact in _against(part)]
        case Not(not_=part):
            return _towards(part)
        case _:
            return []
