"""One line a fault, as compilers write it: ``file:line:column: CODE severity: message [name]``."""

from __future__ import annotations

from lawmap.cli.screen import visible
from lawmap.diagnostics import Diagnostic, Position, Report

from .paint import Paint, coloured, plain


def render(report: Report) -> str:
    """Every fault on a line of its own."""
    return "".join(f"{headline(item, plain)}\n" for item in report.faults)


def render_coloured(report: Report) -> str:
    """The same for a terminal."""
    return "".join(f"{headline(item, coloured)}\n" for item in report.faults)


def headline(item: Diagnostic, paint: Paint) -> str:
    """Where, what code, how grave, what is wrong, and the name of the rule."""
    severity = item.severity.value
    return (
        f"{paint(place(item.position), 'place')}: {paint(item.code, 'code')}"
        f" {paint(severity, severity)}: {visible(item.message)} [{item.rule.name}]"
    )


def place(position: Position) -> str:
    """File, line and column, as editors and terminals follow it.

    What begins with two colons is a command to a runner of GitHub, so no path does.
    """
    here = "./" if position.path.startswith("::") else ""
    return f"{here}{visible(position.path)}:{position.line}:{position.column}"
