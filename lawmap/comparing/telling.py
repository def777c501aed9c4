"""Values of records in one line each, for people."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import Enum
from typing import Any

from lawmap.model.base import Record
from lawmap.model.conditions import Age, All, AnyOf, AtLeast, DateIs, Not, Number, condition_words
from lawmap.periods import Period

_CONDITIONS = (Age, All, AnyOf, AtLeast, DateIs, Not, Number)


def told(value: Any) -> str | None:
    """A value as one line; None for what is not given."""
    return None if value is None or value in ((), {}) else _told(value)


def _told(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case Period():
            return value.text
        case dict():
            return ", ".join(f"{key}: {told(item)}" for key, item in sorted(value.items()))
        case tuple():
            return ", ".join(told(item) or "" for item in value)
        case Record():
            return condition_words(value) if isinstance(value, _CONDITIONS) else told_entry(value)
        case _:
            return str(value)


def told_entry(record: Record, known: Collection[str] = ()) -> str:
    """The fields of a record that say more than their default, but for those that are known."""
    parts = []
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name not in known and (field.is_required() or value != field.default):
            parts.append(f"{field.alias or name}: {told(value)}")
    return "; ".join(parts)
