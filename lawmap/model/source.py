"""Sources: reports, and who says what in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from .base import (
    SLUG,
    EdtfPeriod,
    FileRecord,
    Handling,
    Language,
    Paragraph,
    ParagraphRange,
    PassageRange,
    Pattern,
    Quotation,
    Record,
    Sha256,
    Slug,
    State,
    Text,
    Whole,
)
from .locators import Span
from .persons import Person

OriginRef = Annotated[str, Pattern(rf"^{SLUG}(?:/{SLUG})?$", "hur")]


class SourceKind(Enum):
    """What sort of document a source is."""

    PRESS = "press"
    INTELLIGENCE = "intelligence"
    OFFICIAL = "official"
    UN_DOCUMENT = "un-document"
    NGO = "ngo"
    TESTIMONY = "testimony"
    COURT = "court"
    OTHER = "other"


class Original(Record):
    """The document as it was read."""

    sha256: Sha256
    """Hash of the file's bytes."""
    paragraphs: Whole = Field(ge=1)
    """Number of non-empty lines, which are the paragraphs p1, p2, ..."""
    archive: Text | None = None
    """Where a copy is kept."""


class Claimant(Record):
    """Somebody who says something in the source."""

    name: Text
    """The name that a dossier uses."""
    short: Text | None = None
    """A shorter name for tables."""
    side: State | None = None
    """The State on whose side the claimant stands, where it stands on one."""
    knows: Text
    """How the claimant knows, as far as the source tells."""
    same_origin_as: OriginRef | None = None
    """The claimant whose information it repeats, of this source or (as source/claimant) of another
    one; the two count as one origin."""
    note: Text | None = None
    """What else a reader must know."""


class Assessment(Record):
    """Reliability of the source and credibility of what it says, kept apart."""

    reliability: Text = "not assessed"
    """How far the source can be relied on in general."""
    credibility: Text = "not assessed"
    """How far this information is confirmed or plausible."""


class Source(FileRecord):
    """A document in which things are claimed: ``seeds/sources/<id>.yaml``."""

    kind_of_file: ClassVar[str] = "source"

    id: Slug
    """The id that passages begin with."""
    publisher: Text
    """Who published it, or that this is not stated."""
    title: Text
    """Its title."""
    author: Text | None = None
    """Who wrote it."""
    published: EdtfPeriod | None = None
    """When it was published."""
    date_note: Text | None = None
    """How the date is known."""
    language: Language
    """The language in which it was read."""
    kind: SourceKind
    """What sort of document it is."""
    url: Text | None = None
    """Where it was published."""
    original: Original
    """The document as it was read."""
    claimants: dict[Slug, Claimant] = Field(min_length=1)
    """Who says something in it."""
    default_claimant: Slug
    """Whose words a paragraph is that nobody else is named for; usually the publisher."""
    paragraphs: dict[ParagraphRange, Slug] = {}
    """Which paragraphs are whose."""
    quotes: dict[Paragraph, Quotation] = {}
    """Short quotations, verbatim."""
    passages: dict[PassageRange, Handling] = {}
    """Passages that fewer may see than the source, such as ``p9-p11: confidential``. What rests on
    nothing else is withheld from others; of two levels for one passage the stricter counts."""
    assessment: Assessment = Assessment()
    """Reliability and credibility."""
    superseded_by: Slug | None = None
    """A later source that withdraws or replaces this one."""
    persons: tuple[Person, ...] = ()
    """Persons whom this record names; in dossiers victims, minors and witnesses are masked."""
    handling: Handling = Handling.CONFIDENTIAL
    """Who may see it; missing means confidential."""
    notes: tuple[Text, ...] = ()
    """What else a reader must know."""

    def claimant_of(self, paragraph: int) -> str:
        """The claimant whose words a paragraph is."""
        for span, claimant in self.paragraphs.items():
            first, _, last = span.replace("p", "").partition("-")
            if int(first) <= paragraph <= int(last or first):
                return claimant
        return self.default_claimant

    def level_of(self, locator: str) -> Handling:
        """Who may see a passage; never more readers than may see the source.

        Where levels are given by paragraph and a passage is named by page or time, nobody can tell
        whether it is one of them: the strictest level counts.
        """
        place = Span.of(locator)
        steps = self.level_steps.get(place.kind)
        if steps is None:
            found = max(self.passages.values(), key=_rank, default=self.handling)
        else:
            at = bisect_right(steps, place.first, key=lambda step: step[0])
            found = steps[at - 1][1] if at else self.handling
        return max(self.handling, found, key=_rank)

    @cached_property
    def level_steps(self) -> dict[str, list[tuple[int, Handling]]]:
        """For each kind of place: from where on which level holds, in order."""
        return {
            kind: list(_steps([(span, level) for span, level in self._spans if span.kind == kind]))
            for kind in {span.kind for span, _ in self._spans}
        }

    @property
    def _spans(self) -> list[tuple[Span, Handling]]:
        return [(Span.of(text), level) for text, level in self.passages.items()]


def _rank(level: Handling) -> int:
    return level.rank


def _steps(spans: list[tuple[Span, Handling]]) -> Iterator[tuple[int, Handling]]:
    """Where the strictest level changes; outside of all spans it is the most open one."""
    changes: dict[int, Counter[Handling]] = {}
    for span, level in spans:
        changes.setdefault(span.first, Counter())[level] += 1
        changes.setdefault(span.last + 1, Counter())[level] -= 1
    holding: Counter[Handling] = Counter()
    for place, change in sorted(changes.items(), key=lambda item: item[0]):
        for level, count in change.items():
            holding[level] += count
        held = (level for level, count in holding.items() if count > 0)
        yield place, max(held, key=_rank, default=Handling.PUBLIC)
