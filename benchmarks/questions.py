"""The same questions for everybody: each element, exception and norm of the pack, in two values.

A question is answered for one allegation by yes or no. The leaves of a condition (terms, and
comparisons of age, number and date) are variables that hold or do not hold. A norm is met where all
its elements hold and none of its exceptions does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple

from lawmap.matching.compile import Plan
from lawmap.model.conditions import All, AnyOf, AtLeast, Condition, Not


class NormQuestion(NamedTuple):
    """Whether a norm is met: places of its elements and exceptions among the conditions."""

    elements: tuple[int, ...]
    exceptions: tuple[int, ...]


@dataclass(frozen=True)
class Questions:
    """What is asked of every allegation: first the conditions, then the norms."""

    plan: Plan
    conditions: tuple[Condition, ...]
    norms: tuple[NormQuestion, ...]
    names: Mapping[Condition, str]
    """The variable of each leaf, in the order of the variables."""

    def __len__(self) -> int:
        return len(self.conditions) + len(self.norms)


def questions_of(plan: Plan) -> Questions:
    """Every distinct condition of an element or exception, and every norm."""
    places: dict[Condition, int] = {}

    def place(condition: Condition) -> int:
        return places.setdefault(condition, len(places))

    norms = tuple(
        NormQuestion(
            tuple(place(part.item.condition) for part in norm.elements),
            tuple(place(part.item.condition) for part in norm.exceptions),
        )
        for norm in plan.norms
    )
    leaves = dict.fromkeys(leaf for condition in places for leaf in leaves_of(condition))
    names = {leaf: f"v{number}" for number, leaf in enumerate(leaves)}
    return Questions(plan, tuple(places), norms, names)


def leaves_of(condition: Condition) -> Iterator[Condition]:
    """The terms and comparisons of a condition."""
    parts = _parts(condition)
    if parts is None:
        yield condition
    else:
        for part in parts:
            yield from leaves_of(part)


def _parts(condition: Condition) -> tuple[Condition, ...] | None:
    match condition:
        case All(all=parts) | AnyOf(any=parts):
            return parts
        case Not(not_=part):
            return (part,)
        case AtLeast(at_least=threshold):
            return threshold.of
        case _:
            return None


def as_text(questions: Questions) -> list[str]:
    """Every question as an expression that Python, rule-engine and ZEN read alike."""
    texts = [_text(condition, questions.names) for condition in questions.conditions]
    return [*texts, *norms_as_text(questions, texts)]


def norms_as_text(questions: Questions, conditions: list[str]) -> list[str]:
    """Every norm as an expression over the texts of the conditions, whatever these are."""
    return [
        _joined(
            " and ",
            [
                *(conditions[place] for place in norm.elements),
                *(f"not({conditions[place]})" for place in norm.exceptions),
            ],
        )
        for norm in questions.norms
    ]


def _text(condition: Condition, names: Mapping[Condition, str]) -> str:
    match condition:
        case All(all=parts):
            return _joined(" and ", [_text(part, names) for part in parts])
        case AnyOf(any=parts):
            return _joined(" or ", [_text(part, names) for part in parts])
        case Not(not_=part):
            return f"not({_text(part, names)})"
        case AtLeast(at_least=threshold):
            found = [_text(part, names) for part in threshold.of]
            chosen = [_joined(" and ", list(some)) for some in combinations(found, threshold.n)]
            return _joined(" or ", chosen)
        case _:
            return names[condition]


def _joined(word: str, parts: list[str]) -> str:
    return f"({word.join(parts)})" if len(parts) > 1 else parts[0]


Json = dict[str, Any]


def as_json_logic(questions: Questions) -> list[Json]:
    """Every question as a rule of JsonLogic."""
    rules = [_json(condition, questions.names) for condition in questions.conditions]
    norms = [
        {
            "and": [
                *(rules[place] for place in norm.elements),
                *({"!": [rules[place]]} for place in norm.exceptions),
            ]
        }
        for norm in questions.norms
    ]
    return [*rules, *norms]


def _json(condition: Condition, names: Mapping[Condition, str]) -> Json:
    match condition:
        case All(all=parts):
            return {"and": [_json(part, names) for part in parts]}
        case AnyOf(any=parts):
            return {"or": [_json(part, names) for part in parts]}
        case Not(not_=part):
            return {"!": [_json(part, names)]}
        case AtLeast(at_least=threshold):
            found = [_json(part, names) for part in threshold.of]
            return {"or": [{"and": list(some)} for some in combinations(found, threshold.n)]}
        case _:
            return {"var": names[condition]}
