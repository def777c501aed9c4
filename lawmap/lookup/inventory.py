"""What a norm library holds, and what of it was not verified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lawmap.model.base import Attribution, Record
from lawmap.model.instrument import TextsAtHand
from lawmap.model.library import Library
from lawmap.model.norm import Norm

from .uses import norms_of


class Held(NamedTuple):
    """How many norms of an instrument there are, and how their words were verified."""

    instrument: str
    norms: int
    cases: int
    two: int
    """Norms whose words were found in two independent texts."""
    one: int
    """Norms whose words were found in one text."""
    none: int
    """Norms for whose words no text was at hand, and those that quote no words."""


class Unverified(NamedTuple):
    """A fact of law, or of the world, that was not seen in the place that is named for it."""

    record: str
    """What it belongs to: a norm, or a record such as ``parties rome``."""
    place: str
    """Where in the record, such as ``parties.UKR.events.2``."""
    why: str


def inventory(library: Library) -> tuple[Held, ...]:
    """The norms of each instrument that has some, by the id of the instrument."""
    names = sorted({norm.instrument for norm in library.norms.values()})
    return tuple(_held(name, norms_of(library, name)) for name in names)


def total(rows: Iterable[Held]) -> Held:
    """The sum of rows."""
    listed = tuple(rows)
    columns = range(1, len(Held._fields))
    return Held("total", *(sum(int(row[column]) for row in listed) for column in columns))


def _held(name: str, norms: tuple[Norm, ...]) -> Held:
    states = [_texts(norm) for norm in norms]
    cases = sum(len(norm.cases) for norm in norms)
    two, one, none = (states.count(state) for state in TextsAtHand)
    return Held(name, len(norms), cases, two, one, none)


def _texts(norm: Norm) -> TextsAtHand:
    return norm.source.texts if norm.words else TextsAtHand.NONE


def unverified(library: Library) -> Iterator[Unverified]:
    """Norms whose words were not found in two texts, and facts that were not seen at their source.

    Norms come first, then instruments, party tables, decisions and situations, each by id.
    """
    for name, norm in sorted(library.norms.items()):
        yield from _of_norm(name, norm)
    for kind, records in (
        ("instrument", library.instruments),
        ("parties", library.parties),
        ("decision", library.decisions),
        ("situation", library.situations),
    ):
        for name, record in sorted(records.items()):
            yield from _of_record(f"{kind} {name}", record)


def _of_norm(name: str, norm: Norm) -> Iterator[Unverified]:
    state = _texts(norm)
    if state is TextsAtHand.ONE:
        yield Unverified(name, "source", f"found in one text: {norm.source.read_in}")
    elif state is TextsAtHand.NONE:
        yield Unverified(name, "source", norm.source.note or norm.source.read_in)
    yield from _of_record(name, norm)


def _of_record(name: str, record: Record) -> Iterator[Unverified]:
    for place, source in _attributions(record):
        if not source.verified:
            note = f" ({source.note})" if source.note else ""
            yield Unverified(name, place, f"{source.read_in}{note}")


def _attributions(value: Any, place: str = "") -> Iterator[tuple[str, Attribution]]:
    """Every statement of a source below a value, with the keys that lead to it."""
    if isinstance(value, Attribution):
        yield place.removesuffix(".source"), value
        return
    inner: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, Record):
        inner = ((key, getattr(value, key)) for key in type(value).model_fields)
    elif isinstance(value, Mapping):
        inner = value.items()
    elif isinstance(value, tuple):
        inner = enumerate(value, 1)
    for key, below in inner:
        yield from _attributions(below, f"{place}.{key}" if place else str(key))
