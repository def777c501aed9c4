"""Documents that are looked through for citations: HTML, Word files and texts."""

from __future__ import annotations

from collections.abc import Iterator

from tests.documents.word_files import body, packed, paragraph, relations, word_file
from tests.hostile.answers import CommandCase, Content, writing
from tests.hostile.doors import odd

MAIN = relations(officeDocument="d.xml")
BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
CITED = "Article 999 of the Fourth Geneva Convention"
READ = "citations in 1 file"
LOOK = ("check-citations", "--texts", "none", "--output-format", "concise")

DOCUMENTS: dict[str, tuple[str, Content, str]] = {
    "zip bomb: a part of spaces": (
        "d.docx",
        packed({"_rels/.rels": MAIN, "d.xml": b" " * 60_000_000}),
        "d.docx:1:1: LM721",
    ),
    "entity bomb: in the main part": (
        "d.docx",
        packed({"_rels/.rels": MAIN, "d.xml": BOMB + body(paragraph("&b;"))}),
        "d.docx:1:1: LM721",
    ),
    "traversing name: a main part above": (
        "d.docx",
        packed({"_rels/.rels": relations(officeDocument="../../../etc/passwd")}),
        "d.docx:1:1: LM721",
    ),
    "deep nesting: tables": (
        "d.docx",
        word_file("<w:tbl>" * 100_000 + paragraph(CITED) + "</w:tbl>" * 100_000),
        READ,
    ),
    "deep nesting: HTML": ("d.html", "<div>" * 200_000 + CITED, READ),
    "deep nesting: Markdown": ("d.md", "> " * 50_000 + "\n\n" + CITED, READ),
    "regular expression bomb: comments": ("d.html", f"{CITED}{'<!--' * 500_000}", READ),
    "regular expression bomb: tags": ("d.html", f"{CITED}{'<a ' * 500_000}", READ),
    "regular expression bomb: marks": ("d.txt", f"{CITED} {'“' * 500_000}", READ),
    "terminal escape: a text": ("d.txt", f"\x1b[31m {CITED}", READ),
    "control: NUL": ("d.txt", f"{CITED}\0", "d.txt:1:1: LM003"),
    "invalid UTF-8: a byte": ("d.html", b"\xff", "d.html:1:1: LM002"),
    "other encoding: UTF-16": ("d.txt", CITED.encode("utf-16"), "d.txt:1:1: LM002"),
    "large: 21 MB": ("d.txt", "x" * 21_000_000, "d.txt:1:1: LM008"),
    "no zip: a text": ("d.docx", "text", "d.docx:1:1: LM721"),
}
ODD = {"a pipe": "LM009", "a device": "LM009", "a loop": "LM001"}


def _cases() -> Iterator[CommandCase]:
    for title, (file, content, told) in DOCUMENTS.items():
        klass, _, name = title.partition(": ")
        made = writing(file, content)
        yield CommandCase(klass, name, "documents", (*LOOK, file), made, int(told != READ), (told,))
    for how, code in ODD.items():
        made, words = odd(how, "d.txt"), (f"d.txt:1:1: {code}",)
        yield CommandCase("no regular file", how, "documents", (*LOOK, "d.txt"), made, 1, words)


CASES = tuple(_cases())
