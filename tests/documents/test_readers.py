"""Plain text, HTML and Word files: the text that a reader sees, and where it stands."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lawmap.documents import (
    BadDocumentError,
    Document,
    read_docx,
    read_html,
    read_markdown,
    read_text,
)
from lawmap.documents.docx import MAX_UNPACKED
from tests.documents.word_files import (
    WORDS,
    body,
    margin,
    notes,
    packed,
    paragraph,
    relations,
    word_file,
)

CASES = Path(__file__).parents[1] / "cases" / "typed"
SECONDS = 5
"""What takes longer grows faster than its input; it takes a few tenths."""


def cases(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return found


HTML, WORD = cases("html.yaml"), cases("word.yaml")


@pytest.mark.parametrize("case", HTML.values(), ids=list(HTML))
def test_words_of_html(case: dict[str, str]) -> None:
    assert read_html(case["html"]).text.strip("\n") == case["text"]


@pytest.mark.parametrize("case", WORD.values(), ids=list(WORD))
def test_words_of_word_files(case: dict[str, Any]) -> None:
    xml = case["xml"].replace("{one}", paragraph("one")).replace("{two}", paragraph("two"))
    assert read_docx(word_file(xml)).text.split("\n\n") == case["text"]


TAGS = ["<p>", "</p>", "<b>", "<br>", "<code>", "</code>", "<blockquote>", "</blockquote>", "<q>"]
REST = ["Article ", "49", "&amp;", "&#8220;", " \n", "<!--", "-->", "<", "&", "é", "<sup>1</sup>"]
PIECES = st.sampled_from([*TAGS, *REST])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_character_of_html_leads_back(source: str) -> None:
    document = read_html(source)
    covered(document)
    for piece in document.pieces:
        if piece.source_end - piece.source == piece.end - piece.start > 1:
            there = source[piece.source : piece.source_end]
            assert there.split() == document.text[piece.start : piece.end].split()


def covered(document: Document) -> None:
    at = 0
    for piece in document.pieces:
        assert piece.start == at < piece.end
        assert 0 <= piece.source <= piece.source_end <= len(document.source)
        at = piece.end
    assert at == len(document.text)


def test_a_reference_of_html_is_one_character_whose_source_is_whole() -> None:
    source = "<p>\nArt.&nbsp;49"
    document = read_html(source)
    at = document.text.index("49")
    assert document.place(at) == (2, 11)
    assert source[slice(*document.source_span(at - 1, at))] == "&nbsp;"
    assert source[slice(*document.source_span(0, at + 2))] == "Art.&nbsp;49"


@pytest.mark.parametrize(
    "source",
    [
        *("<!--" * 200_000, "<a " * 200_000, "<" * 400_000, "<![CDATA[" * 100_000),
        *('<a b="' * 100_000, "<a ='" * 100_000 + ">", "&" * 400_000, "&#" * 300_000),
        *("<sup>" * 100_000, "<pre>" * 100_000, "<code>" * 100_000, "<script>" * 100_000),
        *("<blockquote>" * 50_000, "</code>" * 100_000, "<a ='>" * 100_000, " " * 500_000),
    ],
    ids=lambda source: source[:12],
)
def test_hostile_html_takes_no_longer_than_any_other(source: str) -> None:
    began = time.perf_counter()
    read_html(source)
    assert time.perf_counter() - began < SECONDS


def test_plain_text_is_its_own_source() -> None:
    source = "\ufeffone\r\n\r\nArticle 49"
    document = read_text(source)
    covered(document)
    at = document.text.index("49")
    assert document.text == source[1:]
    assert document.place(at) == (3, 9)
    assert read_text("").text == ""


def test_what_is_set_off_as_quoted_is_known() -> None:
    for document in (
        read_html("<p>a:<blockquote><p>b<p>c</blockquote>d"),
        read_markdown("a:\n\n> b\n>\n> c\n\nd\n"),
        read_docx(
            word_file(
                paragraph("a:")
                + paragraph("b", '<w:pStyle w:val="IntenseQuote"/>')
                + paragraph("c", '<w:pStyle w:val="Quote"/>')
                + paragraph("d")
            )
        ),
    ):
        quoted = [document.text[start:end] for start, end in document.quoted]
        assert "\n\n".join(quoted) == "b\n\nc"


def test_links_of_markdown_are_known() -> None:
    document = read_markdown("a [b](c) ![d](e) <http://f> g")
    assert [document.text[start:end] for start, end in document.links][:2] == ["b", "d"]


def test_places_of_a_word_file_are_paragraphs() -> None:
    document = read_docx(word_file(paragraph("one") + paragraph("Article 49")))
    covered(document)
    at = document.text.index("49")
    assert document.place(at) == (2, 9)
    assert document.source == "one\nArticle 49"
    assert document.source_span(at, at + 2) == (12, 14)


def test_notes_and_margins_stand_behind_the_body() -> None:
    made = word_file(
        paragraph("body"),
        footnotes=("footnotes.xml", notes(paragraph("foot"))),
        endnotes=("endnotes.xml", notes(paragraph("end"), "endnote")),
        header1=("header1.xml", margin(paragraph("head"), "hdr")),
        footer1=("footer1.xml", margin(paragraph("low"), "ftr")),
        comments=("comments.xml", margin(paragraph("comment"), "comments")),
    )
    assert read_docx(made).text.split("\n\n") == ["body", "foot", "end", "head", "low"]


def test_the_strict_form_is_read() -> None:
    strict = body(paragraph("a")).replace(WORDS, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    parts = {"_rels/.rels": relations(officeDocument="d.xml"), "d.xml": strict}
    assert read_docx(packed(parts)).text == "a"


MAIN = relations(officeDocument="d.xml")
ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
BAD: dict[str, tuple[bytes, str]] = {
    "a text": (b"Article 49", "no Word document"),
    "no byte": (b"", "no Word document"),
    "half an archive": (word_file(paragraph("a"))[:200], "damaged"),
    "an archive of something else": (packed({"a.txt": "a"}), "no part is named"),
    "a main part that is not there": (packed({"_rels/.rels": MAIN}), "no part is named"),
    "a main part that lies elsewhere": (
        packed({"_rels/.rels": relations(officeDocument="file:///etc/passwd")}),
        "no part is named",
    ),
    "no XML": (packed({"_rels/.rels": MAIN, "d.xml": "<a"}), "no XML"),
    "entities": (
        packed({"_rels/.rels": MAIN, "d.xml": f"{ENTITIES}{body('&b;')}"}),
        "document type",
    ),
    "entities in relations": (
        packed({"_rels/.rels": ENTITIES + MAIN, "d.xml": body("")}),
        "document type",
    ),
    "an external entity": (
        packed({"_rels/.rels": MAIN, "d.xml": '<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>'}),
        "document type",
    ),
    "a bomb": (
        packed({"_rels/.rels": MAIN, "d.xml": b" " * (MAX_UNPACKED // 3)}),
        "unpacks to more",
    ),
    "a crowd of files": (packed({f"{n}.xml": "" for n in range(10_001)}), "more than 10,000"),
}


@pytest.mark.parametrize(("raw", "words"), BAD.values(), ids=list(BAD))
def test_a_word_file_that_is_none_is_refused(raw: bytes, words: str) -> None:
    with pytest.raises(BadDocumentError, match=words):
        read_docx(raw)


def test_a_locked_word_file_is_refused() -> None:
    raw = bytearray(word_file(paragraph("a")))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(mark, at + 1)
    with pytest.raises(BadDocumentError, match="password"):
        read_docx(bytes(raw))


@given(st.data())
def test_damaged_word_files_are_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(word_file(paragraph("Article 49") * 3))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        covered(read_docx(bytes(raw)))
    except BadDocumentError as error:
        assert str(error)
