"""A library with its allegations, evaluated by the matcher and read plainly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from lawmap.matching import evaluate_all
from lawmap.matching.evaluate import Evaluation
from lawmap.model.allegation import Allegation
from lawmap.model.conditions import Condition, terms_of
from lawmap.model.facts import Stage, Statement
from lawmap.model.library import Library
from tests.builders import ARMY
from tests.matching.plain import World

STAGE_TERMS = {"planned": "act.plan", "threatened": "act.threaten"}


@dataclass(frozen=True, repr=False)
class Archive:
    """A random library with its allegations in order."""

    library: Library
    allegations: tuple[Allegation, ...]

    def __repr__(self) -> str:
        """What differs from one archive to the next, and nothing else."""
        fields = {"facts", "when", "against", "responses"}
        lines = [
            {name: above for name, above in self.broader.items() if above},
            *(
                f"{rule.condition} asserts {rule.asserts} denies {rule.denies}"
                for rule in self.library.presumptions.values()
            ),
            *self.conditions().values(),
            *(one.model_dump(include=fields, exclude_none=True) for one in self.allegations),
        ]
        return "\n".join(str(line) for line in lines)

    def _repr_pretty_(self, printer: Any, _: bool) -> None:
        printer.text(repr(self))

    @cached_property
    def evaluation(self) -> Evaluation:
        return evaluate_all(self.library, self.allegations)

    @cached_property
    def broader(self) -> Mapping[str, str | None]:
        return {name: item.term.broader for name, item in self.library.terms.items()}

    def conditions(self) -> dict[int, Condition]:
        """Every condition of every element, by its node."""
        return {
            part.node: part.item.condition
            for one in self.evaluation.plan.norms
            for part in one.elements
        }

    def world(self, one: Allegation, *, prospective: bool, responses: bool) -> World:
        """What one allegation says in a view, read straight from the file."""
        asserted: set[str] = set()
        denied: set[str] = set()
        for fact in one.statements:
            if not self._counts(fact.term, fact.per[0]):
                continue
            if not responses and fact.per[0] == ARMY and self._answers(fact):
                continue
            if fact.stage is not Stage.DONE:
                asserted |= {STAGE_TERMS[fact.stage.value]} & self.library.terms.keys()
            if fact.stage is Stage.DONE or prospective:
                (asserted if fact.affirmed else denied).add(fact.term)
        for answer in one.responses if responses else ():
            acts = {name for name in self.library.terms if name.startswith("act.")}
            denials = acts if answer.denies == "conduct" else set(answer.denies or ())
            denied |= {name for name in denials if not name.startswith("status.")}
            asserted |= {name for name in answer.claims if not name.startswith("status.")}
        if prospective:
            denied |= self._planned(one, denied)
        return self._presumed(
            World(
                self.broader,
                frozenset(asserted),
                frozenset(denied),
                one.against.age if one.against else (),
                one.against.number if one.against else (),
                *((one.when.period, one.when.sense) if one.when else ()),
            )
        )

    def _planned(self, one: Allegation, denied: set[str]) -> set[str]:
        """What is said to be planned or threatened, if somebody denies that it was."""
        stages = {stage for stage, term in STAGE_TERMS.items() if self._is_denied(term, denied)}
        said = {fact.term for fact in one.statements if fact.stage.value in stages}
        return {term for term in said if not term.startswith("status.")}

    def _is_denied(self, term: str | None, denied: set[str]) -> bool:
        while term is not None and term not in denied:
            term = self.broader.get(term)
        return term is not None

    def _answers(self, fact: Statement) -> bool:
        """Whether what the accused side says is a denial of conduct, or a ground that excuses."""
        if fact.term.startswith("act."):
            return not fact.affirmed
        above: list[str] = [fact.term]
        while above[-1] in self.broader and (broader := self.broader[above[-1]]):
            above.append(broader)
        grounds = [
            term
            for rule in self.library.norms.values()
            for ground in rule.exceptions.values()
            for _, term in terms_of(ground.condition)
        ]
        return fact.affirmed and any(term in grounds for term in above)

    @staticmethod
    def _counts(term: str, passage: str) -> bool:
        return not (term.startswith("status.") and passage == ARMY)

    def _presumed(self, world: World) -> World:
        """Draw conclusions one at a time until there are none left."""
        for rule in self.library.presumptions.values():
            truth = world.value(rule.condition).truth.value
            supported, disputed = truth in ("supported", "disputed"), truth == "disputed"
            yes = {*(rule.asserts if supported else ()), *(rule.denies if disputed else ())}
            no = {*(rule.denies if supported else ()), *(rule.asserts if disputed else ())}
            if not yes <= world.asserted or not no <= world.denied:
                wider = replace(world, asserted=world.asserted | yes, denied=world.denied | no)
                return self._presumed(wider)
        return world
