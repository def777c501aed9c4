"""One norm and one allegation: values, applicability, outcome and marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lawmap.model.facts import Stage
from lawmap.model.norm import Element, ElementKind
from lawmap.model.outcome import RAISED, Answer, Mark, Outcome
from lawmap.truth import Truth, Value

from .columns import View
from .compile import NormPlan
from .evaluate import Evaluation
from .outcome import Judgement, State, ordered, outcome_of, with_responses

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

    @property
    def allegation(self) -> str:
        """The id of the allegation."""
        return self.evaluation.reports[self.index].allegation.id

    def value(self, node: int, view: View) -> Value:
        """What the reports say at a node."""
        return self.evaluation.value(node, view, self.index)

    def opposite(self, node: int, view: View) -> Value:
        """What the reports say of the opposite of a node; "in part" stays in part."""
        return self.evaluation.opposite(node, view, self.index)

    @cached_property
    def view(self) -> View:
        """The view that decides."""
        return self._deciding(prospective=True)

    def _deciding(self, *, prospective: bool) -> View:
        """Facts reported as done decide, unless the conduct is open among them."""
        late = prospective and self.conduct(DONE).truth is Truth.OPEN
        return PROSPECTIVE if late else DONE

    def conduct(self, view: View) -> Value:
        """What is said of the bare act."""
        return self.value(self.plan.conduct, view)

    def applicable(self, view: View) -> Answer:
        """Whether the norm bound the actor there and then."""
        if self.assumed is not None:
            return self.assumed
        value = self.value(self.plan.application.node, view)
        if value.truth is Truth.SUPPORTED and value.in_part:
            return Answer.IN_PART
        return _ANSWERS[value.truth]

    @cached_property
    def prospect(self) -> str:
        """How far conduct is said to have gone beside what is done: ``planned or attempted``."""
        claims = self.evaluation.reports[self.index].claims
        found = {claim.stage for claim in claims if claim.affirmed}
        return " or ".join(
            stage.value for stage in Stage if stage in found and stage is not Stage.DONE
        )

    def is_in_prospect(self, node: int, view: View) -> bool:
        """Whether only what is planned, threatened or attempted asserts a node."""
        return self.evaluation.is_in_prospect(node, view, self.index)

    @cached_property
    def judgement(self) -> Judgement:
        """The outcome and its marks."""
        return self.judged(View(prospective=True, responses=True))

    def judged(self, look: View) -> Judgement:
        """The outcome and its marks, on no more than one view shows."""
        view = self._deciding(prospective=look.prospective)
        reported = outcome_of(self.state(view))
        marks = ordered(set(self._marks(view))) if reported in RAISED else ()
        # Answers can change no other outcome; see with_responses.
        if not look.responses or reported not in (Outcome.ENGAGED, Outcome.ARGUABLE):
            return Judgement(reported, marks)
        answered = view._replace(responses=True)
        if not self.evaluation.differ(view, answered):
            return Judgement(reported, marks)
        disputes = self._disputes(view, answered)
        return with_responses(reported, outcome_of(self.state(answered)), marks, disputes=disputes)

    def _disputes(self, view: View, answered: View) -> bool:
        """Whether the accused side's answers speak against the norm, or for an exception to it.

        An answer that bears out an element is a concession and disputes nothing.
        """
        elements = [part.node for part in self.plan.elements]
        hints = [node for node in self.plan.hints if self.value(node, view).is_asserted]
        asked = [*elements, *hints, self.plan.application.node]
        grounds = [part.node for part in self.plan.exceptions]
        return any(map(_speaks_against, self._changed(asked, view, answered))) or any(
            map(_speaks_for, self._changed(grounds, view, answered))
        )

    def _changed(self, nodes: Iterable[int], view: View, answered: View) -> Iterator[Value]:
        """The answers that differ once the accused side is heard."""
        for node in nodes:
            value = self.value(node, answered)
            if value != self.value(node, view):
                yield value

    def state(self, view: View) -> State:
        """The abstract state on which the outcome depends."""
        elements = [(part.item, self.value(part.node, view)) for part in self.plan.elements]
        mental = [value.truth for item, value in elements if is_mental(item)]
        deciding = [value.truth for item, value in elements if not is_mental(item)]
        grounds = [self.value(part.node, view) for part in self.plan.exceptions]
        hints = [self.value(node, view) for node in self.plan.hints]
        return State(
            conduct_open=self.conduct(view).truth is Truth.OPEN,
            hinted=any(hint.is_asserted for hint in hints),
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
        deciding = [part for part in self.plan.elements if not is_mental(part.item)]
        nodes = [*(part.node for part in deciding), *self.plan.hints]
        if view.prospective and any(
            self.value(node, view) != self.value(node, DONE) for node in nodes
        ):
            yield Mark.PROSPECTIVE
        in_part = any(self.value(part.node, view).in_part for part in deciding)
        if in_part or self.applicable(view) is Answer.IN_PART:
            yield Mark.IN_PART
        if any(
            self.value(part.node, view).truth is Truth.OPEN
            for part in self.plan.elements
            if is_mental(part.item)
        ):
            yield Mark.MENTAL


def _speaks_against(value: Value) -> bool:
    return value.truth in (Truth.CONTRADICTED, Truth.DISPUTED) or value.hides_dispute


def _speaks_for(value: Value) -> bool:
    return value.is_asserted or value.hides_dispute


def is_mental(item: Element) -> bool:
    """Whether an element is of kind mental, which does not decide."""
    return item.kind is ElementKind.MENTAL
