"""An allegation without what rests on withheld passages alone, and without facts above a level."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple, TypeVar

from lawmap.model.allegation import Allegation, When, Where
from lawmap.model.base import Handling
from lawmap.model.facts import Fact, WrittenFact
from lawmap.model.library import Library
from lawmap.model.passage import parse_passage
from lawmap.model.persons import Against
from lawmap.model.withheld import Withheld
from lawmap.periods import Period

WITHHELD = "persons whose description is withheld from this audience"

_NO_TIME = When(within=Period(None, None, "withheld from this audience"))
_NO_PLACE = Where(as_reported="withheld from this audience")

R = TypeVar("R")


class Restricted(NamedTuple):
    """An allegation as far as an audience sees it, and how much it does not see."""

    record: Allegation
    withheld: Withheld


def is_seen(passage: str, library: Library, audience: Handling) -> bool:
    """Whether a passage may be seen, as far as its source may.

    A source that is above the level is no matter of passages: what cites it is left out as a whole.
    """
    ref = parse_passage(passage)
    source = library.sources.get(ref.source)
    if source is None or not source.handling.within(audience):
        return True
    return source.level_of(ref.locator).within(audience)


def facts_without_passages(allegation: Allegation) -> bool:
    """Whether a fact is carried by the passages of the record, or of that of which it is a part."""
    return any(isinstance(fact, str) or not fact.per for fact in allegation.facts)


def restricted(allegation: Allegation, library: Library, audience: Handling) -> Restricted | None:
    """What an audience sees of an allegation; None if all passages that carry it are withheld."""
    return _Restriction(library, audience).of(allegation)


class _Restriction:
    """One allegation on its way through; counts what falls."""

    def __init__(self, library: Library, audience: Handling) -> None:
        self._library, self._audience = library, audience
        self._lost: Counter[str] = Counter()
        self._parts: set[str] = set()

    def of(self, allegation: Allegation) -> Restricted | None:
        per = self._passages(allegation.per)
        if allegation.per and not per:
            return None
        quotes = {
            passage: words
            for passage, words in allegation.quotes.items()
            if is_seen(passage, self._library, self._audience)
        }
        self._lost["quotations"] += len(allegation.quotes) - len(quotes)
        record = allegation.model_copy(
            update={
                "per": per,
                "quotes": quotes,
                "facts": self._facts(allegation.facts),
                "when": self._frame("when", allegation.when, _NO_TIME),
                "where": self._frame("where", allegation.where, _NO_PLACE),
                "by": self._actors(allegation),
                "against": self._against(allegation.against),
                "responses": self._each(allegation.responses, "responses"),
                "characterisations": self._each(allegation.characterisations),
                "proceedings": self._each(allegation.proceedings),
            }
        )
        return Restricted(record, Withheld(**self._lost, parts=frozenset(self._parts)))

    def _passages(self, per: tuple[str, ...]) -> tuple[str, ...]:
        seen = tuple(one for one in per if is_seen(one, self._library, self._audience))
        if seen:
            self._lost["passages"] += len(per) - len(seen)
        return seen

    def _item(self, item: R) -> R | None:
        """Something with passages of its own, without those that are withheld; None if all are."""
        given: tuple[str, ...] = getattr(item, "per", ())
        seen = self._passages(given)
        if given and not seen:
            return None
        changed: Any = item
        return item if seen == given else changed.model_copy(update={"per": seen})

    def _each(self, items: tuple[R, ...], counted_as: str = "items") -> tuple[R, ...]:
        seen = tuple(one for one in map(self._item, items) if one is not None)
        self._lost[counted_as] += len(items) - len(seen)
        return seen

    def _facts(self, facts: tuple[WrittenFact, ...]) -> tuple[WrittenFact, ...]:
        """Facts at or below the level; one without a level is for whoever may see the record."""
        within = tuple(
            fact
            for fact in facts
            if not (isinstance(fact, Fact) and fact.handling)
            or fact.handling.within(self._audience)
        )
        self._lost["facts"] += len(facts) - len(within)
        return self._each(within, "facts")

    def _frame(self, part: str, item: R | None, instead: R) -> R | None:
        """A time or place; what stands in for a withheld one keeps another from being inherited."""
        if item is None:
            return None
        seen = self._item(item)
        if seen is None:
            self._lost["items"] += 1
            self._parts.add(part)
            return instead
        return seen

    def _actors(self, allegation: Allegation) -> Any:
        if not allegation.actors:
            return allegation.by
        seen = self._each(allegation.actors)
        if len(seen) < len(allegation.actors):
            self._parts.add("by")
        return seen

    def _against(self, against: Against | None) -> Against | None:
        if against is None:
            return None
        if against.handling is not None and not against.handling.within(self._audience):
            self._lost["items"] += 1
            self._parts.add("nationality")
            return Against(group=WITHHELD)
        figures = {
            key: self._each(getattr(against, key)) for key in ("nationality", "number", "age")
        }
        if against.nationality and not figures["nationality"]:
            self._parts.add("nationality")
        return against.model_copy(update=figures)
