"""Sources without withheld passages, and without those who speak in no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from lawmap.matching import claimant_of
from lawmap.model.allegation import Allegation
from lawmap.model.base import Handling
from lawmap.model.library import Library
from lawmap.model.locators import Span
from lawmap.model.passage import cited_passages
from lawmap.model.source import Claimant, Original, Source
from lawmap.model.withheld import Withheld

ANOTHER_SOURCE = "a source that is withheld from this audience"
SOMEBODY = "somebody"


class RestrictedSource(NamedTuple):
    """A source as far as an audience sees it, and how much it does not see."""

    record: Source
    withheld: Withheld


class SourceView:
    """The sources that an audience sees beside the allegations that it sees."""

    def __init__(
        self, library: Library, audience: Handling, allegations: Mapping[str, Allegation]
    ) -> None:
        self._audience = audience
        self._sources = {
            name: one for name, one in library.sources.items() if one.handling.within(audience)
        }
        cited = {passage for one in allegations.values() for _, passage in cited_passages(one)}
        refs = [claimant_of(library, passage) for passage in sorted(cited)]
        self._speaking = {(ref.source, ref.claimant) for ref in refs if ref is not None}
        self._claimants = {name: self._heard(one) for name, one in self._sources.items()}

    def seen(self) -> dict[str, RestrictedSource]:
        """Each source with what is withheld of it."""
        return {name: self._of(source) for name, source in sorted(self._sources.items())}

    def _heard(self, source: Source) -> dict[str, Claimant]:
        """Those of whose words something is seen; all of them where no passage is withheld."""
        if not self._is_cut(source):
            return source.claimants
        seen = set(self._spans(source).values())
        return {
            name: claimant
            for name, claimant in source.claimants.items()
            if name == source.default_claimant
            or name in seen
            or (source.id, name) in self._speaking
        }

    def _is_cut(self, source: Source) -> bool:
        return any(not level.within(self._audience) for level in source.passages.values())

    def _spans(self, source: Source) -> dict[str, str]:
        """Which of the paragraphs that are seen are whose."""
        if not self._is_cut(source):
            return source.paragraphs
        return {
            span: claimant
            for written, claimant in source.paragraphs.items()
            for span in self._left(source, Span.of(written))
        }

    def _left(self, source: Source, span: Span) -> Iterator[str]:
        """What is left of a span once withheld paragraphs are taken out.

        It is cut where a level begins or ends, so that its length does not matter.
        """
        levels = [Span.of(text) for text in source.passages if text.startswith("p")]
        cuts = {span.first, span.last + 1}
        for one in levels:
            cuts |= {cut for cut in (one.first, one.last + 1) if span.first < cut <= span.last}
        ordered = sorted(cuts)
        left = [
            (first, after - 1)
            for first, after in pairwise(ordered)
            if source.level_of(f"p{first}").within(self._audience)
        ]
        for first, last in _joined(left):
            yield f"p{first}" if first == last else f"p{first}-p{last}"

    def _of(self, source: Source) -> RestrictedSource:
        quotes = {
            place: words
            for place, words in source.quotes.items()
            if source.level_of(place).within(self._audience)
        }
        heard = self._claimants[source.id]
        claimants = {name: self._linked(source, one) for name, one in heard.items()}
        superseded = source.superseded_by
        unnamed = superseded is not None and superseded not in self._sources
        record = source.model_copy(
            update={
                "quotes": quotes,
                "paragraphs": self._spans(source),
                "claimants": claimants,
                "superseded_by": ANOTHER_SOURCE if unnamed else superseded,
                "original": self._original(source),
            }
        )
        links = sum(claimants[name] is not one for name, one in heard.items()) + unnamed
        gone = len(source.claimants) - len(heard)
        return RestrictedSource(
            record,
            Withheld(
                quotations=len(source.quotes) - len(quotes),
                links=links + gone,
                fields=int(record.original is not source.original),
            ),
        )

    def _original(self, source: Source) -> Original:
        """The original without its hash, on which guesses at withheld passages could be tried."""
        if not self._is_cut(source):
            return source.original
        return source.original.model_copy(update={"sha256": ""})

    def _linked(self, source: Source, claimant: Claimant) -> Claimant:
        """A claimant without the name of a withheld one whom he or she repeats.

        That they repeat somebody stays: two who repeat one are not two origins. Whom, of several
        who are withheld, is not told, so all of these count as one.
        """
        if claimant.same_origin_as is None:
            return claimant
        other, _, name = claimant.same_origin_as.rpartition("/")
        if name in self._claimants.get(other or source.id, ()):
            return claimant
        return claimant.model_copy(update={"same_origin_as": f"{ANOTHER_SOURCE}/{SOMEBODY}"})


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans that touch, as one."""
    current: tuple[int, int] | None = None
    for first, last in spans:
        if current is not None and current[1] + 1 == first:
            current = current[0], last
        else:
            if current is not None:
                yield current
            current = first, last
    if current is not None:
        yield current
