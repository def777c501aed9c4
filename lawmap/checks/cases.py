"""Rule tests: each norm has the cases it needs, and each comes out as it expects."""

from __future__ import annotations

from collections.abc import Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded
from lawmap.matching import run_cases
from lawmap.model.norm import Kind, Norm
from lawmap.model.outcome import Outcome

_NEEDED = (
    ("an engaged case", {Outcome.ENGAGED}),
    ("a case in which it is not engaged", set(Outcome) - {Outcome.ENGAGED, Outcome.ARGUABLE}),
    ("an open case (expect: arguable)", {Outcome.ARGUABLE}),
)


def missing(loaded: Loaded) -> Iterator[Diagnostic]:
    """Each norm but definitions needs an engaged, a not engaged and an open case."""
    for file, norm in loaded.of_kind(Norm):
        if norm.kind is Kind.DEFINITION:
            continue
        expected = {case.expect for case in norm.cases}
        lacking = [name for name, outcomes in _NEEDED if not expected & outcomes]
        if lacking:
            message = f"'{norm.id}' lacks {', '.join(lacking)}"
            yield file.fault(("cases",), "LM502", message, "Add it under 'cases'.", key=True)


def failing(loaded: Loaded) -> Iterator[Diagnostic]:
    """Each case comes out as it expects."""
    files = {norm.id: file for file, norm in loaded.of_kind(Norm)}
    for result in run_cases(loaded.library):
        if not result.passed:
            message = f"case '{result.case.name}': {'; '.join(result.differences)}"
            mend = "Mend the case if it is wrong, else the norm."
            at = ("cases", result.position, "expect")
            yield files[result.norm].fault(at, "LM501", message, mend)
