"""What a key of a file is for and how its value looks, as the models say: mends of faults of shape.

The models carry a line under each field. It is what editors show for a key, and what a message
shows to somebody who left it out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lawmap.model.base import SLUG, Pattern
from lawmap.model.descriptions import descriptions
from lawmap.periods import Period
from lawmap.wording import first_of

from .choices import fields_of, models_at
from .nodes import Step

MAX_KEYS = 12
"""So many keys are listed; of others their number is said."""

_LONGEST_EXAMPLE = 30
_ANY_ID = rf"^{SLUG}$"
"""Ids of this pattern are of many things, and the example is of one."""


def to_write(model: type[BaseModel], at: Iterable[Step], key: str) -> str:
    """How a key is written, and what it is for: ``'title: ...': a line that says ...``.

    Args:
        model: the kind of file.
        at: the place of the mapping in which it belongs.
        key: the key.
    """
    found = _found(model, at, key)
    if found is None:
        return f"'{key}: ...'."
    field, text = found
    choices = ", ".join(_choices(field))
    one_of = f" It is one of {choices}." if choices else ""
    return f"'{key}: {_example(field)}': {_inline(text)}{one_of}"


def to_choose(model: type[BaseModel], at: Iterable[Step], written: Iterable[str]) -> str:
    """The keys that may stand at a place, without those that do already, in their usual order."""
    taken = set(written)
    usual = (key for one in models_at(model, at) for key in fields_of(one))
    left = [key for key in dict.fromkeys(usual) if key not in taken]
    return first_of(left, MAX_KEYS)


def field_at(model: type[BaseModel], at: Iterable[Step], key: str) -> FieldInfo | None:
    """The field of a key; None if there is none, or if it is not certain which is meant."""
    found = _found(model, at, key)
    return found and found[0]


def _found(model: type[BaseModel], at: Iterable[Step], key: str) -> tuple[FieldInfo, str] | None:
    """The field of a key, and what is said of it."""
    fields = [
        (field, descriptions(one).get(name, ""))
        for one in models_at(model, at)
        for name, field in one.model_fields.items()
        if key == (field.alias or name)
    ]
    return fields[0] if len({text for _, text in fields}) == 1 else None


def _example(field: FieldInfo) -> str:
    """A value that a key may have, or dots where every value is another."""
    pattern = next((one for one in field.metadata if isinstance(one, Pattern)), None)
    if pattern and pattern.pattern != _ANY_ID and len(pattern.example) <= _LONGEST_EXAMPLE:
        return pattern.example
    annotation: Any = field.annotation
    if isinstance(annotation, UnionType):
        annotation = next(one for one in get_args(annotation) if one is not NoneType)
    return _EXAMPLES.get(get_origin(annotation) or annotation, "...")


_EXAMPLES: dict[object, str] = {
    date: "YYYY-MM-DD",  # never a day that somebody could leave as it is
    Period: "YYYY-MM",
    int: "1",
    bool: "true",
    tuple: "[...]",
    dict: "{...}",
}


def _choices(field: FieldInfo) -> list[str]:
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [str(one.value) for one in kind]
    return []


def _inline(sentence: str) -> str:
    """A sentence as it goes on after a colon: with a small letter, but for abbreviations."""
    text = " ".join(sentence.split())
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
