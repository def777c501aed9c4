"""Rule tests: the cases that lawyers write into norm files.

Thousands of cases run with every check, so only what they expect is worked out here: outcome,
marks, and values of elements. Explanations are built for those that fail; see :mod:`.blame`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lawmap.applicability import Finding
from lawmap.diagnostics import did_you_mean
from lawmap.model.allegation import Allegation
from lawmap.model.case import Case
from lawmap.model.facts import statements
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.outcome import Answer, ElementValue, Mark, Outcome
from lawmap.model.persons import Against

from .blame import blame
from .compile import compile_plan
from .evaluate import evaluate
from .pair import Pair
from .report import Claim, Report, read_report

ASSUMED = ("conflict.international", "conflict.nexus")
"""What cases take for granted unless they deny it: an international armed conflict, with nexus."""

Wanted = Callable[[Norm, Case], bool]


class CaseResult(NamedTuple):
    """How one case came out."""

    position: int
    """Which of the norm's cases it is, from 0."""
    case: Case
    pair: Pair
    """The norm and what the case reports, as the matcher sees them."""
    differences: tuple[str, ...]
    """What is not as the case expects; empty if it passes."""

    @property
    def norm(self) -> str:
        """The id of the norm."""
        return self.pair.plan.norm.id

    @property
    def outcome(self) -> Outcome:
        """The outcome that it came to."""
        return self.pair.judgement.outcome

    @property
    def otherwise(self) -> tuple[str, ...]:
        """The way, from the case on, to the first thing that is not as it expects."""
        outcome, marks = self.pair.judgement
        if outcome is not self.case.expect:
            return ("expect",)
        if self.case.marks is not None and set(self.case.marks) != set(marks):
            return ("marks",)
        values = values_of(self.pair)
        expected = (self.case.elements or {}).items()
        return next((("elements", name) for name, one in expected if values.get(name) != one), ())

    @property
    def passed(self) -> bool:
        """Whether everything is as the case expects."""
        return not self.differences


def run_cases(library: Library, wanted: Wanted | None = None) -> Iterator[CaseResult]:
    """Run the cases of all norms, or those that are wanted, as one archive."""
    plan = compile_plan(library)
    chosen = [
        (item, index, case)
        for item in plan.norms
        for index, case in enumerate(item.norm.cases)
        if wanted is None or wanted(item.norm, case)
    ]
    assumed = tuple(
        Finding(term, True, "Taken for granted by the case.")
        for term in ASSUMED
        if term in library.terms
    )
    nothing = read_report(_NOTHING, library)
    reports = [_report(case, library, nothing, assumed) for _, _, case in chosen]
    asked = [
        (item.application.tie, row)
        for row, (item, _, case) in enumerate(chosen)
        if _granted(case) is None
    ]
    evaluation = evaluate(plan, library, reports, asked)
    for row, (item, index, case) in enumerate(chosen):
        pair = Pair(evaluation, row, item, _granted(case))
        yield CaseResult(index, case, pair, tuple(_differences(case, pair)))


def _granted(case: Case) -> Answer | None:
    """The answer on applicability that a case takes for granted, if it does."""
    return case.applicable or (None if case.in_the_world else Answer.YES)


_NOTHING = Allegation.model_construct(
    schema_version=1, id="case", title="case", account="case", by="unstated", facts=()
)


def _report(case: Case, library: Library, nothing: Report, assumed: Iterable[Finding]) -> Report:
    """What a case reports; most tell facts alone, which need nothing of the world."""
    report = _of_facts(case, nothing) or _of_the_world(case, library)
    if case.in_the_world:
        return report
    said = {claim.term for claim in report.claims}
    granted = (finding for finding in assumed if finding.term not in said)
    return report._replace(findings=(*report.findings, *granted))


def _of_facts(case: Case, nothing: Report) -> Report | None:
    """The report of a case that gives nobody's words and asks nothing of the world, else None."""
    if case.in_the_world or case.nationality:
        return None
    said = tuple(statements(case.facts, ()))
    if any(one.per for one in said):
        return None
    claims = tuple(Claim(one.term, one.affirmed, one.stage, None, ()) for one in said)
    return nothing._replace(claims=claims, ages=case.age, numbers=case.number)


def _of_the_world(case: Case, library: Library) -> Report:
    about = case.nationality or case.number or case.age
    against = Against.model_construct(
        group=case.name, nationality=case.nationality, number=case.number, age=case.age
    )
    given = {
        "title": case.name,
        "by": case.by or "unstated",
        "when": case.when,
        "where": case.where,
        "against": against if about else None,
        "facts": case.facts,
    }
    return read_report(_NOTHING.model_copy(update=given), library)


def _differences(case: Case, pair: Pair) -> Iterator[str]:
    outcome, marks = pair.judgement
    if outcome is not case.expect:
        because = ", ".join(blame(pair).sentences)
        yield f"expected {case.expect.value}, came out {outcome.value}, because {because}"
    if case.marks is not None and set(case.marks) != set(marks):
        yield f"expected marks {_names(case.marks)}, came out {_names(marks)}"
    if case.elements:
        values = values_of(pair)
        for name, expected in case.elements.items():
            if name not in values:
                yield f"there is no element or exception '{name}'{did_you_mean(name, values)}"
            elif values[name] is not expected:
                yield f"expected {name} {expected.value}, came out {values[name].value}"


def values_of(pair: Pair) -> dict[str, ElementValue]:
    """The values of elements and exceptions, by id."""
    return {
        part.id: ElementValue(pair.value(part.node, pair.view).truth.value)
        for part in pair.plan.parts
    }


def _names(marks: Iterable[Mark]) -> str:
    return ", ".join(mark.value for mark in marks) or "none"
