"""Nodes to models: every fault of shape, each at its place, with the near word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from lawmap.diagnostics import Diagnostic, did_you_mean
from lawmap.model.base import EXAMPLES, FileRecord

from .nodes import Document, Step
from .salvage import salvage

MAX_FAULTS = 50
"""So many faults of one file are listed; one more says how many there are."""

MAX_SHOWN = 60
"""So many characters of a wrong value are repeated in a message."""

T = TypeVar("T", bound=FileRecord)

_CODES = {
    "extra_forbidden": "LM101",
    "missing": "LM102",
    "wrong_date": "LM105",
    "string_pattern_mismatch": "LM106",
    "too_many_words": "LM109",
    "no_condition": "LM104",
    "enum": "LM104",
    "literal_error": "LM104",
    "value_error": "LM104",
    "string_too_short": "LM104",
    "too_short": "LM104",
    "greater_than_equal": "LM104",
}
_WRONG_TYPE = "LM103"

_MENDS = {
    "LM101": "Delete or rename the key.",
    "LM102": "Add the key.",
    "LM103": "Write the shape that this key takes; 'lawmap schema' prints it.",
    "LM104": "Write a value that this key admits; 'lawmap schema' prints them.",
    "LM105": "Write the date as 2024-10-31, 2024-10, 2024 or a period 2024-09/2024-11.",
    "LM106": "Follow the pattern of the example.",
    "LM109": "Shorten the quotation; only the operative words are quoted.",
}


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
        faults = sorted(
            (_diagnostic(document, model, detail) for detail in details),
            key=lambda fault: fault.position,
        )
    return salvage(document.data, model, details), list(_limited(faults))


def _is_echo(detail: ErrorDetails) -> bool:
    """A list is also called empty where all its items are wrong: that says nothing new."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _limited(faults: list[Diagnostic]) -> Iterable[Diagnostic]:
    yield from faults[:MAX_FAULTS]
    if len(faults) > MAX_FAULTS:
        message = f"{len(faults) - MAX_FAULTS:,} more faults of shape in this file"
        place = faults[MAX_FAULTS].position
        yield Diagnostic(place, "LM110", message, "Mend the ones above first.")


def _diagnostic(document: Document, model: type[BaseModel], detail: ErrorDetails) -> Diagnostic:
    at: tuple[Step, ...] = detail["loc"]
    code = _CODES.get(detail["type"], _WRONG_TYPE)
    on_key = at[-1:] == ("[key]",)  # pydantic's word for a key of a mapping
    whole = code == "LM102" or on_key
    place = at[:-1] if whole else at
    message = _message(model, code, detail)
    return document.fault(place, code, message, _MENDS[code], key=code == "LM101" or on_key)


def _message(model: type[BaseModel], code: str, detail: ErrorDetails) -> str:
    if detail["input"] == "" and code not in _ON_KEYS:
        return "there is no value"
    writer = _MESSAGES.get(detail["type"])
    if writer is not None:
        return writer(model, detail)
    if code != _WRONG_TYPE:
        return _reason(detail)
    wanted = _WANTED.get(detail["type"], "another kind of value")
    return f"{_kind(detail['input'])} stands where {wanted} is needed"


_ON_KEYS = ("LM101", "LM102")


def _unknown_key(model: type[BaseModel], detail: ErrorDetails) -> str:
    *at, name = detail["loc"]
    return f"unknown key '{name}'{did_you_mean(str(name), _keys_at(model, tuple(at)))}"


def _missing_key(_: type[BaseModel], detail: ErrorDetails) -> str:
    return f"key '{detail['loc'][-1]}' is missing"


def _mismatch(_: type[BaseModel], detail: ErrorDetails) -> str:
    example = EXAMPLES.get(detail["ctx"]["pattern"], "")
    return f"'{_short(detail['input'])}' does not follow the pattern (such as '{example}')"


def _unexpected(_: type[BaseModel], detail: ErrorDetails) -> str:
    choices = detail["ctx"]["expected"].replace(" or ", ", ").split(", ")
    expected = [choice.strip("'") for choice in choices]
    given = _short(detail["input"])
    return f"'{given}' is none of {', '.join(expected)}{did_you_mean(given, expected)}"


_MESSAGES: dict[str, Callable[[type[BaseModel], ErrorDetails], str]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "string_pattern_mismatch": _mismatch,
    "enum": _unexpected,
    "literal_error": _unexpected,
}


def _reason(detail: ErrorDetails) -> str:
    reason, given = detail["msg"].removeprefix("Value error, "), detail["input"]
    return f"{reason}: '{_short(given)}'" if isinstance(given, str) else reason


_WANTED = {
    "model_type": "a mapping",
    "dict_type": "a mapping",
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "a text",
}


def _kind(given: object) -> str:
    if isinstance(given, dict):
        return "a mapping"
    return "a list" if isinstance(given, list) else f"the text '{_short(given)}'"


def _short(given: object) -> str:
    text = str(given)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}..."


def _keys_at(model: type[BaseModel], at: tuple[Step, ...]) -> set[str]:
    """The keys that a mapping at this place may have."""
    models = {model}
    for step in at:
        deeper = {
            inner
            for outer in models
            for name, field in outer.model_fields.items()
            if step == (field.alias or name)
            for inner in _models_in(field)
        }
        models = deeper or models
    return {field.alias or name for model in models for name, field in model.model_fields.items()}


def _models_in(field: FieldInfo) -> Iterable[type[BaseModel]]:
    pending: list[Any] = [field.annotation]
    while pending:
        annotation = pending.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield annotation
        else:
            pending.extend(get_args(annotation))
