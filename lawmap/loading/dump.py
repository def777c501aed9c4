"""Records back to the text of a file that reads as the same record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from lawmap.model.base import FileRecord, Record
from lawmap.periods import Period

from .yaml_writer import yaml_text


def dump(record: FileRecord) -> str:
    """The content of a file as YAML; keys that say what a missing one says are left out.

    Reading it gives an equal record.
    """
    return f"{yaml_text(written(record))}\n"


def written(record: Record) -> dict[str, Any]:
    """A record as a file writes it: mappings, lists, text, numbers and truth values."""
    fields = type(record).model_fields
    return {
        fields[name].alias or name: _plain(value)
        for name, value in record
        if fields[name].is_required()
        or value != fields[name].get_default(call_default_factory=True)
    }


def _plain(value: Any) -> Any:
    match value:
        case Record():
            return written(value)
        case Enum():
            return value.value
        case Period():  # before tuples, for it is one
            return value.text
        case date():
            return value.isoformat()
        case Mapping():
            return {_plain(key): _plain(item) for key, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
        case _:
            return value
