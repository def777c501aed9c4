"""Assessments of pairs: the outcome of each norm for each allegation, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lawmap.applicability import Bond, binds_persons
from lawmap.lookup import find_allegation, find_norms
from lawmap.model.allegation import Allegation
from lawmap.model.assessment import (
    Applicable,
    Assessment,
    ElementResult,
    ExceptionResult,
    FactUsed,
    Gap,
    PassageUsed,
)
from lawmap.model.library import Library
from lawmap.model.norm import Element, Ground, Norm
from lawmap.model.outcome import RAISED, Answer, ElementValue, Outcome
from lawmap.model.passage import parse_passage

from .columns import View
from .compile import Part, compile_plan
from .derive import second_pass
from .evaluate import Evaluation, Holding, evaluate
from .explain import Explainer, Explanation, weakest
from .explain import Ground as Support
from .pair import Pair
from .reasons import Reason, reasons_of
from .report import Report, read_report


def match(
    library: Library, allegations: Iterable[Allegation] | None = None, *, silent: bool = False
) -> list[Assessment]:
    """Assess every norm for every allegation.

    Args:
        library: norms, sources and allegations.
        allegations: those to assess; by default all of the library.
        silent: also return the pairs in which the norm is silent.

    Returns:
        One assessment a pair, in the order of allegation ids and norm ids.
    """
    chosen = sorted(
        library.allegations.values() if allegations is None else allegations,
        key=lambda allegation: allegation.id,
    )
    evaluation = evaluate_all(library, chosen)
    return [
        examine(pair).assessment
        for pair in pairs(evaluation)
        if silent or pair.judgement.outcome is not Outcome.SILENT
    ]


def evaluate_all(library: Library, allegations: Iterable[Allegation]) -> Evaluation:
    """Compile a library and run it on allegations, in the order given."""
    plan = compile_plan(library)
    reports = [read_report(allegation, library) for allegation in allegations]
    first = evaluate(plan, library, reports)
    assisted = _assisted(reports, library)
    return second_pass(first, evaluate(plan, library, assisted) if assisted else None)


def _assisted(reports: Sequence[Report], library: Library) -> list[Report]:
    """The allegations to which these are assistance and that are not among them."""
    wanted = {report.allegation.assists for report in reports if report.allegation.assists}
    missing = wanted - {report.allegation.id for report in reports}
    known = [library.allegations[one] for one in sorted(missing) if one in library.allegations]
    return [read_report(allegation, library) for allegation in known]


def pairs(evaluation: Evaluation) -> Iterator[Pair]:
    """Every allegation with every norm."""
    for index in range(len(evaluation.reports)):
        for norm in evaluation.plan.norms:
            yield Pair(evaluation, index, norm)


@dataclass(frozen=True)
class Examined:
    """One pair with its assessment and the trees behind it."""

    pair: Pair
    assessment: Assessment
    trees: dict[str, Explanation]
    """Why each element and exception has its value, by id."""
    reasons: tuple[Reason, ...]
    """Why the norm applies or not."""

    def reported(self, part: str) -> Explanation:
        """The tree of an element or exception without what the accused side answers."""
        explainer = Explainer(self.pair.evaluation, self.pair.index, self.pair.view)
        return explainer.explain(self.items[part].condition)

    @property
    def norm(self) -> Norm:
        """The norm of the pair."""
        return self.pair.plan.norm

    @property
    def bond(self) -> Bond:
        """What ties the actor to the norm: a State's treaty or custom, or a court's reach."""
        return self.pair.evaluation.bonds[self.pair.plan.application.tie, self.pair.index]

    @property
    def binds_persons(self) -> bool:
        """Whether the norm speaks to persons and not to States."""
        return binds_persons(self.pair.evaluation.library, self.norm)

    @property
    def is_raised(self) -> bool:
        """Whether the norm is engaged, contested or arguable."""
        return self.assessment.outcome in RAISED

    def supports(self) -> Iterator[Support]:
        """Everything that its elements and exceptions rest on, premises included."""
        for tree in self.trees.values():
            for part in tree.walk():
                yield from part.grounds

    @property
    def items(self) -> dict[str, Element | Ground]:
        """The elements and exceptions of the norm, by id."""
        plan = self.pair.plan
        elements: dict[str, Element | Ground] = {part.id: part.item for part in plan.elements}
        return elements | {part.id: part.item for part in plan.exceptions}


def examine(pair: Pair) -> Examined:
    """Everything that a reader of one pair may ask for."""
    view, judgement = pair.view, pair.judgement
    explainer = Explainer(pair.evaluation, pair.index, view._replace(responses=True))
    trees = {part.id: explainer.explain(part.item.condition) for part in pair.plan.elements}
    trees |= {part.id: explainer.explain(part.item.condition) for part in pair.plan.exceptions}
    elements = tuple(_element(pair, part, view, trees[part.id]) for part in pair.plan.elements)
    exceptions = tuple(_ground(pair, part, view, trees[part.id]) for part in pair.plan.exceptions)
    reasons = tuple(reasons_of(pair, view))
    applicable = Applicable(
        answer=pair.applicable(view),
        if_carried_out=pair.is_in_prospect(pair.plan.application.node, view),
        basis=tuple(reason.text for reason in reasons),
    )
    used = [
        *(fact for result in elements for fact in result.facts),
        *(fact for result in exceptions for fact in result.facts),
    ]
    assessment = Assessment(
        allegation=pair.allegation,
        norm=pair.plan.norm.id,
        outcome=judgement.outcome,
        marks=judgement.marks,
        applicable=applicable,
        elements=elements,
        exceptions=exceptions,
        gaps=tuple(_gaps(pair, elements, applicable)),
        origins=len(weakest(pair) or ()),
        passages=_passages(pair.evaluation.library, used, trees.values()),
    )
    return Examined(pair, assessment, trees, reasons)


def explain(library: Library, allegation: str, norm: str) -> list[Examined]:
    """Why a norm stands to an allegation as it does.

    Args:
        library: everything that was loaded.
        allegation: the id of the allegation.
        norm: the id of the norm, or a pinpoint that names every norm below it.

    Raises:
        UsageError: if the library holds no such allegation or norm.
    """
    chosen = find_allegation(library, allegation)
    wanted = {item.id for item in find_norms(library, norm)}
    evaluation = evaluate_all(library, [chosen])
    return [examine(pair) for pair in pairs(evaluation) if pair.plan.norm.id in wanted]


def _element(pair: Pair, part: Part[Element], view: View, tree: Explanation) -> ElementResult:
    value = pair.value(part.node, view)
    return ElementResult(
        id=part.id,
        kind=part.item.kind,
        value=ElementValue(value.truth.value),
        in_part=value.in_part,
        hides_dispute=value.hides_dispute,
        facts=facts_of(tree, pair),
    )


def _ground(pair: Pair, part: Part[Ground], view: View, tree: Explanation) -> ExceptionResult:
    value = pair.value(part.node, view)
    return ExceptionResult(
        id=part.id,
        value=ElementValue(value.truth.value),
        in_part=value.in_part,
        hides_dispute=value.hides_dispute,
        facts=facts_of(tree, pair),
    )


def facts_of(tree: Explanation, pair: Pair) -> tuple[FactUsed, ...]:
    """Every claim and status under a tree, each once."""
    names = _ClaimantNames(pair.evaluation.library)
    facts = [_fact(ground, names) for part in tree.walk() for ground in part.grounds]
    return tuple(dict.fromkeys(facts))


class _ClaimantNames:
    """Names of claimants, for what others read."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, ground: Support) -> tuple[str, ...]:
        if ground.claim is None or ground.claim.claimant is None:
            return ()
        source, claimant = ground.claim.claimant
        described = self._library.sources[source].claimants.get(claimant)
        return (described.name if described else claimant,)


def _fact(ground: Support, names: _ClaimantNames) -> FactUsed:
    if ground.claim is not None:
        return FactUsed(
            term=ground.claim.term,
            affirmed=ground.affirmed,
            stage=ground.claim.stage,
            claimants=names.of(ground),
            passages=ground.claim.passages,
            response=ground.claim.response,
        )
    if ground.finding is not None:
        return FactUsed(
            term=ground.term,
            affirmed=ground.affirmed,
            passages=ground.finding.per,
            basis=ground.finding.because,
        )
    if ground.holdings:
        return FactUsed(term=ground.term, affirmed=True, basis=_derivation(ground.holdings))
    text = ground.presumption.text if ground.presumption else ""
    return FactUsed(term=ground.term, affirmed=ground.affirmed, basis=f"Presumption: {text}")


def _derivation(holdings: Sequence[Holding]) -> str:
    names = ", ".join(
        f"{one.plan.norm.id}{' (contested)' if one.contested else ''}" for one in holdings
    )
    return f"From the outcome for '{holdings[0].allegation}': {names}"


def _gaps(pair: Pair, elements: Sequence[ElementResult], applicable: Applicable) -> Iterator[Gap]:
    if applicable.answer is Answer.UNKNOWN:
        text = "Whether the norm bound the actor there and then is not settled."
        yield Gap(subject="applicable", text=text)
    items = {part.id: part.item for part in pair.plan.elements}
    for result in elements:
        if result.value is ElementValue.OPEN:
            item = items[result.id]
            yield Gap(subject=result.id, text=item.text, proof=item.proof)


def _passages(
    library: Library, facts: Iterable[FactUsed], trees: Iterable[Explanation]
) -> tuple[PassageUsed, ...]:
    texts = {passage for fact in facts for passage in fact.passages}
    texts |= {passage for tree in trees for part in tree.walk() for passage in part.per}
    refs = {parse_passage(text)._replace(claimant=None) for text in texts}
    return tuple(
        PassageUsed(
            source=ref.source,
            sha256=library.sources[ref.source].original.sha256,
            paragraph=ref.paragraph,
            locator=ref.locator,
        )
        for ref in sorted(refs, key=lambda ref: (ref.source, ref.paragraph or 0, ref.locator))
        if ref.source in library.sources
    )
