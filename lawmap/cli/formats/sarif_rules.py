"""Rules as SARIF describes them, with the help that ``lawmap rule`` gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lawmap.diagnostics import RULES
from lawmap.rules import Example, Explanation, explain_code, group_of

_MOST = 1024  # characters of a description that GitHub takes


def descriptor(code: str) -> dict[str, Any]:
    """The rule behind a code."""
    rule, told = RULES[code], explain_code(code)
    level = rule.severity.value
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": told.means[:_MOST]},
        "help": {"text": "\n".join(_help(told)), "markdown": "\n".join(_help(told, markdown=True))},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [group_of(code).tag], "problem.severity": level},
    }


def _help(told: Explanation, *, markdown: bool = False) -> Iterator[str]:
    mark = "## " if markdown else ""
    yield told.means
    for heading, text in (("Why it matters", told.why), ("How to mend it", told.mend)):
        yield from ("", f"{mark}{heading}", "", text)
    for heading, example in (("Fails", told.fails), ("Passes", told.passes)):
        if example.words or example.files:
            yield from ("", f"{mark}{heading}", "", *_example(example, markdown=markdown))


def _example(example: Example, *, markdown: bool) -> Iterator[str]:
    if example.words:
        yield from (example.words, "")
    for path, text in example.files.items():
        if markdown:
            yield from (f"`{path}`", "", "```yaml", text.rstrip("\n"), "```", "")
        else:
            yield from (path, *(f"  {line}" for line in text.splitlines()), "")
