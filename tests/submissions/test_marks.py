"""Where the mark of a note stands beside punctuation, as the style has it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawmap.documents import read_markdown
from lawmap.submissions import resolve
from tests.submissions.law import STYLES, wanted

BEHIND = wanted(style=STYLES["notes"].model_copy(update={"mark_behind": '.,;?"”»'}))

CASES = {
    "a [@{gc:50}].": "a.[^cite-1]",
    "a [@{gc:50}], b": "a,[^cite-1] b",
    "a[@{gc:50}];\nb": "a;[^cite-1]\nb",
    "“a [@{gc:50}].”": "“a.”[^cite-1]",
    "*a [@{gc:50}].*": "*a.[^cite-1]*",
    "(a [@{gc:50}])": "(a[^cite-1])",
    "a [@{gc:50}]: b": "a[^cite-1]: b",
    "a [@{gc:50}]... b": "a[^cite-1]... b",
    "a [@{gc:50}].b": "a[^cite-1].b",
    "a [@{gc:50}] .": "a[^cite-1] .",
    "a [@{gc:50}]\\. b": "a[^cite-1]\\. b",
    "a [@{gc:50}] [@{rome:7}].": "a.[^cite-1] [^cite-2]",
    "a [@{gc:50}][@{rome:7}].": "a.[^cite-1] [^cite-2]",
    "a [@{gc:50}], [@{rome:7}].": "a,[^cite-1] [^cite-2].",
    "**a [@{gc:50}]**. b": "**a[^cite-1]**. b",
    "a, [@{gc:50}], b": "a,[^cite-1], b",
    '"a [@{gc:50}]", b': '"a",[^cite-1] b',
    "«a [@{gc:50}]».": "«a».[^cite-1]",
    'a [@{gc:50}]"b"': 'a[^cite-1]"b"',
    "a [@{gc:50}], b [@{rome:7}].": "a,[^cite-1] b.[^cite-2]",
    "|a [@{gc:50}].|\n|-|": "|a.[^cite-1]|\n|-|",
}


@pytest.mark.parametrize("source", CASES)
def test_a_mark_goes_behind_the_signs_of_its_style(source: str) -> None:
    made = resolve(source, "a.md", BEHIND)
    assert made.text is not None
    assert made.text.partition("\n\n[^cite-1]: ")[0] == CASES[source]


@pytest.mark.parametrize("source", ["a [@{gc:50}].", "a [@{gc:50}], b"])
def test_without_signs_it_stays_where_it_is(source: str) -> None:
    made = resolve(source, "a.md", wanted("notes"))
    assert made.text is not None
    assert made.text.startswith("a[^cite-1]" + source[len("a [@{gc:50}]") :])


NEXT_TO_OTHERS = {
    "a[^own][@{gc:50}].": "a[^own] [^cite-1].",
    "a [@{gc:50}].[^own]": "a.[^cite-1] [^own]",
    "a [@{gc:50}][^own].": "a[^cite-1] [^own].",
}


@pytest.mark.parametrize("source", NEXT_TO_OTHERS)
def test_two_marks_never_read_as_one_number(source: str) -> None:
    made = resolve(f"{source}\n\n[^own]: Own.\n", "a.md", BEHIND)
    assert made.text is not None
    assert made.text.partition("\n\n[^own]: ")[0] == NEXT_TO_OTHERS[source]


IN_TEXT = {
    "a [@{gc}], b": "a (FULL *GC*), b",
    "a (see [@{gc}]) b": "a (see FULL *GC*) b",
    "a (b (c) [@{gc}]) d": "a (b (c) FULL *GC*) d",
    "(a) b [@{gc}] (c)": "(a) b (FULL *GC*) (c)",
    "a) b [@{gc}]": "a) b (FULL *GC*)",
    "(a b [@{gc}]": "(a b (FULL *GC*)",
    "|[@{gc}]|\n|-|": "|FULL *GC*|\n|-|",
    "|a [@{gc}]|\n|-|": "|a (FULL *GC*)|\n|-|",
    "[a][@{gc}]": "[a]\\(FULL *GC*)",
}


@pytest.mark.parametrize("source", IN_TEXT)
def test_a_citation_in_the_text_is_parted_from_it_once(source: str) -> None:
    made = resolve(source, "a.md", wanted("inline"))
    assert made.text == IN_TEXT[source]


def test_a_note_begins_with_a_capital_where_the_style_has_it() -> None:
    style = STYLES["notes"].model_copy(update={"begins_with_capital": True})
    made = resolve("a [-@{gc:50}]", "a.md", wanted(style=style))
    assert made.text == "a[^cite-1]\n\n[^cite-1]: Art 50."


PIECES = st.sampled_from(
    ["a", " ", ".", ",", '"', "”", "**", "*", "(", ")", "\n", "\n\n", "> ", "|", "[^own]", "b"]
    + ["[@{gc:50}]", "[@{rome:7}]"] * 3
)
MARK = re.compile(r"\[\^cite-\d+\]|\s")


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=200, deadline=None)
def test_but_for_marks_and_blanks_no_sign_is_lost_or_added(source: str) -> None:
    made = resolve(source, "a.md", BEHIND)
    # Within the words of a link a key stands in the sentence, and becomes no note.
    if made.text is None or not all(use.is_new_note for use in made.uses):
        return
    body = made.text.partition("[^cite-1]: ")[0]
    document = read_markdown(source)
    kept, at = "", 0
    for use in made.uses:
        start, end = document.source_span(use.found.placeholder.start, use.found.placeholder.end)
        kept, at = kept + source[at:start], end
    assert MARK.sub("", body) == re.sub(r"\s", "", kept + source[at:])
