"""What lies in a folder where a file is expected: links, pipes, devices, and names that steer."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.answers import CommandCase, Prepare
from tests.hostile.project import ENTRIES, FILES

RUN = ("validate", "--output-format", "concise")


def link(name: str, target: str) -> Prepare:
    return lambda project: (project / name).symlink_to(target)


def pipe(name: str) -> Prepare:
    return lambda project: os.mkfifo(project / name)


def listener(name: str) -> Prepare:
    def prepare(project: Path) -> None:
        here = Path.cwd()
        os.chdir(project)  # the name of a socket may not be long
        try:
            socket.socket(socket.AF_UNIX).bind(name)
        finally:
            os.chdir(here)

    return prepare


def link_out(name: str) -> Prepare:
    def prepare(project: Path) -> None:
        (project.parent / "outside.yaml").write_text("a: b\n", encoding="utf-8")
        (project / name).symlink_to(project.parent / "outside.yaml")

    return prepare


def link_to_pipe(name: str) -> Prepare:
    def prepare(project: Path) -> None:
        os.mkfifo(project.parent / "pipe")
        (project / name).symlink_to(project.parent / "pipe")

    return prepare


def copied(entry: str, name: bytes | str, old: str = "", new: str = "") -> Prepare:
    """Another file with the text of a record, perhaps with another id."""

    def prepare(project: Path) -> None:
        folder = os.fsencode((project / ENTRIES[entry]).parent)
        path = os.path.join(folder, os.fsencode(name))  # noqa: PTH118  (bytes)
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(FILES[ENTRIES[entry]].replace(old, new, 1))

    return prepare


NO_FILES = {
    "a pipe": (pipe, "LM009"),
    "a socket": (listener, "LM009"),
    "a link to a pipe": (link_to_pipe, "LM009"),
    "a link out of the folder": (link_out, "LM009"),
    "a link to a device": (lambda name: link(name, "/dev/zero"), "LM009"),
    "a link to a terminal": (lambda name: link(name, "/dev/tty"), "LM009"),
    "a link to passwords": (lambda name: link(name, "/etc/passwd"), "LM009"),
    "a link to a folder": (lambda name: link(name, ".."), ""),
    "a link to nothing": (lambda name: link(name, "nothing"), "LM001"),
    "a link to itself": (lambda name: link(name, Path(name).name), "LM001"),
}
WAYS = {
    "sources": "sources/s.yaml",
    "allegations": "allegations/s.yaml",
    "norms": "norms/instruments/t/8.yaml",
}

NAMES: dict[str, tuple[bytes | str, str]] = {
    "a terminal escape": ("\x1b[31mred.yaml", "\\x1b[31mred.yaml:2:5: LM108"),
    "a line feed": ("a\nb.yaml", "a\\x0ab.yaml:2:5: LM108"),
    "an override": ("a\u202eb.yaml", "a\\x202eb.yaml:2:5: LM108"),
    "a zero-width space": ("a\u200bb.yaml", "a\\x200bb.yaml:2:5: LM108"),
    "bytes that are no UTF-8": (b"\xff\xfe.yaml", "\\xdcff\\xdcfe.yaml:2:5: LM205"),
    "a command of CI": ("::error::x.yaml", "sources/::error::x.yaml:2:5: LM108"),
    "a command of Azure": ("##[error]x.yaml", "#\\x23[error]x.yaml:2:5: LM108"),
    "a hyphen in front": ("-rf.yaml", "sources/-rf.yaml:2:5: LM108"),
    "an option": ("--force.yaml", "sources/--force.yaml:2:5: LM108"),
    "250 letters": (f"{'a' * 250}.yaml", f"{'a' * 250}.yaml:2:5: LM108"),
    "a backslash": ("x\\..\\y.yaml", "x\\..\\y.yaml:2:5: LM205"),
    "quotation marks": ("a'b\"c.yaml", "c.yaml:2:5: LM108"),
    "another case": ("Report.yaml", "Report.yaml:2:5: LM108"),
}


def _cases() -> Iterator[CommandCase]:
    for entry, way in WAYS.items():
        for name, (make, code) in NO_FILES.items():
            told = f"{way}:1:1: {code} " if code else ""
            yield CommandCase(
                "no regular file", name, entry, RUN, make(way), code=bool(code), words=(told,)
            )
    for name, (file, words) in NAMES.items():
        made = copied("sources", file)
        yield CommandCase("file name", name, "sources", RUN, made, code=1, words=(words,))
    for name in ("con", "aux", "com1", "index"):
        made = copied("sources", f"{name}.yaml", "id: report", f"id: {name}")
        word = f"sources/{name}.yaml:2:5: LM106"
        yield CommandCase("reserved id", name, "sources", RUN, made, code=1, words=(word,))
    for entry, id_, twin, file in (
        ("sources", "id: report", "id: report", "twin.yaml"),
        ("allegations", "id: held", "id: held", "Held.yaml"),
        ("norms", "t:1(1)", "t:1(1)", "1-1-.yaml"),
    ):
        made = copied(entry, file, id_, twin)
        word = f"LM205 error: id '{id_.removeprefix('id: ')}' is taken"
        yield CommandCase("duplicate id", file, entry, RUN, made, code=1, words=(word,))


CASES = tuple(_cases())
