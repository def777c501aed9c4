"""Assessments of pairs: the outcome of each norm for each allegation, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lawmap.applicability import statements
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
from lawmap.model.norm import (
    RAISED,
    Answer,
    Element,
    ElementKind,
    ElementValue,
    Ground,
    Mark,
    Norm,
    Outcome,
)
from lawmap.model.passage import parse_passage
from lawmap.truth import Truth, Value

from .columns import View
from .compile import NormPlan, Part, compile_plan
from .evaluate import Evaluation, evaluate
from .explain import Explainer, Explanation
from .explain import Ground as Support
from .lookup import find_allegation, find_norms
from .outcome import Judgement, State, ordered, outcome_of, with_responses
from .report import read_report

DONE = View(prospective=False, responses=False)
PROSPECTIVE = View(prospective=True, responses=False)

_ANSWERS = {
    Truth.SUPPORTED: Answer.YES,
    Truth.CONTRADICTED: Answer.NO,
    Truth.DISPUTED: Answer.UNKNOWN,
    Truth.OPEN: Answer.UNKNOWN,
}


@dataclass(frozen=True)
class Pair:
    """One norm and one allegation of an evaluated archive."""

    evaluation: Evaluation
    index: int
    plan: NormPlan
    assumed: Answer | None = None
    """An answer on applicability that a case takes for granted."""

    def value(self, node: int, view: View) -> Value:
        """What the reports say at a node."""
        return self.evaluation.values[view][node].at(self.index)

    @property
    def view(self) -> View:
        """Facts reported as done decide, unless the conduct is open among them."""
        return PROSPECTIVE if self.conduct(DONE).truth is Truth.OPEN else DONE

    def conduct(self, view: View) -> Value:
        """What is said of the bare act."""
        node = next(part.node for part in self.plan.elements if _is_conduct(part))
        return self.value(node, view)

    def applicable(self, view: View) -> Answer:
        """Whether the norm bound the actor there and then."""
        if self.assumed is not None:
            return self.assumed
        value = self.value(self.plan.application.node, view)
        if value.truth is Truth.SUPPORTED and value.in_part:
            return Answer.IN_PART
        return _ANSWERS[value.truth]

    @property
    def judgement(self) -> Judgement:
        """The outcome and its marks."""
        view = self.view
        reported = outcome_of(self.state(view))
        answered = outcome_of(self.state(view._replace(responses=True)))
        marks = ordered(set(self._marks(view))) if reported in RAISED else ()
        return with_responses(reported, answered, marks)

    def state(self, view: View) -> State:
        """The abstract state on which the outcome depends."""
        elements = [(part.item, self.value(part.node, view)) for part in self.plan.elements]
        mental = [value.truth for item, value in elements if _is_mental(item)]
        deciding = [value.truth for item, value in elements if not _is_mental(item)]
        grounds = [self.value(part.node, view) for part in self.plan.exceptions]
        hints = [self.value(node, view).truth for node in self.plan.hints]
        return State(
            conduct_open=self.conduct(view).truth is Truth.OPEN,
            hinted=any(truth in (Truth.SUPPORTED, Truth.DISPUTED) for truth in hints),
            special_open=any(
                value.truth is Truth.OPEN and item.special for item, value in elements
            ),
            applicable=self.applicable(view),
            contradicted=Truth.CONTRADICTED in deciding,
            open=Truth.OPEN in deciding,
            disputed=Truth.DISPUTED in (*deciding, *(ground.truth for ground in grounds)),
            excepted=any(g.truth is Truth.SUPPORTED and not g.in_part for g in grounds),
            mental_unsettled=any(truth in (Truth.CONTRADICTED, Truth.DISPUTED) for truth in mental),
        )

    def _marks(self, view: View) -> Iterator[Mark]:
        deciding = [part for part in self.plan.elements if not _is_mental(part.item)]
        if view.prospective and any(
            self.value(part.node, view) != self.value(part.node, DONE) for part in deciding
        ):
            yield Mark.PROSPECTIVE
        in_part = any(self.value(part.node, view).in_part for part in deciding)
        if in_part or self.applicable(view) is Answer.IN_PART:
            yield Mark.IN_PART
        if any(
            self.value(part.node, view).truth is Truth.OPEN
            for part in self.plan.elements
            if _is_mental(part.item)
        ):
            yield Mark.MENTAL


def _is_conduct(part: Part[Element]) -> bool:
    return part.item.kind is ElementKind.CONDUCT


def _is_mental(item: Element) -> bool:
    return item.kind is ElementKind.MENTAL


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
    reports = [read_report(allegation, library) for allegation in allegations]
    return evaluate(compile_plan(library), library, reports)


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

    @property
    def norm(self) -> Norm:
        """The norm of the pair."""
        return self.pair.plan.norm

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
    reasons = tuple(_reasons(pair, view))
    applicable = Applicable(
        answer=pair.applicable(view), basis=tuple(reason.text for reason in reasons)
    )
    used = [
        *(fact for result in elements for fact in result.facts),
        *(fact for result in exceptions for fact in result.facts),
    ]
    assessment = Assessment(
        allegation=pair.evaluation.reports[pair.index].allegation.id,
        norm=pair.plan.norm.id,
        outcome=judgement.outcome,
        marks=judgement.marks,
        applicable=applicable,
        elements=elements,
        exceptions=exceptions,
        gaps=tuple(_gaps(pair, elements, applicable)),
        origins=_origins(pair, explainer, trees, view),
        passages=_passages(pair.evaluation.library, used),
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
        facts=facts_of(tree, pair),
    )


def _ground(pair: Pair, part: Part[Ground], view: View, tree: Explanation) -> ExceptionResult:
    value = pair.value(part.node, view)
    return ExceptionResult(
        id=part.id,
        value=ElementValue(value.truth.value),
        in_part=value.in_part,
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
    text = ground.presumption.text if ground.presumption else ""
    return FactUsed(term=ground.term, affirmed=ground.affirmed, basis=f"Presumption: {text}")


class Reason(NamedTuple):
    """One sentence on whether a norm applies, with its answer."""

    text: str
    truth: Truth
    encoded: bool = True
    """False where the norm pack cannot answer yet."""

    @property
    def is_open(self) -> bool:
        """Whether something that could be reported would settle it."""
        return self.encoded and self.truth in (Truth.OPEN, Truth.DISPUTED)


def _reasons(pair: Pair, view: View) -> Iterator[Reason]:
    """The sentences on tie, statements, role and regime."""
    if pair.assumed is not None:
        yield Reason("Taken for granted by the case.", Truth.SUPPORTED)
        return
    library, application = pair.evaluation.library, pair.plan.application
    tie = pair.evaluation.bonds[application.tie, pair.index]
    for reason in tie.reasons:
        yield Reason(reason, tie.plane.at(0).truth, tie.encoded)
    frame = pair.evaluation.reports[pair.index].frame
    for statement in statements(library, pair.plan.norm, frame):
        yield Reason(statement, Truth.SUPPORTED)
    instrument = library.instruments[pair.plan.norm.instrument]
    if application.role is not None:
        roles = pair.plan.norm.binds or instrument.binds
        label = " or ".join(library.roles[role].label["en"] for role in roles)
        truth = pair.value(application.role, view).truth
        yield Reason(f"Role of {label}: {_ROLE_WORDS[truth]}.", truth)
    if application.regime is not None:
        regime = library.regimes[instrument.regime]
        truth = pair.value(application.regime, view).truth
        label = regime.label["en"]
        words = regime.open_text if truth is Truth.OPEN else None
        yield Reason(words or f"{label[0].upper()}{label[1:]}: {_REGIME_WORDS[truth]}.", truth)


_ROLE_WORDS = {
    Truth.SUPPORTED: "the actor's State had it there and then",
    Truth.CONTRADICTED: "the actor's State did not have it there and then",
    Truth.DISPUTED: "whether the actor's State had it is disputed",
    Truth.OPEN: "the report and the situation do not settle whether the actor's State had it",
}
_REGIME_WORDS = {
    Truth.SUPPORTED: "it governs the reported conduct",
    Truth.CONTRADICTED: "it does not govern the reported conduct",
    Truth.DISPUTED: "whether it governs the reported conduct is disputed",
    Truth.OPEN: "the report does not settle whether it governs the conduct",
}


def _gaps(pair: Pair, elements: Sequence[ElementResult], applicable: Applicable) -> Iterator[Gap]:
    if applicable.answer is Answer.UNKNOWN:
        text = "Whether the norm bound the actor there and then is not settled."
        yield Gap(subject="applicable", text=text)
    items = {part.id: part.item for part in pair.plan.elements}
    for result in elements:
        if result.value is ElementValue.OPEN:
            item = items[result.id]
            yield Gap(subject=result.id, text=item.text, proof=item.proof)


def _origins(pair: Pair, explainer: Explainer, trees: dict[str, Explanation], view: View) -> int:
    counts = []
    for part in pair.plan.elements:
        speaks = pair.value(part.node, view).truth in (Truth.SUPPORTED, Truth.DISPUTED)
        if speaks and not _is_mental(part.item):
            origins = explainer.origins(trees[part.id])
            if origins:
                counts.append(len(origins))
    return min(counts, default=0)


def _passages(library: Library, facts: Iterable[FactUsed]) -> tuple[PassageUsed, ...]:
    texts = {passage for fact in facts for passage in fact.passages}
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
