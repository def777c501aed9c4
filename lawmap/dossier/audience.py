"""What an audience may see: a library made anew from it, names masked, the rest counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from lawmap.masking import Mask, named_persons
from lawmap.model.allegation import Allegation
from lawmap.model.base import Handling
from lawmap.model.library import Library
from lawmap.model.passage import cited_passages, parse_passage
from lawmap.model.source import Source
from lawmap.model.withheld import FRAME, Withheld, total

from .allowed import passed
from .restricted import Restricted, facts_without_passages, restricted
from .restricted_sources import RestrictedSource, SourceView


class Input(NamedTuple):
    """A file that goes into a dossier."""

    kind: str
    """The kind of file: allegation or source."""
    id: str


class Seen(NamedTuple):
    """An archive as an audience sees it."""

    library: Library
    withheld: Mapping[Input, Withheld]
    """For each record that is seen, how much of it is not."""
    whole: frozenset[Input]
    """The records of which nothing is withheld or masked."""
    total: Withheld
    """For the archive, records that are not seen included."""


def library_for(library: Library, audience: Handling, mask: Mask) -> Seen:
    """A library without what is above a level, and how much that was.

    A record is left out as a whole if it is above the level itself, if what is left of it cites a
    source that is (no text of it could be trusted not to repeat that source), or if all passages
    that carry it are. Of other records, what rests on withheld passages alone is left out. Nothing
    withheld is inherited, counted or compared. Names that the audience may not read are masked in
    what stays.
    """
    masked = mask.library(library)
    persons = _masked_persons(library, mask)
    if audience is Handling.CONFIDENTIAL:
        return Seen(masked, {}, frozenset(_keys(library)), Withheld(persons=persons))
    allegations = _Allegations(masked, audience).seen()
    records = {name: one.record for name, one in allegations.items()}
    sources = SourceView(masked, audience, records).seen()
    shown = {name: passed(one.record, audience) for name, one in allegations.items()}
    read = {name: passed(one.record, audience) for name, one in sources.items()}
    withheld = {
        **{Input("allegation", name): _with(allegations[name], one) for name, one in shown.items()},
        **{Input("source", name): _with(sources[name], one) for name, one in read.items()},
    }
    rebuilt = replace(
        masked,
        unseen={name: one.withheld.parts for name, one in allegations.items()},
        allegations={name: record for name, (record, _) in shown.items()},
        sources={name: record for name, (record, _) in read.items()},
    )
    whole = {key for key in _keys(rebuilt) if _record(rebuilt, key) == _record(library, key)}
    left = Withheld(
        allegations=len(library.allegations) - len(shown),
        sources=len(library.sources) - len(read),
        persons=persons,
    )
    return Seen(rebuilt, withheld, frozenset(whole), left + total(withheld.values()))


def _with(one: Restricted | RestrictedSource, shown: tuple[object, int]) -> Withheld:
    """How much of a record is withheld, with the fields of it that do not pass."""
    return replace(one.withheld, fields=one.withheld.fields + shown[1])


def _record(library: Library, key: Input) -> Allegation | Source:
    if key.kind == "allegation":
        return library.allegations[key.id]
    return library.sources[key.id]


def _keys(library: Library) -> Iterator[Input]:
    yield from (Input("allegation", name) for name in library.allegations)
    yield from (Input("source", name) for name in library.sources)


def _masked_persons(library: Library, mask: Mask) -> int:
    """How many persons are masked, each once."""
    masked = {one.known_as for one in named_persons(library) if mask.text(one.name) != one.name}
    return len(masked)


class _Allegations:
    """The allegations that an audience sees; parts follow those of which they are parts."""

    def __init__(self, library: Library, audience: Handling) -> None:
        self._library, self._audience = library, audience
        self._known: dict[str, Restricted | None] = {}
        self._carried = {name for name, one in library.allegations.items() if one.per}

    def seen(self) -> dict[str, Restricted]:
        """Each with what is withheld of it, without links to what is not seen."""
        names = sorted(self._library.allegations)
        found = {name: one for name in names if (one := self._of(name)) is not None}
        return {name: self._linked(one, found) for name, one in found.items()}

    def _of(self, name: str) -> Restricted | None:
        """An allegation, or None if it is not seen; a circle of parts has none that it follows."""
        chain = list[str]()
        step: str | None = name
        while step and step in self._library.allegations and step not in self._known:
            self._known[step] = None
            chain.append(step)
            step = self._library.allegations[step].part_of
        for one in reversed(chain):  # from the whole down, for chains may be longer than any stack
            self._known[one] = self._follow(self._library.allegations[one])
        return self._known[name]

    def _follow(self, allegation: Allegation) -> Restricted | None:
        if not allegation.handling.within(self._audience):
            return None
        own = restricted(allegation, self._library, self._audience)
        if own is None or not self._cites_what_is_seen(own.record):
            return None
        above = allegation.part_of
        if above is None or above not in self._library.allegations:
            return own
        whole = self._of(above)
        if not allegation.per and not (whole and whole.record.id in self._carried):
            if facts_without_passages(own.record):
                return None
        else:
            self._carried.add(allegation.id)
        inherited = whole.withheld.parts if whole else frozenset(FRAME)
        missing = inherited & _left_to_the_whole(allegation)
        return own._replace(withheld=replace(own.withheld, parts=own.withheld.parts | missing))

    def _cites_what_is_seen(self, allegation: Allegation) -> bool:
        sources = self._library.sources
        cited = {parse_passage(passage).source for _, passage in cited_passages(allegation)}
        return all(
            name not in sources or sources[name].handling.within(self._audience) for name in cited
        )

    def _linked(self, one: Restricted, seen: Mapping[str, Restricted]) -> Restricted:
        """Without its links to records that are not seen, which could name them."""
        hidden = {
            key: None
            for key in ("part_of", "assists")
            if getattr(one.record, key) and getattr(one.record, key) not in seen
        }
        return Restricted(
            one.record.model_copy(update=hidden),
            replace(one.withheld, links=one.withheld.links + len(hidden)),
        )


def _left_to_the_whole(allegation: Allegation) -> frozenset[str]:
    """The parts of its frame that a part takes from that of which it is one."""
    own = {"when": allegation.when, "where": allegation.where, "nationality": allegation.against}
    return frozenset(name for name, value in own.items() if value is None)
