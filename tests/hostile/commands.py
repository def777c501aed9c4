"""Arguments, the environment, reports, and files with texts of treaties."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.hostile.answers import CommandCase, Content, Prepare, nothing, writing
from tests.hostile.project import FILES

ARGUMENTS: dict[str, dict[str, tuple[tuple[str | bytes, ...], str]]] = {
    "terminal escape": {
        "a path": (("validate", "\x1b[31m"), "\\x1b[31m"),
        "a record": (("show", "\x1b[31m"), "\\x1b[31m"),
        "a norm": (("explain", "held", "\x1b[2J"), "\\x1b[2J"),
        "a code": (("rule", "\x1b[31m"), "\\x1b[31m"),
        "a command": (("\x1b[31m",), "\\x1b[31m"),
        "an option": (("validate", "--\x1b[31m"), "\\x1b[31m"),
        "a revision": (("diff", ".", "a\x1b"), "a\\x1b"),
    },
    "invalid UTF-8": {
        "a path": (("validate", b"\xff\xfe"), "\\xdcff\\xdcfe"),
        "a word": (("search", b"\xed\xa0\x80"), "there is no word"),
    },
    "over-long name": {
        "a path": (("validate", "a" * 5_000), "a name is too long"),
        "a report": (("validate", "--report", f"json:{'a' * 300}"), "a name is too long"),
        "a record": (("show", "a" * 10_000), "is loaded"),
    },
    "traversing id": {
        "an allegation": (("dossier", "--only", "../x", "-o", "out"), "'../x'"),
        "a schema": (("schema", "../x"), "'../x'"),
        "a report": (("explain", "../x", "t:1(1)"), "'../x'"),
    },
    "leading hyphen": {"a path": (("validate", "--", "-rf"), "-rf")},
    "shell command": {"a revision": (("diff", "HEAD;id", "."), "'HEAD;id'")},
    "impossible date": {
        "a day of analysis": (("dossier", "-o", "out", "--as-of", "2024-02-30"), "2024-02-30"),
        "the year 0": (("dossier", "-o", "out", "--as-of", "0000-01-01"), "0000-01-01"),
        "Arabic digits": (("dossier", "-o", "out", "--as-of", "٢٠٢٤-٠١-٠١"), "--as-of"),
    },
    "huge number": {
        "days": (("validate", "--stale-after", f"{'9' * 400}d"), "--stale-after"),
        "a code": (("validate", "--select", f"LM{'9' * 1_000}"), "--select"),
    },
    "regular expression bomb": {
        "words": (("search", "(" * 1_000), "there is no word"),
        "a norm": (("test", "--norm", "(" * 1_000), "no norm"),
    },
    "no regular file": {
        "a full device": (("validate", "--report", "json:/dev/full"), "/dev/full"),
        "an output that is a device": (("dossier", "-o", "/dev/null"), "/dev/null"),
    },
}

ENVIRONMENT: dict[str, tuple[Mapping[str, str | None], int, str]] = {
    "texts on a device": ({"LAWMAP_TEXTS": "/dev/zero"}, 0, ""),
    "texts of 100,000 letters": ({"LAWMAP_TEXTS": "a" * 100_000}, 2, "too long"),
    "an escape for a format": ({"LAWMAP_OUTPUT_FORMAT": "\x1b[31m"}, 2, "LAWMAP_OUTPUT_FORMAT"),
    "no home": ({"HOME": None, "LAWMAP_TEXTS": None}, 0, ""),
    "a device for a home": ({"HOME": "/dev/null", "LAWMAP_TEXTS": None}, 0, ""),
    "no columns": ({"COLUMNS": "0", "TERM": "nonsense", "PAGER": "false"}, 0, ""),
    "columns below nothing": ({"COLUMNS": "-5", "LINES": "x"}, 0, ""),
    "an unknown language": ({"LANG": "tr_TR.UTF-8", "LC_ALL": "nonsense"}, 0, ""),
    "a zone that is a file": ({"TZ": "../../etc/passwd"}, 0, ""),
    "a full summary": ({"GITHUB_STEP_SUMMARY": "/dev/full"}, 0, "/dev/full"),
}

ROW = '{"treaty": "t", "article": "1", "text": "Nobody."}'
HEAD = "---\ninstrument: t\n---\n"
LINES: dict[str, tuple[str, Content, str]] = {
    "deep nesting: brackets": ("a.jsonl", "[" * 100_000, "a.jsonl:1:1: LM007"),
    "deep nesting: objects": ("a.jsonl", '{"a":' * 90_000, "a.jsonl:1:1: LM007"),
    "deep nesting: front matter": ("a.md", f"---\n{'? ' * 400_000}\n---\n", "a.md:2:99: LM007"),
    "huge number: 5,000 digits": ("a.jsonl", ROW.replace('"1"', "1" * 5_000), "1:1: LM007"),
    "duplicate key: plain": ("a.jsonl", ROW.replace("{", '{"treaty": "u", '), "1:17: LM005"),
    "duplicate key: escaped": ("a.jsonl", ROW.replace("}", ', "tre\\u0061ty": "u"}'), ": LM005"),
    "no number: NaN": ("a.jsonl", ROW.replace('"1"', "NaN"), "a.jsonl:1:17: LM103"),
    "wrong type: a list": ("a.jsonl", ROW.replace('"1"', "[]"), "a.jsonl:1:17: LM103"),
    "bidi: escaped": ("a.jsonl", ROW.replace("Nobody", "\\u202e"), "a.jsonl:1:33: LM003"),
    "control: NUL": ("a.jsonl", ROW.replace("Nobody", "\\u0000"), "a.jsonl:1:33: LM003"),
    "invalid UTF-8: half a pair": ("a.jsonl", ROW.replace("Nobody", "\\ud800"), "1:33: LM003"),
    "invalid UTF-8: a byte": ("a.jsonl", b"\x80", "a.jsonl:1:1: LM002"),
    "other encoding: UTF-16": ("a.jsonl", ROW.encode("utf-16"), "a.jsonl:1:1: LM002"),
    "crowd: 60,000 wrong lines": ("a.jsonl", "x\n" * 60_000, "LM110"),
    "tag: a Python object": ("a.md", HEAD.replace(": t", ": !!python/object:os t"), "2:13: LM006"),
    "large: 51 MB": ("a.jsonl", "#" * 51_000_000, "a.jsonl:1:1: LM008"),
    "empty: quotations": ("a.md", f"{HEAD}{'>' * 50_000}", "a.md:1:1: LM010"),
}
IMPORT = ("texts", "import", "--texts", "packs")

TOP = json.dumps({"format": 1, "file": "f", "sha256": "s", "treaties": {"t": 0}})
CHECK = ("validate", "--texts", "packs")


def pack(how: int, **members: bytes | str) -> Prepare:
    def prepare(project: Path) -> None:
        (project / "packs").mkdir()
        with zipfile.ZipFile(project / "packs/p.zip", "w", how) as archive:
            for name, content in members.items():
                archive.writestr(name.replace("_", "."), content)

    return prepare


def in_packs(make: Prepare) -> Prepare:
    def prepare(project: Path) -> None:
        (project / "packs").mkdir()
        make(project)

    return prepare


PACKS: dict[str, Prepare] = {
    "zip bomb: deflated": pack(zipfile.ZIP_DEFLATED, pack_json=TOP, windows=b"\0" * 100_000_000),
    "zip bomb: LZMA": pack(zipfile.ZIP_LZMA, pack_json=TOP, windows=b"\0" * 10_000_000),
    "wrong type: half a fingerprint": pack(zipfile.ZIP_STORED, pack_json=TOP, windows=b"abc"),
    "missing: fingerprints": pack(zipfile.ZIP_STORED, pack_json=TOP),
    "no regular file: a pipe": in_packs(lambda project: os.mkfifo(project / "packs/p.zip")),
    "no regular file: a device": in_packs(
        lambda project: (project / "packs/p.zip").symlink_to("/dev/zero")
    ),
    "no zip: a text": writing("packs/p.zip", "text"),
    "empty: no byte": writing("packs/p.zip", b""),
}


def report(content: bytes, quotes: str = "") -> Prepare:
    """A report that is the original of the source."""

    def prepare(project: Path) -> None:
        (project / "r").mkdir()
        (project / "r/report.txt").write_bytes(content)
        known = FILES["sources/report.yaml"]
        text = known.replace("0" * 64, hashlib.sha256(content).hexdigest())
        (project / "sources/report.yaml").write_text(text + quotes, encoding="utf-8")

    return prepare


QUOTES = "quotes:\n" + "".join(f"  p{number}: zzz\n" for number in range(1, 3_000))
CROWD = ("validate", "--reports", "r", "--output-format", "concise")


def _cases() -> Iterator[CommandCase]:
    for klass, runs in ARGUMENTS.items():
        for name, (arguments, words) in runs.items():
            yield CommandCase(klass, name, "arguments", arguments, nothing, words=(words,))
    for name, (env, code, words) in ENVIRONMENT.items():
        yield CommandCase(
            "odd variable", name, "environment", ("validate",), nothing, code, (words,), env
        )
    for title, (file, content, words) in LINES.items():
        klass, _, name = title.partition(": ")
        made = writing(file, content)
        yield CommandCase(klass, name, "texts", (*IMPORT, file), made, 1, (words,))
    for id_ in ("../x", "a/b", "con", "-x", "A", "a" * 101, "a\nb", "é"):
        run = (*IMPORT, "a.jsonl", f"--name={id_}")
        yield CommandCase("traversing id", repr(id_), "texts", run, writing("a.jsonl", ROW))
    for title, prepare in PACKS.items():
        klass, _, name = title.partition(": ")
        yield CommandCase(klass, name, "text packs", CHECK, prepare, words=("packs/p.zip",))
    crowded = report(b"aaaa bbbb\n" * 200_000, QUOTES)
    yield CommandCase(
        "crowd", "3,000 quotations in 200,000 lines", "reports", CROWD, crowded, 1, ("LM604",)
    )
    binary = report(bytes(range(256)) * 1_000)
    yield CommandCase("binary", "every byte", "reports", CROWD, binary, 1, ("LM603",))


CASES = tuple(_cases())
