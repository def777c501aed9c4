"""What to do about faults of shape."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from lawmap.diagnostics import nearest
from lawmap.model.base import FileRecord

from .choices import keys_at, kinds_of
from .guidance import field_at, to_choose, to_write
from .nodes import Step
from .shape_messages import ON_KEYS, short

Model = type[FileRecord]


def mend_of(model: Model, code: str, detail: ErrorDetails, written: Iterable[str]) -> str:
    """What to do about it.

    Args:
        model: the kind of the file.
        code: the code of the fault.
        detail: what pydantic says of it.
        written: the keys that stand beside it.
    """
    way = _way(detail)
    *at, last = way or ("",)
    if isinstance(last, str) and code == "LM102":
        return f"Add {to_write(model, at, last)}"
    if isinstance(last, str) and detail["input"] == "" and code not in ON_KEYS:
        return f"Write {to_write(model, at, last)}"
    if code == "LM101" and not nearest(str(last), keys_at(model, at)):
        left = to_choose(model, at, written)
        others = f"here may stand {left}" if left else "no other may stand here"
        return f"Delete or rename it; {others}."
    if code == "LM105" and _is_day(model, at, last):
        return "Write the day as 2024-10-31."
    if detail["type"] == "string_too_long":
        return "Write a shorter one."
    return _of_text(model, way, detail) or _of_kind(model, way, detail) or _in_general(model, code)


def _way(detail: ErrorDetails) -> tuple[Step, ...]:
    """The way to the fault, without the member of a union with which pydantic may end it."""
    way: tuple[Step, ...] = detail["loc"]
    while way and str(way[-1]).startswith("<"):
        way = way[:-1]
    return way


def _is_day(model: type[BaseModel], at: list[Step], key: Step) -> bool:
    field = field_at(model, at, str(key))
    return field is not None and date in kinds_of(field)


def _of_text(model: Model, way: tuple[Step, ...], detail: ErrorDetails) -> str:
    """What to do about a text that follows no pattern, or is none of several; "" otherwise."""
    given = detail["input"]
    if detail["type"] not in (*_LISTED, "string_pattern_mismatch") or not isinstance(given, str):
        return ""
    if given[-1:] in _MARKS or given[:1] in _MARKS:
        return "Delete the quotation marks in it; YAML knows \" and ' only, one on each side."
    keys = keys_at(model, way)
    sign = next((word for word in given.lower().split() if _SIGNS.get(word) in keys), "")
    if sign:
        return f"'{sign}' between or before terms is written {_FORMS[_SIGNS[sign]]}."
    return "Write one of them." if detail["type"] in _LISTED else ""


_LISTED = ("enum", "literal_error")
_MARKS = tuple("\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb")
_SIGNS = {"not": "not", "or": "any", "and": "all"}
"""Words that people write between terms, and the keys that stand for them."""
_FORMS = {"not": "{not: ...}", "any": "{any: [..., ...]}", "all": "{all: [..., ...]}"}


def _of_kind(model: Model, way: tuple[Step, ...], detail: ErrorDetails) -> str:
    """What to do where a mapping or list is needed; "" otherwise."""
    kind, given = detail["type"], detail["input"]
    *at, last = way or ("",)
    if kind == "no_condition":
        return f"As in {', '.join(_FORMS.values())}; a term alone stands without brackets."
    if kind == "value_error" and isinstance(given, dict):
        return f"Add, delete or mend that key; {_shape(model)}."
    if kind == "dict_type" and isinstance(last, str):
        return f"Write {to_write(model, at, last)}"
    keys = to_choose(model, way, ()) if way else ""
    mapping = f"{{{keys.partition(',')[0]}: ...}}"
    if kind == "model_type" and keys:
        return f"Write a mapping, as in {mapping}; here may stand {keys}."
    if kind == "tuple_type" and isinstance(given, str):
        field = field_at(model, at, str(last))
        of_text = field is None or str in kinds_of(field)
        return f"Write a list, as in [{short(given) if of_text else mapping}]; {_shape(model)}."
    return ""


def _in_general(model: Model, code: str) -> str:
    return _MENDS[code].format(shape=_shape(model))


def _shape(model: Model) -> str:
    return f"'lawmap schema {model.kind_of_file}' prints the shape"


_MENDS = {
    "LM101": "Delete or rename the key.",
    "LM102": "Add what is missing; {shape}.",
    "LM103": "Write the shape that this key takes; {shape}.",
    "LM104": "Write a value that this key admits; {shape}.",
    "LM105": "Write the date as 2024-10-31, 2024-10, 2024 or a period 2024-09/2024-11.",
    "LM106": "Follow the pattern of the example.",
    "LM109": "Shorten the quotation; only the operative words are quoted.",
}
