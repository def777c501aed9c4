"""What a name means, of whatever kind."""

from __future__ import annotations

import pytest

from lawmap.errors import UnknownIdError, UsageError
from lawmap.lookup import Named, find_named
from lawmap.model.library import Library
from tests.dossier.made import library_with, seed_library
from tests.dossier.records import allegation, source

FOUND = {
    "a norm": ("gc4:51(1)/service", [("norm", "gc4:51(1)/service")]),
    "a pinpoint": (
        "gc4:51(1)",
        [("norm", "gc4:51(1)/enlistment-pressure"), ("norm", "gc4:51(1)/service")],
    ),
    "a term": ("act.move", [("term", "act.move")]),
    "an instrument": ("gc4", [("instrument", "gc4")]),
    "an instrument in capitals": ("GC4", [("instrument", "gc4")]),
    "an instrument by another name": ("Fourth Geneva Convention", [("instrument", "gc4")]),
    "an allegation": ("thirty-drafted-2024", [("allegation", "thirty-drafted-2024")]),
    "a source": ("united24-2025-02", [("source", "united24-2025-02")]),
    "a presumption": (
        "own-national-not-protected",
        [("presumption", "own-national-not-protected")],
    ),
    "a chapeau": ("chapeau/occupation", [("chapeau", "chapeau/occupation")]),
    "a role": ("occupying-power", [("role", "occupying-power")]),
    "a regime": ("human-rights", [("regime", "human-rights")]),
    "a place": ("UA-65/kherson", [("place", "UA-65/kherson")]),
    "a State": ("UKR", [("State", "UKR")]),
}


@pytest.mark.parametrize(("name", "found"), FOUND.values(), ids=FOUND)
def test_a_name_is_found(name: str, found: list[tuple[str, str]]) -> None:
    assert list(find_named(seed_library(), name)) == [Named(*one) for one in found]


def test_a_name_of_several_kinds_gives_them_all() -> None:
    library = library_with(source("cat"), allegation("cat", per=["cat#p1"]))
    assert find_named(library, "cat") == (
        Named("instrument", "cat"),
        Named("allegation", "cat"),
        Named("source", "cat"),
    )


def test_the_very_name_wins_over_one_in_other_capitals() -> None:
    library = library_with(source("ukr"))
    assert find_named(library, "ukr") == (Named("source", "ukr"),)
    assert find_named(library, "Ukr") == (Named("source", "ukr"), Named("State", "UKR"))


NEAR = {
    "a norm": ("gc4:51(1)/servce", "no norm", "gc4:51(1)/service"),
    "a term": ("act.mvoe", "no term", "act.move"),
    "a term written as a norm": ("act:move", "no norm", "act.move"),
    "an allegation": ("thirty-draftd-2024", "no instrument, allegation", "thirty-drafted-2024"),
    "a source": ("united24-2025-2", "source or other record", "united24-2025-02"),
    "a role": ("occupying-powr", "other record", "occupying-power"),
    "a chapeau": ("chapeau/ocupation", "other record", "chapeau/occupation"),
}


@pytest.mark.parametrize(("name", "words", "near"), NEAR.values(), ids=NEAR)
def test_an_unknown_name_is_refused_with_the_nearest_of_all_kinds(
    name: str, words: str, near: str
) -> None:
    with pytest.raises(UnknownIdError, match=words) as refused:
        find_named(seed_library(), name)
    assert refused.value.nearest == near


def test_a_provision_without_a_norm_is_another_answer() -> None:
    with pytest.raises(UsageError, match="no norm for it yet"):
        find_named(seed_library(), "gc4:159")


def test_an_empty_library_knows_no_name() -> None:
    with pytest.raises(UnknownIdError) as refused:
        find_named(Library(), "gc4")
    assert refused.value.nearest is None
