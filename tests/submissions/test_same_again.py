"""The same place cited right before again: one word in the note, and its place in the table."""

from __future__ import annotations

import pytest

from lawmap.model.style import Style
from lawmap.submissions import resolve
from tests.submissions.law import NOTES, wanted


def resolved(source: str, style: Style = NOTES) -> str:
    made = resolve(source, "text.md", wanted(style=style))
    assert made.text is not None, made.faults
    return made.text


def test_the_table_tells_the_place_that_the_note_does_not_repeat() -> None:
    text = resolved("One.[@{gc:49(1)}] Two.[@{gc:49(1)}]\n\n[[table-of-authorities]]\n")
    assert "[^cite-2]: IBID." in text
    assert "art 49(1): nn 1, 2" in text
    assert "entry: n" not in text


@pytest.mark.parametrize(
    ("ibid", "expected"),
    [
        ("*Id.*[ {pinpoint}]", "*Id.*"),
        ("*Ibid*[ {pinpoint}]", "*Ibid*."),
        ("Id.[ {pinpoint}]", r"Id\."),
    ],
)
def test_a_word_that_ends_with_a_full_stop_gets_no_second_one(ibid: str, expected: str) -> None:
    style = NOTES.model_copy(update={"ibid": ibid})
    text = resolved("One.[@{gc:49(1)}] Two.[@{gc:49(1)}]\n", style)
    assert text.rstrip().endswith(f"[^cite-2]: {expected}")
