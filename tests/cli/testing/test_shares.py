"""The table of what cases decide."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lawmap.cli.testing.shares import Share, table
from lawmap.matching import coverage, run_cases
from tests.builders import chapeau, element, ground, library, norm

CASES = [
    {"name": "done", "facts": ["act.do", "fact.a"], "expect": "engaged"},
    {"name": "elsewhere", "facts": ["act.do"], "expect": "arguable"},
]


def test_shares_are_listed_by_instrument_with_chapeaux_apart() -> None:
    shared = chapeau(conflict=element("conflict.nexus", "context"))
    first = norm(
        "t:1",
        elements={"place": element("fact.a")},
        exceptions={"safety": ground("fact.b")},
        include=["chapeau/shared"],
        cases=CASES,
    )
    made = library(shared, first)
    assert list(table(coverage(made, run_cases(made)))) == [
        "          elements  exceptions  decided",
        "chapeaux    0 of 1           -    0.0 %",
        "t           1 of 2      0 of 1   33.3 %",
        "total       1 of 3      0 of 1   25.0 %",
    ]


@pytest.mark.parametrize(
    ("share", "percent"),
    [(Share(0, 0), "-"), (Share(0, 3), "0.0 %"), (Share(2, 3), "66.6 %"), (Share(3, 3), "100.0 %")],
)
def test_a_share_is_told_in_percent(share: Share, percent: str) -> None:
    assert share.percent == percent


def test_only_all_is_a_hundred_percent() -> None:
    assert Share(99_999, 100_000).percent == "99.9 %"


@pytest.mark.parametrize(
    ("share", "percent", "reached"),
    [
        (Share(9, 10), "90", True),
        (Share(9, 10), "90.1", False),
        (Share(2, 3), "66.6", True),
        (Share(2, 3), "66.7", False),
        (Share(0, 0), "100", True),
    ],
)
def test_a_share_reaches_what_is_asked_for_or_not(
    share: Share, percent: str, reached: bool
) -> None:
    assert share.reaches(Fraction(percent)) is reached
