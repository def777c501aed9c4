"""What a run found, as text for people and machines: a Report in, text out. One row a format.

A format makes all text from files harmless for where it is read: a screen, a log, XML, JSON.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import IO

import click

from lawmap.cli.screen import is_coloured
from lawmap.diagnostics import Diagnostic, Report, Severity
from lawmap.wording import counted

from . import concise, full, github, junit, objects, sarif

Format = Callable[[Report], str]

FORMATS: dict[str, Format] = {
    "full": full.render,
    "concise": concise.render,
    "json": objects.render_list,
    "jsonl": objects.render_lines,
    "github": github.render,
    "sarif": sarif.render,
    "junit": junit.render,
}

_ON_A_TERMINAL: dict[str, Format] = {
    "full": full.render_coloured,
    "concise": concise.render_coloured,
}


def show(report: Report, name: str, stream: IO[str]) -> None:
    """Write a report to a stream in one of FORMATS, with colours where a terminal takes them."""
    table = FORMATS | _ON_A_TERMINAL if is_coloured(stream) else FORMATS
    click.echo(outgoing(table[name], report), nl=False, file=stream)


def outgoing(form: Format, report: Report) -> str:
    """A report in a form, as it may be shown or written: without masked names."""
    # Late: most runs of the commands beside this one know no names.
    from lawmap.cli.outgoing import told

    return told(form, report)


def summary(report: Report) -> str:
    """One line: how many files were read, and what was found in them."""
    read = counted(report.files, "file")
    hidden = counted(len(report.suppressed), "suppressed fault")
    beside = f" ({hidden} not counted)" if report.suppressed else ""
    if not report.faults:
        return f"{read} checked, no faults{beside}."
    broken = len({item.position.path for item in report.faults})
    mended = sum(1 for item in report.faults if item.fix and item.fix.safe)
    fixable = f" {mended:,} fixable with --fix." if mended else ""
    where = f"{counts(report.faults)} in {counted(broken, 'file')}"
    return f"{where}; {read} checked{beside}.{fixable}"


def counts(faults: Iterable[Diagnostic]) -> str:
    """How many errors and how many warnings."""
    found = Counter(item.severity for item in faults)
    return ", ".join(counted(found[level], level.value) for level in Severity)
