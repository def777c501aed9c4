"""What each code means, why it matters, and how to mend it: one Markdown file a code beside this.

A file has a heading of code and name, what the code means, and the sections "Why it matters" and
"How to mend it". Where files can show it, the section "Fails" holds files that are reported with
this code and no other, and "Passes" the same files mended. Each file stands in a fenced block that
names its path. Beside all of them lies a source ``report`` with three paragraphs and a claimant
``paper``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from lawmap.diagnostics import RULES, nearest
from lawmap.errors import UnknownIdError

_FOLDER = Path(__file__).parent
_SECTION = re.compile(r"^## (.+)\n+", re.MULTILINE)
_FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """Files that show a fault, or show it mended."""

    words: str
    """What is to be said of them, or why there are none; mostly nothing."""
    files: dict[str, str]
    """The text of each file by its path."""


class Explanation(NamedTuple):
    """What a code means, in plain words."""

    code: str
    means: str
    why: str
    mend: str
    fails: Example
    passes: Example


def find_code(name: str) -> str:
    """The code that is meant, by itself or by the name of its rule.

    Raises:
        UnknownIdError: if there is no such code or name.
    """
    by_name = {rule.name: code for code, rule in RULES.items()}
    code = by_name.get(name.lower(), name.upper())
    if code not in RULES:
        # Of codes that differ in one digit none is nearer than another; a name says more.
        near = nearest(name.lower(), by_name) or nearest(name.upper(), RULES)
        raise UnknownIdError("rule", name, near)
    return code


@cache
def explain_code(code: str) -> Explanation:
    """The explanation of a code."""
    text = (_FOLDER / f"{code}.md").read_text(encoding="utf-8")
    opening, *rest = _SECTION.split(text)
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    return Explanation(
        code=code,
        means=opening.partition("\n")[2].strip(),
        why=sections["Why it matters"].strip(),
        mend=sections["How to mend it"].strip(),
        fails=_example(sections.get("Fails", "")),
        passes=_example(sections.get("Passes", "")),
    )


def _example(section: str) -> Example:
    return Example(_FILE.sub("", section).strip(), dict(_FILE.findall(section)))


_INDEX = """# Codes of faults

What `lawmap validate` can say of a file; what begins with LM8, `lawmap verify` says, and what is
said of documents with citations, the commands that read these. A code is permanent: once released
it is never given another meaning. `lawmap rule LM201` prints a page on the command line. The
command `lawmap rule -o docs/rules` writes these pages from those in
`lawmap/rules/`; edit there.
"""


class Group(NamedTuple):
    """Codes that begin alike, and so speak of one subject."""

    title: str
    tag: str
    """The subject in a word, by which services filter."""


_GROUPS = {
    "LM0": Group("Reading", "reading"),
    "LM1": Group("Shape", "shape"),
    "LM2": Group("References", "references"),
    "LM3": Group("Legal metadata", "legal-metadata"),
    "LM4": Group("Logic", "logic"),
    "LM5": Group("Cases and their coverage", "cases"),
    "LM6": Group("Allegations and sources", "allegations"),
    "LM7": Group("Citations", "citations"),
    "LM8": Group("Integrity, and what leaves the house", "integrity"),
    "LM9": Group("Suppressions", "suppressions"),
}


def group_of(code: str) -> Group:
    """The group of a code."""
    return _GROUPS[code[:3]]


def pages() -> Iterator[tuple[str, str]]:
    """Every explanation as a page in Markdown, and a page that lists them: name and text."""
    yield "README.md", "\n".join([_INDEX, *_tables()])
    for code, rule in RULES.items():
        text = (_FOLDER / f"{code}.md").read_text(encoding="utf-8")
        heading, _, rest = text.partition("\n")
        facts = f"{rule.title}. Severity: {rule.severity.value}. [All codes](README.md)"
        yield f"{code}.md", f"{heading}\n\n{facts}\n{rest}"


def _tables() -> Iterator[str]:
    for group, codes in groupby(RULES, key=group_of):
        yield f"## {group.title}\n"
        yield "| Code | Name | Severity | What it says |\n|---|---|---|---|"
        for code in codes:
            rule = RULES[code]
            yield f"| [{code}]({code}.md) | {rule.name} | {rule.severity.value} | {rule.title} |"
        yield ""
