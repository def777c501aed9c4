"""Whether a State may derogate from a norm: what its instrument says of emergencies."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.applicability import derogation
from tests.applicability.shipped import pack
from tests.builders import ATTRIBUTION, Data, instrument, library, norm

CLAUSE: Data = {
    "basis": "t:4(1)",
    "text": "In a public emergency.",
    "never": [{"provision": "t:6"}, {"provision": "t:8(1)", "save": "for lawful acts of war"}],
    "source": ATTRIBUTION,
}


def said(of: str, **given: Any) -> str | None:
    rule = norm(of)
    return derogation(library(instrument(**given), rule), rule)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("t:6", "No party may derogate from it (art 4(1))."),
        ("t:6(2)/slug", "No party may derogate from it (art 4(1))."),
        ("t:8(1)", "No party may derogate from it (art 4(1)), save for lawful acts of war."),
        ("t:8(3)", "A party may derogate from it (art 4(1)). In a public emergency."),
        (
            "t:8",
            "A party may derogate from it (art 4(1)). In a public emergency."
            " That does not hold for art 8(1).",
        ),
        ("t:60", "A party may derogate from it (art 4(1)). In a public emergency."),
    ],
)
def test_a_clause_names_what_it_never_touches(of: str, expected: str) -> None:
    assert said(of, derogation=CLAUSE) == expected


def test_where_space_is_short_the_conditions_are_left_to_the_article() -> None:
    rule = norm("t:8")
    told = derogation(library(instrument(derogation=CLAUSE), rule), rule, conditions=False)
    assert told == "A party may derogate from it (art 4(1)). That does not hold for art 8(1)."


def test_without_a_clause_the_instrument_says_so() -> None:
    none = {"text": "It has no clause on derogation.", "source": ATTRIBUTION}
    assert said("t:6", derogation=none) == "It has no clause on derogation."


def test_of_other_instruments_nothing_is_said() -> None:
    assert said("t:6") is None


def test_every_treaty_on_human_rights_answers() -> None:
    """A reader of such a norm must know; of a declaration, which binds nobody, nothing is asked."""
    silent = [
        one.id
        for one in pack().instruments.values()
        if one.regime == "human-rights" and one.binding.value == "treaty" and not one.derogation
    ]
    assert silent == []
