"""Hostile texts in every free text of every record: what commands print obeys none of them."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from lawmap.cli.screen import one_line, visible_lines
from tests.hostile.case import Case
from tests.hostile.in_process import run
from tests.hostile.payloads import Payload, of_classes
from tests.hostile.readers import bare, dialects, html, markdown, screen
from tests.hostile.texts_project import BENIGN, write_project

_SHOWN = (
    *("t:1(1)", "t", "act.detain", "held", "report", "d-2010", "AA-1", "AAA", "general"),
    *("state", "night-is-dark", "chapeau/dark"),
)
_FOR_PEOPLE = (
    *(("show", name) for name in _SHOWN),
    ("explain", "held", "t:1(1)"),
    ("match",),
    ("search", "held"),
    ("search", "report"),
    ("library",),
    ("library", "--unverified"),
    ("test", "-v"),
)
_AS_JSON = (
    ("match", "--output-format", "json"),
    ("match", "--output-format", "jsonl"),
    ("search", "held", "--output-format", "json"),
    ("library", "--unverified", "--output-format", "json"),
    ("test", "--output-format", "json"),
)


@dataclass(frozen=True)
class OnScreens(Case):
    """A text in every field of the project; what is printed for people is as of a harmless one."""

    payload: Payload

    @property
    def is_slow(self) -> bool:
        return self.klass != "overwriting"

    def check(self, folder: Path) -> None:
        found = said(folder, self.payload.text, _FOR_PEOPLE)
        for command, text in found.items():
            shown, harmless = screen(text, command), screen(of_benign()[command])
            assert shown.form == harmless.form, command
            for line, one in zip(shown.lines, harmless.lines, strict=True):
                assert bare(line) == bare(with_text(one, self.payload.text)), (command, line)


@dataclass(frozen=True)
class InJson(Case):
    """The same for programs: the text comes back as it was, and stands in the place of another."""

    payload: Payload

    @property
    def is_slow(self) -> bool:
        return self.klass != "overwriting"

    def check(self, folder: Path) -> None:
        for command, text in said(folder, self.payload.text, _AS_JSON).items():
            screen(text)
            harmless = read_json(of_benign()[command])
            assert read_json(text) == filled(harmless, self.payload.text), command


@dataclass(frozen=True)
class InJunit(Case):
    """The name of a case that fails, and of one that passes, in JUnit XML."""

    payload: Payload

    @property
    def is_slow(self) -> bool:
        return self.klass != "overwriting"

    def check(self, folder: Path) -> None:
        project = write_project(folder, self.payload.text)
        norm = project / "norms" / "instruments" / "t" / "1-1.yaml"
        written = norm.read_text(encoding="utf-8")
        norm.write_text(written.replace('"excepted"\n', '"silent"\n'), encoding="utf-8")
        done = run(project, "test", "--output-format", "junit", *_FOLDERS)
        assert done.code == 1
        cases = ET.fromstring(done.out).findall(".//testcase")  # noqa: S314
        assert [one.tag for case in cases for one in case] == ["failure"]
        assert len(cases) == 5
        assert bare(cases[0].get("name") or "") == bare(visible_lines(self.payload.text.strip()))


@dataclass(frozen=True)
class InComparisons(Case):
    """A text that a change of law brings in: as text, Markdown for a comment, and JSON."""

    payload: Payload

    @property
    def is_slow(self) -> bool:
        return True

    def check(self, folder: Path) -> None:
        for form in ("text", "markdown", "json"):
            hostile = compared(folder / form, self.payload.text, form)
            harmless = compared_benign(form)
            if form == "text":
                assert screen(hostile).form == screen(harmless).form
                assert_told(screen(hostile).lines, screen(harmless).lines, self.payload.text)
            elif form == "json":
                screen(hostile)
                assert read_json(hostile) == filled(read_json(harmless), self.payload.text, OTHER)
            else:
                self._check_comment(hostile, harmless)

    def _check_comment(self, hostile: str, harmless: str) -> None:
        for dialect in dialects().values():
            found, benign = markdown(hostile, dialect), markdown(harmless, dialect)
            assert found.form == benign.form
            assert_told(found.lines, benign.lines, self.payload.text)
            assert html(hostile, dialect).form == html(harmless, dialect).form


_FOLDERS = ("norms", "sources", "allegations", "--norms", "norms")


def said(folder: Path, text: str, commands: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """What these commands print of the project with this text everywhere."""
    project = write_project(folder, text)
    settings = 'paths = ["sources", "allegations"]\nnorms = ["norms"]\n'
    (project / "lawmap.toml").write_text(settings, encoding="utf-8")
    found = {}
    for command in commands:
        extra = ("norms",) if command[0] == "test" else ()
        done = run(project, *command, *extra)
        assert done.code == 0, (command, done.err)
        screen(done.err)
        found[" ".join(command)] = done.out
    return found


@cache
def of_benign() -> dict[str, str]:
    """The same of the harmless project."""
    with tempfile.TemporaryDirectory() as folder:
        return said(Path(folder), BENIGN, (*_FOR_PEOPLE, *_AS_JSON))


def compared(folder: Path, text: str, form: str) -> str:
    """What ``lawmap diff`` says of a law into which this text was written."""
    write_project(folder / "old")
    norm = write_project(folder / "new") / "norms/instruments/t/1-1.yaml"
    record = json.loads(norm.read_text(encoding="utf-8"))
    record |= {"heading": text, "rule": text, "notes": [text]}
    norm.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    laws = ("old/norms", "new/norms", "--allegations", "new")
    done = run(folder, "diff", *laws, "--output-format", form)
    assert done.code == 0, done.err
    screen(done.err)
    return done.out


@cache
def compared_benign(form: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        return compared(Path(folder), OTHER, form)


OTHER = "otherword"
"""A harmless text that is another one than that of the harmless project."""


def with_text(line: str, text: str, harmless: str = BENIGN) -> str:
    """A line of the harmless project with this text in the place of the harmless one."""
    return one_line(re.sub(harmless, lambda _: text.strip(), line, flags=re.IGNORECASE))


def assert_told(found: Iterable[str], harmless: Iterable[str], text: str) -> None:
    """The lines tell what the harmless ones do, with another text."""
    for line, one in zip(found, harmless, strict=True):
        assert bare(line) == bare(with_text(one, text, OTHER)), line


def read_json(text: str) -> list[Any]:
    """A document, or one a line."""
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines()]


def filled(value: Any, text: str, harmless: str = BENIGN) -> Any:
    """JSON of the harmless project with this text in the place of the harmless one."""
    match value:
        case dict():
            return {key: filled(item, text, harmless) for key, item in value.items()}
        case list():
            return [filled(item, text, harmless) for item in value]
        case str():
            return value.replace(harmless, text.strip())
        case _:
            return value


_SCREEN = of_classes(
    *("runner command", "overwriting", "odd space", "right to left", "combining marks"),
    *("emoji", "template", "long word", "look-alike"),
)
_JSON = of_classes("script in json", "runner command", "odd space", "overwriting", "html")
_XML = of_classes(
    "html declaration", "html entity", "html comment", "overwriting", "script in json"
)
_COMMENT = of_classes(
    *("mention", "html", "table", "link", "autolink", "markdown list", "html comment"),
    *("markdown code", "runner command", "script in json"),
)

CASES: tuple[Case, ...] = (
    *(OnScreens(one.klass, repr(one.text[:60]), "texts on screens", one) for one in _SCREEN),
    *(InJson(one.klass, repr(one.text[:60]), "texts in JSON", one) for one in _JSON),
    *(InJunit(one.klass, repr(one.text[:60]), "texts in JUnit", one) for one in _XML),
    *(InComparisons(one.klass, repr(one.text[:60]), "texts compared", one) for one in _COMMENT),
)
