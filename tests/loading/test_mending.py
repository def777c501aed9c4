"""Fixes of single words: what is replaced, and what is too uncertain to be."""

from __future__ import annotations

import pytest

from lawmap.diagnostics import Diagnostic, Edit, Position
from lawmap.loading.mending import with_guess, with_word


def fault(line: str, written: str) -> Diagnostic:
    """The fault of a text that stands in a line as it is written."""
    place = Position("a.yaml", 1, line.index(written) + 1)
    return Diagnostic(place, "LM201", "wrong", source_line=line, length=len(written))


def line_after(found: Diagnostic) -> str:
    if found.fix is None:
        return found.source_line
    (edit,) = found.fix.edits
    assert edit[:1] == edit[2:3] == (1,)
    return (
        found.source_line[: edit.column - 1] + edit.text + found.source_line[edit.end_column - 1 :]
    )


@pytest.mark.parametrize("mark", ["", "'", '"'])
def test_a_word_is_replaced_within_its_quotation_marks(mark: str) -> None:
    line = f"facts: [{mark}old{mark}]  # old"
    found = with_word(fault(line, f"{mark}old{mark}"), "old", "new")
    assert line_after(found) == f"facts: [{mark}new{mark}]  # old"


@pytest.mark.parametrize(("at_end", "expected"), [(False, "new#p1@old"), (True, "old#p1@new")])
def test_only_the_word_at_one_end_of_a_text_is_replaced(at_end: bool, expected: str) -> None:
    found = with_word(fault("- old#p1@old", "old#p1@old"), "old", "new", at_end=at_end)
    assert line_after(found) == f"- {expected}"


@pytest.mark.parametrize("new", ["", "a: b", "a #b", "a:", "[a", "a,b", "it's", 'a"b', " a", "é"])
def test_a_word_that_would_be_read_otherwise_is_not_written(new: str) -> None:
    assert with_word(fault("- old", "old"), "old", new).fix is None


def test_a_text_that_is_written_otherwise_than_it_reads_is_left_alone() -> None:
    found = fault(r'- "o\u006cd"', '"')
    assert with_word(found, "old", "new") == found


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("act.detian", ["act.detain", "act.deport"], "act.detain"),
        ("nto", ["not", "done"], "not"),
        ("Public", ["public", "internal"], "public"),
        ("protectad", ["protected", "protector"], "protected"),
        # Two are as near.
        ("protecte", ["protected", "protecter"], None),
        # Too far.
        ("consent.nobody", ["consent.person"], None),
        # A word more or less, or another beginning of one, may turn the meaning round.
        ("not-consent.person", ["consent.person"], None),
        ("act.compel-service", ["act.compel-armed-service"], None),
        ("notconsent.person", ["consent.person"], None),
        ("consent.guardian", ["consent.unguardian"], None),
        ("cconsent.guardian", ["consent.guardian"], "consent.guardian"),
        # Another figure, or a code with another letter, is another thing.
        ("gc4:49(9)", ["gc4:49(1)"], None),
        ("gc4:49(1)/retrun", ["gc4:49(1)/return"], "gc4:49(1)/return"),
        ("rome:8(2)(a)(vii)", ["rome:8(2)(a)(viii)"], None),
        ("report-2024-01", ["report-2024-10"], None),
        ("UKS", ["UKR"], None),
        ("RSU", ["RUS"], None),
        ("UA-65-X", ["UA-65-Y"], None),
        ("word", [], None),
    ],
)
def test_a_guess_is_made_of_a_slip_alone(word: str, known: list[str], expected: str | None) -> None:
    found = with_guess(fault(f"- {word}", word), word, known)
    assert line_after(found) == f"- {expected or word}"
    assert found.fix is None or not found.fix.safe


def test_a_fix_says_what_it_does() -> None:
    found = with_word(fault("- old", "old"), "old", "new", safe=True)
    assert found.fix is not None
    assert found.fix == ("Write 'new' instead of 'old'.", (Edit(1, 3, 1, 6, "new"),), "", True)
