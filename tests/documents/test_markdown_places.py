"""The prose of Markdown, and where each character of it stands in the source."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from lawmap.documents import HOLE, BlockKind, MarkdownDocument, Place, read_markdown
from tests.shared import shared_folder


def plain_parser() -> MarkdownIt:
    """The same dialect, read by markdown-it as everybody uses it."""
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(deflist_plugin)
    parser.use(footnote_plugin, move_to_end=False)
    return parser.use(
        dollarmath_plugin, allow_space=False, allow_digits=False, allow_blank_lines=False
    )


def words_of(tokens: list[Token], notes: dict[int, dict[str, Any]]) -> list[str]:
    """What a reader sees of inline tokens, footnotes behind it."""
    shown, behind, in_address = [], [], False
    for token in tokens:
        if token.type in {"link_open", "link_close"}:
            in_address = token.type == "link_open" and token.markup == "autolink"
        elif token.type in {"text", "text_special"} and not in_address:
            shown.append(token.content)
        elif token.type in {"softbreak", "hardbreak"} or (
            token.type == "html_inline" and token.content.lower().startswith("<br")
        ):
            shown.append(" ")
        elif token.type == "image":
            inner, *others = words_of(token.children or [], notes)
            shown.append(inner)
            behind += others
        elif token.type == "footnote_ref" and "label" not in token.meta:
            behind += words_of(notes[token.meta["id"]]["tokens"], notes)
    return ["".join(shown), *behind]


def words_shown(source: str) -> str:
    environment: dict[str, Any] = {}
    tokens = plain_parser().parse(source.removeprefix("\ufeff"), environment)
    notes = environment.get("footnotes", {}).get("list", {})
    found = [
        words
        for token in tokens
        if token.type == "inline"
        for words in words_of(token.children or [], notes)
    ]
    return squeezed(" ".join(found))


def known(text: str) -> str:
    """CommonMark has the sign for an unknown character in place of NUL."""
    return text.replace("\0", "\ufffd")


def squeezed(text: str) -> str:
    return "".join(known(text.replace(HOLE, "")).split())


def assert_true_to(source: str) -> MarkdownDocument:
    """The laws that hold of any text."""
    document = read_markdown(source)
    assert document.source == source
    assert squeezed(document.text) == words_shown(source)
    assert [piece.start for piece in document.pieces[1:]] == [
        piece.end for piece in document.pieces[:-1]
    ]
    lines = (
        known(source).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )
    for piece in document.pieces:
        written = known(source[piece.source : piece.source_end])
        shown = known(document.text[piece.start : piece.end])
        if shown == "\n":
            assert written in {"\n", "\r\n", "\r", ""} or written.startswith("&")
        elif written and not written.startswith(("\\", "&")):
            assert written == shown
        elif written.startswith("\\") and len(written) > 1:
            assert written in {f"\\{shown}", shown}
        if written:
            place = document.place(piece.start)
            assert lines[place.line - 1][place.column - 1 : place.column] in {written[0], ""}
            assert document.source_span(piece.start, piece.end) == (piece.source, piece.source_end)
    return document


def spec_examples() -> list[str]:
    path = shared_folder() / "data" / "suites" / "commonmark" / "spec_examples.json"
    return [one["markdown"] for one in json.loads(path.read_text(encoding="utf-8"))]


def test_examples_of_the_specification_lead_back_to_their_source() -> None:
    examples = spec_examples()
    assert len(examples) > 600
    for example in examples:
        assert_true_to(example)


@pytest.mark.parametrize("prefix", ["> ", "- ", "1. ", "[^a]: ", "x\n: ", "> - > "])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_examples_hold_within_quotes_lists_and_notes(prefix: str, ends: str) -> None:
    for example in spec_examples()[::7]:
        inner = example.replace("\n", "\n" + " " * len(prefix.rsplit("\n", maxsplit=1)[-1]))
        assert_true_to((prefix + inner).replace("\n", ends))


PIECES = st.sampled_from(
    """a|b c|Art. 49|стаття|\\|`|``|*|**|_|~~|[|]|(|)|![|^[|[^a]|[^a]: |<|>|> |- |12. |# || |\\||\t|
    |  |    |: |===|---|$|$$|&amp;|&#64;|&nbsp;|\\@|@{gc4:49(1)}|[@{gc4:49}]|http://x.org|<http://x>|<br>
    |<!--|-->|<div>|{|}|"|'|\ufeff|\0|\u00a0|\u2028|\x0c|\U0001f600""".replace("\n", "|").split("|")
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "\n    ", "\n> "])
MARKDOWN = st.lists(st.one_of(PIECES, PIECES, PIECES, ENDS), max_size=40).map("".join)


@given(MARKDOWN)
@settings(max_examples=300, deadline=None)
def test_any_text_leads_back_to_its_source(source: str) -> None:
    assert_true_to(source)


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_no_text_is_refused(source: str) -> None:
    assert_true_to(source)


def found(source: str, words: str) -> Place:
    document = read_markdown(source)
    return document.place(document.text.index(words))


@pytest.mark.parametrize(
    ("source", "words", "line", "column"),
    [
        ("Art 49\n", "49", 1, 5),
        ("\ufeffArt 49\n", "49", 1, 5),
        ("one\r\ntwo\r\nArt 49", "49", 3, 5),
        ("# Art 49 #\n", "49", 1, 7),
        ("Art *49*\n===\n", "49", 1, 6),
        ("> a\nlazy 49\n", "49", 2, 6),
        ("> - a\n>   > Art **49**\n", "49", 2, 13),
        ("1. a\n   - b\n\n     c 49\n", "49", 4, 8),
        ("| a | b |\n|---|---|\n| \\| x\\|y | 49 |\n", "49", 3, 13),
        ("| a | b |\n|---|---|\n| \\| x\\|y | 49 |\n", "y", 3, 9),
        ("a[^n]\n\n[^n]: see\n    49\n", "49", 4, 5),
        ("a^[see *art* 49] b\n", "49", 1, 14),
        ("a^[see ^[inner 49] it] b\n", "49", 1, 16),
        ("term\n:   see 49\n", "49", 2, 9),
        ("![figure 49](a.png)\n", "49", 1, 10),
        ("[link 49](http://example.org)\n", "49", 1, 7),
        ("---\ntitle: x\n---\n\nArt 49\n", "49", 5, 5),
        ("&amp; 49\n", "49", 1, 7),
        ("a\\\n  49\n", "49", 2, 3),
        ("1. > * # x 49\n", "49", 1, 12),
    ],
)
def test_places(source: str, words: str, line: int, column: int) -> None:
    assert found(source, words) == (line, column)


@pytest.mark.parametrize(
    "source",
    [
        "`49`\n",
        "```\n49\n```\n",
        "~~~ 49\nx\n~~~\n",
        "    49\n",
        "<http://example.org/49>\n",
        "[a](http://example.org/49)\n",
        "[a](x '49')\n",
        "[a]\n\n[a]: http://example.org/49 '49'\n",
        "<!-- 49 -->\n",
        "a <b title='49'>x</b>\n",
        "<div>\n49\n</div>\n",
        "---\nnumber: 49\n---\n",
        "$49$\n",
        "$$\n49\n$$\n",
    ],
)
def test_what_is_no_prose_is_not_in_the_text(source: str) -> None:
    assert "49" not in read_markdown(source).text


def test_words_on_both_sides_of_code_are_no_neighbours() -> None:
    assert read_markdown("article `x` 49").text == f"article {HOLE} 49"


def test_blocks_say_what_they_are() -> None:
    text = "# Facts\n\n12. One^[note].\n\n    - two\n13. three[^n]\n\n[^n]: four\n\n"
    source = f"{text}|a|\n|-|\n|b|\n\nx\n: y\n"
    document = read_markdown(source)
    told = [
        (document.text[one.start : one.end], one.kind, one.note, one.number)
        for one in document.blocks
    ]
    paragraph = BlockKind.PARAGRAPH
    assert told == [
        ("Facts", BlockKind.HEADING, None, None),
        ("One.", paragraph, None, 12),
        ("note", paragraph, "^0", 12),
        ("two", paragraph, None, 12),
        ("three", paragraph, None, 13),
        ("four", paragraph, "n", None),
        ("a", BlockKind.CELL, None, None),
        ("b", BlockKind.CELL, None, None),
        ("x", BlockKind.TERM, None, None),
        ("y", paragraph, None, None),
    ]
    assert [(one.note, document.text[one.offset - 1]) for one in document.marks] == [
        ("^0", "e"),
        ("n", "e"),
    ]
    assert document.labels == {"n"}


def test_an_escaped_character_does_not_stand_as_it_is() -> None:
    document = read_markdown(r"\@{a} @{b} &#64;{c}")
    assert document.text == "@{a} @{b} @{c}"
    assert [document.stands(at, at + 1) for at in (0, 5, 10)] == [False, True, False]


HOSTILE = {
    "quotes": "> " * 2_000 + "a",
    "brackets": "[" * 8_000,
    "notes": "^[" * 4_000,
    "emphasis": "*a_b" * 4_000,
    "formulas": "$$x\n\n" * 2_000,
    "pipes": "|a" * 3_000 + "\n" + "|-" * 3_000 + "\n" + "|\\|" * 3_000,
    "short rows": "|a" * 1_000 + "\n" + "|-" * 1_000 + "\n" + "b\n" * 20,
    "lists": "".join(" " * (2 * depth) + "- a\n" for depth in range(200)),
    "images": "![" * 4_000,
    "definitions": "[a\n" * 4_000,
    "addresses": "[a](<b" * 4_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    once, thrice = (timed(HOSTILE[name] + f"\n\n{HOSTILE[name]}" * more) for more in (0, 2))
    assert thrice < 0.5 + 6 * once


def timed(source: str) -> float:
    start = time.process_time()
    read_markdown(source)
    return time.process_time() - start
