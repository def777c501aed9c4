"""Which fields of a record reach which audience: a list of what may pass, reviewed by people.

A field that is not named here reaches an audience of confidential records alone, so a new one is
withheld until somebody decides. ``tests/dossier/test_allowed.py`` holds that each is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from lawmap.model.allegation import (
    Allegation,
    Characterisation,
    LinkedProceeding,
    Response,
    Review,
    When,
    Where,
)
from lawmap.model.base import Handling
from lawmap.model.facts import Fact
from lawmap.model.persons import Actor, Against, Nationality, Person, Quantity
from lawmap.model.source import Assessment, Claimant, Original, Source

R = TypeVar("R", bound=BaseModel)


class Fields(NamedTuple):
    """The fields of one sort of record."""

    public: tuple[str, ...] = ()
    """What everybody may see, if the record is public."""
    internal: tuple[str, ...] = ()
    """What those inside may see beside it."""
    held: Mapping[str, str] = {}
    """What stays with those who see confidential records, and why."""

    def reaching(self, audience: Handling) -> frozenset[str]:
        """The fields that an audience sees."""
        inside = self.internal if Handling.INTERNAL.within(audience) else ()
        return frozenset((*self.public, *inside))


_NAMES = "names of persons, which only masks are made of"

ALLOWED: Mapping[type[BaseModel], Fields] = {
    Allegation: Fields(
        public=(
            *("schema_version", "id", "title", "account", "part_of", "assists", "when", "where"),
            *("by", "against", "per", "facts", "quotes", "responses", "characterisations"),
            *("proceedings", "notes", "handling", "review"),
        ),
        held={"persons": _NAMES},
    ),
    When: Fields(public=("during", "within", "before", "per", "note")),
    Where: Fields(public=("in_", "from_", "to", "as_reported", "per")),
    Response: Fields(public=("by", "per", "text", "denies", "claims")),
    Characterisation: Fields(public=("text", "per", "norm", "note")),
    LinkedProceeding: Fields(public=("proceeding", "per", "note")),
    Review: Fields(public=("state", "on"), internal=("by",)),
    Fact: Fields(
        public=("done", "not_", "planned", "threatened", "attempted", "per", "handling"),
    ),
    Actor: Fields(public=("actor", "state", "per")),
    Against: Fields(public=("group", "nationality", "number", "age", "handling")),
    Nationality: Fields(public=("is_", "since", "per")),
    Quantity: Fields(
        public=(
            *("exactly", "at_least", "at_most", "below", "between", "about", "uncertain"),
            "per",
        ),
    ),
    Person: Fields(
        held=dict.fromkeys(("name", "also", "called", "marks", "handling"), _NAMES),
    ),
    Source: Fields(
        public=(
            *("schema_version", "id", "publisher", "title", "author", "published", "date_note"),
            *("language", "kind", "url", "original", "claimants", "default_claimant"),
            *("paragraphs", "quotes", "assessment", "superseded_by", "handling", "notes"),
        ),
        held={
            "persons": _NAMES,
            "passages": "where something is withheld leads to what it is",
        },
    ),
    Original: Fields(public=("sha256", "paragraphs"), internal=("archive",)),
    Claimant: Fields(public=("name", "short", "side", "knows", "same_origin_as", "note")),
    # A caveat that is lost misleads, so what is known of a source's worth goes with it.
    Assessment: Fields(public=("reliability", "credibility")),
}


def passed(record: R, audience: Handling) -> tuple[R, int]:
    """A record made anew from the fields that an audience may see.

    Args:
        record: any record that a file of allegations or sources holds.
        audience: who is to see it.

    Returns:
        The new record, and how many fields that say something were held back; lists of persons
        are not among these, for masks tell of them.

    Raises:
        KeyError: for a sort of record that nobody has decided on.
    """
    if audience is Handling.CONFIDENTIAL:
        return record, 0
    allowed = ALLOWED[type(record)].reaching(audience)
    values, held = {}, 0
    for name, described in type(record).model_fields.items():
        value = getattr(record, name)
        if name in allowed:
            values[name], within = _value(value, audience)
            held += within
        elif value != described.get_default() and name != "persons":
            held += 1
    return type(record).model_construct(record.model_fields_set & allowed, **values), held


def _value(value: Any, audience: Handling) -> tuple[Any, int]:
    if isinstance(value, BaseModel):
        return passed(value, audience)
    # A named tuple, such as a period, is a value of its own.
    if type(value) is tuple:
        parts = [_value(item, audience) for item in value]
        return tuple(part for part, _ in parts), sum(held for _, held in parts)
    if isinstance(value, dict):
        items = {key: _value(item, audience) for key, item in value.items()}
        seen = {key: part for key, (part, _) in items.items()}
        return seen, sum(held for _, held in items.values())
    return value, 0
