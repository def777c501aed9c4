"""``--statistics``: how often each code was found, in place of the faults."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import click

from lawmap.diagnostics import RULES, Diagnostic, Report
from lawmap.errors import UsageError


class Row(NamedTuple):
    """One code and how often it was found."""

    faults: int
    code: str
    name: str
    severity: str
    fixable: int
    """How many of them ``--fix`` mends."""


def rows(faults: Iterable[Diagnostic]) -> list[Row]:
    """A row a code, the most frequent first."""
    every = tuple(faults)
    found = Counter(fault.code for fault in every)
    fixable = Counter(fault.code for fault in every if fault.fix and fault.fix.safe)
    return [
        Row(count, code, RULES[code].name, RULES[code].severity.value, fixable[code])
        for code, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    ]


def counted(report: Report, output_format: str) -> str:
    """The counts of a report.

    Raises:
        UsageError: if there is no such form of counts.
    """
    if output_format not in _FORMS:
        forms = ", ".join(_FORMS)
        raise UsageError(f"--statistics has no form '{output_format}'; there are {forms}")
    return _FORMS[output_format](rows(report.faults))


def _table(found: list[Row]) -> str:
    width = max((len(f"{row.faults:,}") for row in found), default=0)
    names = max((len(row.name) for row in found), default=0)
    return "".join(
        f"{row.faults:>{width},}  {row.code}  {row.severity:<7}  {row.name:<{names}}"
        f"{f'  {row.fixable:,} fixable' if row.fixable else ''}".rstrip()
        + "\n"
        for row in found
    )


def _json(found: list[Row]) -> str:
    return json.dumps([row._asdict() for row in found], indent=2) + "\n"


def _jsonl(found: list[Row]) -> str:
    return "".join(f"{json.dumps(row._asdict())}\n" for row in found)


_FORMS: Mapping[str, Callable[[list[Row]], str]] = {
    "full": _table,
    "concise": _table,
    "json": _json,
    "jsonl": _jsonl,
}

statistics_option = click.option(
    "--statistics", is_flag=True, help="Show how often each code was found instead of the faults."
)
