"""Paragraphs of an article are told apart where its text shows them, and nowhere else."""

from __future__ import annotations

from textwrap import dedent

from lawmap.texts.paragraphs import paragraphs, part_at, shown_part

LOCATORS = ("(1)", "(1)(a)", "(1)(b)", "(2)", "(3)")
NUMBERED = dedent(
    """\
    1. The following acts, under paragraph 3, are prohibited:
    (a) to kill;
    (b) to harm.
    2. Nobody may order them.
    3 . This stands alone."""
)


def found(text: str, locators: tuple[str, ...] = LOCATORS) -> dict[str, str]:
    return {part.locators: part.text for part in paragraphs(text, locators)}


def test_numbers_and_letters_that_open_a_line_part_an_article() -> None:
    assert found(NUMBERED) == {
        "": "",
        "(1)": "1. The following acts, under paragraph 3, are prohibited:",
        "(1)(a)": "(a) to kill;",
        "(1)(b)": "(b) to harm.",
        "(2)": "2. Nobody may order them.",
        "(3)": "3 . This stands alone.",
    }


def test_a_part_has_its_own_words_those_below_and_the_opening_of_those_above() -> None:
    parts = paragraphs(NUMBERED, LOCATORS)
    assert part_at(parts, "(1)(b)").split("\n")[1:] == [
        "1. The following acts, under paragraph 3, are prohibited:",
        "(b) to harm.",
    ]
    assert "to harm" in part_at(parts, "(1)")
    assert "order" not in part_at(parts, "(1)")


def test_paragraphs_without_numbers_are_counted_if_there_are_as_many_as_exist() -> None:
    text = "First.\n\nSecond:\n\n(a) a letter of it.\n\nThird."
    assert found(text) == {
        "": "",
        "(1)": "First.\n",
        "(2)": "Second:\n\n(a) a letter of it.\n",
        "(3)": "Third.",
    }
    assert found("First.\n\nSecond.") == {}


def test_a_number_in_running_text_leaves_the_article_whole() -> None:
    assert found("1. One thing. 2. Another.\n3. A third.") == {}
    assert found("One thing. Another.") == {}


def test_a_part_that_this_edition_does_not_have_is_passed_over() -> None:
    assert set(found("1. One.\n3. Three.")) == {"", "(1)", "(3)"}


def test_where_a_letter_is_not_shown_its_paragraph_is() -> None:
    parts = paragraphs("1. One (a) two.\n2. Three.\n3. Four.", LOCATORS)
    assert shown_part(parts, "(1)(a)") == "(1)"
    assert shown_part(parts, "(4)") == ""
    assert shown_part([], "(1)") == ""
