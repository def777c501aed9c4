"""The result of a run as text for people and machines: one row a form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from lawmap.cli.formats.json_text import json_text
from lawmap.cli.formats.junit_xml import Case, Failure, Suite, junit_xml
from lawmap.cli.screen import one_line
from lawmap.matching import CaseResult, Decided

from .choosing import title
from .failures import failure_lines
from .run import Tested
from .shares import group, share, table

Form = Callable[[Tested], str]


def text(run: Tested) -> str:
    """For people: what failed and why, what is not covered, and how much passed."""
    return _text(run, verbose=False)


def text_with_all(run: Tested) -> str:
    """The same, with the cases that passed and what each part is decided by."""
    return _text(run, verbose=True)


def _text(run: Tested, *, verbose: bool) -> str:
    lines = [line for result in run.results for line in _case_lines(run, result, verbose=verbose)]
    if run.parts is not None:
        lines += _coverage_lines(run, verbose=verbose)
    lines.append(_count(run))
    return "".join(f"{one_line(line)}\n" for line in lines)


def _count(run: Tested) -> str:
    failed = len(run.failed)
    return f"{len(run.results) - failed:,} passed, {failed:,} failed"


def _case_lines(run: Tested, result: CaseResult, *, verbose: bool) -> Iterator[str]:
    if not result.passed:
        yield f"FAILED {title(result.norm, result.case)}"
        path, line, column = run.place_of_case(result)
        yield f"  {path}:{line}:{column}"
        yield from (f"  {line}" for line in failure_lines(result, run.library))
        yield ""
    elif verbose:
        yield f"ok     {title(result.norm, result.case)}"


def _coverage_lines(run: Tested, *, verbose: bool) -> Iterator[str]:
    parts = run.parts or ()
    if run.undecided:
        yield "No case decides:"
        yield from (f"  {_place(run, one)}: {one.words} of {one.owner}" for one in run.undecided)
        yield ""
    if verbose:
        decided = [one for one in parts if one.by is not None]
        yield from (f"{one.owner}: {one.words}: {_by(one)}" for one in decided)
    yield from table(parts)
    if not run.covers_enough:
        yield f"Coverage {share(parts).percent} is under {float(run.fail_under):g} %."
    yield ""


def _by(one: Decided) -> str:
    if one.by is None:
        return ""
    same = one.by.norm == one.owner
    return f"'{one.by.case.name}'" if same else f"'{title(one.by.norm, one.by.case)}'"


def _place(run: Tested, one: Decided) -> str:
    path, line, column = run.place_of_part(one)
    return f"{path}:{line}:{column}"


def as_json(run: Tested) -> str:
    """For programs: every case that ran, and the coverage if it was asked for."""
    found: dict[str, Any] = {
        "passed": len(run.results) - len(run.failed),
        "failed": len(run.failed),
        "cases": [_case_object(run, result) for result in run.results],
    }
    if run.parts is not None:
        found["coverage"] = _coverage_object(run)
    return json_text(found, indent=2) + "\n"


def _case_object(run: Tested, result: CaseResult) -> dict[str, Any]:
    path, line, column = run.place_of_case(result)
    return {
        "norm": result.norm,
        "name": result.case.name,
        "file": path,
        "line": line,
        "column": column,
        "passed": result.passed,
        "expected": result.case.expect.value,
        "outcome": result.outcome.value,
        "differences": list(result.differences),
    }


def _coverage_object(run: Tested) -> dict[str, Any]:
    parts = run.parts or ()
    names = sorted({group(one.owner) for one in parts})
    return {
        **share(parts)._asdict(),
        "by_instrument": {
            name: {
                key: share(
                    one for one in parts if group(one.owner) == name and one.key == key
                )._asdict()
                for key in ("elements", "exceptions")
            }
            for name in names
        },
        "undecided": [_part_object(run, one) for one in run.undecided],
    }


def _part_object(run: Tested, one: Decided) -> dict[str, Any]:
    path, line, column = run.place_of_part(one)
    return {
        "of": one.owner,
        "part": one.key.removesuffix("s"),
        "id": one.id,
        "file": path,
        "line": line,
        "column": column,
    }


def junit(run: Tested) -> str:
    """For CI servers: a suite for each norm, and one for the coverage if it was asked for."""
    by_norm = groupby(run.results, key=lambda result: result.norm)
    suites = [
        Suite(norm, tuple(_junit_case(run, result) for result in results))
        for norm, results in by_norm
    ]
    if run.parts is not None:
        suites.append(Suite("coverage", (_junit_coverage(run),)))
    return junit_xml(suites, "lawmap test")


def _junit_case(run: Tested, result: CaseResult) -> Case:
    if result.passed:
        return Case(result.case.name)
    details = "\n".join(_case_lines(run, result, verbose=False))
    return Case(result.case.name, Failure("; ".join(result.differences), details, "LM501"))


def _junit_coverage(run: Tested) -> Case:
    told = "\n".join(_coverage_lines(run, verbose=False))
    name = "elements and exceptions that some case decides"
    if run.covers_enough:
        return Case(name, output=told)
    least = f"{float(run.fail_under):g} %"
    message = f"{share(run.parts or ()).percent} are decided, which is under {least}"
    return Case(name, Failure(message, f"{message}\n{told}", "LM503"))


FORMS: dict[str, Form] = {"text": text, "json": as_json, "junit": junit}
