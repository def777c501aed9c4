"""Descriptions of fields: the docstring under each, for schemas and for messages.

pydantic can read them when classes are made. That parses every module at every start, and few runs
ask for a description, so they are read when one does.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


@cache
def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """The description of each field that has one, by the name of the field.

    Args:
        model: a kind of record; what it builds on is read with it.
    """
    above = descriptions(model.__mro__[1]) if issubclass(model.__mro__[1], BaseModel) else {}
    if model is BaseModel:
        return {}
    source = ast.parse(dedent(inspect.getsource(model)))
    made = next(node for node in source.body if isinstance(node, ast.ClassDef))
    own = {name: text for name, text in _under_fields(made) if name in model.model_fields}
    return above | own


def _under_fields(made: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, text in pairwise(made.body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
            and isinstance(text.value.value, str)
        ):
            yield field.target.id, inspect.cleandoc(text.value.value)
