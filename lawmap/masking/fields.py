"""Which fields of a record hold free text, in which any word may be a name."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, StringConstraints

IDENTIFIER = re.compile(r"(?!.*://)[a-z0-9][a-z0-9:.#@()/_-]*")
"""Ids, terms, pinpoints and passages. They tie records together and are never shown as text."""


@cache
def free_texts(model: type[BaseModel]) -> frozenset[str]:
    """The fields whose texts follow no pattern, alone, in a list or as values of a mapping."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if any(isinstance(one, StringConstraints) for one in field.metadata)
        or _is_free(field.annotation)
    )


def _is_free(annotation: Any) -> bool:
    if isinstance(annotation, StringConstraints):
        return True
    inner = get_args(annotation)
    if get_origin(annotation) is dict:
        inner = inner[1:]
    if hasattr(annotation, "__metadata__"):
        inner = (*inner, *annotation.__metadata__)
    return any(map(_is_free, inner))
