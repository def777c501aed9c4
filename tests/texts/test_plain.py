"""Texts are compared by their words: what editions print differently makes no difference."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lawmap.texts.plain import plain, quoted_parts

IGNORED = " \t\n\u00a0\u2009-‐‑–—−\u00ad'\"‘’“”„«»´`"
# Letters on which the rules of spelling turn, and characters that change when capitals go.
TEXTS = st.text(st.one_of(st.sampled_from("aceghilmnorstuyz"), st.characters(codec="utf-8")))


@given(TEXTS)
@example("lloour")
@example("´e\u0301")
@example("a\u0315¨")
@example("ΐΣςİŉǰ")
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.lists(TEXTS, max_size=5), st.text(IGNORED, min_size=1, max_size=3))
def test_white_space_dashes_and_quotation_marks_make_no_difference(
    parts: list[str], ignored: str
) -> None:
    assert plain(ignored.join(parts)) == plain("".join(parts))


@given(st.text(st.characters(max_codepoint=0x17F, codec="utf-8")))
def test_capitals_make_no_difference(text: str) -> None:
    assert plain(text.upper()) == plain(text.upper().lower().upper())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("recognised", "recognized"),
        ("organisation", "organization"),
        ("analysed", "analyzed"),
        ("honour", "honor"),
        ("means of defence", "means of defense"),
        ("fulfil", "fulfill"),
        ("judgement", "judgment"),
        ("physical or mental", "physicalor mental"),
        ("co-operate", "cooperate"),
        ("the “hostile” army", "the 'hostile' army"),
        ("Ukraïne", "Ukrai\u0308ne"),
        ("ﬁrst", "first"),
    ],
)
def test_editions_may_differ_in(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("our", "or"),
        ("shall", "should"),
        ("may, detain", "may detain"),
        ("article 4", "article 5"),
        ("protected persons", "protected person"),
        ("піхота", "піхоти"),
    ],
)
def test_other_words_are_other_words(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("all of it", ["all of it"]),
        ("one ... two … three", ["one", "two", "three"]),
        ("one [the Power] two", ["one", "two"]),
        ("... one. ...", ["one."]),
        ("[...]", []),
    ],
)
def test_a_quotation_falls_into_parts_where_words_are_left_out(
    words: str, parts: list[str]
) -> None:
    assert quoted_parts(words) == parts
