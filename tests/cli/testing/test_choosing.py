"""Which cases run: those of norms, those whose names hold all of some words."""

from __future__ import annotations

import pytest

from lawmap.cli.testing.choosing import choose
from lawmap.errors import UnknownIdError, UsageError
from lawmap.model.library import Library
from tests.builders import library, norm


def case(name: str) -> dict[str, object]:
    return {"name": name, "facts": ["act.do"], "expect": "engaged"}


def made() -> Library:
    return library(
        norm("t:1(1)", cases=[case("Children moved by force"), case("adults moved")]),
        norm("t:1(2)", cases=[case("children taught")]),
        norm("t:2", cases=[case("a child beaten")]),
        norm("t:3"),
    )


@pytest.mark.parametrize(
    ("pinpoints", "texts", "names"),
    [
        ((), (), ["Children moved by force", "adults moved", "children taught", "a child beaten"]),
        (("t:1",), (), ["Children moved by force", "adults moved", "children taught"]),
        ((), ("child",), ["Children moved by force", "children taught", "a child beaten"]),
        ((), ("MOVED child",), ["Children moved by force"]),
        ((), ("moved", "child"), ["Children moved by force"]),
        ((), ("t:1(1) moved",), ["Children moved by force", "adults moved"]),
        (("t:1(2)", "t:2"), ("child",), ["children taught", "a child beaten"]),
    ],
)
def test_cases_are_chosen_by_norm_and_by_words(
    pinpoints: tuple[str, ...], texts: tuple[str, ...], names: list[str]
) -> None:
    choice = choose(made(), pinpoints, texts)
    chosen = [
        one.name for rule in made().norms.values() for one in rule.cases if choice.wants(rule, one)
    ]
    assert chosen == names


@pytest.mark.parametrize(
    ("pinpoints", "texts", "words"),
    [
        ((), ("moevd",), "no case has 'moevd' in its name (did you mean 'moved'?)"),
        (("t:2",), ("moved",), "no case of these norms has 'moved' in its name"),
        ((), ("taught beaten",), "no case has all of 'taught', 'beaten' in its name, though each"),
        (("t:3",), (), "no norm that was read has cases"),
    ],
)
def test_where_no_case_fits_it_is_said_why(
    pinpoints: tuple[str, ...], texts: tuple[str, ...], words: str
) -> None:
    with pytest.raises(UsageError) as refused:
        choose(made(), pinpoints, texts)
    assert str(refused.value).startswith(words)


def test_an_unknown_norm_is_refused_with_the_near_one() -> None:
    with pytest.raises(UnknownIdError) as refused:
        choose(made(), ("t:1(3)",), ())
    assert refused.value.nearest in ("t:1(1)", "t:1(2)")
