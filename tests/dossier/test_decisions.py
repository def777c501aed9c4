"""Leading decisions: told with the norm, once in the table of authorities, and never hidden."""

from __future__ import annotations

from typing import Any

import pytest

from lawmap.citing import cite_decision
from lawmap.dossier import render
from lawmap.errors import UnknownIdError
from lawmap.model.dossier import Dossier
from tests.builders import ATTRIBUTION, allegation, decision, holding, library, norm, source
from tests.dossier.made import dossiers_of
from tests.dossier.parsed import lines

LATER = decision("court-z", title="Z v W", on="2021-01-05", number="No 5/20")


def dossier(*facts: str, **given: Any) -> Dossier:
    rule = norm(decisions=[holding(**given), holding("court-z", at="p 3")])
    other = norm("t:2", decisions=[holding("court-z")])
    records = (source(), rule, other, decision(), LATER, allegation(*facts))
    return dossiers_of(library(*records))["a"]


def test_a_decision_stands_with_the_norm_and_its_passage() -> None:
    told = [(one.citation, one.holds, one.read_in) for one in dossier("act.do").norms[0].decisions]
    assert told == [
        ("X v Y, A court, judgment, 2 March 2020, para 7", "It says so.", "read in a text"),
        ("Z v W, A court, judgment, No 5/20, 5 January 2021, p 3", "It says so.", "read in a text"),
    ]


def test_what_was_not_verified_says_so() -> None:
    unsure = dossier("act.do", source=ATTRIBUTION | {"verified": "false"})
    assert unsure.norms[0].decisions[0].read_in == "not verified; from a text"
    text = lines(render(unsure))
    at = text.index("Leading decisions")
    assert text[at + 1].endswith("It says so. (not verified; from a text)")


def test_the_table_of_authorities_lists_each_decision_once() -> None:
    groups = {group.title: group.entries for group in dossier("act.do").authorities}
    assert groups["Decisions"] == (
        "X v Y, A court, judgment, 2 March 2020",
        "Z v W, A court, judgment, No 5/20, 5 January 2021",
    )


def test_of_norms_that_are_not_raised_no_decision_is_listed() -> None:
    assert "Decisions" not in {group.title for group in dossier("fact.a").authorities}


@pytest.mark.parametrize(("name", "style"), [("court-y", "plain"), ("court-x", "fancy")])
def test_an_unknown_decision_or_style_is_refused(name: str, style: str) -> None:
    with pytest.raises(UnknownIdError):
        cite_decision(library(decision()), name, style)
