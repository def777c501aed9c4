"""Who acted and who suffered it, as exact as the source is."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field, model_validator

from .base import EdtfPeriod, Handling, Passage, Record, State, Text, Whole
from .unions import OneOrMore


class Quantity(Record):
    """A reported age or number, as exact as the source is; exactly one key beside ``per``."""

    exactly: Whole | None = None
    """This number."""
    at_least: Whole | None = None
    """This number or more."""
    at_most: Whole | None = None
    """This number or less."""
    below: Whole | None = None
    """Less than this number."""
    between: tuple[Whole, Whole] | None = None
    """Members of the group at both ends and between."""
    about: Whole | None = None
    """Near this number."""
    uncertain: tuple[Whole, Whole] | None = None
    """One value that lies somewhere between these."""
    per: tuple[Passage, ...] = ()
    """The passages that say so; without them, those of the allegation."""

    @model_validator(mode="after")
    def _one_key(self) -> Quantity:
        if len(self._given) != 1:
            raise ValueError(f"needs exactly one of {', '.join(_QUANTITY_KEYS)}")
        for pair in (self.between, self.uncertain):
            if pair and pair[1] < pair[0]:
                raise ValueError("the first number is the larger one")
        return self

    @property
    def _given(self) -> list[str]:
        return [key for key in _QUANTITY_KEYS if getattr(self, key) is not None]

    @property
    def form(self) -> str:
        """The key that is given, such as ``about``."""
        return self._given[0]


_QUANTITY_KEYS = ("exactly", "at_least", "at_most", "below", "between", "about", "uncertain")


class Nationality(Record):
    """A reported nationality."""

    is_: State = Field(alias="is")
    """The State."""
    since: EdtfPeriod | None = None
    """Since when, where it was acquired later than at birth."""
    per: tuple[Passage, ...] = ()
    """The passages that say so; without them, those of the allegation."""


class Against(Record):
    """The persons concerned."""

    group: Text
    """Who they are, in the words a reader needs; no names of victims in a public record."""
    nationality: Annotated[tuple[Nationality, ...], OneOrMore()] = ()
    """Their nationality or nationalities."""
    number: Annotated[tuple[Quantity, ...], OneOrMore()] = ()
    """How many they are; several figures where sources differ. They are never summed."""
    age: Annotated[tuple[Quantity, ...], OneOrMore()] = ()
    """How old they are, in completed years."""
    handling: Handling | None = None
    """Who may see the description of these persons."""


class Actor(Record):
    """Who acted, according to the sources."""

    actor: Text
    """Name or description."""
    state: State | None = None
    """The State for which the actor acted."""
    per: tuple[Passage, ...] = ()
    """The passages that say so; without them, those of the allegation."""


NEUTRAL = "a person"
"""What a person is called as long as neither a record nor a key file has a pseudonym."""


class PersonMark(Enum):
    """Why a person must not be named without need."""

    VICTIM = "victim"
    MINOR = "minor"
    WITNESS = "witness"


class Person(Record):
    """A person whom a record names, and how dossiers name him or her instead."""

    name: Text
    """The name as the record writes it."""
    also: tuple[Text, ...] = ()
    """Other spellings and grammatical forms of the name that may stand in a text."""
    called: Text | None = None
    """What a dossier writes in place of the name, such as "child A"; without it, a random pseudonym
    that a key file keeps."""
    marks: tuple[PersonMark, ...] = ()
    """Why the name is masked; a person without a mark is masked above his or her level only."""
    handling: Handling = Handling.CONFIDENTIAL
    """Who may see the name at all; missing means confidential."""

    @model_validator(mode="after")
    def _names_with_letters(self) -> Person:
        for spelling in self.spellings:
            if not any(char.isalnum() for char in spelling):
                raise ValueError(f"'{spelling}' holds no letter, so it cannot be found in a text")
        return self

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every form of the name that may stand in a text."""
        return (self.name, *self.also)

    @property
    def known_as(self) -> str:
        """What stands in place of the name; a word that says nothing where none was given yet."""
        return self.called or NEUTRAL

    def is_masked(self, audience: Handling, *, unmask: bool = False) -> bool:
        """Whether the name is kept from an audience; ``unmask`` asks for names it may see."""
        return not self.handling.within(audience) or (bool(self.marks) and not unmask)
