"""A text is escaped, rendered and read back as itself: in HTML, in a link, on a line."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lawmap.cli.screen import flat, one_line, visible, visible_lines
from lawmap.markdown import escape, escape_in_comment
from tests.test_markdown import ANY, MARKUP, PLACES

TEXTS = st.one_of(st.text(MARKUP, min_size=1), st.text(ANY, min_size=1)).filter(str.strip)
LINK = "[{}](#place)\n"
WITH_LINKS = {**PLACES, "the text of a link": LINK, "a link in a cell": f"| a |\n|---|\n| {LINK}"}
DIALECT = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
EVERYTHING = st.one_of(
    st.text(), st.text(MARKUP), st.text("#:[]a \t\r\n\x1b\x07\x9b\u202e\u2066\u200b\ud800\x00\\x")
)


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"{tag} {attrs}")
        self.words.append("\0")

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        assert data == " "  # the one that parts what would else be read together

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def last(self) -> str:
        """The words behind the last tag that begins."""
        return " ".join("".join(self.words).rpartition("\0")[2].split())


@pytest.mark.slow
@pytest.mark.parametrize("place", WITH_LINKS.values(), ids=WITH_LINKS)
@pytest.mark.parametrize("escaped", [escape, escape_in_comment])
@given(text=TEXTS)
def test_html_shows_the_text_and_nothing_of_it_is_markup(
    place: str, escaped: object, text: str
) -> None:
    assert callable(escaped)
    page = _Page(DIALECT.render(place.format(escaped(text))))
    assert page.last == " ".join(text.split())
    assert page.tags == _Page(DIALECT.render(place.format("word"))).tags


@pytest.mark.parametrize("shown", [visible, flat, one_line, visible_lines])
@settings(max_examples=50)
@given(text=EVERYTHING)
def test_what_a_screen_shows_steers_nothing_and_stays_as_it_is(shown: object, text: str) -> None:
    assert callable(shown)
    line = shown(text)
    assert shown(line) == line
    apart = line.split("\n") if shown is visible_lines else [line]
    assert all(one.isprintable() and "##[" not in one for one in apart)
    if shown is not visible and shown is not flat:
        assert not any(one.lstrip().startswith("::") for one in apart)
