"""Edits of a text: what they name changes, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.control.edits import Edited
from lawmap.diagnostics import Edit

LINES = st.lists(st.text("ab#: é\U0001f600", max_size=6), min_size=1, max_size=6)
TEXTS = st.tuples(LINES, st.sampled_from(["\n", "\r\n"])).map(lambda one: one[1].join(one[0]))
PLACES = st.tuples(st.integers(1, 7), st.integers(1, 8))
EDITS = st.tuples(PLACES, PLACES, st.text("xy", max_size=3)).map(
    lambda one: Edit(*min(one[0], one[1]), *max(one[0], one[1]), one[2])
)


def offset(text: str, line: int, column: int) -> int:
    return sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1


@given(TEXTS, st.lists(EDITS, max_size=4))
def test_edits_that_are_made_read_as_if_made_from_the_end_to_the_beginning(
    text: str, edits: list[Edit]
) -> None:
    done = Edited(text, [(edit,) for edit in edits])
    made = sorted((edits[index] for index in done.made), reverse=True)
    expected = text
    for line, column, end_line, end_column, new in made:
        start, end = offset(text, line, column), offset(text, end_line, end_column)
        expected = expected[:start] + new + expected[end:]
    assert done.text == expected


@given(TEXTS, st.lists(EDITS, max_size=4))
def test_every_line_that_no_edit_touches_stays_byte_for_byte(text: str, edits: list[Edit]) -> None:
    done = Edited(text, [(edit,) for edit in edits])
    old, new = text.split("\n"), done.text.split("\n")
    touched = {  # the end of the text has a number of its own, one behind the last line
        min(line, len(old))
        for index in done.made
        for line in range(edits[index].line, edits[index].end_line + 1)
    }
    for number, line in enumerate(old, start=1):
        if number not in touched:
            assert new[done.place((number, 1))[0] - 1] == line


@given(TEXTS, st.lists(EDITS, max_size=4))
def test_what_is_not_made_touches_what_is_made_or_leads_out_of_the_text(
    text: str, edits: list[Edit]
) -> None:
    done = Edited(text, [(edit,) for edit in edits])
    made = [edits[index] for index in done.made]
    for index in set(range(len(edits))) - done.made:
        alone = Edited(text, [(edits[index],)])
        line, column, end_line, end_column, _ = edits[index]
        touches = any(
            ((line, column) < one[2:4] and one[:2] < (end_line, end_column))
            or one[:2] == (line, column)
            for one in made
        )
        assert touches or not alone.made


def test_of_two_edits_of_one_word_the_first_is_made() -> None:
    done = Edited("a word\n", [(Edit(1, 3, 1, 7, "term"),), (Edit(1, 5, 1, 7, "X"),)])
    assert (done.text, done.made) == ("a term\n", {0})


def test_edits_that_belong_together_are_made_together_or_not_at_all() -> None:
    pair = (Edit(1, 1, 1, 2, "X"), Edit(1, 5, 1, 6, "Y"))
    done = Edited("a b c\n", [(Edit(1, 5, 1, 6, "Z"),), pair])
    assert (done.text, done.made) == ("a b Z\n", {0})


def test_edits_of_which_one_leads_out_of_the_text_are_not_made() -> None:
    done = Edited("a b\n", [(Edit(1, 1, 1, 2, "X"), Edit(3, 1, 3, 2, "Y"))])
    assert (done.text, done.made) == ("a b\n", set())


def test_a_change_whose_own_edits_overlap_is_not_made() -> None:
    done = Edited("abc\n", [(Edit(1, 1, 1, 3, "X"), Edit(1, 2, 1, 4, "Y"))])
    assert (done.text, done.made) == ("abc\n", set())


def test_a_new_line_ends_as_the_others_do() -> None:
    done = Edited("a: 1\r\nb: 2\r\n", [(Edit(1, 1, 1, 1, "new: 0\n"),)])
    assert done.text == "new: 0\r\na: 1\r\nb: 2\r\n"


@pytest.mark.parametrize("text", ["a\nb", "a\nb\n"])
def test_the_last_line_can_be_deleted_whole(text: str) -> None:
    assert Edited(text, [(Edit(2, 1, 3, 1, ""),)]).text == "a\n"


def test_a_text_with_lone_carriage_returns_is_left_alone() -> None:
    done = Edited("a\rb\n", [(Edit(1, 1, 1, 2, "X"),)])
    assert (done.text, done.made) == ("a\rb\n", set())


def test_the_place_of_a_fault_moves_with_what_stands_before_it() -> None:
    done = Edited("one two\nthree\n", [(Edit(1, 1, 1, 4, "eleven"),), (Edit(1, 8, 2, 1, " "),)])
    assert done.text == "eleven two three\n"
    assert [done.place(one) for one in [(1, 5), (1, 2), (2, 1), (9, 9)]] == [
        (1, 8),
        (1, 1),
        (1, 12),
        (9, 9),
    ]
