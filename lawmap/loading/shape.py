"""Nodes to models: every fault of shape, each at its place, with the near word."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lawmap.diagnostics import Diagnostic, Position, nearest
from lawmap.model.base import FileRecord

from .bounded import MAX_FAULTS, first
from .choices import keys_at
from .nodes import Document, Step
from .salvage import salvage
from .shape_fixes import with_fix
from .shape_mends import mend_of
from .shape_messages import message_of

T = TypeVar("T", bound=FileRecord)

_CODES = {
    "extra_forbidden": "LM101",
    "missing": "LM102",
    "wrong_date": "LM105",
    "wrong_truth_word": "LM104",
    "string_pattern_mismatch": "LM106",
    "string_too_long": "LM106",
    "too_many_words": "LM109",
    "no_condition": "LM104",
    "enum": "LM104",
    "literal_error": "LM104",
    "value_error": "LM104",
    "string_too_short": "LM104",
    "too_short": "LM104",
    "too_long": "LM104",
    "greater_than_equal": "LM104",
}
_WRONG_TYPE = "LM103"


def read_shape(document: Document, model: type[T]) -> tuple[T | None, list[Diagnostic]]:
    """Give a document the shape of a model.

    Returns:
        The value and every fault. Parts at fault are left out of the value; it is None if too
        little would be left.
    """
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        details = [one for one in error.errors(include_url=False) if not _is_echo(one)]
    told = _without_misspelt(model, details)
    told.sort(key=lambda detail: _position(document, detail))
    faults = first(told, lambda detail: _diagnostic(document, model, detail), " of shape")
    return salvage(document.data, model, details), faults


def _is_echo(detail: ErrorDetails) -> bool:
    """A list is also called too short where items of it are wrong: that says nothing new."""
    return detail["type"] == "too_short" and len(detail["input"]) > detail["ctx"]["actual_length"]


def _without_misspelt(model: type[BaseModel], details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without missing keys for which others were probably meant: that says nothing new."""
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    renamed = {
        (*at, meant)
        for *at, name in unknown[:MAX_FAULTS]
        if (meant := nearest(str(name), keys_at(model, at)))
    }
    return [one for one in details if one["type"] != "missing" or one["loc"] not in renamed]


def _diagnostic(document: Document, model: type[FileRecord], detail: ErrorDetails) -> Diagnostic:
    at: tuple[Step, ...] = detail["loc"]
    code = _code(detail)
    place, key = _place(detail)
    message = message_of(model, code, detail)
    mend = mend_of(model, code, detail, document.keys(at[:-1]))
    fault = document.fault(place, code, message, mend, key=key)
    return with_fix(fault, document, model, detail)


def _position(document: Document, detail: ErrorDetails) -> Position:
    place, key = _place(detail)
    return document.locate(place, key=key)


def _place(detail: ErrorDetails) -> tuple[tuple[Step, ...], bool]:
    """Where a fault lies, and whether in the last key instead of its value."""
    at: tuple[Step, ...] = detail["loc"]
    code = _code(detail)
    on_key = at[-1:] == ("[key]",)  # pydantic's word for a key of a mapping
    return at[:-1] if code == "LM102" or on_key else at, code == "LM101" or on_key


def _code(detail: ErrorDetails) -> str:
    return _CODES.get(detail["type"], _WRONG_TYPE)
