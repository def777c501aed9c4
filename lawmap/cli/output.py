"""Diagnostics as text for people and machines: one row a format."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import IO, Any

import click

from lawmap.diagnostics import Diagnostic, Severity

from .screen import is_coloured, visible

Formatter = Callable[[Sequence[Diagnostic]], str]

MAX_SHOWN_WIDTH = 160


def _concise(diagnostics: Sequence[Diagnostic]) -> str:
    return "".join(f"{_headline(item)}\n" for item in diagnostics)


def _full(diagnostics: Sequence[Diagnostic]) -> str:
    return "".join(_block(item) for item in diagnostics)


def _block(item: Diagnostic) -> str:
    lines = [_headline(item)]
    if item.source_line and len(item.source_line) <= MAX_SHOWN_WIDTH:
        number = str(item.position.line)
        line = item.source_line.replace("\t", " ")
        lines += [f"  {number} | {line}", f"  {' ' * len(number)} | {_caret(item)}"]
    lines += [
        f"  {other.position.path}:{other.position.line}: {other.message}" for other in item.related
    ]
    if item.mend:
        lines.append(f"  -> {item.mend}")
    return "\n".join(visible(line) for line in lines) + "\n\n"


def _caret(item: Diagnostic) -> str:
    return " " * (item.position.column - 1) + "^"


def _headline(item: Diagnostic) -> str:
    path, line, column = item.position
    rule = item.rule
    place = f"{path}:{line}:{column}"
    return visible(f"{place}: {item.code} {rule.severity.value}: {item.message} [{rule.name}]")


def _jsonl(diagnostics: Sequence[Diagnostic]) -> str:
    return "".join(f"{json.dumps(_object(item), ensure_ascii=False)}\n" for item in diagnostics)


def _json(diagnostics: Sequence[Diagnostic]) -> str:
    objects = [_object(item) for item in diagnostics]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def _object(item: Diagnostic) -> dict[str, Any]:
    return {
        "file": item.position.path,
        "line": item.position.line,
        "column": item.position.column,
        "code": item.code,
        "name": item.rule.name,
        "severity": item.severity.value,
        "message": item.message,
        "mend": item.mend,
        "related": [
            {"file": other.position.path, "line": other.position.line, "message": other.message}
            for other in item.related
        ],
    }


FORMATS: dict[str, Formatter] = {
    "full": _full,
    "concise": _concise,
    "json": _json,
    "jsonl": _jsonl,
}


def show(diagnostics: Sequence[Diagnostic], formatter: Formatter, stream: IO[str]) -> None:
    """Write diagnostics to a stream."""
    text = formatter(diagnostics)
    if formatter is _full and is_coloured(stream):
        text = _coloured(text)
    click.echo(text, nl=False, file=stream)


def summary(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """One line: how many files were read, and what was found in them."""
    counts = Counter(item.severity for item in diagnostics)
    if not diagnostics:
        return f"{_count(files, 'file')} checked, no faults."
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    broken = len({item.position.path for item in diagnostics})
    found = f"{_count(errors, 'error')}, {_count(warnings, 'warning')} in {_count(broken, 'file')}"
    return f"{found}; {_count(files, 'file')} checked."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _coloured(text: str) -> str:
    return text.replace(" error: ", f" {click.style('error', fg='red', bold=True)}: ")
