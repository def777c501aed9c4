"""Numbers with nouns and lists of words read as a person writes them."""

from __future__ import annotations

import pytest

from lawmap.wording import counted, first_of, listed


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 files"), (1, "1 file"), (2, "2 files"), (2500, "2,500 files")]
)
def test_only_one_thing_has_the_noun_without_an_s(number: int, told: str) -> None:
    assert counted(number, "file") == told


def test_a_noun_has_its_own_plural() -> None:
    assert counted(1, "treaty", "treaties") == "1 treaty"
    assert counted(3, "treaty", "treaties") == "3 treaties"


@pytest.mark.parametrize(("words", "told"), [("", ""), ("a", "a"), ("ab", "a and b")])
def test_the_last_of_several_words_comes_after_and(words: str, told: str) -> None:
    assert listed([*words]) == told
    assert listed([*words, "y", "z"]).endswith("y and z")


@pytest.mark.parametrize(("names", "told"), [("ab", "a, b"), ("abcd", "a, b and 2 more")])
def test_of_many_names_some_are_told_and_the_rest_counted(names: str, told: str) -> None:
    assert first_of([*names], 2) == told
