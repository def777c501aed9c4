"""JUnit XML: a case for each file with faults, so that its name stays when lines move.

A file with a fault that makes the run fail has failed, so that CI and the exit code agree. One with
warnings alone has passed as a rule, and says them in its output.
"""

from __future__ import annotations

from itertools import groupby

from lawmap.diagnostics import Diagnostic, Report

from .full import render_faults
from .junit_xml import Case, Failure, Suite, junit_xml

SUITE = "lawmap.validate"


def render(report: Report) -> str:
    """One suite; without faults it holds one case, which passed."""
    failing = frozenset(report.failing)
    by_file = groupby(sorted(report.faults, key=_path), key=_path)
    cases = tuple(_case(path, list(faults), failing) for path, faults in by_file)
    return junit_xml([Suite(SUITE, cases or (Case("all files"),))])


def _path(item: Diagnostic) -> str:
    return item.position.path


def _case(path: str, faults: list[Diagnostic], failing: frozenset[Diagnostic]) -> Case:
    text = render_faults(faults).rstrip("\n")
    failures = [item for item in faults if item in failing]
    if not failures:
        return Case(path, output=text)
    first = failures[0]
    more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
    message = f"line {first.position.line}: {first.code} {first.message}{more}"
    return Case(path, Failure(message, text, first.code))
