"""Conditions in a normal form: two that mean the same are equal."""

from __future__ import annotations

from collections.abc import Iterable

from lawmap.model.conditions import All, AnyOf, AtLeast, Condition, Not, condition_words


def same_meaning(one: Condition | None, other: Condition | None) -> bool:
    """Whether two conditions hold on the same facts by their form alone.

    The order of parts, parts written twice, brackets within brackets and a double ``not`` make no
    difference. Whether the vocabulary makes two terms alike is not looked at.
    """
    if one is None or other is None:
        return one is other
    return normal(one) == normal(other)


def normal(condition: Condition) -> Condition:
    """The condition in its normal form."""
    match condition:
        case All(all=parts):
            return _joined(All, parts)
        case AnyOf(any=parts):
            return _joined(AnyOf, parts)
        case AtLeast(at_least=threshold):
            return _at_least(condition, threshold.n, threshold.of)
        case Not(not_=Not(not_=inner)):
            return normal(inner)
        case Not(not_=part):
            inner = normal(part)
            return inner.not_ if isinstance(inner, Not) else Not(not_=inner)
        case _:
            return condition


def _joined(kind: type[All] | type[AnyOf], parts: Iterable[Condition]) -> Condition:
    flat: dict[Condition, None] = {}
    for part in map(normal, parts):
        inner = _parts(part) if isinstance(part, kind) else (part,)
        flat.update(dict.fromkeys(inner))
    distinct = _ordered(flat)
    if len(distinct) == 1:
        return distinct[0]
    return All(all=distinct) if kind is All else AnyOf(any=distinct)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case All(all=parts) | AnyOf(any=parts):
            return parts
        case _:
            return (condition,)


def _at_least(condition: AtLeast, n: int, parts: tuple[Condition, ...]) -> Condition:
    """One of several is any of them, all of several are all; parts may count twice here."""
    if n == 1:
        return _joined(AnyOf, parts)
    if n == len(parts):
        return _joined(All, parts)
    counted = condition.at_least.model_copy(update={"of": _ordered(map(normal, parts))})
    return condition.model_copy(update={"at_least": counted})


def _ordered(parts: Iterable[Condition]) -> tuple[Condition, ...]:
    return tuple(sorted(parts, key=condition_words))
