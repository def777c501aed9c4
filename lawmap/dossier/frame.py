"""The allegation itself: who, whom, when, where, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.citing import cite
from lawmap.matching import ClaimantRef, claimant_of
from lawmap.model.allegation import Allegation
from lawmap.model.dossier import ClaimantEntry, Line, Quote, Said
from lawmap.model.library import Library
from lawmap.model.passage import parse_passage
from lawmap.model.source import Claimant, Source

from .passages import Names
from .support import claim_words
from .words import joined, period_words, quantity_words, when_words

LANGUAGES = {"en": "English", "uk": "Ukrainian", "ru": "Russian", "fr": "French"}


NOT_REPORTED = "not reported"


def frame_lines(allegation: Allegation, library: Library, names: Names) -> Iterator[Line]:
    """Who did what to whom, when and where, each with its passages."""

    def sourced(text: str, per: tuple[str, ...]) -> str:
        passages = "" if text == NOT_REPORTED else names.passages(per or allegation.per)
        return f"{text} ({passages})" if passages else text

    if not allegation.actors:
        yield Line("By", "not stated in the report")
    for actor in allegation.actors:
        state = library.state_names.get(actor.state or "", actor.state or "")
        of = f", acting for {state}" if state and state != actor.actor else ""
        yield Line("By", sourced(f"{actor.actor}{of}", actor.per))
    against = allegation.against
    if against is not None:
        yield Line("Against", against.group)
        nations = [library.state_names.get(item.is_, item.is_) for item in against.nationality]
        per = tuple(passage for item in against.nationality for passage in item.per)
        yield Line("Nationality", sourced(joined(nations), per) if nations else NOT_REPORTED)
        for label, figures in (("Number", against.number), ("Age", against.age)):
            for figure in figures:
                yield Line(label, sourced(quantity_words(figure), figure.per))
    when = allegation.when
    yield Line("When", sourced(when_words(when), when.per if when else ()))
    yield Line("Where", sourced(_where(allegation, library), _where_per(allegation)))


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
    passages = [
        *allegation.per,
        *(p for statement in allegation.statements for p in statement.per),
        *(p for response in allegation.responses for p in response.per),
        *(p for view in allegation.characterisations for p in view.per),
    ]
    return tuple(sorted({parse_passage(passage).source for passage in passages}))


def source_lines(allegation: Allegation, library: Library) -> Iterator[Line]:
    """The sources, as a reader would look them up."""
    for name in sources_of(allegation):
        source = library.sources[name]
        published = f", published {period_words(source.published)}" if source.published else ""
        parts = [
            f"{source.publisher}{published}; {source.kind.value}, in {_language(source)}.",
            source.date_note or "",
            f"Reliability of the source: {source.assessment.reliability}."
            f" Credibility of the information: {source.assessment.credibility}.",
            source.url or "",
            _withdrawn(source),
        ]
        yield Line(source.title, " ".join(part for part in parts if part))


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
            who = names.claimant(*claimant)
            yield Quote(words, _language(source), who, names.passages([passage]))


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
            f" Provision that seems to be meant: {cite(library, view.norm)}." if view.norm else ""
        )
        note = f" {view.note}" if view.note else ""
        yield Said(f"{view.text}{meant}{note}", names.passages(view.per))


def response_lines(allegation: Allegation, names: Names) -> Iterator[Said]:
    """What the accused side answers."""
    for response in allegation.responses:
        yield Said(f"{response.by}: {response.text}", names.passages(response.per))
