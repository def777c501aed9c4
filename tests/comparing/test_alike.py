"""Texts that went beside those that came in their place."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lawmap.comparing.alike import paired

TEXTS = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(" ".join), max_size=4)


@given(TEXTS, TEXTS)
def test_read_backwards_the_same_texts_belong_together(gone: list[str], new: list[str]) -> None:
    turned = [(one, other) for other, one in paired(new, gone)]
    assert Counter(paired(gone, new)) == Counter(turned)


@given(TEXTS, TEXTS)
def test_no_text_is_lost_or_told_twice(gone: list[str], new: list[str]) -> None:
    pairs = paired(gone, new)
    assert sorted(one for one, _ in pairs if one is not None) == sorted(gone)
    assert sorted(other for _, other in pairs if other is not None) == sorted(new)


def test_the_nearest_texts_belong_together() -> None:
    gone, new = ["a b c d e f", "x y"], ["a b c d p q", "a b c d e r", "x z"]
    assert paired(gone, new) == [
        ("a b c d e f", "a b c d e r"),
        ("x y", None),
        (None, "a b c d p q"),
        (None, "x z"),
    ]


def test_of_very_many_texts_none_is_taken_for_a_version_of_another() -> None:
    gone, new = ([f"a b c {side} {number}" for number in range(300)] for side in "xy")
    pairs = paired(gone, new)
    assert [one for one, _ in pairs] == [*gone, *[None] * 300]
    assert [other for _, other in pairs] == [*[None] * 300, *new]
