"""Conditions of elements, exceptions, presumptions and roles.

A condition is a term; ``all``, ``any``, ``not``, ``at_least``; or a comparison of age, number or
date. Nothing else: law that needs more is a presumption or a new term, not new syntax.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from .base import EdtfPeriod, Record, TermId, Whole

MAX_COUNTED = 50
"""So many conditions a threshold counts at most; the ways to choose some of them grow fast."""

_COMPARISONS = ("exactly", "at_least", "at_most", "below", "between")


class Limit(Record):
    """What an age or number is compared with; exactly one key."""

    exactly: Whole | None = None
    """Equal to this number."""
    at_least: Whole | None = None
    """This number or more."""
    at_most: Whole | None = None
    """This number or less."""
    below: Whole | None = None
    """Less than this number."""
    between: tuple[Whole, Whole] | None = None
    """From the first number to the second, both included."""

    @model_validator(mode="after")
    def _one_key(self) -> Limit:
        given = [name for name in _COMPARISONS if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"needs exactly one of {', '.join(_COMPARISONS)}")
        if self.between and self.between[1] < self.between[0]:
            raise ValueError("the first number of 'between' is the larger one")
        return self

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """Lowest and highest number that satisfies it; None is no limit."""
        if self.exactly is not None:
            return self.exactly, self.exactly
        if self.between is not None:
            return self.between
        highest = self.at_most if self.below is None else self.below - 1
        return self.at_least, highest


class DateLimit(Record):
    """What the reported time is compared with."""

    between: tuple[EdtfPeriod, EdtfPeriod]
    """From the first day of the first date to the last day of the second."""

    @model_validator(mode="after")
    def _forwards(self) -> DateLimit:
        begin, end = self.between
        if begin.first and end.last and end.last < begin.first:
            reason = "the time ends before it begins"
            raise PydanticCustomError("wrong_date", "{reason}", {"reason": reason})
        return self


class Threshold(Record):
    """A number of conditions out of several."""

    n: Whole = Field(ge=1)
    """How many must hold."""
    of: tuple[Condition, ...] = Field(min_length=1)
    """The conditions that are counted."""

    @model_validator(mode="after")
    def _reachable(self) -> Threshold:
        if len(self.of) > MAX_COUNTED:
            raise ValueError(f"counts {len(self.of)} conditions; at most {MAX_COUNTED} are counted")
        if self.n > len(self.of):
            raise ValueError(f"asks for {self.n} of {len(self.of)} conditions")
        return self


class All(Record):
    """All of several conditions."""

    all: tuple[Condition, ...] = Field(min_length=1)
    """Every one of these must hold."""


class AnyOf(Record):
    """At least one of several conditions."""

    any: tuple[Condition, ...] = Field(min_length=1)
    """One of these is enough."""


class Not(Record):
    """That somebody says the opposite; silence does not satisfy it."""

    not_: Condition = Field(alias="not")
    """The condition that somebody denies."""


class AtLeast(Record):
    """A number of conditions out of several."""

    at_least: Threshold
    """How many, and of which."""


class Age(Record):
    """A comparison of the age of the persons concerned, in completed years."""

    age: Limit
    """The age that counts."""


class Number(Record):
    """A comparison of the number of persons concerned."""

    number: Limit
    """The number that counts."""


class DateIs(Record):
    """A comparison of the time of the conduct."""

    date: DateLimit
    """The time that counts."""


_KINDS = {
    "all": All,
    "any": AnyOf,
    "not": Not,
    "at_least": AtLeast,
    "age": Age,
    "number": Number,
    "date": DateIs,
}
# Tags stand in brackets, so that no place of a fault takes one for a key of a file.
_TAGS: dict[type[Any], str] = {model: f"<{key}>" for key, model in _KINDS.items()}


def _tag(value: Any) -> str | None:
    """Name the kind of a raw or read condition, so that faults are reported for that kind only."""
    if isinstance(value, str):
        return "<term>"
    if isinstance(value, dict):
        return next((f"<{key}>" for key in _KINDS if key in value), None)
    return _TAGS.get(type(value))


Condition = Annotated[
    Annotated[TermId, Tag("<term>")]
    | Annotated[All, Tag("<all>")]
    | Annotated[AnyOf, Tag("<any>")]
    | Annotated[Not, Tag("<not>")]
    | Annotated[AtLeast, Tag("<at_least>")]
    | Annotated[Age, Tag("<age>")]
    | Annotated[Number, Tag("<number>")]
    | Annotated[DateIs, Tag("<date>")],
    Discriminator(
        _tag,
        custom_error_type="no_condition",
        custom_error_message=(
            "no condition: write a term, or one of all, any, not, at_least, age, number, date"
        ),
    ),
]

for _model in (Threshold, All, AnyOf, Not):
    _model.model_rebuild()

Step = str | int


def terms_of(
    condition: Condition, at: tuple[Step, ...] = ()
) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every term that a condition reads, with its path inside the condition."""
    match condition:
        case str():
            yield at, condition
        case All(all=parts):
            yield from _terms_of_each(parts, (*at, "all"))
        case AnyOf(any=parts):
            yield from _terms_of_each(parts, (*at, "any"))
        case Not(not_=part):
            yield from terms_of(part, (*at, "not"))
        case AtLeast(at_least=threshold):
            yield from _terms_of_each(threshold.of, (*at, "at_least", "of"))


def _terms_of_each(
    parts: tuple[Condition, ...], at: tuple[Step, ...]
) -> Iterator[tuple[tuple[Step, ...], str]]:
    for index, part in enumerate(parts):
        yield from terms_of(part, (*at, index))


def limit_words(limit: Limit) -> str:
    """A limit in words, such as ``below 15``."""
    if limit.between is not None:
        return f"between {limit.between[0]} and {limit.between[1]}"
    name = next(key for key in _COMPARISONS[:-1] if getattr(limit, key) is not None)
    return f"{name.replace('_', ' ')} {getattr(limit, name)}"


def condition_words(condition: Condition) -> str:
    """A condition in one line, with the ids of terms."""
    match condition:
        case All(all=parts):
            return f"all of ({'; '.join(map(condition_words, parts))})"
        case AnyOf(any=parts):
            return f"any of ({'; '.join(map(condition_words, parts))})"
        case Not(not_=part):
            return f"not {condition_words(part)}"
        case AtLeast(at_least=threshold):
            return f"{threshold.n} of ({'; '.join(map(condition_words, threshold.of))})"
        case Age(age=limit):
            return f"age {limit_words(limit)}"
        case Number(number=limit):
            return f"number {limit_words(limit)}"
        case DateIs(date=limit):
            return f"time between {limit.between[0].text} and {limit.between[1].text}"
        case _:
            return condition
