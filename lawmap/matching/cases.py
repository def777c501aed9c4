"""Rule tests: the cases that lawyers write into norm files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawmap.applicability import Finding
from lawmap.model.allegation import Allegation
from lawmap.model.assessment import Assessment
from lawmap.model.case import Case
from lawmap.model.library import Library
from lawmap.model.norm import Norm
from lawmap.model.outcome import Answer, Mark
from lawmap.model.persons import Against

from .assess import examine
from .compile import compile_plan
from .evaluate import evaluate
from .pair import Pair
from .report import Report, read_report

ASSUMED = ("conflict.international", "conflict.nexus")
"""What cases take for granted unless they deny it: an international armed conflict, with nexus."""


class CaseResult(NamedTuple):
    """How one case came out."""

    norm: str
    position: int
    """Which of the norm's cases it is, from 0."""
    case: Case
    assessment: Assessment
    differences: tuple[str, ...]
    """What is not as the case expects; empty if it passes."""

    @property
    def passed(self) -> bool:
        """Whether everything is as the case expects."""
        return not self.differences


def run_cases(library: Library, norms: tuple[str, ...] = ()) -> Iterator[CaseResult]:
    """Run the cases of all norms, or of those with the given ids, as one archive."""
    plan = compile_plan(library)
    chosen = [
        (item, index, case)
        for item in plan.norms
        if not norms or item.norm.id in norms
        for index, case in enumerate(item.norm.cases)
    ]
    reports = [_report(case, item.norm, library) for item, _, case in chosen]
    evaluation = evaluate(plan, library, reports)
    for row, (item, index, case) in enumerate(chosen):
        assumed = case.applicable or (None if case.in_the_world else Answer.YES)
        assessment = examine(Pair(evaluation, row, item, assumed)).assessment
        differences = tuple(_differences(case, assessment))
        yield CaseResult(item.norm.id, index, case, assessment, differences)


def _report(case: Case, norm: Norm, library: Library) -> Report:
    allegation = Allegation.model_construct(
        schema_version=1,
        id="case",
        title=case.name,
        account=case.name,
        by=case.by or "unstated",
        when=case.when,
        where=case.where,
        against=Against.model_construct(
            group=case.name,
            nationality=case.nationality,
            number=case.number,
            age=case.age,
        ),
        facts=case.facts,
    )
    report = read_report(allegation, library)
    if case.in_the_world:
        return report
    said = {claim.term for claim in report.claims}
    assumed = tuple(
        Finding(term, True, "Taken for granted by the case.")
        for term in ASSUMED
        if term not in said and term in library.terms
    )
    return report._replace(findings=(*report.findings, *assumed))


def _differences(case: Case, assessment: Assessment) -> Iterator[str]:
    values = {item.id: item.value for item in assessment.elements}
    values |= {item.id: item.value for item in assessment.exceptions}
    if assessment.outcome is not case.expect:
        why = ", ".join(f"{name} {value.value}" for name, value in values.items())
        yield (
            f"expected {case.expect.value}, came out {assessment.outcome.value}"
            f" (applicable {assessment.applicable.answer.value}; {why})"
        )
    if case.marks is not None and set(case.marks) != set(assessment.marks):
        yield f"expected marks {_names(case.marks)}, came out {_names(assessment.marks)}"
    for name, expected in (case.elements or {}).items():
        if values.get(name) is not expected:
            came_out = values[name].value if name in values else "no such element"
            yield f"expected {name} {expected.value}, came out {came_out}"


def _names(marks: Iterable[Mark]) -> str:
    return ", ".join(mark.value for mark in marks) or "none"
