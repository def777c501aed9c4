"""What styles may say of later citations, of cases, of titles in their language, and of italics."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.citing import Run, cite_targets, find, parse_key, to_text
from lawmap.citing.runs import joined
from lawmap.model.style import Form, Style
from tests import builders

BOOK = {
    "authors": [{"given": "Ann", "family": "Bell"}, {"given": "Cy", "family": "Dee"}],
    "publisher": "Press",
    "year": 2005,
}


def cited(style: dict[str, Any], key: str, form: Form, *records: Any) -> str:
    """What the style of the builders, changed in ``style``, writes of a key."""
    changed = Style.model_validate(builders.STYLE_DATA | style)
    library = builders.library(changed, *records)
    return to_text(cite_targets(library, [find(library, parse_key(key))], changed, form))


def templates(kind: str, **rows: str) -> dict[str, Any]:
    return {"templates": builders.STYLE_DATA["templates"] | {kind: {"like": "treaty", **rows}}}


@pytest.mark.parametrize(
    ("key", "expected"), [("t", "Ibid"), ("decision:court-x#p7", "same, para 7")]
)
def test_a_kind_may_have_a_word_of_its_own_for_what_was_cited_right_before(
    key: str, expected: str
) -> None:
    units = {
        name: {"one": f"{word} {{numbers}}", "many": f"{word} {{numbers}}"}
        for name, word in (("art", "art"), ("p", "para"), ("page", "p"), ("t", "at"))
    }
    style = {"ibid": "Ibid[ {pinpoint}]", "units": units}
    style |= templates("decision", ibid="same[, {pinpoint}]")
    assert cited(style, key, Form.IBID, builders.instrument(), builders.decision()) == expected


def test_a_style_without_such_a_word_writes_the_later_form_whatever_a_kind_says() -> None:
    style = {"ibid": None, **templates("custom", subsequent="later {short}", ibid="same")}
    assert cited(style, "t", Form.IBID, builders.instrument()) == "later Treaty t"


@pytest.mark.parametrize(
    ("names", "expected"),
    [({}, "Bell and Dee"), ({"later": "{family} {given}"}, "Bell Ann and Dee Cy")],
)
def test_later_citations_of_a_book_may_have_surnames_alone(
    names: dict[str, str], expected: str
) -> None:
    style = {"names": names, **templates("custom", subsequent="[{surnames}|{short}]")}
    study = builders.instrument(book=BOOK)
    assert cited(style, "t", Form.SUBSEQUENT, study) == expected
    assert cited(style, "t", Form.SUBSEQUENT, builders.instrument()) == "Treaty t"


@pytest.mark.parametrize("form", [Form.FULL, Form.SUBSEQUENT])
def test_what_parts_the_parties_of_a_case_is_the_matter_of_the_style(form: Form) -> None:
    style = {"versus": " v. ", **templates("decision", full="{title}", subsequent="{short}")}
    short = builders.decision(title="People v Vi Vo", short="P v V")
    assert cited(style, "decision:court-x", Form.FULL, short) == "People v. Vi Vo"
    assert cited(style, "decision:court-x", Form.SUBSEQUENT, short) == "P v. V"
    assert cited(style, "decision:court-x", form, builders.decision()) == "X v. Y"


@pytest.mark.parametrize(
    ("language", "expected"), [("uk", "Угода"), ("en", "Treaty"), ("fr", "Treaty")]
)
def test_a_title_stands_in_the_language_of_the_style_where_it_has_one(
    language: str, expected: str
) -> None:
    style = {"language": language, **templates("custom", full="{title}")}
    treaty = builders.instrument(titles={"uk": "Угода"})
    assert cited(style, "t", Form.FULL, treaty) == expected


RUNS = st.lists(st.builds(Run, st.text(alphabet="a (*", max_size=4), st.booleans()), max_size=8)


@given(RUNS)
def test_joining_runs_keeps_the_words(runs: list[Run]) -> None:
    assert to_text(joined(runs)) == "".join(run.text for run in runs)


@given(RUNS)
def test_joined_runs_differ_from_their_neighbours_and_stay_as_they_are(runs: list[Run]) -> None:
    once = joined(runs)
    assert all(one.italic != other.italic for one, other in pairwise(once))
    assert joined(once) == once


def test_words_in_italics_that_a_template_parts_by_a_blank_are_one_run() -> None:
    parted = [Run("X v Y", True), Run(" (", True), Run("Judgment", True), Run(")", True)]
    assert joined(parted) == (Run("X v Y (Judgment)", True),)
