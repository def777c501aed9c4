"""What is expected where an input is hostile: a coded fault at its place, or a refusal."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tests.hostile.case import Case
from tests.hostile.project import ENTRIES, FILES, write_project
from tests.hostile.running import Ended, run_limited

Content = str | bytes
MORE = "LM110"
"""Says how many more faults there are; it may stand beside any code."""
VALIDATE = ("validate", "--output-format", "json")
MOST_LISTED = 202
"""So many faults of one code are listed of one file at most."""


class Place(NamedTuple):
    """A line and a column, from 1."""

    line: int
    column: int


def place_of(needle: str, text: Content, number: int = 1) -> Place:
    """Where a text holds another one for the first time, or a later one."""
    whole = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    at = -1
    for _ in range(number):
        at = whole.index(needle, at + 1)
    before = whole[:at]
    return Place(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


@dataclass(frozen=True)
class FileCase(Case):
    """A file of the project is changed, and ``validate`` tells the fault at its place."""

    attack: Callable[[str], Content] = field(repr=False)
    """From the text of the file to a hostile one."""
    code: str
    at: str | Place | None = None
    """The place of the first fault: what stands there, or line and column; None for the top."""
    number: int = 1
    """The how many-th such text it is."""
    beside: tuple[str, ...] = ()
    """Codes that may be told beside it, such as that of the key under which the attack stands."""
    slow: bool = False

    @property
    def is_slow(self) -> bool:
        return self.slow

    def check(self, folder: Path) -> None:
        write_project(folder)
        name = ENTRIES[self.entry]
        content = self.attack(FILES[name])
        raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        (folder / name).write_bytes(raw)
        place = self.at or Place(1, 1)
        if isinstance(place, str):
            place = place_of(place, content, self.number)
        expect_fault(run_limited(folder, *VALIDATE), self.code, name, place, self.beside)


def expect_fault(
    ended: Ended, code: str, file: str, place: Place, beside: tuple[str, ...] = ()
) -> None:
    """Hold that faults of one code were told, all in one file, the first of them at this place."""
    faults = faults_told(ended)
    codes = {fault["code"] for fault in faults}
    assert codes - {MORE, *beside} == {code}, f"{sorted(codes)}\n{_told(faults)}"
    assert {fault["file"] for fault in faults} == {file}, _told(faults)
    assert len(faults) <= MOST_LISTED * (1 + len(beside)), f"{len(faults)} faults are listed"
    first = next(fault for fault in faults if fault["code"] == code)
    assert (first["line"], first["column"]) == place, _told(faults)


def faults_told(ended: Ended) -> list[dict[str, Any]]:
    """The faults of a run that found some."""
    expect_code(ended, 1)
    faults: list[dict[str, Any]] = json.loads(ended.out)
    return faults


def _told(faults: list[dict[str, Any]]) -> str:
    return "\n".join(
        f"{one['file']}:{one['line']}:{one['column']}: {one['code']} {one['message'][:100]}"
        for one in faults[:5]
    )


def expect_code(ended: Ended, code: int) -> None:
    """Hold that a command ended so, and of its own accord."""
    assert ended.code == code, f"ended with {ended.code}: {ended.said[:1000]}"
    assert "Traceback" not in ended.said, ended.said[:1000]
    assert not any(ord(sign) < ord(" ") and sign not in "\n\t" for sign in ended.said), "controls"


def expect_refusal(ended: Ended, *words: str) -> None:
    """Hold that a command was refused with exit 2 and a message that names the thing."""
    expect_code(ended, 2)
    missing = [word for word in words if word not in ended.err]
    assert not missing, f"{missing} not in: {ended.err[:1000]}"


Prepare = Callable[[Path], None]


@dataclass(frozen=True)
class CommandCase(Case):
    """Something is done to the project, and then a command is run."""

    arguments: tuple[str | bytes, ...]
    prepare: Prepare = field(repr=False)
    code: int = 2
    """The exit code."""
    words: tuple[str, ...] = ()
    """What standard error names."""
    env: Mapping[str, str | None] = field(default_factory=dict)
    afterwards: Callable[[Path, Ended], None] | None = field(default=None, repr=False)
    """What else must hold."""
    slow: bool = False

    @property
    def is_slow(self) -> bool:
        return self.slow

    def check(self, folder: Path) -> None:
        project = write_project(folder / "project")
        self.prepare(project)
        ended = run_limited(project, *self.arguments, env=self.env)
        expect_code(ended, self.code)
        missing = [word for word in self.words if word not in ended.said]
        assert not missing, f"{missing} not in: {ended.said[:1000]}"
        if self.afterwards:
            self.afterwards(project, ended)


def nothing(_: Path) -> None:
    """Leave the project as it is."""


def writing(name: str, content: Content) -> Prepare:
    """Write a file of the project."""

    def prepare(project: Path) -> None:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return prepare
