"""The other side, and what would settle what: never hidden, never believed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lawmap.citing import cite
from lawmap.matching import Claim, Examined, claimant_of
from lawmap.model.allegation import Allegation
from lawmap.model.dossier import Line, OpenFact, Said
from lawmap.model.library import Library
from lawmap.model.outcome import Mark
from lawmap.model.situation import Conflict, Occupation
from lawmap.model.source import Claimant
from lawmap.truth import Truth

from .passages import Names
from .support import claim_words, open_questions, rests_on
from .words import capital, joined, quantity_words, value_words


def concessions(
    allegation: Allegation, claims: Iterable[Claim], library: Library, names: Names
) -> Iterator[Said]:
    """Conduct that the accused side itself reports: a fact with that claimant."""
    return _from_the_accused(allegation, claims, library, names, counted=True)


def positions(
    allegation: Allegation, claims: Iterable[Claim], library: Library, names: Names
) -> Iterator[Said]:
    """What the accused side says of a status: its legal position, printed and never counted."""
    return _from_the_accused(allegation, claims, library, names, counted=False)


def _from_the_accused(
    allegation: Allegation,
    claims: Iterable[Claim],
    library: Library,
    names: Names,
    *,
    counted: bool,
) -> Iterator[Said]:
    accused = {actor.state for actor in allegation.actors if actor.state}
    for claim in claims:
        if claim.response or claim.claimant is None or claim.counted != counted:
            continue
        source = library.sources[claim.claimant.source]
        described = source.claimants.get(claim.claimant.claimant)
        if described and described.side in accused and source.superseded_by is None:
            words = claim_words(claim.term, claim.affirmed, claim.stage, library)
            yield Said(f"{described.name}: {words}", names.passages(claim.passages))


def figures(allegation: Allegation, library: Library, names: Names) -> Iterator[Line]:
    """Figures that differ, each with who gives it. They are never summed."""
    against = allegation.against
    for label, given in (
        ("Number", against.number if against else ()),
        ("Age", against.age if against else ()),
    ):
        for figure in given if len(given) > 1 else ():
            passages = figure.per or allegation.per
            refs = [claimant_of(library, passage) for passage in passages]
            who = joined(list(dict.fromkeys(names.claimant(*ref) for ref in refs if ref)))
            text = f"{quantity_words(figure)}, according to {who} ({names.passages(passages)})"
            yield Line(label, text)


def contradicting(examined: Sequence[Examined], library: Library, names: Names) -> tuple[str, ...]:
    """What speaks against an element of a raised norm."""
    lines = [
        line
        for item in _raised(examined)
        for tree in item.trees.values()
        if tree.value.truth in (Truth.CONTRADICTED, Truth.DISPUTED)
        for line in rests_on(tree, library, names)
        if "denies: " in line
    ]
    return tuple(dict.fromkeys(lines))


def contested(examined: Sequence[Examined], library: Library) -> tuple[str, ...]:
    """What is contested of the conflict and the occupation on which raised norms rest."""
    return tuple(
        dict.fromkeys(
            f"{_subject(entry, library)}: {entry.contested}"
            for item in _raised(examined)
            for ground in item.supports()
            if ground.finding is not None
            for entry in ground.finding.entries
            if entry.contested
        )
    )


def _subject(entry: Conflict | Occupation, library: Library) -> str:
    """The name of what an entry of a situation is about."""
    if isinstance(entry, Conflict):
        return entry.name
    return library.place_names.get(entry.place, entry.place)


def exception_lines(examined: Sequence[Examined], library: Library) -> tuple[Line, ...]:
    """Every exception of a raised norm, with what the reports say of it."""
    return tuple(
        Line(
            f"{cite(library, item.norm.id)}: {item.items[ground.id].text}",
            value_words(item.trees[ground.id].value),
        )
        for item in _raised(examined)
        for ground in item.assessment.exceptions
    )


def alternative_reading(
    allegation: Allegation, examined: Sequence[Examined], library: Library
) -> Iterator[str]:
    """The strongest case against the allegation that this record itself allows."""
    raised = list(_raised(examined))
    claimants = _claimants(allegation, library)
    origins = {item.assessment.origins for item in raised}
    if origins and max(origins) <= 1:
        who = joined(sorted(one.short or one.name for one in claimants))
        yield (
            f"Everything reported counts as coming from one independent origin ({who});"
            " nothing in the record confirms it from elsewhere."
        )
    sides = {one.side for one in claimants if one.side}
    if sides and all(one.side for one in claimants):
        named = joined(sorted(library.state_names.get(side, side) for side in sides))
        yield (
            f"Every claimant stands on the side of {named}; no statement by anyone else is"
            " recorded."
        )
    if allegation.notes:
        yield (
            "The record depends on how the report was read, as told above; if another reading"
            " is right, what rests on this one falls."
        )
    if not allegation.actors:
        yield "The report does not say who acted, so the conduct may be that of others."
    if any(Mark.PROSPECTIVE in item.assessment.marks for item in raised):
        yield (
            "What is reported only as planned, threatened or attempted may never have been carried"
            " out."
        )
    yield from _on_elements(raised)


def _on_elements(raised: Sequence[Examined]) -> Iterator[str]:
    if any(Mark.MENTAL in item.assessment.marks for item in raised):
        yield (
            "The knowledge or intent that the crimes named here require is not reported in full;"
            " it would have to be proved."
        )
    if any(ground.presumption for item in raised for ground in item.supports()):
        yield (
            "Some of what the norms require is presumed by law from other facts, such as"
            " nationality and place (see Statuses). If one of these falls, what rests on it falls"
            " too."
        )
    if any(item.assessment.exceptions for item in raised):
        yield (
            "Exceptions are listed below. Where no source speaks of one, the accused side could"
            " still rely on it: silence does not exclude it."
        )


def _claimants(allegation: Allegation, library: Library) -> list[Claimant]:
    refs = [
        claimant_of(library, passage)
        for statement in allegation.statements
        for passage in statement.per
    ]
    return [
        library.sources[ref.source].claimants[ref.claimant]
        for ref in dict.fromkeys(refs)
        if ref is not None
    ]


@dataclass
class _Open:
    """An open question while norms are gathered under it."""

    norms: list[str] = field(default_factory=list)
    proof: list[str] = field(default_factory=list)


def open_facts(examined: Sequence[Examined], library: Library) -> tuple[OpenFact, ...]:
    """Open facts, those that decide most norms first."""
    found: dict[str, _Open] = {}
    for item in _raised(examined):
        for result in item.assessment.elements:
            part = item.items[result.id]
            for question in open_questions(item.trees[result.id]):
                entry = found.setdefault(capital(question), _Open())
                entry.norms.append(cite(library, item.norm.id))
                entry.proof.extend(part.proof)
        for reason in item.reasons:
            if reason.is_open:
                entry = found.setdefault(reason.text, _Open())
                entry.norms.append(cite(library, item.norm.id))
    ranked = sorted(found.items(), key=lambda pair: (-len(set(pair[1].norms)), pair[0]))
    return tuple(
        OpenFact(text, tuple(dict.fromkeys(entry.norms)), tuple(dict.fromkeys(entry.proof))[:5])
        for text, entry in ranked
    )


def _raised(examined: Iterable[Examined]) -> Iterator[Examined]:
    return (item for item in examined if item.is_raised)
