"""Submissions: Markdown with placeholders that lawmap writes out, and the files around it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.answers import CommandCase, Content, Prepare
from tests.hostile.doors import odd
from tests.hostile.running import Ended

CITED = "[@{t:1(1)}]"
SOUND = ""
"""The code of what is resolved without a word."""

TEXTS: dict[str, tuple[Content, str]] = {
    "control: NUL": (f"a\0 {CITED}", "1:2: LM003"),
    "control: escape": (f"a\nb\x1b[2J {CITED}", "2:2: LM003"),
    "control: a sequence for terminals": ("[see\x9b31m @{t:1(1)}]", "1:5: LM003"),
    "bidi: in a key": ("[@{t:\u202e1}]", "1:4: LM701"),
    "bidi: in a text": (f"a\u202eb\u2067 {CITED}", SOUND),
    "zero width: in a key": ("[@{t:\u200b1}]", "1:4: LM701"),
    "invalid UTF-8: a byte": (b"a\n \xff", "2:2: LM002"),
    "invalid UTF-8: half a pair": (b"\xed\xa0\x80", "1:1: LM002"),
    "other encoding: UTF-16": (CITED.encode("utf-16"), "1:1: LM002"),
    "other encoding: two marks": (f"\ufeff\ufeff{CITED}", SOUND),
    "empty": ("", SOUND),
    "over-long name: a key": (f"[@{{{'a' * 100_000}}}]", "1:2: LM701"),
    "over-long name: a line of 9 MB": (f"{'a' * 9_000_000} {CITED}", SOUND),
    "deep nesting: quotations": (">" * 100_000 + CITED, SOUND),
    "deep nesting: lists": ("- " * 20_000 + CITED, SOUND),
    "deep nesting: brackets": ("[" * 20_000 + CITED, SOUND),
    "deep nesting: of a key": ("[@t:1" + "(1" * 20_000, SOUND),
    "deep nesting: HTML": ("<div>" * 50_000 + CITED, "1:250002: LM711"),
    "deep nesting: front matter": (f"---\ndate: {'[' * 90_000}\n---\n{CITED}", "2:55: LM713"),
    "alias bomb: front matter": (f"---\na: &a [b]\ndate: *a\n---\n{CITED}", "2:4: LM713"),
    "tag: front matter": (f"---\ndate: !!python/name:os.system\n---\n{CITED}", "2:7: LM713"),
    "impossible date: front matter": (f"---\ndate: 2024-02-30\n---\n{CITED}", "2:1: LM713"),
    "impossible date: a step in": (f"---\n  date: never\n---\n{CITED}", "2:3: LM713"),
    "regular expression bomb: emphasis": ("*" * 50_000 + CITED, SOUND),
    "regular expression bomb: grave accents": ("` `` ```" * 15_000 + CITED, SOUND),
    "regular expression bomb: links": ("[a](b" * 15_000 + CITED, SOUND),
    "regular expression bomb: signs": ("@" * 50_000, SOUND),
    "regular expression bomb: dollars": ("$" * 50_000, SOUND),
    "huge number: of a provision": (f"[@{{t:{'9' * 250}}}]", "1:4: LM702"),
    "huge number: a range of 10^9": ("[@{t:1-999999999}]", "1:4: LM702"),
    "huge number: a range of paragraphs": ("[@{source:report#p1-p999999}]", "1:4: LM702"),
    "huge number: paragraphs behind": ("[@{source:report}, paras 1-999999]", "1:4: LM702"),
    "crowd: 2,000 placeholders": (f"{CITED} " * 2_000, SOUND),
    "crowd: 2,000 in one pair of brackets": (
        f"[{'@{t:1(1)}; ' * 2_000}@{{t:1(1)}}]",
        SOUND,
    ),
    "crowd: 100,000 semicolons": (f"[@{{t:1(1)}}{';' * 100_000}]", "1:12: LM701"),
    "crowd: 30,000 calls of a note": (f"{'[^a]' * 30_000}\n\n[^a]: {CITED}", SOUND),
    "crowd: 1,000 tables": ("[[table-of-authorities]]\n\n" * 1_000, "3:1: LM707"),
    "traversing id: of a dossier": ("[@{allegation:../held}]", "1:4: LM701"),
    "script: of a template": ("[@{t:1(1)}, {{7*7}} {pinpoint}]", SOUND),
}
RUN = ("--output-format", "concise", "-o", "out.md")
COMMANDS = {"resolve": ("resolve", "b.md", *RUN), "authorities": ("authorities", "b.md", *RUN)}


def submission(content: Content) -> Prepare:
    def prepare(project: Path) -> None:
        raw = content.encode() if isinstance(content, str) else content
        (project / "b.md").write_bytes(raw)

    return prepare


def is_warning(told: str) -> bool:
    return told.endswith(("LM711", "LM713"))


def unwritten(project: Path, _: Ended) -> None:
    """Nothing was written anywhere, nothing is left over."""
    assert not (project / "out.md").exists()
    assert list(project.glob(".lawmap*")) == []


def written(project: Path, _: Ended) -> None:
    assert (project / "out.md").is_file()


def _of_texts() -> Iterator[CommandCase]:
    for title, (content, told) in TEXTS.items():
        klass, _, name = title.partition(": ")
        code = int(bool(told) and not is_warning(told))
        after = unwritten if code else written
        words = (f"b.md:{told}" if told else "",)
        for entry, arguments in COMMANDS.items():
            if entry == "authorities" and klass not in ("control", "crowd", "huge number"):
                continue
            yield CommandCase(
                klass, name, entry, arguments, submission(content), code, words, afterwards=after
            )


def _no_file(how: str) -> CommandCase:
    made = odd(how, "b.md")
    arguments = COMMANDS["resolve"]
    klass = "no regular file"
    return CommandCase(klass, how, "resolve", arguments, made, 2, ("b.md",), afterwards=unwritten)


KEPT = "mine"


def place(how: str) -> Prepare:
    """Something in the place of the output."""

    def prepare(project: Path) -> None:
        submission(CITED)(project)
        path = project / "out.md"
        outside = project.parent / "outside.md"
        outside.write_text(KEPT, encoding="utf-8")
        if how == "a folder":
            path.mkdir()
        elif how == "a pipe":
            os.mkfifo(path)
        elif how == "another file":
            path.write_text(KEPT, encoding="utf-8")
        elif how == "the submission by a link":
            path.symlink_to("b.md")
        elif how == "the submission by another name":
            path.hardlink_to(project / "b.md")
        else:
            path.symlink_to(outside if how == "a link out" else "out.md")

    return prepare


def all_stay(project: Path, _: Ended) -> None:
    assert (project / "b.md").read_text(encoding="utf-8") == CITED
    assert (project.parent / "outside.md").read_text(encoding="utf-8") == KEPT


def _of_places() -> Iterator[CommandCase]:
    for how in ("a pipe", "a folder", "a device", "a loop"):
        yield _no_file(how)
    for how, code in (
        ("a folder", 2),
        ("another file", 2),
        ("the submission by a link", 2),
        ("the submission by another name", 2),
        ("a link out", 2),
        ("a loop", 2),
    ):
        yield CommandCase(
            "output in a place", how, "resolve", COMMANDS["resolve"], place(how), code,
            ("out.md",), afterwards=all_stay,
        )  # fmt: skip
    for name in ("b.md/out.md", f"{'a' * 300}.md", "/dev/full"):
        into = ("resolve", "b.md", "-o", name)
        yield CommandCase(
            "output in no place", name[:20], "resolve", into, submission(CITED), 2,
            (name[:4],), afterwards=unwritten,
        )  # fmt: skip
    for name, arguments in {
        "a style": ("resolve", "b.md", "--style", "\x1b[31m"),
        "a key": ("cite", "\x1b[31m"),
        "a file": ("resolve", "\x1b[31m.md"),
        "a submission": ("bibliography", "\x1b[31m.md"),
        "a document": ("check-citations", "-q", "\x1b[31m.md"),
        "a folder of dossiers": (
            "resolve",
            "b.md",
            "--dossiers",
            "\x1b[31m",
            "--style",
            "\x1b[31m",
        ),
    }.items():
        code = 1 if arguments[0] == "check-citations" else 2
        yield CommandCase(
            "terminal escape", name, "arguments of citing", arguments, submission(CITED), code,
            ("\\x1b[31m",), afterwards=unwritten,
        )  # fmt: skip


CASES = (*_of_texts(), *_of_places())
