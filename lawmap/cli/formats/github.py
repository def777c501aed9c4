"""Workflow commands of GitHub Actions, which show faults beside the lines of a pull request.

GitHub shows ten errors and ten warnings of a step and drops the others without a word, so that
errors come first. All of them stand in the log.
"""

from __future__ import annotations

from collections.abc import Iterable

from lawmap.cli.screen import visible
from lawmap.diagnostics import Diagnostic, Report, Severity

from .concise import place
from .places import Repository


def render(report: Report) -> str:
    """One command a fault: errors, then warnings, each by file and line."""
    repository = Repository()
    return "".join(f"{_command(item, repository)}\n" for item in errors_first(report.faults))


def errors_first(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Errors before warnings, and otherwise in the order given."""
    return sorted(faults, key=lambda item: item.severity is not Severity.ERROR)


def _command(item: Diagnostic, repository: Repository) -> str:
    _, line, column = item.position
    properties = {
        "file": visible(repository.path(item.position.path)),
        "line": str(line),
        "col": str(column),
        "endColumn": str(column + item.length),
        "title": f"{item.code} {item.rule.name}",
    }
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    others = [f"{place(other.position)}: {other.message}" for other in item.related]
    lines = [item.message, *others, item.mend]
    message = _data("\n".join(visible(line) for line in lines if line))
    return f"::{item.severity.value} {told}::{message}"


# The escapes of github.com/actions/toolkit, packages/core/src/command.ts.
def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
