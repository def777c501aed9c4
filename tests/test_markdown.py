"""Plain text stays what it was: shown whole, and never markup."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lawmap.loading.text import FORBIDDEN
from lawmap.markdown import anchor, escape
from lawmap.model.dossier import plain_heading
from tests.dossier.parsed import every, github_anchors, lines, pandoc_anchors

# A marked place for a text, and how many lines a reader then sees, the text being the last of them.
PLACES = {
    "a paragraph": "{}\n",
    "a paragraph below another line": "One.\n\n{}\n",
    "a heading": "# {}\n",
    "an item of a list": "- {}\n",
    "an item of an inner list": "- One.\n  - {}\n",
    "a quotation": "> {}\n",
    "a cell of a table": "| One | Two |\n|---|---|\n| three | {} |\n",
    "the only cell": "| One |\n|---|\n| {} |\n",
}
MARKUP = "\\`*_{}[]()<>#+-.!|~^$@:=&;/\"' \n\t19aZx"
ANY = st.characters(exclude_categories=["Cs"]).filter(lambda char: not FORBIDDEN.match(char))
TEXTS = st.one_of(st.text(MARKUP, min_size=1), st.text(ANY, min_size=1)).filter(str.strip)

HOSTILE = (
    "<script>alert(1)</script>",
    "<!-- hidden",
    "[a link](https://example.org)",
    "![an image](x.png)",
    "https://example.org and www.example.org and a@example.org",
    "<https://example.org>",
    "`code` and ```fence```",
    "~~~\nfence",
    "# heading",
    "a\n===",
    "a\n---",
    "---",
    "* * *",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "> quotation",
    "| a | b |",
    "a | b \\| c \\\\| d",
    "|---|---|",
    ":---|:---",
    ": definition",
    "*a* **b** _c_ __d__ ~~e~~",
    "[^1] and ^[note]",
    "[x]: https://example.org",
    "- [ ] task",
    "&lt;b&gt; &amp;amp; &#60; &#x3c;",
    "$x^2$ and H~2~O",
    "{{ dossier.title }} {% raw %} {# note #}",
    "\\<b> \\\\<b> trailing \\",
    "    indented",
    "@user #12",
    "!",
    "!\\[a](b)",
)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@given(text=TEXTS)
@example(text="a | b \\| c \\\\| d \\")
def test_a_text_is_shown_whole_wherever_it_stands(place: str, text: str) -> None:
    assert lines(place.format(escape(text)))[-1] == " ".join(text.split())


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_changes_nothing_but_the_words(place: str, text: str) -> None:
    def kinds(content: str) -> list[str]:
        return [token.type for token in every(place.format(escape(content)))]

    assert kinds(text) == kinds("word")
    assert lines(place.format(escape(text)))[-1] == " ".join(text.split())


@pytest.mark.parametrize("text", ["https://example.org", "WWW.example.org", "mailto:a@b.org"])
def test_a_bare_address_is_broken_up_so_that_nothing_links_it(text: str) -> None:
    assert text not in escape(text)
    assert escape(text).replace("\\", "") == text


def test_what_templates_mark_as_markup_is_left_alone() -> None:
    assert escape(anchor("A *heading*")) == anchor("A *heading*")


HEADINGS = (
    "Norm 1: GC IV art 51(1), No compelled service in the occupying Power's forces",
    "Норма: заборона катувань",
    "A/B, c_d and e-f",
)


@pytest.mark.parametrize("heading", HEADINGS)
def test_an_anchor_is_that_of_github_and_pandoc(heading: str) -> None:
    text = f"# {escape(heading)}\n"
    assert {anchor(heading)} == github_anchors(text) == pandoc_anchors(text)


@pytest.mark.parametrize("heading", ["Norm 1: rules of 1907 (e.g. pillage)", "Norm 1: a – b"])
def test_a_heading_with_a_full_stop_or_a_dash_is_linked_in_both(heading: str) -> None:
    plain = plain_heading(heading)
    text = f"# {escape(plain)}\n"
    assert anchor(plain) in github_anchors(text) & pandoc_anchors(text)
