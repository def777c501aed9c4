"""Words for faults of shape: what is wrong, with what was got."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from lawmap.diagnostics import did_you_mean
from lawmap.model.base import EXAMPLES

from .choices import choices_of, keys_at

MAX_SHOWN = 60
"""So many characters of a wrong value are repeated in a message."""

Model = type[BaseModel]


def message_of(model: Model, code: str, detail: ErrorDetails) -> str:
    """What is wrong.

    Args:
        model: the kind of the file.
        code: the code of the fault.
        detail: what pydantic says of it.
    """
    if detail["input"] == "" and code not in ON_KEYS:
        return "there is no value"
    writer = _MESSAGES.get(detail["type"])
    if writer is not None:
        return writer(model, detail)
    if code != _WRONG_TYPE:
        return _reason(detail)
    wanted = _WANTED.get(detail["type"], "another kind of value")
    return f"{_kind(detail['input'])} stands where {wanted} is needed"


ON_KEYS = ("LM101", "LM102")
"""Codes of faults that lie in a key and not in its value."""
_WRONG_TYPE = "LM103"


def _unknown_key(model: Model, detail: ErrorDetails) -> str:
    *at, name = detail["loc"]
    return f"unknown key '{name}'{did_you_mean(str(name), keys_at(model, at))}"


def _missing(_: Model, detail: ErrorDetails) -> str:
    last = detail["loc"][-1]
    return f"key '{last}' is missing" if isinstance(last, str) else f"item {last + 1} is missing"


def _mismatch(_: Model, detail: ErrorDetails) -> str:
    example = EXAMPLES.get(detail["ctx"]["pattern"], "")
    return f"'{short(detail['input'])}' does not follow the pattern (such as '{example}')"


def _too_long(_: Model, detail: ErrorDetails) -> str:
    longest = detail["ctx"]["max_length"]
    return f"'{short(detail['input'])}' has more than {longest} characters"


def _unexpected(_: Model, detail: ErrorDetails) -> str:
    expected, given = choices_of(detail), short(detail["input"])
    return f"'{given}' is none of {', '.join(expected)}{did_you_mean(given, expected)}"


def _too_few(_: Model, detail: ErrorDetails) -> str:
    got, needed = detail["ctx"]["actual_length"], detail["ctx"]["min_length"]
    return f"there {_are(got)}, and at least {needed} {'is' if needed == 1 else 'are'} needed"


def _too_many(_: Model, detail: ErrorDetails) -> str:
    return f"there {_are(len(detail['input']))}, and {detail['ctx']['max_length']} are needed"


def _are(number: int) -> str:
    return "is nothing" if not number else "is 1 item" if number == 1 else f"are {number} items"


def _too_small(_: Model, detail: ErrorDetails) -> str:
    return f"'{short(detail['input'])}' is less than {detail['ctx']['ge']}"


def _blank(_: Model, __: ErrorDetails) -> str:
    return "there is no value but blanks"


_MESSAGES: dict[str, Callable[[Model, ErrorDetails], str]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_pattern_mismatch": _mismatch,
    "string_too_long": _too_long,
    "enum": _unexpected,
    "literal_error": _unexpected,
    "too_short": _too_few,
    "too_long": _too_many,
    "greater_than_equal": _too_small,
    "string_too_short": _blank,
}


def _reason(detail: ErrorDetails) -> str:
    reason, given = detail["msg"].removeprefix("Value error, "), detail["input"]
    meant = detail.get("ctx", {}).get("meant")
    hint = f" (did you mean '{meant}'?)" if meant else ""
    return f"{reason}: '{short(given)}'{hint}" if isinstance(given, str) else reason


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
    return "a list" if isinstance(given, list) else f"the text '{short(given)}'"


def short(given: object) -> str:
    """A wrong value as messages repeat it."""
    text = str(given)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}..."
