"""Settings of a project and baselines: refused with exit 2 and the name of the file."""

from __future__ import annotations

import os
from collections.abc import Iterator

from tests.hostile.answers import CommandCase, Content, Prepare, nothing, writing

GLOBS = "".join(f"'**/a{n}*/**' = ['LM605']\n" for n in range(7_000))

TOML: dict[str, dict[str, tuple[Content, str]]] = {
    "deep nesting": {
        "brackets": (f"paths = {'[' * 100_000}", "nests too deep"),
        "braces": (f"a = {'{a=' * 30_000}", "nests too deep"),
    },
    "dotted key": {
        "90,000 parts": (f"a{'.b' * 90_000} = 1", "line 1 holds more than 200 full stops"),
        "90,000 parts without a value": (f"a{'.b' * 90_000}", "line 1 holds"),
        "parts with blanks": (f"a{' . b' * 40_000} = 1", "line 1 holds"),
        "tables of 300 parts": (f"\n[a{'.b' * 300}]\n", "line 2 holds"),
        "500 keys of 190 parts": (
            "".join(f"a{'.b' * 190}.c{n} = 1\n" for n in range(500)),
            "unknown key 'a'",
        ),
    },
    "crowd": {
        "18,000 unknown keys": ("".join(f"k{n} = 1\n" for n in range(18_000)), "17,980 more"),
        "13,000 tables": ("".join(f"[a.b{n}]\n" for n in range(13_000)), "unknown key 'a'"),
        "7,000 patterns": (f"[per-file-ignores]\n{GLOBS}", "lawmap.toml:1:1: 'per-file-ignores'"),
    },
    "huge number": {"5,000 digits": (f"paths = {'1' * 5_000}", "limit (4300 digits)")},
    "no number": {
        "infinite": ("paths = inf", "lawmap.toml:1:1: 'paths' takes a list"),
        "not a number": ("fail-level = nan", "lawmap.toml:1:1: 'fail-level' takes"),
    },
    "impossible date": {"30 February": ("paths = 2024-02-30", "line 1, column")},
    "duplicate key": {
        "plain": ("paths = ['a']\npaths = ['b']\n", "at line 2"),
        "quoted": ("paths = ['a']\n\"paths\" = ['b']\n", "at line 2"),
        "escaped": ("paths = ['a']\n\"p\\u0061ths\" = ['b']\n", "at line 2"),
    },
    "large": {
        "more than is read": ("#" * 200_001, "at most 200,000"),
        "a key of 190,000 letters": (f"'{'a' * 190_000}' = 1", "lawmap.toml:1:1: unknown key"),
    },
    "invalid UTF-8": {"a mark of UTF-16": (b"\xff\xfe", "position 0")},
    "control": {
        "NUL in a path": ('norms = ["a\\u0000"]', "a text with a null character"),
        "an escape in a key": ('"a\\u001b[31m" = 1', "unknown key 'a\\x1b[31m'"),
        "an escape in a value": ('output-format = "\\u001b[31m"', "not '\\x1b[31m'"),
    },
    "bidi": {"override in a key": ('"a\\u202e" = 1', "unknown key 'a\\x202e'")},
    "look-alike id": {"a Cyrillic letter": ("'pаths' = ['a']", "did you mean 'paths'")},
    "regular expression bomb": {
        "a pattern of 20,000 stars": (
            f"[per-file-ignores]\n'{'*a' * 20_000}x' = ['LM605']",
            "at most 500 patterns",
        ),
    },
}

LINE = '{"file": "allegations/held.yaml", "code": "LM605", "message": "m", "count": 1}'
BASELINES: dict[str, dict[str, Content]] = {
    "deep nesting": {"brackets": "[" * 100_000, "objects": '{"a":' * 100_000},
    "huge number": {
        "5,000 digits": LINE.replace("1}", "1" * 5_000 + "}"),
        "1e400": LINE.replace("1}", "1e400}"),
    },
    "no number": {
        "NaN": LINE.replace("1}", "NaN}"),
        "infinite": LINE.replace("1}", "Infinity}"),
        "below nothing": LINE.replace("1}", "-1}"),
        "a truth": LINE.replace("1}", "true}"),
        "a float": LINE.replace("1}", "1.0}"),
    },
    "duplicate key": {
        "plain": LINE.replace("}", ', "count": 5}'),
        "escaped": LINE.replace("}", ', "c\\u006funt": 5}'),
    },
    "wrong type": {
        "a list": "[]",
        "a file that is a number": LINE.replace('"allegations/held.yaml"', "5"),
        "an unknown code": LINE.replace("LM605", "LM999"),
        "a key too many": LINE.replace("}", ', "x": 5}'),
    },
    "control": {"NUL": f"{LINE}\0", "a mark of byte order": f"\ufeff{LINE}"},
    "invalid UTF-8": {"half a pair": LINE.replace('"m"', '"\\ud800"')},
    "large": {"10 MB in a line": "x" * 10_000_000},
    "crowd": {"60,000 wrong lines": "x\n" * 60_000},
}

VALIDATE = ("validate",)
WITH_BASELINE = ("validate", "--baseline", "b.json")


def pipe(name: str) -> Prepare:
    return lambda project: os.mkfifo(project / name)


def link(name: str, target: str) -> Prepare:
    return lambda project: (project / name).symlink_to(target)


def folder(name: str) -> Prepare:
    return lambda project: (project / name).mkdir()


def _cases() -> Iterator[CommandCase]:
    for klass, contents in TOML.items():
        for name, (content, words) in contents.items():
            prepare = writing("lawmap.toml", content)
            yield _refused("settings", klass, name, VALIDATE, prepare, "lawmap.toml", words)
    for klass, lines in BASELINES.items():
        for name, content in lines.items():
            prepare = writing("b.json", content)
            yield _refused("baselines", klass, name, WITH_BASELINE, prepare, "b.json:1: ")
    for entry, run, file in (
        ("settings", VALIDATE, "lawmap.toml"),
        ("baselines", WITH_BASELINE, "b.json"),
    ):
        for name, prepare in (
            ("a pipe", pipe(file)),
            ("a link to a device", link(file, "/dev/zero")),
            ("a link to nothing", link(file, "nothing")),
            ("a link to itself", link(file, file)),
            ("a folder", folder(file)),
        ):
            yield _refused(entry, "no regular file", name, run, prepare, file)
    wrong = writing("pyproject.toml", "[tool]\nlawmap = 5\n")
    yield _refused("settings", "wrong type", "a number", VALIDATE, wrong, "pyproject.toml:2:1")
    record = ("validate", "--baseline", "allegations/held.yaml", "--write-baseline")
    yield _refused("baselines", "file of others", "a record", record, nothing, "held.yaml")
    passwords = ("validate", "--baseline", "/etc/passwd")
    yield _refused("baselines", "file of others", "passwords", passwords, nothing, "/etc/passwd:1")


def _refused(
    entry: str, klass: str, name: str, run: tuple[str, ...], prepare: Prepare, *words: str
) -> CommandCase:
    return CommandCase(klass, name, entry, run, prepare, words=words)


CASES = tuple(_cases())
