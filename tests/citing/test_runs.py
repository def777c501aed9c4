"""Runs of text: as Markdown they show exactly their words, whatever records hold."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lawmap.citing import Run, Runs, to_markdown, to_text
from lawmap.citing.runs import joined
from tests.dossier.parsed import every, lines
from tests.test_markdown import HOSTILE, TEXTS

RUNS = st.lists(st.builds(Run, TEXTS, st.booleans()), min_size=1, max_size=4).map(tuple)


@given(RUNS)
@example((Run("a:", italic=True), Run("b")))
@example((Run("*"), Run("a", italic=True), Run("*")))
@example((Run("1"), Run(". item", italic=True)))
def test_words_of_records_never_become_markup(runs: Runs) -> None:
    kinds = {token.type for token in every(f"One.\n\n{to_markdown(runs)}\n")}
    assert kinds <= {"paragraph_open", "inline", "text", "paragraph_close", *EMPHASIS}


EMPHASIS = {"em_open", "em_close", "text_special", "entity"}


@given(TEXTS, st.sampled_from([" (", ", ", " and "]), TEXTS)
@example("<!-- -->", " (", "a")
def test_markdown_shows_exactly_the_words(first: str, between: str, second: str) -> None:
    runs = (Run("See "), Run(first, italic=True), Run(between), Run(second))
    shown = lines(f"{to_markdown(runs)}\n")
    wanted = " ".join(to_text(runs).replace("\ue000", "\ufffd").split())
    assert shown[0].replace("*", "") == wanted.replace("*", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    runs = (Run("See "), Run(text, italic=True), Run(", page 3"))
    assert lines(f"{to_markdown(runs)}\n") == [f"See {' '.join(text.split())}, page 3"]


def test_italics_are_emphasis() -> None:
    runs = (Run("See "), Run("Prosecutor v A_B", italic=True), Run(" (Judgment) [5]"))
    assert to_markdown(runs) == "See *Prosecutor v A\\_B* (Judgment) &#91;5&#93;"


def test_neighbours_of_one_type_are_one_run() -> None:
    assert joined([Run("a"), Run(""), Run("b"), Run("c ", italic=True), Run("d")]) == (
        Run("ab"),
        Run("c", italic=True),
        Run(" d"),
    )


def test_the_mark_that_stands_for_emphasis_while_escaping_is_no_way_in() -> None:
    assert to_markdown((Run("\ue000bold\ue000"),)) == "\ufffdbold\ufffd"
