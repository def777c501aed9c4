"""What GitHub shows on the page of a run: a Markdown summary of the faults."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from lawmap.cli.formats import outgoing, summary
from lawmap.cli.formats.concise import place
from lawmap.cli.formats.github import errors_first
from lawmap.cli.screen import visible
from lawmap.diagnostics import Diagnostic, Report

_VARIABLE = "GITHUB_STEP_SUMMARY"
MAX_FAULTS = 50
"""So many are listed; GitHub drops a summary of more than 1 MiB whole."""
_MAX_CHARACTERS = 500


def append_step_summary(report: Report) -> None:
    """Add the summary to the file that GitHub names; elsewhere do nothing."""
    name = os.environ.get(_VARIABLE)
    if not name:
        return
    try:
        with Path(name).open("a", encoding="utf-8", newline="\n") as file:
            file.write(outgoing(step_summary, report))
    except OSError as error:
        told = f"The step summary could not be written to {visible(name)}: {error.strerror}"
        click.echo(told, err=True)


def step_summary(report: Report) -> str:
    """How much was found, and a table of the faults, errors first; text from files is inert."""
    return "\n".join(["", *_lines(report), ""])


def _lines(report: Report) -> Iterator[str]:
    yield "### lawmap validate"
    yield ""
    yield summary(report)
    if not report.faults:
        return
    yield ""
    yield "| | Place | Fault |"
    yield "|---|---|---|"
    listed = errors_first(report.faults)
    yield from (_row(item) for item in listed[:MAX_FAULTS])
    yield ""
    if len(listed) > MAX_FAULTS:
        yield f"The log lists {len(listed) - MAX_FAULTS:,} more."
        yield ""
    yield "`lawmap rule CODE` says what a code means, why it matters and how to mend it."


def _row(item: Diagnostic) -> str:
    told = f"**{item.code}** {_inert(item.message)}"
    told += "".join(
        f"<br>{_inert(f'{place(other.position)}: {other.message}')}" for other in item.related
    )
    told += f"<br>{_inert(item.mend)}" if item.mend else ""
    return f"| {item.severity.value} | {_inert(place(item.position))} | {told} |"


def _inert(text: str) -> str:
    # Imported here because the dossiers come with it, and most runs are not under GitHub.
    from lawmap.markdown import escape_in_comment

    cut = text if len(text) <= _MAX_CHARACTERS else f"{text[:_MAX_CHARACTERS]}..."
    return escape_in_comment(visible(cut))
