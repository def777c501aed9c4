"""The allegation itself: who, whom, when, where, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawmap.citing import refer
from lawmap.matching import ACTS, ClaimantRef, claimant_of
from lawmap.model.allegation import Allegation
from lawmap.model.dossier import ClaimantEntry, Line, Quote, Said, SourceEntry
from lawmap.model.facts import Stage
from lawmap.model.library import Library
from lawmap.model.passage import cited_passages, parse_passage
from lawmap.model.source import Claimant, Source

from .passages import Names
from .support import claim_words
from .words import STAGES, joined, period_words, quantity_words, when_words

LANGUAGES = {"en": "English", "uk": "Ukrainian", "ru": "Russian", "fr": "French"}


NOT_REPORTED = "not reported"
WITHHELD = "withheld from this audience"


def reading_notes(allegation: Allegation) -> tuple[str, ...]:
    """How the report was read, its time first."""
    time = allegation.when.note if allegation.when else None
    return (*((f"On the time: {time}",) if time else ()), *allegation.notes)


def frame_lines(allegation: Allegation, library: Library, names: Names) -> Iterator[Line]:
    """Who did what to whom, when and where, each with its passages."""
    withheld = library.unseen.get(allegation.id, frozenset())

    def sourced(text: str, per: tuple[str, ...], part: str = "") -> str:
        if part in withheld:
            return WITHHELD
        if text == NOT_REPORTED:
            return text
        passages = names.passages(per or allegation.per)
        return f"{text} ({passages})" if passages else text

    if not allegation.actors:
        yield Line("By", WITHHELD if "by" in withheld else "not stated in the report")
    for actor in allegation.actors:
        state = library.state_names.get(actor.state or "", actor.state or "")
        of = f", acting for {state}" if state and state != actor.actor else ""
        yield Line("By", sourced(f"{actor.actor}{of}", actor.per))
    if allegation.actors and "by" in withheld:
        yield Line("By", f"somebody else, {WITHHELD}")
    against = allegation.against
    if against is not None:
        yield Line("Against", against.group)
        nations = [library.state_names.get(item.is_, item.is_) for item in against.nationality]
        per = tuple(passage for item in against.nationality for passage in item.per)
        told = joined(nations) if nations else NOT_REPORTED
        yield Line("Nationality", sourced(told, per, "nationality"))
        for label, figures in (("Number", against.number), ("Age", against.age)):
            for figure in figures:
                by = according_to(figure.per or allegation.per, library, names)
                told = f"{quantity_words(figure)}{by if len(figures) > 1 else ''}"
                yield Line(label, sourced(told, figure.per))
    when = allegation.when
    yield Line(_when_label(allegation), sourced(when_words(when), when.per if when else (), "when"))
    yield Line("Where", sourced(_where(allegation, library), _where_per(allegation), "where"))


def according_to(per: Iterable[str], library: Library, names: Names) -> str:
    """Who gives a figure, where another gives another one."""
    refs = [claimant_of(library, passage) for passage in per]
    who = list(dict.fromkeys(names.claimant(*ref) for ref in refs if ref))
    return f", according to {joined(who)}" if who else ""


def _when_label(allegation: Allegation) -> str:
    """A time at which nothing was done is that of the plan, threat or attempt."""
    stages = {said.stage for said in allegation.statements if said.affirmed and _is_act(said.term)}
    if Stage.DONE in stages or not stages:
        return "When"
    return f"When it was {' or '.join(STAGES[stage] for stage in STAGES if stage in stages)}"


def _is_act(term: str) -> bool:
    return term.partition(".")[0] in ACTS


def _where(allegation: Allegation, library: Library) -> str:
    where = allegation.where
    if where is None:
        return NOT_REPORTED
    named = [
        f"{lead}{joined([library.place_names.get(code, code) for code in codes])}"
        for lead, codes in (("", where.in_), ("from ", where.from_), ("to ", where.to))
        if codes
    ]
    if not where.as_reported:
        return " ".join(named)
    return f"{where.as_reported} ({' '.join(named)})" if named else where.as_reported


def _where_per(allegation: Allegation) -> tuple[str, ...]:
    return allegation.where.per if allegation.where else ()


def sources_of(allegation: Allegation) -> tuple[str, ...]:
    """The ids of all sources that an allegation cites, in order."""
    passages = (passage for _, passage in cited_passages(allegation))
    return tuple(sorted({parse_passage(passage).source for passage in passages}))


def source_lines(allegation: Allegation, library: Library) -> Iterator[SourceEntry]:
    """The sources, as a reader would look them up."""
    for name in sources_of(allegation):
        source = library.sources[name]
        published = f", published {period_words(source.published)}" if source.published else ""
        told = f"{source.publisher}{published}; {source.kind.value}, in {_language(source)}."
        parts = [
            source.date_note or "",
            f"Reliability of the source: {source.assessment.reliability}."
            f" Credibility of the information: {source.assessment.credibility}.",
            source.url or "",
            _withdrawn(source),
        ]
        yield SourceEntry(source.title, told, " ".join(part for part in parts if part))


def _withdrawn(source: Source) -> str:
    if source.superseded_by is None:
        return ""
    return f"Withdrawn or replaced by {source.superseded_by}: shown, and not counted."


def _language(source: Source) -> str:
    return LANGUAGES.get(source.language, source.language)


def claimant_entries(
    allegation: Allegation, library: Library, names: Names
) -> Iterator[ClaimantEntry]:
    """Claimant by claimant, what each says."""
    said: dict[ClaimantRef, dict[str, list[str]]] = {}
    for statement in allegation.statements:
        words = claim_words(statement.term, statement.affirmed, statement.stage, library)
        for passage in statement.per:
            claimant = claimant_of(library, passage)
            if claimant is not None:
                said.setdefault(claimant, {}).setdefault(words, []).append(passage)
    for claimant, clauses in said.items():
        described = library.sources[claimant.source].claimants[claimant.claimant]
        yield ClaimantEntry(
            name=described.name,
            standing=_standing(described, allegation, library),
            knows=described.knows,
            note=described.note or "",
            says=tuple(Said(words, names.passages(per)) for words, per in clauses.items()),
        )


def _standing(claimant: Claimant, allegation: Allegation, library: Library) -> str:
    if claimant.side is None:
        return "not on a side, as far as is known"
    state = library.state_names.get(claimant.side, claimant.side)
    if claimant.side in {actor.state for actor in allegation.actors}:
        return f"on the accused side ({state})"
    parties = {
        code
        for situation in library.situations.values()
        for conflict in situation.conflicts.values()
        for side in conflict.sides
        for code in side
    }
    suffix = ", a party to the conflict" if claimant.side in parties else ""
    return f"on the side of {state}{suffix}"


def quotes(allegation: Allegation, library: Library, names: Names) -> Iterator[Quote]:
    """Short quotations, verbatim: those of the allegation, else those of the passages it cites."""
    for passage, words in (allegation.quotes or _source_quotes(allegation, library)).items():
        claimant = claimant_of(library, passage)
        if claimant is not None:
            source = library.sources[claimant.source]
            own = claimant.claimant == source.default_claimant
            who = "" if own else names.claimant(*claimant)
            yield Quote(
                words, _language(source), source.publisher, who, parse_passage(passage).words
            )


def _source_quotes(allegation: Allegation, library: Library) -> dict[str, str]:
    cited = [
        *allegation.per,
        *(passage for statement in allegation.statements for passage in statement.per),
    ]
    found = {}
    for passage in cited:
        ref = parse_passage(passage)
        words = library.sources[ref.source].quotes.get(ref.locator)
        if words:
            found[passage] = words
    return found


def characterisations(allegation: Allegation, library: Library, names: Names) -> Iterator[Said]:
    """Legal views that sources take, with the provision they mean where that is plain."""
    for view in allegation.characterisations:
        meant = (
            f" Provision that seems to be meant: {refer(library, view.norm)}." if view.norm else ""
        )
        note = f" {view.note}" if view.note else ""
        yield Said(f"{view.text}{meant}{note}", names.passages(view.per))


def response_lines(allegation: Allegation, names: Names) -> Iterator[Said]:
    """What the accused side answers."""
    for response in allegation.responses:
        yield Said(f"{response.by}: {response.text}", names.passages(response.per))
