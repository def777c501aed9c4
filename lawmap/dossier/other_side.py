"""The other side, and what would settle what: never hidden, never believed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lawmap.citing import refer
from lawmap.matching import Claim, ClaimantRef, Examined, Explanation, claimant_of, origin_of
from lawmap.model.allegation import Allegation
from lawmap.model.conditions import Not
from lawmap.model.dossier import Line, OpenFact, Said
from lawmap.model.library import Library
from lawmap.model.norm import Kind
from lawmap.model.outcome import ElementValue, Mark
from lawmap.model.situation import Conflict, Occupation
from lawmap.model.source import Claimant
from lawmap.model.withheld import Withheld
from lawmap.truth import Truth, Value

from .frame import according_to, reading_notes
from .passages import Names
from .support import claim_line, claim_words, invoked, open_questions, outcome_line
from .words import (
    SETTLES_A_TIE,
    capital,
    joined,
    quantity_words,
    value_words,
)


def concessions(
    allegation: Allegation, claims: Iterable[Claim], library: Library, names: Names
) -> Iterator[Said]:
    """Conduct that the accused side itself reports: a fact with that claimant."""
    return _from_the_accused(allegation, claims, library, names, counted=True)


def answers_in_facts(
    allegation: Allegation, claims: Iterable[Claim], library: Library, names: Names
) -> Iterator[Said]:
    """Denials and grounds of the accused side that stand among the facts of the record."""
    answered = {response.per for response in allegation.responses}
    for claim in claims:
        if claim.response and claim.claimant and claim.passages not in answered:
            words = claim_words(claim.term, claim.affirmed, claim.stage, library)
            yield Said(
                f"{names.claimant(*claim.claimant)}: {words}", names.passages(claim.passages)
            )


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
            who = according_to(passages, library, names)
            yield Line(label, f"{quantity_words(figure)}{who} ({names.passages(passages)})")


def contradicting(examined: Sequence[Examined], library: Library, names: Names) -> tuple[str, ...]:
    """What claimants say against an element of a raised norm, or for an exception to it."""
    claims: dict[Claim, None] = {}
    for item in _raised(examined):
        for result in item.assessment.elements:
            claims.update(dict.fromkeys(_against(item.trees[result.id], wanted=True)))
        for ground in item.assessment.exceptions:
            claims.update(dict.fromkeys(_against(item.trees[ground.id], wanted=False)))
    return tuple(dict.fromkeys(claim_line(claim, library, names) for claim in claims))


def _against(tree: Explanation, *, wanted: bool) -> Iterator[Claim]:
    """The claims below a condition that speak against its being so, or for it."""
    turned = not wanted if isinstance(tree.condition, Not) else wanted
    for part in tree.parts:
        yield from _against(part, wanted=turned)
    for ground in tree.grounds:
        if ground.claim is not None and ground.affirmed != wanted:
            yield ground.claim


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
    """Every exception of a raised norm with what the reports say of it; the reported ones first."""
    found: dict[tuple[str, Value, str], list[str]] = {}
    for item in _raised(examined):
        for ground in item.assessment.exceptions:
            value = Value(Truth(ground.value.value), ground.in_part, ground.hides_dispute)
            key = item.items[ground.id].text, value, invoked(item.trees[ground.id], library)
            found.setdefault(key, []).append(refer(library, item.norm.id))
    ranked = sorted(
        found.items(), key=lambda pair: (not pair[0][2], _EXCEPTIONS_BY.index(pair[0][1].truth))
    )
    return tuple(
        Line(f"{'; '.join(dict.fromkeys(norms))}: {text}", f"{plea}{value_words(value)}")
        for (text, value, plea), norms in ranked
    )


_EXCEPTIONS_BY = (Truth.SUPPORTED, Truth.DISPUTED, Truth.OPEN, Truth.CONTRADICTED)


def defence_lines(examined: Iterable[Examined], library: Library) -> Iterator[Line]:
    """Grounds on which a person may not be criminally responsible, as far as they are raised."""
    for item in _raised(examined):
        if item.norm.kind is Kind.DEFENCE:
            yield outcome_line(item, library)


def alternative_reading(
    allegation: Allegation,
    examined: Sequence[Examined],
    library: Library,
    withheld: Withheld,
) -> Iterator[str]:
    """The strongest case against the allegation that this record itself allows."""
    if withheld.is_of_substance:
        yield (
            "A part of the record is withheld from this audience; what follows holds of the rest"
            " alone, and what is withheld may speak against the allegation or for it."
        )
    raised = list(_raised(examined))
    claimants = _claimants(allegation, library)
    weakest = [item.assessment.origins for item in raised]
    who = joined(sorted(one.short or one.name for one in claimants))
    if weakest and len(_origins(allegation, library)) <= 1:
        yield (
            f"Everything reported counts as coming from one independent origin ({who});"
            " nothing in the record confirms it from elsewhere."
        )
    elif weakest and max(weakest) <= 1:
        yield (
            "No norm rests on more than one independent origin in every element; those who speak"
            f" ({who}) do not confirm one another throughout."
        )
    sides = {one.side for one in claimants if one.side}
    if sides and all(one.side for one in claimants):
        named = joined(sorted(library.state_names.get(side, side) for side in sides))
        yield (
            f"Every claimant stands on the side of {named}; no statement by anyone else is"
            " recorded."
        )
    if reading_notes(allegation):
        yield (
            "The record depends on how the report was read, as its notes tell; if another reading"
            " is right, what rests on this one falls."
        )
    if not allegation.actors and "by" not in withheld.parts:
        yield "The report does not say who acted, so the conduct may be that of others."
    later = next((one for one in raised if Mark.PROSPECTIVE in one.assessment.marks), None)
    if later is not None:
        yield f"What is reported only as {later.pair.prospect} may never have been carried out."
    yield from _on_elements(raised)


def _on_elements(raised: Sequence[Examined]) -> Iterator[str]:
    if any(Mark.MENTAL in item.assessment.marks for item in raised):
        yield (
            "The knowledge or intent that the crimes or modes of liability named here require is"
            " not reported in full; it would have to be proved."
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


def _refs(allegation: Allegation, library: Library) -> list[ClaimantRef]:
    refs = [
        claimant_of(library, passage)
        for statement in allegation.statements
        for passage in statement.per
    ]
    return [ref for ref in dict.fromkeys(refs) if ref is not None]


def _claimants(allegation: Allegation, library: Library) -> list[Claimant]:
    refs = _refs(allegation, library)
    return [library.sources[ref.source].claimants[ref.claimant] for ref in refs]


def _origins(allegation: Allegation, library: Library) -> set[ClaimantRef]:
    return {origin_of(library, ref) for ref in _refs(allegation, library)}


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
            if result.value is not ElementValue.OPEN:
                continue
            part = item.items[result.id]
            for question in open_questions(item.reported(result.id)):
                entry = found.setdefault(capital(question), _Open())
                entry.norms.append(refer(library, item.norm.id))
                entry.proof.extend(part.proof)
        for reason in item.reasons:
            if reason.is_open:
                entry = found.setdefault(reason.text, _Open())
                entry.norms.append(refer(library, item.norm.id))
                entry.proof.extend(reason.proof or SETTLES_A_TIE)
    return _ranked(found)


def confirming(examined: Sequence[Examined], library: Library) -> tuple[OpenFact, ...]:
    """What is reported of the norms shown, with evidence that usually settles it."""
    found: dict[str, _Open] = {}
    for item in _raised(examined):
        for result in item.assessment.elements:
            part = item.items[result.id]
            if result.value is ElementValue.SUPPORTED and result.facts and part.proof:
                if all(fact.claimants == () for fact in result.facts):
                    continue  # the public record carries it, not a report
                entry = found.setdefault(part.text, _Open())
                entry.norms.append(refer(library, item.norm.id))
                entry.proof.extend(part.proof)
    return _ranked(found)


def _ranked(found: Mapping[str, _Open]) -> tuple[OpenFact, ...]:
    """Those that bear on most norms first."""
    ranked = sorted(found.items(), key=lambda pair: (-len(set(pair[1].norms)), pair[0]))
    return tuple(
        OpenFact(text, tuple(dict.fromkeys(entry.norms)), tuple(dict.fromkeys(entry.proof))[:5])
        for text, entry in ranked
    )


def _raised(examined: Iterable[Examined]) -> Iterator[Examined]:
    return (item for item in examined if item.is_raised)
