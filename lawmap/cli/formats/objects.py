"""Faults as JSON objects: a list of them, or one a line."""

from __future__ import annotations

from typing import Any

from lawmap.diagnostics import Diagnostic, Fix, Related, Report

from .json_text import json_text


def render_list(report: Report) -> str:
    """All faults in one JSON list."""
    return json_text([_object(item) for item in report.faults], indent=2) + "\n"


def render_lines(report: Report) -> str:
    """One JSON object a line."""
    return "".join(f"{json_text(_object(item))}\n" for item in report.faults)


def _object(item: Diagnostic) -> dict[str, Any]:
    return {
        "file": item.position.path,
        "line": item.position.line,
        "column": item.position.column,
        "end_column": item.position.column + item.length,
        "code": item.code,
        "name": item.rule.name,
        "severity": item.severity.value,
        "message": item.message,
        "mend": item.mend,
        "related": [_related(other) for other in item.related],
        "fix": _fix(item.fix) if item.fix else None,
    }


def _related(other: Related) -> dict[str, Any]:
    return {
        "file": other.position.path,
        "line": other.position.line,
        "column": other.position.column,
        "end_column": other.position.column + other.length,
        "message": other.message,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "description": fix.description,
        "safe": fix.safe,
        "edits": [edit._asdict() for edit in fix.edits],
        "rename": fix.rename,
    }
