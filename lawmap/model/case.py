"""Cases: small examples that lawyers write into norm files."""

from __future__ import annotations

from typing import Annotated

from .allegation import Actors, When, Where
from .base import Record, Slug, Text
from .facts import WrittenFact
from .outcome import Answer, ElementValue, Mark, Outcome
from .persons import Nationality, Quantity
from .unions import OneOrMore


class Case(Record):
    """A small example with the outcome that a lawyer expects of it.

    Cases run as applicable, in an international armed conflict with nexus, unless they say
    otherwise. Statuses may be written as facts.
    """

    name: Text
    """What happens in it."""
    facts: tuple[WrittenFact, ...] = ()
    """What claimants report."""
    age: Annotated[tuple[Quantity, ...], OneOrMore()] = ()
    """The reported age of the persons concerned."""
    number: Annotated[tuple[Quantity, ...], OneOrMore()] = ()
    """The reported number of persons concerned."""
    nationality: Annotated[tuple[Nationality, ...], OneOrMore()] = ()
    """The reported nationality of the persons concerned."""
    by: Actors | None = None
    """Who acted; if given, party status, roles and situations count."""
    when: When | None = None
    """The time of the conduct; if given, party status, roles and situations count."""
    where: Where | None = None
    """The place of the conduct; if given, party status, roles and situations count."""
    applicable: Answer | None = None
    """Whether the norm is taken to apply; 'yes' if neither by, when nor where is given."""
    expect: Outcome
    """The outcome."""
    marks: tuple[Mark, ...] | None = None
    """The marks of the outcome, all of them, if they matter."""
    elements: dict[Slug, ElementValue] | None = None
    """The values of single elements or exceptions, if they matter."""

    @property
    def in_the_world(self) -> bool:
        """Whether it names who, when or where, so that the library's world counts."""
        return any(given is not None for given in (self.by, self.when, self.where))
