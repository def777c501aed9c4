"""Hostile texts in every free text of every record: what commands that cite write stays text."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.hostile.case import Case
from tests.hostile.in_process import run
from tests.hostile.payloads import PAYLOADS, Payload
from tests.hostile.readers import dialects, html, markdown, screen
from tests.hostile.texts_on_screens import filled
from tests.hostile.texts_project import BENIGN, write_project

KEYS = ("held", "report", "d-2010", "t:1(1)")
BRIEF = f"# Of all\n\nSee [@{{{'}; @{'.join(KEYS)}}}] and @{{held}}.\n\n[[table-of-authorities]]\n"
_QUICK = frozenset({"html", "runner command"})

_PAGES = (
    *(("cite", key, "--format", "markdown") for key in KEYS),
    ("resolve", "brief.md"),
    ("authorities", "brief.md", "--format", "markdown"),
)
"""Markdown; a page that is written is the same."""
_LINES = (
    *(("cite", *KEYS, "--form", form) for form in ("full", "subsequent", "short")),
    ("authorities", "brief.md"),
    ("cite", "--list-styles"),
    ("check-citations", "typed.md", "-v"),
)
_OBJECTS = (
    ("authorities", "brief.md", "--format", "json"),
    ("bibliography", *KEYS),
)
_TAGS = ("bibliography", *KEYS, "--format", "ris")
"""Lines that begin with a tag; they are for programs, and hold texts as they are."""


@dataclass(frozen=True)
class InCitations(Case):
    """A text in every field of the project; all that is written is as of a harmless one."""

    payload: Payload

    @property
    def is_slow(self) -> bool:
        return self.klass not in _QUICK

    def check(self, folder: Path) -> None:
        found, harmless = said(folder, self.payload.text), of_benign()
        for command in map(" ".join, _PAGES):
            for dialect in dialects().values():
                one, other = found[command], harmless[command]
                assert markdown(one, dialect).form == markdown(other, dialect).form, command
                assert html(one, dialect).form == html(other, dialect).form, command
        for command in map(" ".join, _LINES):
            assert screen(found[command], command).form == screen(harmless[command]).form, command
        text = " ".join(self.payload.text.split())
        for command in map(" ".join, _OBJECTS):
            screen(found[command], command)
            one, other = json.loads(found[command]), json.loads(harmless[command])
            assert form_of(one) == form_of(filled(other, text)), command
        ris = " ".join(_TAGS)
        assert tags(found[ris]) == tags(harmless[ris])


def tags(text: str) -> list[str]:
    return [line[:6] for line in text.split("\n")]


def form_of(value: object) -> object:
    """The shape of JSON without its texts."""
    match value:
        case dict():
            return {key: form_of(item) for key, item in value.items()}
        case list():
            return [form_of(item) for item in value]
        case _:
            return type(value).__name__


def said(folder: Path, text: str) -> dict[str, str]:
    """What these commands print of the project with this text everywhere."""
    project = write_project(folder, text)
    (project / "brief.md").write_text(BRIEF, encoding="utf-8")
    typed = "Article 1(1) of t, arts 9 and 10 of t.\n"
    (project / "typed.md").write_text(typed, encoding="utf-8")
    found = {}
    for command in (*_PAGES, *_LINES, *_OBJECTS, _TAGS):
        done = run(project, *command)
        assert done.code == 0, (command, done.err)
        screen(done.err, " ".join(command))
        found[" ".join(command)] = done.out
    return found


@cache
def of_benign() -> dict[str, str]:
    """The same of the harmless project."""
    with tempfile.TemporaryDirectory() as folder:
        return said(Path(folder), BENIGN)


CASES = tuple(
    InCitations(one.klass, repr(one.text[:60]), "texts in citations", one) for one in PAYLOADS
)
