"""What lies in the output folder when dossiers are written: a manifest that somebody made."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.answers import MORE, CommandCase, Content, Prepare
from tests.hostile.running import Ended

RUN = ("dossier", "-o", "out")
H = "0" * 64
KEPT = ("victim.txt", "allegations/held.yaml", "out/sub/own.txt")
"""What no manifest may take away."""

NAMES = {
    "above": {"../allegations/held.yaml": H, "../victim.txt": H},
    "absolute": {"/etc/passwd": H},
    "no name": {"": H, ".": H, "..": H},
    "backslashes": {"..\\victim.txt": H},
    "in a folder": {"sub/own.txt": H},
    "a folder": {"sub": H},
    "NUL": {"a\0b": H},
    "a terminal escape": {"\x1b[31m.md": H},
    "300 letters": {"a" * 300: H},
    "own files": {".lawmap.lock": H, "manifest.json": H},
    "half a character": {"\ud800.md": H},
    "a new line": {"a\nb": H},
    "no text": {"held.md": 5},
    "a list": [1],
}
UNREADABLE = ("a folder",)
"""Names that could be of outputs, and are none."""
CONTENTS: dict[str, dict[str, Content]] = {
    "deep nesting": {"brackets": "[" * 100_000, "objects": '{"a":' * 100_000},
    "huge number": {"5,000 digits": '{"outputs": {"a": ' + "1" * 5_000 + "}}"},
    "no number": {"NaN": '{"outputs": NaN}'},
    "duplicate key": {"outputs": '{"outputs": {}, "outputs": {"x": "y"}}'},
    "wrong type": {"a list": "[1]", "a text": '"outputs"', "nothing": "null"},
    "other encoding": {"UTF-16": '{"outputs": {}}'.encode("utf-16")},
    "no JSON": {"a brace": "{", "no byte": b"", "bytes": b"\xff"},
}


def manifest(content: Content) -> Prepare:
    def prepare(project: Path) -> None:
        for name in KEPT:
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_text("mine", encoding="utf-8")
        raw = content.encode() if isinstance(content, str) else content
        (project / "out/manifest.json").write_bytes(raw)

    return prepare


def kept(project: Path, _: Ended) -> None:
    """Nothing outside of the folder, or of another tool in it, is touched."""
    for name in KEPT:
        assert (project / name).exists(), name


MANY = {f"{number:06}.md": H for number in range(100_000)}
HALF = dict(list(MANY.items())[::2])
OURS = {"tool": "lawmap 0.1.0", "audience": "confidential", "packs": {}, "inputs": {}}


def large(project: Path) -> None:
    """A manifest of 60 MB, which names nothing that is there."""
    names = {f"{number:010}": H for number in range(750_000)}
    manifest(json.dumps({**OURS, "outputs": names}))(project)


def pipe(name: str) -> Prepare:
    def prepare(project: Path) -> None:
        manifest("")(project)
        (project / "out/manifest.json").unlink()
        os.mkfifo(project / "out" / name)

    return prepare


def said_to_be_for(audience: object) -> Prepare:
    outputs = {"outputs": {"held.md": H}}
    return manifest(json.dumps({**OURS, **outputs, "audience": audience}))


ANSWERS: dict[str, tuple[Prepare, int, tuple[str, ...]]] = {
    "no regular file: a pipe for a manifest": (pipe("manifest.json"), 2, ("manifest.json",)),
    "no regular file: a pipe for a dossier": (pipe("held.md"), 2, ("held.md",)),
    "no regular file: a pipe for the lock": (pipe(".lawmap.lock"), 2, (".lawmap.lock",)),
    "no regular file: a pipe for the note": (pipe(".lawmap-pending.json"), 0, ()),
    "large: 60 MB": (large, 2, ("manifest.json",)),
    "crowd: 100,000 names": (manifest(json.dumps({**OURS, "outputs": MANY})), 0, ()),
    "false words: an audience": (said_to_be_for("x\n3 dossiers written"), 2, ("unknown",)),
    "wrong type: an audience": (said_to_be_for([1]), 2, ("unknown",)),
}
VERIFIED: dict[str, tuple[Prepare, tuple[str, ...]]] = {
    "no regular file: a pipe for a manifest": (pipe("manifest.json"), ("LM009",)),
    "large: 60 MB": (large, ("LM804",)),
    "crowd: 50,000 names": (manifest(json.dumps({**OURS, "outputs": HALF})), ("LM802", MORE)),
    "traversing name: above": (
        manifest(json.dumps({**OURS, "outputs": {"../victim.txt": H}})),
        ("LM804",),
    ),
}


def link(target: str) -> Prepare:
    def prepare(project: Path) -> None:
        manifest("")(project)
        (project / "out/held.md").symlink_to(target)

    return prepare


def _cases() -> Iterator[CommandCase]:
    for name, outputs in NAMES.items():
        prepare = manifest(json.dumps({**OURS, "outputs": outputs}))
        yield CommandCase(
            "traversing name",
            name,
            "manifest",
            RUN,
            prepare,
            code=2 if name in UNREADABLE else 0,
            afterwards=kept,
        )
    for klass, contents in CONTENTS.items():
        for name, content in contents.items():
            yield CommandCase(
                klass,
                name,
                "manifest",
                RUN,
                manifest(content),
                words=("manifest.json",),
                afterwards=kept,
            )
    for name, target in (("a file", "../victim.txt"), ("a device", "/dev/zero")):
        yield CommandCase(
            "no regular file",
            f"a link to {name}",
            "output",
            RUN,
            link(target),
            words=("held.md",),
            afterwards=kept,
        )

    for title, (prepare, code, words) in ANSWERS.items():
        klass, _, name = title.partition(": ")
        yield CommandCase(klass, name, "manifest", RUN, prepare, code, words, afterwards=kept)
    for title, (prepare, words) in VERIFIED.items():
        klass, _, name = title.partition(": ")
        run = ("verify", "out")
        yield CommandCase(klass, name, "verify", run, prepare, 1, words, afterwards=kept)


CASES = tuple(_cases())
