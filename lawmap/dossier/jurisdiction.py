"""Courts, published warrants, modes of liability, and the responsibility of States."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lawmap.applicability import Bond, limited
from lawmap.citing import refer
from lawmap.matching import Examined, Related
from lawmap.model.allegation import Allegation
from lawmap.model.base import Attribution
from lawmap.model.dossier import (
    ChargeEntry,
    CourtEntry,
    Jurisdiction,
    Line,
    ProceedingEntry,
    Sourced,
)
from lawmap.model.library import Library
from lawmap.model.norm import Kind, Norm, covers
from lawmap.model.outcome import Mark
from lawmap.model.situation import Charge, Court
from lawmap.periods import Relation, in_words
from lawmap.truth import Truth

from .passages import Names
from .support import outcome_line
from .words import REACH_VALUES, if_carried_out, joined, outcome_words


def jurisdiction(
    allegation: Allegation,
    examined: Sequence[Examined],
    related: Sequence[Related],
    library: Library,
    names: Names,
) -> Jurisdiction:
    """Everything that one dossier says of courts, persons and States."""
    raised = [item for item in examined if item.is_raised]
    crimes = [item for item in raised if item.norm.kind is Kind.CRIME]
    persons = [item for item in raised if item.binds_persons]
    responsibility = [item for item in raised if item.norm.kind is Kind.RESPONSIBILITY]
    hidden = "when" in library.unseen.get(allegation.id, ())
    silent = "This audience is not told" if hidden else "The report does not say"
    return Jurisdiction(
        crimes=tuple(dict.fromkeys(refer(library, item.norm.id) for item in crimes)),
        courts=tuple(_courts(persons, library)),
        in_prospect=tuple(_in_prospect(persons, library)),
        standing=tuple(_standing(persons, library)),
        proceedings=tuple(
            _proceeding(one, _fit(one, names, silent), examined, library) for one in related
        ),
        modes=tuple(outcome_line(item, library) for item in responsibility if item in persons),
        states=tuple(outcome_line(item, library) for item in responsibility if item not in persons),
        assists=_link(library, allegation.assists),
        assisted_by=tuple(
            Line(other.title, other.id)
            for _, other in sorted(library.allegations.items())
            if other.assists == allegation.id
        ),
    )


def _link(library: Library, identity: str | None) -> Line | None:
    other = library.allegations.get(identity or "")
    return Line(other.title, other.id) if other else None


def _courts(persons: Sequence[Examined], library: Library) -> Iterator[CourtEntry]:
    """The answers on a court's reach, those of several crimes together where they agree."""
    found: dict[tuple[Bond, str], list[str]] = {}
    for item in persons:
        in_prospect = Mark.PROSPECTIVE in item.assessment.marks
        later = if_carried_out(item.pair.prospect) if in_prospect else ""
        found.setdefault((item.bond, later), []).append(refer(library, item.norm.id))
    for (bond, later), cited in found.items():
        answer = f"{REACH_VALUES[bond.plane.at(0).truth]}{later}"
        yield CourtEntry(tuple(dict.fromkeys(cited)), answer, (*bond.reasons, *bond.notes))


def _in_prospect(persons: Sequence[Examined], library: Library) -> Iterator[str]:
    """What each court's entry says of crimes of which none is reported as committed."""
    for _, court in sorted(library.courts.items()):
        own = [item for item in persons if item.norm.instrument == court.instrument]
        if own and all(Mark.PROSPECTIVE in item.assessment.marks for item in own):
            yield from filter(None, [court.in_prospect])


def _standing(persons: Sequence[Examined], library: Library) -> Iterator[Sourced]:
    """On what the reach of every court that applies one of these norms rests.

    What a statute keeps out of reach for some crimes is told where one of these is raised.
    """
    for _, court in sorted(library.courts.items()):
        norms = [item.norm for item in persons if item.norm.instrument == court.instrument]
        if norms:
            yield from _of_court(court, norms, library)


def _of_court(court: Court, norms: Sequence[Norm], library: Library) -> Iterator[Sourced]:
    for one in court.reaches:
        text = f"{court.name}, {refer(library, one.provision)}: {one.text}"
        yield _sourced(text, one.source, one.contested)
    limits = dict.fromkeys(one for norm in norms for one in limited(court, norm))
    for kept_out in (*court.exemptions, *limits):
        text = f"{court.name}, {refer(library, kept_out.provision)}: {kept_out.text}"
        yield _sourced(text, kept_out.source, kept_out.contested)
    for remark in court.remarks:
        yield _sourced(f"{court.name}: {remark.text}", remark.source)


def _sourced(text: str, source: Attribution, contested: str | None = None) -> Sourced:
    sure = "" if source.verified else "not verified: "
    quote = f'"{source.quote}" ' if source.quote else ""
    return Sourced(text, f"{sure}{quote}{source.read_in}", source.note or "", contested or "")


def _charge_words(charge: Charge, library: Library) -> str:
    """A charge as cited, with its heading where one norm is meant and not all of a letter."""
    norms = library.norms_at(charge.norm)
    heading = f" ({norms[0].heading})" if len(norms) == 1 else ""
    return f"{refer(library, charge.norm)}{heading}"


def _proceeding(
    one: Related, fit: Iterable[str], examined: Sequence[Examined], library: Library
) -> ProceedingEntry:
    item = one.proceeding

    def charges(listed: Sequence[Charge]) -> tuple[ChargeEntry, ...]:
        return tuple(
            ChargeEntry(
                _charge_words(charge, library), charge.text, _here(charge, examined, library)
            )
            for charge in listed
        )

    court = library.courts[item.court]
    return ProceedingEntry(
        person=item.person.name,
        office=item.person.office,
        issued=f"{court.name}, {item.number}: {item.by}, {in_words(item.issued)}",
        text=item.text,
        conduct=item.conduct.text,
        fit=tuple(fit),
        charges=charges(item.charges),
        modes=charges(item.modes),
        not_charged=charges(item.not_charged),
        source=_sourced("", item.source),
    )


def _here(charge: Charge, examined: Sequence[Examined], library: Library) -> str:
    """What this dossier says of the provision that is charged."""
    found = [item for item in examined if covers(charge.norm, item.norm.id)]
    raised = [item for item in found if item.is_raised]
    if raised:
        words = dict.fromkeys(
            outcome_words(item.assessment.outcome, item.assessment.marks, item.pair.prospect)
            for item in raised
        )
        return f"raised here: {joined(list(words))}"
    if found:
        return "considered here and left out"
    if library.norms_at(charge.norm):
        return "not raised by what is reported here"
    return "not in the collection used"


def _fit(one: Related, names: Names, silent: str) -> Iterator[str]:
    yield {
        Truth.SUPPORTED: "What is reported here is of the sort charged"
        + (", for a part of the group." if one.fit.in_part else "."),
        Truth.OPEN: "Whether what is reported here is of the sort charged is open.",
        Truth.DISPUTED: "Whether what is reported here is of the sort charged is disputed.",
        Truth.CONTRADICTED: "What is reported here is not of the sort charged.",
    }[one.fit.truth]
    yield {
        Relation.INSIDE: "The reported time lies in the period charged.",
        Relation.OUTSIDE: "The reported time lies outside the period charged.",
        Relation.PARTLY: "The reported time lies partly outside the period charged.",
        Relation.UNTOLD: f"{silent} whether the time lies in the period charged.",
    }[one.time]
    if one.linked is not None:
        per = names.passages(one.linked.per)
        yield f"The source itself reports the warrant ({per})." if per else "Linked by the drafter."
        if one.linked.note:
            yield one.linked.note
