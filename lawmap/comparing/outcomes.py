"""The same allegations under two laws: what comes out otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lawmap.matching import evaluate_all
from lawmap.matching.compile import NormPlan, Part
from lawmap.matching.evaluate import Evaluation
from lawmap.matching.explain import weakest
from lawmap.matching.pair import Pair
from lawmap.model.comparison import OutcomeChange, PartChange, PartValue, Standing
from lawmap.model.library import Library
from lawmap.model.norm import Element, Ground
from lawmap.model.outcome import ElementValue, Outcome

Answers = dict[str, PartValue]
"""The answers to elements or exceptions, by id."""


class _Stood(NamedTuple):
    """How one norm stands to one allegation under one law."""

    standing: Standing
    elements: Answers
    exceptions: Answers


def outcome_changes(
    old: Library, new: Library, renamed: Mapping[str, str], *, silent: bool = False
) -> Iterator[OutcomeChange]:
    """Every pair of norm and allegation of which an answer differs, by allegation and norm.

    Args:
        old: the law before, with the allegations.
        new: the law after, with the same allegations.
        renamed: the id after for each norm that has another one.
        silent: also pairs in which the norm is silent on both sides, which no dossier shows.
    """
    before = _Side(old, sorted(new.allegations), renamed)
    after = _Side(new, sorted(new.allegations), {})
    for index, allegation in enumerate(sorted(new.allegations)):
        for norm in sorted(before.plans.keys() | after.plans.keys()):
            was, now = before.pair(index, norm), after.pair(index, norm)
            if silent or not (_is_silent(was) and _is_silent(now)):
                yield from _change(allegation, norm, was, now)


class _Side:
    """One law, run on the allegations; norms go by the ids that they have after the change."""

    def __init__(self, library: Library, chosen: list[str], renamed: Mapping[str, str]) -> None:
        self._evaluation: Evaluation = evaluate_all(
            library, [library.allegations[name] for name in chosen]
        )
        self.plans: dict[str, NormPlan] = {
            renamed.get(plan.norm.id, plan.norm.id): plan for plan in self._evaluation.plan.norms
        }

    def pair(self, index: int, norm: str) -> Pair | None:
        plan = self.plans.get(norm)
        return Pair(self._evaluation, index, plan) if plan else None


def _is_silent(pair: Pair | None) -> bool:
    return pair is None or pair.judgement.outcome is Outcome.SILENT


def _change(
    allegation: str, norm: str, was: Pair | None, now: Pair | None
) -> Iterator[OutcomeChange]:
    before, after = _stood(was), _stood(now)
    elements: list[PartChange] = []
    exceptions: list[PartChange] = []
    if before and after:
        elements.extend(_parts(before.elements, after.elements))
        exceptions.extend(_parts(before.exceptions, after.exceptions))
    stood = before.standing if before else None
    stands = after.standing if after else None
    if stood != stands or elements or exceptions:
        yield OutcomeChange(
            allegation=allegation,
            norm=norm,
            before=stood,
            after=stands,
            elements=tuple(elements),
            exceptions=tuple(exceptions),
        )


def _stood(pair: Pair | None) -> _Stood | None:
    if pair is None:
        return None
    judgement, node = pair.judgement, pair.plan.application.node
    standing = Standing(
        outcome=judgement.outcome,
        marks=judgement.marks,
        applicable=pair.applicable(pair.view),
        if_carried_out=pair.is_in_prospect(node, pair.view),
        origins=len(weakest(pair) or ()),
    )
    return _Stood(
        standing,
        {part.id: _value(pair, part) for part in pair.plan.elements},
        {part.id: _value(pair, part) for part in pair.plan.exceptions},
    )


def _value(pair: Pair, part: Part[Element] | Part[Ground]) -> PartValue:
    value = pair.value(part.node, pair.view)
    return PartValue(
        value=ElementValue(value.truth.value),
        in_part=value.in_part,
        hides_dispute=value.hides_dispute,
    )


def _parts(before: Answers, after: Answers) -> Iterator[PartChange]:
    for name in dict.fromkeys((*after, *before)):
        change = PartChange(id=name, before=before.get(name), after=after.get(name))
        if change.before != change.after:
            yield change
