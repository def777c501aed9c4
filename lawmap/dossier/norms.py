"""The norms of a dossier: grouped, each with elements, exceptions and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lawmap.applicability import derogation
from lawmap.citing import Form, cite_decision, refer
from lawmap.matching import Examined
from lawmap.model.assessment import ElementResult, ExceptionResult
from lawmap.model.dossier import ElementEntry, HoldingEntry, LeftOut, Line, NormEntry, RelationEntry
from lawmap.model.library import Library
from lawmap.model.norm import Element, Ground, Kind, Norm, Relation, Together
from lawmap.model.outcome import Answer, ElementValue, Mark, Outcome
from lawmap.truth import Truth, Value

from .passages import Names
from .support import invoked, rests_on, stage_words
from .words import ANSWERS, MARKS, RELATIONS, if_carried_out, kind_of, outcome_words, value_words

_ORDER = list(Outcome)
_SURE = (Outcome.ENGAGED, Outcome.CONTESTED)
"""Outcomes for which a reader needs to know what the norm is easily confused with."""


_TOGETHER = {
    Together.CUMULATIVE: "Both may apply to the same conduct.",
    Together.ALTERNATIVE: "Only one of the two can apply to the same conduct.",
}


def norm_entries(
    examined: Iterable[Examined], library: Library, names: Names
) -> tuple[NormEntry, ...]:
    """The raised norms: primary ones by outcome, their companions below them."""
    raised = {item.norm.id: item for item in examined if item.is_raised}
    companions = _companions(raised, library)
    below = {name for found in companions.values() for name, _ in found}
    primaries = sorted(
        (item for name, item in raised.items() if name not in below),
        key=lambda item: _rank(
            item, [raised[name] for name, _ in companions.get(item.norm.id, [])]
        ),
    )
    entries: list[NormEntry] = []
    number = 0
    for primary in primaries:
        first = number + 1
        group = companions.get(primary.norm.id, [])
        shown = tuple(
            replace(
                _entry(raised[name], first + index, library, names, relation),
                beside=_beside(raised[name], primary),
            )
            for index, (name, relation) in enumerate(group, 1)
        )
        number = first + len(group)
        entries.append(_entry(primary, first, library, names, "", shown))
    return tuple(entries)


def _rank(item: Examined, companions: Sequence[Examined]) -> tuple[bool, int, int, str]:
    """Where a norm and its companions stand among the others.

    What builds on other norms comes last. Then the surest first, whether it is the norm itself or
    a companion; among these the one to which most others belong.
    """
    builds_on_others = item.norm.kind in (Kind.RESPONSIBILITY, Kind.DEFENCE)
    surest = min(_ORDER.index(one.assessment.outcome) for one in (item, *companions))
    return builds_on_others, surest, -len(companions), item.norm.id


def _beside(companion: Examined, primary: Examined) -> str:
    """How the outcome of a companion differs from that of its primary norm."""
    mine, its = companion.assessment, primary.assessment
    more = set(mine.marks) - set(its.marks)
    if mine.outcome is its.outcome and set(mine.marks) - {Mark.MENTAL} == set(its.marks) - {
        Mark.MENTAL
    }:
        return MARKS[Mark.MENTAL] if Mark.MENTAL in more else ""
    return outcome_words(mine.outcome, mine.marks, companion.pair.prospect)


def shared_elements(entries: Sequence[NormEntry]) -> tuple[ElementEntry, ...]:
    """Elements that several norms have in the same words, with the same answer."""
    every = [element for entry in entries for element in entry.elements]
    seen = Counter(every)
    return tuple(element for element in dict.fromkeys(every) if seen[element] > 1)


def without_shared(entry: NormEntry, shared: tuple[ElementEntry, ...]) -> NormEntry:
    """A norm, and its companions, with shared elements set apart."""
    return replace(
        entry,
        elements=tuple(element for element in entry.elements if element not in shared),
        shared=tuple(element for element in entry.elements if element in shared),
        companions=tuple(without_shared(other, shared) for other in entry.companions),
    )


def _companions(raised: dict[str, Examined], library: Library) -> dict[str, list[tuple[str, str]]]:
    """For each primary norm its raised companions; each norm stands under one primary only."""
    taken: set[str] = set()
    found: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(raised, key=lambda one: (_ORDER.index(raised[one].assessment.outcome), one)):
        if name in taken:
            continue
        own = [
            (norm.id, relation)
            for relation, related in _related(raised[name].norm)
            for norm in library.norms_at(related.norm)
            if norm.id in raised and norm.id != name and norm.id not in taken
        ]
        distinct = {other: relation for other, relation in reversed(own) if other not in found}
        if distinct:
            found[name] = list(reversed(distinct.items()))
            taken.update(distinct)
    return found


def _related(norm: Norm) -> Iterator[tuple[str, Relation]]:
    for relation in RELATIONS:
        for related in getattr(norm.see, relation):
            yield relation, related


def _entry(
    item: Examined,
    number: int,
    library: Library,
    names: Names,
    relation: str,
    companions: tuple[NormEntry, ...] = (),
) -> NormEntry:
    norm, assessment = item.norm, item.assessment
    applicable = assessment.applicable
    elements = tuple(_part(item, result, library, names) for result in assessment.elements)
    grounds = [(item.items[one.id], one) for one in assessment.exceptions]
    absences = tuple(
        _absence(item, one, library, names) for ground, one in grounds if _is_element(ground)
    )
    exceptions = tuple(
        _part(item, one, library, names) for ground, one in grounds if not _is_element(ground)
    )
    return NormEntry(
        number=number,
        norm=norm.id,
        citation=refer(library, norm.id),
        short=refer(library, norm.id, form=Form.SHORT),
        heading=norm.heading,
        outcome=assessment.outcome,
        outcome_words=outcome_words(assessment.outcome, assessment.marks, item.pair.prospect),
        marks=assessment.marks,
        origins=assessment.origins,
        rule=norm.rule,
        words=tuple(Line(language, text) for language, text in sorted((norm.words or {}).items())),
        edition=norm.source.read_in,
        edition_note=norm.source.note or "",
        ties="Within a court’s reach" if item.binds_persons else "Bound there and then",
        applies=ANSWERS[applicable.answer]
        + (if_carried_out(item.pair.prospect) if applicable.if_carried_out else ""),
        reasons=applicable.basis,
        elements=(*elements, *absences),
        exceptions=exceptions,
        shared=(),
        neighbours=tuple(_neighbours(norm, library)) if assessment.outcome in _SURE else (),
        notes=norm.notes,
        derogation=derogation(library, norm, conditions=False) or "",
        decisions=tuple(_holdings(norm, library)),
        companions=companions,
        companion_as=RELATIONS.get(relation, ""),
    )


def _holdings(norm: Norm, library: Library) -> Iterator[HoldingEntry]:
    for one in norm.decisions:
        sure = "read in" if one.source.verified else "not verified; from"
        yield HoldingEntry(
            citation=f"{cite_decision(library, one.decision)}, {one.at}",
            holds=one.holds,
            read_in=f"{sure} {one.source.read_in}",
        )


def _part(
    item: Examined, result: ElementResult | ExceptionResult, library: Library, names: Names
) -> ElementEntry:
    part = item.items[result.id]
    value = Value(Truth(result.value.value), result.in_part, result.hides_dispute)
    settled = value.truth is Truth.SUPPORTED
    tree = item.trees[result.id]
    plea = invoked(tree, library) if isinstance(part, Ground) else ""
    return ElementEntry(
        name=result.id.replace("-", " "),
        text=part.text,
        kind=kind_of(part),
        sign=value.truth.sign,
        value=f"{plea}{value_words(value)}{stage_words(tree, item.pair.prospect, value.truth)}",
        rests_on=rests_on(tree, library, names),
        proof=() if settled else part.proof,
        note=part.note or "",
        basis="; ".join(refer(library, one) for one in part.basis),
    )


def _is_element(part: Element | Ground) -> bool:
    """Whether the law lists the absence of a ground among the elements of a crime."""
    return isinstance(part, Ground) and part.element


def _absence(
    item: Examined, result: ExceptionResult, library: Library, names: Names
) -> ElementEntry:
    """The element that no permitted ground existed: the ground itself, turned round."""
    entry = _part(item, result, library, names)
    node = next(part.node for part in item.pair.plan.exceptions if part.id == result.id)
    opposite = item.pair.opposite(node, item.pair.view)
    settled = opposite.truth is Truth.SUPPORTED
    return replace(
        entry,
        proof=() if settled else item.items[result.id].proof,
        kind="no permitted ground: for the prosecution to prove",
        sign=opposite.truth.sign,
        value=f"{invoked(item.trees[result.id], library)}{value_words(opposite)}",
        text=f"No ground that the law permits existed, such as this one: {entry.text}",
    )


def _neighbours(norm: Norm, library: Library) -> Iterator[RelationEntry]:
    for related in norm.see.neighbour:
        for other in library.norms_at(related.norm):
            together = f" {_TOGETHER[related.together]}" if related.together else ""
            yield RelationEntry(
                citation=refer(library, other.id),
                heading=other.heading,
                text=f"{related.differs or ''}{together}",
            )


def left_out(examined: Iterable[Examined], library: Library) -> tuple[LeftOut, ...]:
    """Norms that were considered and left out, each with the reason."""
    return tuple(
        LeftOut(
            norm=item.norm.id,
            short=refer(library, item.norm.id, form=Form.SHORT),
            citation=refer(library, item.norm.id),
            heading=item.norm.heading,
            reason=_reason(item),
        )
        for item in examined
        if item.assessment.outcome in (Outcome.EXCLUDED, Outcome.EXCEPTED)
    )


def _reason(item: Examined) -> str:
    assessment = item.assessment
    if assessment.outcome is Outcome.EXCEPTED:
        grounds = [g for g in assessment.exceptions if g.value is ElementValue.SUPPORTED]
        return f'An exception is reported: "{item.items[grounds[0].id].text}"'
    if assessment.applicable.answer is Answer.NO:
        return " ".join(one.text for one in item.reasons if one.truth is Truth.CONTRADICTED)
    denied = [e for e in assessment.elements if e.value is ElementValue.CONTRADICTED]
    texts = "; ".join(item.items[element.id].text for element in denied)
    unsettled = [one.text for one in item.reasons if one.is_open]
    return " ".join(
        [f'What is reported speaks against what the norm requires: "{texts}"', *unsettled]
    )
