"""Tokens: kept or made anew, read onwards or back, they are the same."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from lawmap.recognising.tokens import MAX_BLANKS, Tokens

PIECES = st.sampled_from(
    (
        *("Article", "GC4", "GC12x", "статті", "Statute\u2019s", "O'Neil", "1", "1949", "x"),
        *("(", ")", ",", ".", "-", "_", "'", "\u0301", "\u00ad", "\u200b", "\0"),
        *(" ", "  ", "\n", "\u00a0", " " * 17, " " * MAX_BLANKS, " " * (MAX_BLANKS + 1)),
    )
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)
PLACES = st.integers(0, 300)


@given(TEXTS, PLACES, PLACES)
@example("GC12x (the Convention)", 0, 4)
@example("of the " + "\n" * (MAX_BLANKS + 1) + "Article", 0, -1)
@example("of the " + "\n" * (MAX_BLANKS + 1), 0, -1)
@example("of 1\u200b the" + "e" * 20, 0, -1)
@example("of the Convention", 3, -1)
def test_read_back_they_are_those_of_the_whole_part_last_one_first(
    text: str, floor: int, end: int
) -> None:
    floor, end = _part(text, floor, end)
    tokens = Tokens(text)
    for start in (0, floor, 0):
        assert list(tokens.backwards(end, start)) == tokens.between(start, end)[::-1]


@given(TEXTS, PLACES, PLACES)
@example("GC12x", 0, 4)
@example("O'Neil", 0, 2)
def test_a_part_is_read_as_if_the_text_ended_there(text: str, start: int, end: int) -> None:
    start, end = _part(text, start, end)
    tokens, alone = Tokens(text), Tokens(text[:end])
    assert tokens.between(start, end) == alone.between(start, end)
    assert tokens.bounded(start, end) == alone[start]


def _part(text: str, start: int, end: int) -> tuple[int, int]:
    """Two places of a text in order; -1 is its end."""
    one, other = sorted(place % (len(text) + 1) for place in (start, end))
    return one, other


def test_a_long_text_leaves_few_of_them_behind() -> None:
    text = "Article 49 of the Convention. " * 2000
    tokens = Tokens(text)
    assert len(tokens.between(0, len(text))) == 12000
    assert len(tokens) < 1000
