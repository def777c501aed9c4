"""What may stand at a place of a file: the keys of a mapping, the values of a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from .nodes import Step


def keys_at(model: type[BaseModel], at: Iterable[Step]) -> set[str]:
    """The keys that a mapping at this place may have."""
    return {key for one in models_at(model, at) for key in fields_of(one)}


def models_at(model: type[BaseModel], at: Iterable[Step]) -> list[type[BaseModel]]:
    """The models whose shape a mapping at this place may have, in an order that never changes."""
    models = [model]
    for step in at:
        deeper = [
            inner
            for outer in models
            for name, field in fields_of(outer).items()
            if step == name
            for inner in _models_in(field)
        ]
        # pydantic's ways also name members of unions, those of conditions by their key: <not>.
        named = [one for one in models if str(step)[1:-1] in fields_of(one)]
        models = list(dict.fromkeys(deeper or named or models))
    return models


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model, by the keys that a file has for them."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def choices_of(detail: ErrorDetails) -> list[str]:
    """The values of which pydantic found none."""
    choices = detail["ctx"]["expected"].replace(" or ", ", ").split(", ")
    return [choice.strip("'") for choice in choices]


def kinds_of(field: FieldInfo) -> Iterator[Any]:
    """Every type that a value of a field, or an item of it, may have."""
    pending: list[Any] = [field.annotation]
    while pending:
        annotation = pending.pop()
        inner = get_args(annotation)
        pending.extend(inner)
        if not inner:
            yield annotation


def _models_in(field: FieldInfo) -> Iterator[type[BaseModel]]:
    for kind in kinds_of(field):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield kind
