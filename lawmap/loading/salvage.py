"""What can still be read of a file of wrong shape, so that one fault hides no other.

The parts at fault are left out, and the rest is read as a record. Its references are then known to
others and are looked up themselves in the same run. Such a record is never matched: its faults end
every command that would.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lawmap.model.base import FileRecord

from .nodes import Data, Step

T = TypeVar("T", bound=FileRecord)

MAX_ROUNDS = 5
"""Leaving a part out may make the part around it incomplete, so that it is left out as well."""


def salvage(data: Data, model: type[T], faults: Iterable[ErrorDetails]) -> T | None:
    """The record without the parts at fault, or None if too little would be left.

    Args:
        data: the content of the file.
        model: the kind of file.
        faults: what pydantic says of it.
    """
    for _ in range(MAX_ROUNDS):
        ways = {_way_out(data, detail) for detail in faults}
        if () in ways:
            return None
        data = _without(data, ways)
        try:
            return model.model_validate(data)
        except ValidationError as error:
            faults = error.errors(include_url=False)
    return None


def _way_out(data: Data, detail: ErrorDetails) -> tuple[Step, ...]:
    """The way to the part that is to be left out; empty if that is the whole file.

    Items of a list keep their numbers, by which faults find their place: where one is at fault the
    whole list is left out.
    """
    way = _existing(data, detail["loc"])
    while way and isinstance(way[-1], int):
        way = way[:-1]
    return way


def _existing(data: Any, at: Iterable[Step]) -> tuple[Step, ...]:
    """The steps that lead somewhere; pydantic's ways also name the members of unions."""
    way: list[Step] = []
    for step in at:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            continue
        way.append(step)
    return tuple(way)


def _without(data: Data, ways: set[tuple[Step, ...]], at: tuple[Step, ...] = ()) -> Data:
    if isinstance(data, dict):
        return {
            key: _without(value, ways, (*at, key))
            for key, value in data.items()
            if (*at, key) not in ways
        }
    if isinstance(data, list):
        return [_without(item, ways, (*at, index)) for index, item in enumerate(data)]
    return data
