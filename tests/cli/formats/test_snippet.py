"""Carets stand under what is at fault, whatever stands before it on the line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.cli.formats.full import render_faults
from lawmap.cli.formats.paint import plain
from lawmap.cli.formats.snippet import MAX_CHARACTERS, snippet
from lawmap.diagnostics import Position
from lawmap.loading.text import decode
from tests.cli.formats.reports import few, lines

LONG = f"{'a' * 200}[fault]{'z' * 200}"


def shown(line: str, column: int, length: int = 1) -> list[str]:
    """The line and the carets, without the number before them."""
    found = snippet(Position("a.yaml", 7, column), line, length, 1, (plain, "error"))
    return [row.removeprefix("  7 | ").removeprefix("    | ") for row in found]


PLACES = {
    "a word": ("id: gc4", 5, 3, "id: gc4", "    ^^^"),
    "the first character": ("id: a", 1, 2, "id: a", "^^"),
    "after the end": ("title: caf", 11, 1, "title: caf", "          ^"),
    "far after the end": ("id: a", 90, 1, "id: a", "     ^"),
    "longer than the line": ("id: a", 5, 40, "id: a", "    ^"),
    "after a tab": ("\tid: a", 6, 1, "    id: a", "        ^"),
    "after a tab within": ("a\tb", 3, 1, "a   b", "    ^"),
    "a tab": ("a\tb", 2, 1, "a   b", " ^^^"),
    "after wide characters": ("戦争: a", 5, 1, "戦争: a", "      ^"),
    "wide characters": ("a: 戦争", 4, 2, "a: 戦争", "   ^^^^"),
    "after a combining mark": ("e\u0301: a", 5, 1, "e\u0301: a", "   ^"),
    "a letter and its mark": ("a: e\u0301", 4, 2, "a: e\u0301", "   ^"),
    "Ukrainian": ("назва: так", 8, 3, "назва: так", "       ^^^"),
    "after a control character": ("a\x07: b", 5, 1, "a\\x07: b", "       ^"),
    "after an override": ("\u202ea: b", 5, 1, "\\x202ea: b", "         ^"),
}


@pytest.mark.parametrize(
    ("line", "column", "length", "text", "carets"), PLACES.values(), ids=list(PLACES)
)
def test_carets_stand_under(line: str, column: int, length: int, text: str, carets: str) -> None:
    assert shown(line, column, length) == [text, carets]


def test_of_a_long_line_the_part_around_the_fault_is_shown() -> None:
    text, carets = shown(LONG, 201, 7)
    assert text == f"...{'a' * 40}[fault]{'z' * 73}..."
    assert carets == f"{' ' * 43}^^^^^^^"


@pytest.mark.parametrize(("column", "starts", "ends"), [(1, "aaa", "..."), (407, "...", "zzz")])
def test_a_long_line_is_not_cut_where_it_ends(column: int, starts: str, ends: str) -> None:
    text, carets = shown(LONG, column)
    assert text.startswith(starts)
    assert text.endswith(ends)
    assert text[carets.index("^")] == LONG[column - 1]


def test_a_forbidden_character_is_shown_by_its_number_in_its_line() -> None:
    (fault,) = decode("by: un\u200bstated\r\n".encode(), "a.yaml").faults
    shown = render_faults([fault]).splitlines()
    assert shown[1:3] == ["  1 | by: un\\x200bstated", "    |       ^^^^^^"]


def test_without_a_line_nothing_is_shown() -> None:
    assert shown("", 3) == []


def test_carets_end_where_the_shown_part_does() -> None:
    text, carets = shown("a" * 500, 1, 500)
    assert carets == "^" * MAX_CHARACTERS
    assert text == f"{'a' * MAX_CHARACTERS}..."


@few
@given(lines.filter(bool), st.integers(1, 400), st.integers(1, 400), st.integers(1, 40))
def test_carets_never_stand_beyond_the_line(
    line: str, times: int, column: int, length: int
) -> None:
    text, carets = shown(line * times, column, length)
    columns = sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
    assert carets.strip() == "^" * carets.count("^") != ""
    assert len(carets) <= columns + 1
