"""Documents that are looked through for citations: HTML, Word files and texts."""

from __future__ import annotations

from collections.abc import Iterator

from tests.documents.word_files import (
    body,
    notes,
    packed,
    packed_rows,
    paragraph,
    relations,
    word_file,
)
from tests.hostile.answers import CommandCase, Content, writing
from tests.hostile.doors import odd

MAIN = relations(officeDocument="d.xml")
BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
XML = "<?xml version='1.0' encoding="
CITED = "Article 999 of the Fourth Geneva Convention"
READ = " in 1 file"
CROWD = relations(**{f"footnotes{number}": "n.xml" for number in range(50_000)})
NOTES = notes(paragraph(CITED))
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
    "entity bomb: a file of this machine": (
        "d.docx",
        packed({"_rels/.rels": MAIN, "d.xml": FILE + body(paragraph("&x;"))}),
        "d.docx:1:1: LM721",
    ),
    "other encoding: UTF-7 in a part": (
        "d.docx",
        packed({"_rels/.rels": MAIN, "d.xml": f"{XML}'utf-7'?>{body(paragraph(CITED))}"}),
        "d.docx:1:1: LM721",
    ),
    "other encoding: none that there is": (
        "d.docx",
        packed({"_rels/.rels": MAIN, "d.xml": f"{XML}'none'?>{body(paragraph(CITED))}"}),
        "d.docx:1:1: LM721",
    ),
    "duplicate key: a part": (
        "d.docx",
        packed_rows([("_rels/.rels", MAIN), *(("d.xml", body(paragraph(one))) for one in "ab")]),
        "d.docx:1:1: LM721",
    ),
    "duplicate key: a part in capitals": (
        "d.docx",
        packed({"_rels/.rels": MAIN, "d.xml": body(""), "D.XML": body(paragraph(CITED))}),
        "d.docx:1:1: LM721",
    ),
    "traversing name: an absolute part": (
        "d.docx",
        packed({"_rels/.rels": relations(officeDocument="/etc/passwd")}),
        "d.docx:1:1: LM721",
    ),
    "crowd: 50,000 relations to one part": (
        "d.docx",
        packed({"_rels/.rels": MAIN, "d.xml": body(""), "_rels/d.xml.rels": CROWD, "n.xml": NOTES}),
        "1 citation in 1 file",
    ),
    "crowd: 20,000 files": (
        "d.docx",
        packed({f"{number}": "" for number in range(20_000)}),
        "d.docx:1:1: LM721",
    ),
    "control: in a part": ("d.docx", word_file(paragraph("&#0;")), "d.docx:1:1: LM721"),
    "bidi: in a part": ("d.docx", word_file(paragraph(f"\u202e{CITED}")), READ),
    "huge number: of an article": ("d.txt", f"Article {'9' * 1_000_000} of the Treaty", READ),
    "huge number: a range of 10^9": ("d.txt", "Articles 1-999999999 of the Held Treaty", READ),
    "huge number: 100,000 brackets": ("d.txt", f"Article 1{'(1)' * 100_000} of the Treaty", READ),
    "crowd: 20,000 articles": ("d.txt", f"Articles {', '.join(map(str, range(20_000)))}", READ),
    "over-long name: a line of 19 MB": ("d.txt", "x" * 19_000_000, READ),
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
        yield CommandCase(klass, name, "documents", (*LOOK, file), made, int("LM" in told), (told,))
    for how, code in ODD.items():
        made, words = odd(how, "d.txt"), (f"d.txt:1:1: {code}",)
        yield CommandCase("no regular file", how, "documents", (*LOOK, "d.txt"), made, 1, words)


CASES = tuple(_cases())
