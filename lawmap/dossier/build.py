"""Building a dossier: what matching found, in the order of an analyst. Nothing is decided anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lawmap import __version__
from lawmap.integrity.log import Entry, about
from lawmap.masking import Mask
from lawmap.matching import (
    Claim,
    Examined,
    Related,
    Report,
    evaluate_all,
    examine,
    pairs,
    related_proceedings,
)
from lawmap.model.allegation import Allegation, ReviewState
from lawmap.model.base import Handling
from lawmap.model.dossier import (
    Dossier,
    Line,
    Provenance,
)
from lawmap.model.instrument import TextsAtHand
from lawmap.model.library import Library
from lawmap.model.outcome import Mark, Outcome
from lawmap.model.source import Source
from lawmap.model.withheld import Withheld, total
from lawmap.periods import in_words

from .audience import Input, library_for
from .authorities import authority_groups
from .frame import (
    LANGUAGES,
    characterisations,
    claimant_entries,
    frame_lines,
    quotes,
    reading_notes,
    response_lines,
    source_lines,
    sources_of,
)
from .jurisdiction import jurisdiction
from .norms import left_out, norm_entries, shared_elements, without_shared
from .other_side import (
    alternative_reading,
    answers_in_facts,
    concessions,
    confirming,
    contested,
    contradicting,
    defence_lines,
    exception_lines,
    figures,
    open_facts,
    positions,
)
from .passages import Names
from .reviews import review_log_line
from .support import status_entries
from .words import joined

NOT_STATED = "not stated"
WITHHELD_NAME = "a person whose name is withheld from this audience"


@dataclass(frozen=True)
class Request:
    """What a user asks of a dossier beside its content."""

    audience: Handling = Handling.CONFIDENTIAL
    """Nothing above this level is used or shown."""
    as_of: date | None = None
    """The day of the analysis; never read from a clock. Later warrants are not shown."""
    analyst: str | None = None
    reviewer: str | None = None
    unmask: bool = False
    """Show the names of victims, minors and witnesses that the audience may see."""
    hashes: Mapping[Input, str] = field(default_factory=dict)
    """Hashes of the input files."""
    review_log: Sequence[Entry] | None = None
    """The entries of a review log, if one is to be told of."""


class Archive:
    """All allegations that an audience may see, examined once against all norms."""

    def __init__(self, library: Library, request: Request) -> None:
        self.request = request
        self.mask = Mask.of(library, request.audience, unmask=request.unmask)
        self.seen = library_for(library, request.audience, self.mask)
        self.library = self.seen.library
        self.allegations = [item for _, item in sorted(self.library.allegations.items())]
        self.hidden = len(library.allegations) - len(self.allegations)
        self._evaluation = evaluate_all(self.library, self.allegations)
        self._places = {
            report.allegation.id: index for index, report in enumerate(self._evaluation.reports)
        }

    def examined(self) -> dict[str, list[Examined]]:
        """For every allegation the norms that are not silent, in the order of their ids."""
        found: dict[str, list[Examined]] = {item.id: [] for item in self.allegations}
        for pair in pairs(self._evaluation):
            if pair.judgement.outcome is not Outcome.SILENT:
                item = examine(pair)
                found[item.assessment.allegation].append(item)
        return found

    def withheld(self, allegation: Allegation) -> Withheld:
        """How much of an allegation, and of the sources that it cites, is withheld."""
        keys = [
            Input("allegation", allegation.id),
            *(Input("source", name) for name in sources_of(allegation)),
        ]
        return total(self.seen.withheld[key] for key in keys if key in self.seen.withheld)

    @property
    def considered(self) -> int:
        """How many norms every allegation was met with."""
        return len(self._evaluation.plan.norms)

    def resolved(self, allegation: str) -> Allegation:
        """An allegation with what it inherits."""
        return self._report(allegation).allegation

    def claims(self, allegation: str) -> tuple[Claim, ...]:
        """What every claimant says of an allegation."""
        return self._report(allegation).claims

    def related(self, allegation: str, examined: Sequence[Examined]) -> list[Related]:
        """Warrants related to an allegation that were published by the day of the analysis."""
        place, day = self._places[allegation], self.request.as_of
        return [
            one
            for one in related_proceedings(self._evaluation, place, examined)
            if day is None or one.proceeding.issued <= day
        ]

    def _report(self, allegation: str) -> Report:
        return self._evaluation.reports[self._places[allegation]]


def build_dossier(archive: Archive, identity: str, examined: Sequence[Examined]) -> Dossier:
    """Build the dossier of one allegation.

    Args:
        archive: the examined archive.
        identity: the id of the allegation.
        examined: its norms that are not silent, from :meth:`Archive.examined`.
    """
    library, request = archive.library, archive.request
    allegation = archive.resolved(identity)
    withheld = archive.withheld(allegation)
    names = Names(library, sources_of(allegation))
    entries = norm_entries(examined, library, names)
    shared = shared_elements([one for entry in entries for one in (entry, *entry.companions)])
    norms = tuple(without_shared(entry, shared) for entry in entries)
    done = [item for item in examined if Mark.PROSPECTIVE not in item.assessment.marks]
    outcomes = Counter(item.assessment.outcome for item in done)
    return Dossier(
        id=allegation.id,
        title=allegation.title,
        draft=allegation.review.state is ReviewState.DRAFT,
        review=_review(allegation),
        withheld=withheld.lines,
        withholds_responses=bool(withheld.responses),
        withholds_substance=withheld.is_of_substance,
        audience=request.audience.value,
        handling=allegation.handling.value,
        as_of=in_words(request.as_of) if request.as_of else NOT_STATED,
        analyst=request.analyst or NOT_STATED,
        reviewer=request.reviewer or _reviewer(allegation),
        account=allegation.account,
        frame=tuple(frame_lines(allegation, library, names)),
        claimants=tuple(claimant_entries(allegation, library, names)),
        sources=tuple(source_lines(allegation, library)),
        quotes=tuple(quotes(allegation, library, names)),
        characterisations=tuple(characterisations(allegation, library, names)),
        reading_notes=reading_notes(allegation),
        part_of=_part_of(archive, allegation),
        parts=tuple(_parts(archive, allegation)),
        considered=archive.considered,
        norms=norms,
        shared=shared,
        statuses=status_entries([item for item in examined if item.is_raised], library, names),
        left_out=left_out(examined, library),
        responses=(
            *response_lines(allegation, names),
            *answers_in_facts(allegation, archive.claims(identity), library, names),
        ),
        concessions=tuple(concessions(allegation, archive.claims(identity), library, names)),
        positions=tuple(positions(allegation, archive.claims(identity), library, names)),
        figures=tuple(figures(allegation, library, names)),
        contradicting=contradicting(examined, library, names),
        contested=contested(examined, library),
        alternative=tuple(alternative_reading(allegation, examined, library, withheld)),
        exceptions=exception_lines(examined, library),
        defences=tuple(defence_lines(examined, library)),
        open_facts=open_facts(examined, library),
        confirming=confirming(examined, library),
        jurisdiction=jurisdiction(
            allegation, examined, archive.related(identity, examined), library, names
        ),
        authorities=tuple(authority_groups(allegation, examined, library)),
        limitations=tuple(_limitations(archive, allegation, examined, withheld)),
        provenance=_provenance(archive, allegation),
        counts={outcome: outcomes[outcome] for outcome in Outcome},
        prospective=len(examined) - len(done),
    )


def _review(allegation: Allegation) -> str:
    review = allegation.review
    if review.state is ReviewState.DRAFT:
        return "draft: no person has reviewed this record"
    on = f" on {in_words(review.on)}" if review.on else ""
    return f"{review.state.value}, by {review.by or WITHHELD_NAME}{on}"


def _reviewer(allegation: Allegation) -> str:
    review = allegation.review
    if review.by is None and review.state is not ReviewState.DRAFT:
        return WITHHELD_NAME
    return review.by or NOT_STATED


def _review_log(request: Request, identity: str) -> str:
    if request.review_log is None:
        return ""
    now = request.hashes.get(Input("allegation", identity))
    named = request.audience is not Handling.PUBLIC
    return review_log_line(about(request.review_log, "allegation", identity), now, named=named)


def _part_of(archive: Archive, allegation: Allegation) -> Line | None:
    whole = next((item for item in archive.allegations if item.id == allegation.part_of), None)
    return Line(whole.title, whole.id) if whole else None


def _parts(archive: Archive, allegation: Allegation) -> Iterator[Line]:
    for item in archive.allegations:
        if item.part_of == allegation.id:
            yield Line(item.title, item.id)


def _limitations(
    archive: Archive,
    allegation: Allegation,
    examined: Sequence[Examined],
    withheld: Withheld,
) -> Iterator[str]:
    library = archive.library
    sources = [library.sources[name] for name in sources_of(allegation)]
    languages = sorted({LANGUAGES.get(source.language, source.language) for source in sources})
    yield f"Sources read: {len(sources)}, in {joined(languages)}. No other report was used."
    silent = archive.considered - len(examined)
    yield (
        f"Norms considered: {archive.considered}, all that the collection used holds; {silent} of"
        " them are not shown because nothing is reported of the conduct that they are about, or of"
        " the persons whom they protect. Law outside the collection was not considered."
    )
    for line in withheld.lines:
        yield f"{line.label} withheld from this audience: {line.text}."
    if withheld.links:
        yield (
            "Whether a claimant repeats another one is not always shown to this audience, so"
            " independent origins may be fewer than counted here."
        )
    if archive.mask:
        yield "Names that this audience is not to read are masked: a pseudonym stands in brackets."
    if archive.request.as_of:
        yield from _later_than(archive.request.as_of, sources)
    unread = sum(item.norm.source.texts is TextsAtHand.NONE for item in examined if item.is_raised)
    if unread:
        yield f"Norms shown whose text was not at hand when they were written: {unread}."


def _later_than(day: date, sources: Iterable[Source]) -> Iterator[str]:
    """What the day of the analysis leaves out, and what it should have left out."""
    yield f"Warrants issued after the day of the analysis, {in_words(day)}, are not shown."
    for source in sources:
        first = source.published.first if source.published else None
        if first and first > day:
            yield f"Published after the day of the analysis, and used all the same: {source.title}."


def _provenance(archive: Archive, allegation: Allegation) -> Provenance:
    sources = sources_of(allegation)
    wanted = [Input("allegation", allegation.id), *(Input("source", name) for name in sources)]
    # The hash of a file would let a reader try guesses at what of it is withheld.
    hashes, whole = archive.request.hashes, archive.seen.whole
    return Provenance(
        tool=f"lawmap {__version__}",
        packs=tuple(
            f"{item.pack.title} {item.pack.version}, SHA-256 {item.sha256}"
            for item in archive.library.packs
        ),
        inputs=(
            *(Line(one.id, hashes[one]) for one in wanted if one in hashes and one in whole),
            *(
                Line(f"original of {name}", sha256)
                for name in sources
                if (sha256 := archive.library.sources[name].original.sha256)
            ),
        ),
        review_log=_review_log(archive.request, allegation.id),
    )
