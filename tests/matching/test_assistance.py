"""Assistance: no answer depends on which other allegations are chosen, nor on their order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawmap.matching import evaluate_all, examine, explain, match, pairs
from lawmap.model.allegation import Allegation
from lawmap.model.assessment import Assessment
from lawmap.model.library import Library
from tests.builders import VOCABULARY, allegation, derived, element, library, norm
from tests.dossier.made import seed_library
from tests.matching.strategies import archives

DERIVED = derived(
    own={"conduct": ["same"]},
    others={"conduct": ["assisted"]},
    foreign={"conduct": ["same", "assisted"], "other_state": True},
    shared={"conduct": ["assisted"], "norms": ["t:1", "t:3"], "binds_actor": True},
)
READERS = [
    norm(
        f"t:9/{name}",
        elements={
            "conduct": element("act.a", "conduct"),
            "follows": element({"any": [f"derived.{name}", "fact.d"]}),
        },
    )
    for name in ("own", "others", "foreign", "shared")
]
RULES = [norm("t:3", elements={"conduct": element("act.b", "conduct")}), *READERS]
ACTORS = ["unstated", [{"actor": "Aland", "state": "AAA"}], [{"actor": "Beland", "state": "BBB"}]]


@st.composite
def assisting(draw: st.DrawFn) -> Library:
    """A random library in which allegations assist one another, circles included."""
    archive = draw(archives(presumptions=1))
    names = [one.id for one in archive.allegations]
    allegations = {}
    for one in archive.allegations:
        actor = allegation(by=draw(st.sampled_from(ACTORS))).by
        other = draw(st.sampled_from([*names, "unknown", None]))
        allegations[one.id] = one.model_copy(update={"by": actor, "assists": other})
    before = archive.library
    return replace(
        before,
        terms_files=(*before.terms_files, DERIVED),
        norms={**before.norms, **{rule.id: rule for rule in RULES}},
        allegations=allegations,
    )


def answers(library: Library, chosen: Iterable[Allegation], of: str = "") -> dict[Any, Assessment]:
    """Every pair of the chosen allegations, or of one of them, by allegation and norm."""
    return {
        (pair.allegation, pair.plan.norm.id): examine(pair).assessment
        for pair in pairs(evaluate_all(library, chosen))
        if of in ("", pair.allegation)
    }


@pytest.mark.slow
@settings(max_examples=60)
@given(assisting(), st.data())
def test_any_choice_of_allegations_in_any_order_has_the_answers_of_all_of_them(
    made: Library, data: Any
) -> None:
    every = answers(made, made.allegations.values())
    order = data.draw(st.permutations(list(made.allegations.values())))
    chosen = order[: data.draw(st.integers(min_value=1, max_value=len(order)))]
    found = answers(made, chosen)
    assert len(found) == len(chosen) * len(made.norms)
    assert found == {key: every[key] for key in found}


def help_and_helped() -> Library:
    rule = norm("t:2", elements={"follows": element("derived.others")})
    helper = allegation(assists="b")
    return library(*VOCABULARY, DERIVED, norm(), rule, helper, allegation(id="b"))


def test_what_is_assisted_counts_though_it_is_not_chosen_and_is_not_assessed_itself() -> None:
    made = help_and_helped()
    alone = match(made, [made.allegations["a"]])
    assert {one.allegation for one in alone} == {"a"}
    assert alone == [one for one in match(made) if one.allegation == "a"]
    assert [item.assessment for item in explain(made, "a", "t:2")] == alone[1:]


@pytest.mark.slow
def test_the_shipped_assistance_has_the_same_answers_alone_and_among_all() -> None:
    made = seed_library()
    helpers = [one for one in made.allegations.values() if one.assists]
    assert helpers
    for one in helpers:
        among_all = answers(made, made.allegations.values(), one.id)
        assert answers(made, [one]) == among_all
