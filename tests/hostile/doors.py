"""Files beside the records: keys, review logs, exceptions, signers, and repositories of git."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.answers import CommandCase, Content, Prepare
from tests.hostile.running import Ended

NAMED = "persons:\n  - {name: Zoran Example, marks: [victim]}\n"
RUN = ("dossier", "-o", "out", "--keys", "k.json")
NAMES = json.dumps({"Person 3333-33": ["Zoran Example"]})

KEYS: dict[str, dict[str, Content]] = {
    "deep nesting": {"brackets": "[" * 100_000, "objects": '{"a":' * 90_000},
    "huge number": {"5,000 digits": "1" * 5_000, "5,000 digits of a name": '{"a": ' + "1" * 5_000},
    "no number": {"NaN": '{"a": NaN}'},
    "duplicate key": {
        "plain": '{"a": ["b"], "a": ["c"]}',
        "escaped": '{"a": ["b"], "\\u0061": ["c"]}',
        "deep": '{"a": [{"a": 1, "a": 2}]}',
    },
    "wrong type": {"a list": "[]", "a text": '"a"', "a text for a list": '{"a": "b"}'},
    "control": {"an escape": '{"a\\u001b[31m": ["b"]}', "a line": '{"a\\nb": ["c"]}'},
    "bidi": {"a pseudonym": '{"a\\u202eb": ["c"]}'},
    "invalid UTF-8": {"a byte": b"\xff", "half a pair": '{"a\\ud800": ["b"]}'},
    "other encoding": {"UTF-16": NAMES.encode("utf-16")},
    "empty": {"no byte": ""},
    "large": {"10 MB in a line": "x" * 10_000_000},
}
"""What a key file holds; none of it is ever shown."""

LOGS: dict[str, dict[str, tuple[Content, str]]] = {
    "deep nesting": {
        "brackets": ("[" * 19_000, "LM007"),
        "a line of 100,000": ("[" * 100_000, "LM008"),
    },
    "huge number": {
        "5,000 digits": ('{"number": ' + "1" * 5_000 + "}", "LM011"),
        "beyond all counting": ('{"number": 1e400}', "LM103"),
    },
    "no number": {"NaN": ('{"number": NaN}', "LM011")},
    "duplicate key": {
        "plain": ('{"by": "a", "by": "b"}', "LM005"),
        "escaped": ('{"by": "a", "\\u0062y": "b"}', "LM005"),
    },
    "wrong type": {"a list": ("[]", "LM103"), "a truth": ('{"number": true}', "LM103")},
    "control": {"an escape": ('{"by": "\\u001b[31m"}', "LM003"), "NUL": ("\0", "LM003")},
    "bidi": {"a name": ('{"by": "a\\u202eb"}', "LM003")},
    "invalid UTF-8": {"a byte": (b"\xff", "LM002"), "half": ('{"by": "\\ud800"}', "LM003")},
    "other encoding": {"UTF-16": ("{}".encode("utf-16"), "LM002"), "a mark": ("\ufeff{}", "LM807")},
    "crowd": {
        "60,000 lines": ("{}\n" * 60_000, "LM110"),
        "600 unknown keys": (
            "{" + ", ".join(f'"{"k" * 20}{n}": 1' for n in range(600)) + "}",
            "LM110",
        ),
    },
}
TOLD = (
    ("review log", ("review-log", "verify", "--log", "l.jsonl", "--output-format", "concise")),
    ("verified log", ("verify", "l.jsonl", "--output-format", "concise")),
    ("log of dossiers", ("dossier", "-o", "out", "--review-log", "l.jsonl")),
)


def keys(content: Content, mode: int = 0o600) -> Prepare:
    def prepare(project: Path) -> None:
        with_person(project)
        raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        (project / "k.json").write_bytes(raw)
        (project / "k.json").chmod(mode)

    return prepare


def with_person(project: Path) -> None:
    held = project / "allegations/held.yaml"
    held.write_text(held.read_text(encoding="utf-8") + NAMED, encoding="utf-8")


def odd(how: str, name: str) -> Prepare:
    """What is no regular file in the place of one."""

    def prepare(project: Path) -> None:
        with_person(project)
        path = project / name
        if how == "a pipe":
            os.mkfifo(path)
        elif how == "a folder":
            path.mkdir()
        else:
            path.symlink_to({"a device": "/dev/zero", "a loop": name}[how])

    return prepare


def unnamed(project: Path, ended: Ended) -> None:
    """Nothing is written, and nothing of a key file is told."""
    assert not (project / "out").exists()
    assert "Zoran" not in ended.said


GIT = shutil.which("git") or "git"
MARK = "ran"
"""A file that appears if a repository ran a program."""
PROGRAMS = (
    *("core.fsmonitor", "core.pager", "core.editor", "core.askPass", "core.sshCommand"),
    *("core.alternateRefsCommand", "core.gitProxy", "diff.external", "diff.x.textconv"),
    *("diff.x.command", "filter.x.smudge", "filter.x.clean", "filter.x.process"),
    *("merge.x.driver", "uploadpack.packObjectsHook", "credential.helper", "gpg.program"),
    *("pager.rev-parse", "pager.ls-tree", "pager.cat-file", "pager.for-each-ref"),
)
HOOKS = ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman")


def git(project: Path, *arguments: str) -> str:
    """Run git as whoever made the repository did."""
    done = subprocess.run(
        [
            shutil.which("git") or "git",
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@a.example",
            *arguments,
        ],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def repository(*, lacking: bool = False) -> Prepare:
    """One that would run a program at every step."""

    def prepare(project: Path) -> None:
        (project / ".gitattributes").write_text("* filter=x diff=x merge=x\n", encoding="utf-8")
        git(project, "init", "-q")
        git(project, "add", "-A")
        git(project, "commit", "-qm", "all")
        blob = git(project, "rev-parse", "HEAD:norms/pack.yaml")
        program = project / ".git" / "program"
        program.write_text(f"#!/bin/sh\ntouch '{project / MARK}'\nexit 1\n", encoding="utf-8")
        program.chmod(0o700)
        for name in HOOKS:
            hook = project / ".git" / "hooks" / name
            hook.parent.mkdir(exist_ok=True)
            hook.write_bytes(program.read_bytes())
            hook.chmod(0o700)
        if lacking:
            (project / ".git/objects" / blob[:2] / blob[2:]).unlink()
        settings = "".join(_setting(name, str(program)) for name in PROGRAMS)
        remote = (
            '[remote "origin"]\n\tpromisor = true\n\tpartialclonefilter = blob:none\n'
            f'\turl = "ext::{program}"\n\tuploadpack = {program}\n'
            '[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n'
            "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialclone = origin\n"
        )
        alias = "".join(f"[alias]\n\t{one} = !{program}\n" for one in ("rev-parse", "ls-tree"))
        with (project / ".git/config").open("a", encoding="utf-8") as config:
            config.write(settings + remote + alias)

    return prepare


def _setting(name: str, value: str) -> str:
    section, _, key = name.rpartition(".")
    first, dot, second = section.partition(".")
    return (
        f'[{first} "{second}"]\n\t{key} = {value}\n' if dot else f"[{first}]\n\t{key} = {value}\n"
    )


def nothing_ran(project: Path, _: Ended) -> None:
    assert not (project / MARK).exists()


def tree_of(*rows: tuple[str, str, bytes]) -> Prepare:
    """A revision with files of these modes, names and contents beside the project."""

    def prepare(project: Path) -> None:
        git(project, "init", "-q")
        git(project, "add", "-A")
        whole = git(project, "write-tree")
        raw = b""
        inner = git(project, "ls-tree", whole).splitlines()
        listed = [(*line.split("\t")[0].split()[::2], line.split("\t")[1]) for line in inner]
        for mode, name, content in rows:
            (project / ".blob").write_bytes(content)
            listed.append((mode, git(project, "hash-object", "-w", ".blob"), name))
        for mode, blob, name in sorted(listed, key=lambda row: row[2]):
            raw += f"{mode.lstrip('0')} {name}\0".encode() + bytes.fromhex(blob)
        (project / ".tree").write_bytes(raw)
        tree = git(project, "hash-object", "-w", "-t", "tree", "--literally", ".tree")
        commit = git(project, "commit-tree", tree, "-m", "hostile")
        git(project, "update-ref", "refs/heads/hostile", commit)

    return prepare


YAML = b"schema_version: 1\n"
TREES: dict[str, tuple[tuple[str, str, bytes], int, str]] = {
    "traversing name: above": (("100644", "../victim.yaml", YAML), 2, "harmful name"),
    "traversing name: dots": (("100644", "..", YAML), 0, ""),
    "traversing name: backslash": (("100644", "a\\b.yaml", YAML), 2, "harmful name"),
    "traversing name: absolute": (("100644", "/etc/x.yaml", YAML), 2, "harmful name"),
    "terminal escape: a name": (("100644", "\x1b[31m\x07.yaml", YAML), 1, "\\x1b[31m"),
    "no regular file: a link above": (("120000", "x.yaml", b"../../etc/passwd"), 2, "leads out"),
    "no regular file: a link to passwords": (("120000", "x.yaml", b"/etc/passwd"), 2, "leads out"),
    "over-long name: 300 letters": (("100644", f"{'a' * 300}.yaml", YAML), 2, "hostile"),
    "large: 20 MB": (("100644", "x.yaml", b"#" * 20_000_000), 1, "hostile:x.yaml:1:1"),
}


REVISION = ("diff", "hostile", ".")


def victim_stays(project: Path, _: Ended) -> None:
    assert not (project.parent / "victim.yaml").exists()


def _of_keys() -> Iterator[CommandCase]:
    told = ("k.json",)
    for klass, contents in KEYS.items():
        for name, content in contents.items():
            yield CommandCase(
                klass, name, "key files", RUN, keys(content), 2, told, afterwards=unnamed
            )
    mode = keys(NAMES, 0o644)
    yield CommandCase("open file", "to all", "key files", RUN, mode, 2, told, afterwards=unnamed)
    for how in ("a pipe", "a folder", "a device", "a loop"):
        made = odd(how, "k.json")
        klass = "no regular file"
        yield CommandCase(klass, how, "key files", RUN, made, 2, told, afterwards=unnamed)
    inside = ("dossier", "-o", "out", "--keys", "out/k.json")
    made = keys(NAMES)
    klass, name = "traversing name", "a key file in the output"
    yield CommandCase(klass, name, "key files", inside, made, 2, ("k.json",), afterwards=unnamed)
    loop = ("dossier", "-o", "out/loop", "--keys", "k.json")
    klass = "no regular file"
    yield CommandCase(
        klass, "an output that is a loop", "key files", loop, _looped, 2, ("out/loop",)
    )


def _looped(project: Path) -> None:
    keys(NAMES)(project)
    (project / "out").mkdir()
    (project / "out/loop").symlink_to("loop")


def _of_logs() -> Iterator[CommandCase]:
    for entry, run in TOLD:
        for klass, contents in LOGS.items():
            for name, (content, told) in contents.items():
                made = logged(content)
                words = ("l.jsonl:", told)
                yield CommandCase(klass, name, entry, run, made, 1, words)
        for how in ("a pipe", "a folder", "a device", "a loop"):
            made = odd(how, "l.jsonl")
            # A folder can be verified, too; of a log anything that can be opened is looked at.
            faulty = ("a folder",) if run[0] == "verify" else ("a pipe", "a device")
            code = 1 if how in faulty else 2
            klass = "no regular file"
            yield CommandCase(klass, how, entry, run, made, code, ("l.jsonl",))


def logged(content: Content) -> Prepare:
    def prepare(project: Path) -> None:
        raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        (project / "l.jsonl").write_bytes(raw)

    return prepare


def _of_repositories() -> Iterator[CommandCase]:
    run = ("diff", "HEAD", ".")
    entry = "repositories"
    made = repository()
    yield CommandCase("program", "of a repository", entry, run, made, 0, afterwards=nothing_ran)
    made, words = repository(lacking=True), ("norms/pack.yaml",)
    yield CommandCase("program", "of a remote", entry, run, made, 2, words, afterwards=nothing_ran)
    for title, (row, ended, word) in TREES.items():
        klass, _, name = title.partition(": ")
        yield CommandCase(
            klass, name, entry, REVISION, tree_of(row), ended, (word,), afterwards=victim_stays
        )


CASES = (*_of_keys(), *_of_logs(), *_of_repositories())
