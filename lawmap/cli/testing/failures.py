"""Why a case came out otherwise: which element, what it asks for, and which fact decides it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawmap.matching import AnyPart, CaseResult, Examined, Explanation, Support, blame, examine
from lawmap.model.conditions import Age, DateIs, Not, Number, condition_words
from lawmap.model.facts import Stage
from lawmap.model.library import Library
from lawmap.model.norm import Ground
from lawmap.model.outcome import Outcome
from lawmap.model.persons import Quantity
from lawmap.truth import Truth

from .hints import hints


def failure_lines(result: CaseResult, library: Library) -> Iterator[str]:
    """Everything about a failed case but its name and place, in lines that are indented."""
    examined = examine(result.pair)
    yield from result.differences
    shown = list(_suspects(result))
    for part in shown:
        tree = examined.trees[part.id]
        yield f"  {_headline(part, tree)}"
        yield from (f"      {line}" for line in _leaf_lines(tree, result))
        yield from (f"    - {hint}" for hint in hints(part, tree, result, library))
    rest = [part for part in result.pair.plan.parts if part not in shown]
    if rest:
        values = (f"'{part.id}' {examined.trees[part.id].value.truth.value}" for part in rest)
        yield f"  {'The others' if shown else 'The values'}: {', '.join(values)}."
    yield f"  {_applies(examined)}"


def _suspects(result: CaseResult) -> Iterator[AnyPart]:
    """The parts to blame, those expected otherwise, and grounds where one was expected."""
    case = result.case
    blamed = blame(result.pair).parts if result.outcome is not case.expect else ()
    wants_ground = case.expect is Outcome.EXCEPTED and result.outcome is not case.expect
    for part in result.pair.plan.parts:
        expected = (case.elements or {}).get(part.id)
        value = result.pair.value(part.node, result.pair.view).truth
        otherwise = expected is not None and expected.value != value.value
        if part in blamed or otherwise or (wants_ground and isinstance(part.item, Ground)):
            yield part


def _headline(part: AnyPart, tree: Explanation) -> str:
    kind = "exception" if isinstance(part.item, Ground) else f"{part.item.kind.value} element"
    asks = condition_words(tree.condition)
    return f"{kind} '{part.id}' is {tree.value.truth.value}; it asks for {asks}"


def _applies(examined: Examined) -> str:
    applicable = examined.assessment.applicable
    return f"Applicable: {applicable.answer.value}. {' '.join(applicable.basis)}".rstrip()


class _Leaf(NamedTuple):
    """A term or comparison of a condition, as it stands there."""

    words: str
    truth: Truth
    tree: Explanation


def _leaves(tree: Explanation) -> Iterator[_Leaf]:
    """The leaves of a condition; "not" stays with the term that it stands before."""
    if not tree.parts:
        yield _Leaf(condition_words(tree.condition), tree.value.truth, tree)
    elif isinstance(tree.condition, Not) and not tree.parts[0].parts:
        yield _Leaf(condition_words(tree.condition), tree.value.truth, tree.parts[0])
    else:
        for part in tree.parts:
            yield from _leaves(part)


def _leaf_lines(tree: Explanation, result: CaseResult) -> Iterator[str]:
    silent: list[str] = []
    for leaf in dict.fromkeys(_leaves(tree)):
        because = list(_because(leaf, result))
        if because:
            yield f"{leaf.truth.value}: {leaf.words} ({'; '.join(because)})"
        else:
            silent.append(leaf.words)
    if silent:
        yield f"open: {', '.join(silent)} (the case does not speak of it)"


def _because(leaf: _Leaf, result: CaseResult) -> Iterator[str]:
    case = result.case
    match leaf.tree.condition:
        case Age():
            yield from _figures("age", case.age)
        case Number():
            yield from _figures("number", case.number)
        case DateIs():
            time = f"the time {case.when.period.text}" if case.when else "no time"
            yield f"the case gives {time}"
        case term:
            for support in leaf.tree.grounds:
                yield _support(support, str(term))


def _figures(what: str, given: Iterable[Quantity]) -> Iterator[str]:
    for one in given:
        value = getattr(one, one.form)
        figure = " to ".join(map(str, value)) if isinstance(value, tuple) else value
        yield f"the case gives the {what}: {one.form.replace('_', ' ')} {figure}"
    if not given:
        yield f"the case gives no {what}"


def _support(support: Support, asked: str) -> str:
    says = "asserted" if support.affirmed else "denied"
    if support.claim is not None:
        verb = "reports" if support.claim.affirmed else "denies"
        stage = support.claim.stage
        how = "" if stage is Stage.DONE else f" as {stage.value}"
        other = "" if support.term == asked else f" {support.claim.term}"
        return f"the case {verb}{other or ' it'}{how}"
    if support.finding is not None:
        return f"{says}: {support.finding.because}"
    if support.presumption is not None:
        return f"{says} by presumption: {support.presumption.text}"
    return f"{says} by the outcome of other norms"
