"""What an audience may see: nothing above its level is used, shown or inherited; names masked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lawmap.model.allegation import Allegation
from lawmap.model.base import Handling
from lawmap.model.facts import Fact, WrittenFact
from lawmap.model.library import Library
from lawmap.model.masking import Mask
from lawmap.model.passage import cited_passages, parse_passage
from lawmap.model.persons import Against

WITHHELD = "persons whose description is withheld from this audience"


def library_for(library: Library, audience: Handling, mask: Mask) -> tuple[Library, Counter[str]]:
    """The library without what is above a level, and how many facts each allegation lost.

    A record is left out as a whole if it is above the level itself, or if what is left of it cites
    a source that is: no text of it could be trusted not to repeat that source. Names that the
    audience may not read are masked in what stays.
    """
    library = mask.library(library)
    sources = {
        name: source for name, source in library.sources.items() if source.handling.within(audience)
    }
    lost: Counter[str] = Counter()
    allegations: dict[str, Allegation] = {}
    for name, allegation in sorted(library.allegations.items()):
        if not allegation.handling.within(audience):
            continue
        facts = tuple(fact for fact in allegation.facts if _level(fact).within(audience))
        seen = allegation.model_copy(
            update={"facts": facts, "against": _against(allegation.against, audience)}
        )
        if all(source in sources or source not in library.sources for source in _cited(seen)):
            allegations[name] = seen
            lost[name] = len(allegation.facts) - len(facts)
    return replace(library, sources=sources, allegations=allegations), lost


def _level(fact: WrittenFact) -> Handling:
    """A fact without a level of its own is for whoever may see the record."""
    return (fact.handling if isinstance(fact, Fact) else None) or Handling.PUBLIC


def _against(against: Against | None, audience: Handling) -> Against | None:
    if against is None or against.handling is None or against.handling.within(audience):
        return against
    return Against(group=WITHHELD)


def _cited(allegation: Allegation) -> Iterator[str]:
    return (parse_passage(passage).source for _, passage in cited_passages(allegation))
