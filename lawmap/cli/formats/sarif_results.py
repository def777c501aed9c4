"""Faults as SARIF results: their places, fixes, suppressions, and what tells them apart."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from lawmap.diagnostics import (
    RULES,
    Diagnostic,
    Fix,
    Position,
    Related,
    Report,
    Suppression,
    by_place,
    lasting,
)

from .places import Repository

ROOT = "%SRCROOT%"
_RULE_INDEX = {code: index for index, code in enumerate(RULES)}
# GitHub reads only ``primaryLocationLineHash``, works it out itself when a file is uploaded, and
# warns of every other value under that name (github/codeql-action, issue 4052). This one is for
# all others, and for comparing two logs.
_FINGERPRINT = "lawmap/v1"
_MOST = 500
"""So many characters of a line tell it from others; many faults may lie in one of a megabyte."""
# The middle of what a viewer takes for a link: no odd number of backslashes stands before it.
_LINK = re.compile(r"(?<!\\)((?:\\\\)*)\](?=\()")


def results(report: Report) -> list[dict[str, Any]]:
    """The faults that count and those that do not, by place."""
    items = sorted([*report.faults, *report.suppressed], key=by_place)
    repository = Repository()
    prints = _fingerprints(items, repository)
    return [_result(item, mark, repository) for item, mark in zip(items, prints, strict=True)]


def _result(item: Diagnostic, fingerprint: str, repository: Repository) -> dict[str, Any]:
    related = [_related(number, other, repository) for number, other in enumerate(item.related, 1)]
    why, fix = item.suppression, item.fix
    return {
        "ruleId": item.code,
        "ruleIndex": _RULE_INDEX[item.code],
        "level": item.severity.value,
        "message": {"text": _message(item)},
        "locations": [_location(item.position, item.length, repository)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        "suppressions": [_suppression(why, repository)] if why else [],
        **({"fixes": [_fix(fix, item.position, repository)]} if fix and fix.edits else {}),
    }


def _message(item: Diagnostic) -> str:
    """What is wrong as the first sentence, what to do, and links to the other places."""
    links = (
        f"[{_bracketed(other.message)}]({number})"
        for number, other in enumerate(item.related, start=1)
    )
    told = [_unlinked(item.message), *links, _unlinked(item.mend)]
    return "\n".join(part for part in told if part)


def _related(number: int, other: Related, repository: Repository) -> dict[str, Any]:
    place = _location(other.position, other.length, repository)
    return {"id": number, **place, "message": {"text": _unlinked(other.message)}}


def _unlinked(text: str) -> str:
    """The text, without what a viewer would take for a link (SARIF 2.1.0, 3.11.6)."""
    return _LINK.sub(r"\1\\]", text)


def _bracketed(text: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", text)


def _location(place: Position, length: int, repository: Repository) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.column + length,
    }
    artifact = _artifact(place.path, repository)
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _artifact(path: str, repository: Repository) -> dict[str, str]:
    where = repository.path(path)
    uri = quote(where.encode("utf-8", "surrogateescape"))
    return {"uri": f"file://{uri}"} if where.startswith("/") else {"uri": uri, "uriBaseId": ROOT}


def _suppression(why: Suppression, repository: Repository) -> dict[str, Any]:
    place = {"location": _location(why.position, 1, repository)} if why.position else {}
    return {"kind": why.kind, "justification": why.reason, **place}


def _fix(fix: Fix, place: Position, repository: Repository) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {
                "startLine": edit.line,
                "startColumn": edit.column,
                "endLine": edit.end_line,
                "endColumn": edit.end_column,
            },
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": _artifact(place.path, repository), "replacements": replacements}
    return {
        "description": {"text": fix.description},
        "artifactChanges": [change],
        "properties": {"safe": fix.safe},
    }


def _fingerprints(items: list[Diagnostic], repository: Repository) -> Iterator[str]:
    """What stays the same for a fault when lines are put in above it.

    File, code, message and line; and of faults that agree in all of these, which one of them it is.
    """
    seen: Counter[str] = Counter()
    for item in items:
        path = repository.path(item.position.path)
        told = json.dumps(
            [path, item.code, lasting(item.message), item.source_line.strip()[:_MOST]]
        )
        digest = sha256(told.encode()).hexdigest()[:16]
        seen[digest] += 1
        yield f"{digest}:{seen[digest]}"
