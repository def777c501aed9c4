"""JUnit XML, as GitLab and Jenkins read it: suites of cases in, text out.

There is no standard. This keeps to what both show: the name of a suite is also the ``classname`` of
its cases, for GitLab shows no other; a case has one failure at most, for Jenkins keeps no second;
and all that matters stands in the text of the failure, for GitLab shows no attribute of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree import ElementTree as ET

from lawmap.cli.screen import visible


class Failure(NamedTuple):
    """Why a case failed."""

    message: str
    """In one line."""
    details: str
    """In full, with the message."""
    kind: str = ""
    """What sort of failure it is; mostly a code."""


class Case(NamedTuple):
    """One thing that was tried. Names are unique within a suite: GitLab ignores a second one."""

    name: str
    failure: Failure | None = None
    output: str = ""
    """What is to be said of a case that passed."""


class Suite(NamedTuple):
    """Cases that belong together."""

    name: str
    cases: tuple[Case, ...]


def junit_xml(suites: Iterable[Suite], name: str = "lawmap") -> str:
    """A whole JUnit XML file, without times or machine names."""
    listed = tuple(suites)
    every = [case for suite in listed for case in suite.cases]
    root = ET.Element("testsuites", {"name": _clean(name), **_counts(every)})
    for suite in listed:
        node = ET.SubElement(
            root, "testsuite", {"name": _clean(suite.name), **_counts(suite.cases)}
        )
        for case in suite.cases:
            _add(node, suite.name, case)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _counts(cases: Iterable[Case]) -> dict[str, str]:
    failed = [case.failure is not None for case in cases]
    return {"tests": str(len(failed)), "failures": str(sum(failed)), "errors": "0"}


def _add(suite: ET.Element, name: str, case: Case) -> None:
    node = ET.SubElement(suite, "testcase", {"classname": _clean(name), "name": _clean(case.name)})
    if case.failure is not None:
        message, details, kind = map(_clean, case.failure)
        attributes = {"message": message, **({"type": kind} if kind else {})}
        ET.SubElement(node, "failure", attributes).text = details
    if case.output:
        ET.SubElement(node, "system-out").text = _clean(case.output)


def _clean(text: str) -> str:
    """The text without characters that XML forbids; each is shown by its number."""
    return "\n".join(visible(line) for line in text.split("\n"))
