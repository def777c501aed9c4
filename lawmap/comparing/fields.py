"""Two records of one kind, field by field: where they differ, before and after.

Records are compared as they were read, not as they were written: a reformatted file, a comment, a
default written out and another order of a list make no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from lawmap.model.base import Record
from lawmap.model.case import Case
from lawmap.model.instrument import Confirmation, PartyEvent
from lawmap.model.norm import Relation
from lawmap.model.situation import Charge, Exemption, Limit, Occupation, Reach

from .alike import paired
from .conditions import same_meaning
from .telling import told, told_entry

CONDITION = "if"
"""The key under which every record keeps its condition."""

# What tells the entries of a list apart; those of other kinds are told apart by all they say.
IDENTITY: dict[type[Record], tuple[str, ...]] = {
    Case: ("name",),
    Charge: ("norm",),
    Confirmation: ("on",),
    Exemption: ("nationals",),
    Limit: ("provision",),
    Occupation: ("place", "by"),
    PartyEvent: ("act",),
    Reach: ("kind",),
    Relation: ("norm",),
}


class Difference(NamedTuple):
    """One field that differs."""

    path: str
    """Where it stands, for people: ``see.charge[rome:8(2)(a)(v)].differs``."""
    names: tuple[str, ...]
    """The names of fields on the way, without keys and entries: ``see, charge, differs``."""
    before: str | None
    after: str | None


class _Place(NamedTuple):
    path: str = ""
    names: tuple[str, ...] = ()

    def field(self, name: str) -> _Place:
        return _Place(f"{self.path}.{name}" if self.path else name, (*self.names, name))

    def key(self, key: str) -> _Place:
        return _Place(f"{self.path}.{key}", self.names)

    def entry(self, name: str) -> _Place:
        return _Place(f"{self.path}[{name}]", self.names)


def differences(before: Record, after: Record) -> list[Difference]:
    """Every field in which two records of one kind differ, in the order of the fields."""
    return list(_of_records(_Place(), before, after))


def _of_records(place: _Place, before: Record, after: Record) -> Iterator[Difference]:
    for name, field in type(before).model_fields.items():
        at = place.field(field.alias or name)
        yield from _of_values(at, getattr(before, name), getattr(after, name))


def _of_values(place: _Place, before: Any, after: Any) -> Iterator[Difference]:
    if before == after:
        return
    if place.names[-1] == CONDITION:
        if not same_meaning(before, after):
            yield _difference(place, before, after)
    elif isinstance(before, Record) and type(before) is type(after):
        yield from _of_records(place, before, after)
    elif isinstance(before, dict) and isinstance(after, dict):
        yield from _of_mappings(place, before, after)
    elif type(before) is tuple and type(after) is tuple:
        yield from _of_lists(place, before, after)
    else:
        yield _difference(place, before, after)


def _of_mappings(
    place: _Place, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Difference]:
    for key in sorted({*before, *after}):
        yield from _of_values(place.key(key), before.get(key), after.get(key))


def _of_lists(
    place: _Place, before: tuple[Any, ...], after: tuple[Any, ...]
) -> Iterator[Difference]:
    """Entries that both have, wherever they stand, are no difference."""
    gone, new = _without(before, after), _without(after, before)
    for name in sorted({_name(one) for one in (*gone, *new)}):
        olds = [one for one in gone if _name(one) == name]
        news = [one for one in new if _name(one) == name]
        compare = _of_entries if name else _of_texts
        yield from compare(place.entry(name) if name else place, olds, news)


def _name(entry: Any) -> str:
    """What tells an entry of a list apart; "" for what is told apart by its whole text alone."""
    keys = IDENTITY.get(type(entry), ())
    return ", ".join(told(getattr(entry, key)) or "" for key in keys)


def _of_entries(place: _Place, olds: list[Any], news: list[Any]) -> Iterator[Difference]:
    """Entries of one name: each beside the one in its place."""
    for old, new in zip_longest(olds, news):
        if old is None or new is None:
            yield Difference(place.path, place.names, _told_entry(old), _told_entry(new))
        else:
            yield from _of_records(place, old, new)


def _told_entry(entry: Record | None) -> str | None:
    """What an entry says beside its name; its name, where that is all."""
    if entry is None:
        return None
    return told_entry(entry, IDENTITY[type(entry)]) or _name(entry)


def _of_texts(place: _Place, olds: list[Any], news: list[Any]) -> Iterator[Difference]:
    for before, after in paired(_texts(olds), _texts(news)):
        yield Difference(place.path, place.names, before, after)


def _texts(entries: Iterable[Any]) -> list[str]:
    return [told(entry) or "" for entry in entries]


def _without(entries: Iterable[Any], others: Iterable[Any]) -> list[Any]:
    """The entries that the others do not have; one that stands twice must stand there twice."""
    left = list(others)
    missing = []
    for entry in entries:
        if entry in left:
            left.remove(entry)
        else:
            missing.append(entry)
    return missing


def _difference(place: _Place, before: Any, after: Any) -> Difference:
    return Difference(place.path, place.names, told(before), told(after))
