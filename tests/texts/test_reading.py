"""Files of texts are read in each format, and refused with a place where they cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.diagnostics import Diagnostic
from lawmap.errors import UsageError
from lawmap.texts import StoredText, TextKind
from lawmap.texts.reading import READERS, Told, read_file

TOLD = Told("a print", "gc4")


def read(folder: Path, name: str, content: str, told: Told = TOLD) -> tuple[StoredText, ...]:
    texts, faults = faults_and_texts(folder, name, content, told)
    assert faults == ()
    return texts


def faults_and_texts(
    folder: Path, name: str, content: str | bytes, told: Told = TOLD
) -> tuple[tuple[StoredText, ...], tuple[Diagnostic, ...]]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (texts, faults), _ = read_file(path, told)
    return texts, faults


def provisions(texts: tuple[StoredText, ...]) -> dict[str, str]:
    return {text.provision: text.text for text in texts}


def test_a_line_of_json_is_a_text(tmp_path: Path) -> None:
    line = (
        '{"treaty": "GC-IV", "article": "XLIX (2)", "lang": "fr", "source": "S", "order": 3,'
        ' "title": "T", "text": "A [link](../x.md) and *inter alia*.\\n2. More"}'
    )
    (text,) = read(tmp_path, "x.jsonl", f"{line}\r\n\n", Told("a print"))
    expected = StoredText(
        "gc-iv", "49", "(2)", "fr", "S", TextKind.TEXT, "T", "A link and inter alia.\n2. More"
    )
    assert text == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_lines_end_as_any_program_ends_them(tmp_path: Path, end: str) -> None:
    texts = read(tmp_path, "x.txt", f"Article 1{end}One.{end}{end}Article 2{end}Two.{end}")
    assert [(text.article, text.text) for text in texts] == [("1", "One."), ("2", "Two.")]


def test_an_article_that_a_code_inserted_is_one_of_its_own(tmp_path: Path) -> None:
    line = '{"treaty": "x", "article": "442-1 (2)", "text": "W"}'
    (text,) = read(tmp_path, "x.jsonl", line)
    assert (text.article, text.locators) == ("442-1", "(2)")


def test_what_a_line_does_not_say_is_what_was_told(tmp_path: Path) -> None:
    told = Told("a print", "hague", "uk")
    (text,) = read(tmp_path, "x.jsonl", '{"treaty": "x", "article": 46, "fragment": "W"}', told)
    assert text == StoredText("hague", "46", "", "uk", "a print", TextKind.FRAGMENT, "", "W")


MARKDOWN = dedent(
    """\
    ---
    instrument: gc4
    language: fr
    source: A **print**
    layout: page
    ---
    # A Convention

    A *preamble* of [links](http://example.org/a(b)).

    ## Part III

    A sentence on the part.

    ### Article 49 Deportations

    Prohibited
    are these:

    1. killing;
    2. harming.

    (a) A letter.

    #### A note within

    ## Part IV

    A sentence on the next part.

    ### Art. IX

    <b>Words</b>
    """
)


def test_headings_of_markdown_open_articles(tmp_path: Path) -> None:
    texts = read(tmp_path, "x.md", MARKDOWN, Told("told"))
    assert [text.article for text in texts] == ["", "49", "", "9"]
    assert provisions(texts) == {
        "gc4": "A sentence on the next part.",
        "gc4:49": "Prohibited\nare these:\n\n1. killing;\n\n2. harming.\n\n(a) A letter."
        "\n\nA note within",
        "gc4:9": "<b>Words</b>",
    }
    assert texts[0].text.startswith("A Convention\n\nA preamble of links.\n\nPart III")
    assert {(text.language, text.source) for text in texts} == {("fr", "A **print**")}
    assert texts[1].title == "Deportations"


def test_what_was_told_goes_before_the_instrument_of_the_front_matter(tmp_path: Path) -> None:
    (text,) = read(tmp_path, "x.md", "---\ninstrument: gc3\n---\n# Article 1\nWords")
    assert text.treaty == "gc4"


def test_lines_of_plain_text_open_articles_and_notes_close_them(tmp_path: Path) -> None:
    content = (
        "A title\nArticle 7\nIntroduction[^1]\nArticle 7 (1) (d) - Deportation[^2]\n"
        "The perpetrator deported.\nArticle 7 of the Statute applies.\n[^1] A note.\n[^2] Another."
    )
    assert provisions(read(tmp_path, "x.txt", content)) == {
        "gc4": "A note.\n\nAnother.",
        "gc4:7": "Introduction",
        "gc4:7(1)(d)": "The perpetrator deported.\n\nArticle 7 of the Statute applies.",
    }


@pytest.mark.parametrize(
    ("name", "content", "told", "fault"),
    [
        ("x.md", "# Article 1\nWords", Told("s"), (1, 1, "LM102")),
        ("x.txt", "Article 1\nWords", Told("s"), (1, 1, "LM102")),
        ("x.jsonl", '{"article": "1", "text": "W"}', Told("s"), (1, 1, "LM102")),
        ("x.md", "No heading", TOLD, (1, 1, "LM010")),
        ("x.txt", "", TOLD, (1, 1, "LM010")),
        ("x.jsonl", "\n\n", TOLD, (1, 1, "LM010")),
        ("x.md", "---\ninstrument: &a gc4\n---\n# Article 1\nW", TOLD, (2, 13, "LM006")),
        ("x.txt", b"Article 1\n\xff", TOLD, (2, 1, "LM002")),
        ("x.jsonl", '{"article":\n', TOLD, (1, 12, "LM011")),
        ("x.jsonl", "[" * 100_000, TOLD, (1, 1, "LM007")),
        ("x.jsonl", '{"article": ' + "9" * 5000 + ', "text": "W"}', TOLD, (1, 1, "LM007")),
        ("x.jsonl", '{"article": true, "text": "W"}', TOLD, (1, 2, "LM103")),
        ("x.jsonl", '{"article": "1", "text": "\\ud800"}', TOLD, (1, 18, "LM003")),
        ("x.txt", "Article 1\nA \u202e B", TOLD, (2, 3, "LM003")),
    ],
)
def test_a_file_at_fault_is_refused_with_its_place(
    tmp_path: Path, name: str, content: str | bytes, told: Told, fault: tuple[int, int, str]
) -> None:
    _, (found,) = faults_and_texts(tmp_path, name, content, told)
    assert (found.position.line, found.position.column, found.code) == fault


def test_of_many_faults_the_first_fifty_are_told(tmp_path: Path) -> None:
    _, faults = faults_and_texts(tmp_path, "x.jsonl", "no\n" * 70)
    assert [fault.code for fault in faults] == ["LM011"] * 50 + ["LM110"]
    assert faults[-1].message.startswith("20 more faults")


def test_files_of_other_endings_are_not_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.jsonl, \.md, \.txt"):
        read_file(tmp_path / "x.pdf", TOLD)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["treaty", "article", "text", "lang"]), inner)
    ),
    max_leaves=5,
)


@given(reader=st.sampled_from(sorted(READERS)), lines=st.lists(st.text() | JSON, max_size=4))
def test_no_text_makes_a_reader_fail(reader: str, lines: list[object]) -> None:
    written = [one if isinstance(one, str) else json.dumps(one) for one in lines]
    read = READERS[reader]("\n".join(written), "shown", TOLD)
    assert all(text.text for text in read.texts)
    assert all(fault.position.line <= len(written) + 50 for fault in read.faults)
