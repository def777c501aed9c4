"""Trees: the same answers as the planes, down to passages, claimants and presumptions."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

from lawmap.matching import Explanation, evaluate_all, examine, explain, pairs
from lawmap.truth import Truth
from tests.builders import (
    PAPER,
    WITNESS,
    against,
    allegation,
    denied,
    element,
    library,
    norm,
    occupation,
    presumption,
    response,
    said,
    situation,
)
from tests.matching.archive import Archive
from tests.matching.one_pair import examined
from tests.matching.plain import World
from tests.matching.strategies import archives


def trees(archive: Archive) -> Iterator[tuple[World, Explanation]]:
    """Every tree with what its allegation says in the view in which the tree is built."""
    for pair in pairs(archive.evaluation):
        one = archive.allegations[pair.index]
        world = archive.world(one, prospective=pair.view.prospective, responses=True)
        for tree in examine(pair).trees.values():
            yield world, tree


@given(archives())
def test_every_node_of_every_tree_has_the_value_of_the_plain_tables(archive: Archive) -> None:
    for world, tree in trees(archive):
        for part in tree.walk():
            assert part.value == world.value(part.condition), part.condition


SIDES = {
    Truth.SUPPORTED: {True},
    Truth.CONTRADICTED: {False},
    Truth.DISPUTED: {True, False},
    Truth.OPEN: set(),
}


@given(archives(presumptions=0))
def test_a_leaf_has_a_ground_for_each_side_of_its_value_and_none_beside(archive: Archive) -> None:
    for _, tree in trees(archive):
        for leaf in tree.walk():
            if isinstance(leaf.condition, str):
                sides = {ground.affirmed for ground in leaf.grounds}
                assert sides == ({False} if leaf.value.hides_dispute else SIDES[leaf.value.truth])


@given(archives())
def test_every_answer_that_is_not_open_has_a_ground(archive: Archive) -> None:
    for _, tree in trees(archive):
        if isinstance(tree.condition, str):
            is_silent = tree.value.truth is Truth.OPEN and not tree.value.hides_dispute
            assert bool(tree.grounds) is not is_silent


ASKS = norm(elements={"more": element({"all": ["fact.a", {"not": "fact.b"}]})})


def test_passages_and_claimants_reach_the_leaves() -> None:
    one = allegation("act.do", said("fact.a-narrow", WITNESS), denied("fact.b", PAPER))
    asserted, refuted = (
        part for part in examined(one, ASKS).trees["more"].walk() if isinstance(part.condition, str)
    )
    (narrower,) = asserted.grounds
    assert (narrower.term, narrower.affirmed) == ("fact.a-narrow", True)
    assert narrower.claim
    assert (narrower.claim.claimant, narrower.claim.passages) == (("report", "witness"), (WITNESS,))
    (denial,) = refuted.grounds
    assert not denial.affirmed
    assert denial.claim
    assert denial.claim.passages == (PAPER,)


def test_each_claimant_of_a_fact_is_a_ground_of_its_own() -> None:
    one = allegation("act.do", said("fact.a", PAPER, WITNESS, "report#p9"))
    leaf = examined(one, ASKS).trees["more"].parts[0]
    claims = [(g.claim.claimant, g.claim.passages) for g in leaf.grounds if g.claim]
    assert claims == [
        (("report", "paper"), (PAPER, "report#p9")),
        (("report", "witness"), (WITNESS,)),
    ]


def test_each_passage_of_a_claimant_is_listed_with_the_fact() -> None:
    one = allegation(said("act.do", PAPER, "report#p9"))
    (fact,) = examined(one).assessment.elements[0].facts
    assert fact.passages == (PAPER, "report#p9")


def test_a_plan_is_explained_by_what_is_planned() -> None:
    asks = norm(elements={"more": element("act.plan")})
    (ground,) = examined(allegation({"planned": "act.do"}), asks).trees["more"].grounds
    assert ground.claim
    assert (ground.term, ground.claim.term) == ("act.plan", "act.do")


def test_the_passages_of_the_facts_are_those_of_the_assessment() -> None:
    one = allegation("act.do", said("fact.a", WITNESS), denied("fact.b", "report#p9@paper"))
    used = examined(one, ASKS).assessment.passages
    assert [(item.source, item.locator) for item in used] == [
        ("report", "p1"),
        ("report", "p2"),
        ("report", "p9"),
    ]


def test_the_premise_of_a_presumption_is_explained() -> None:
    rule = presumption("p", {"all": ["fact.b", "fact.c"]}, asserts=["fact.a"])
    asks = norm(elements={"more": element("fact.a")})
    tree = examined(allegation("act.do", "fact.b", "fact.c"), asks, rule).trees["more"]
    (ground,) = tree.grounds
    assert ground.presumption == rule
    assert [part.condition for part in tree.walk()][2:] == ["fact.b", "fact.c"]


def test_a_presumption_that_rests_on_itself_is_explained_once() -> None:
    circle = (
        presumption("p", "fact.a", asserts=["fact.b"]),
        presumption("q", "fact.b", asserts=["fact.a"]),
    )
    asks = norm(elements={"more": element("fact.b")})
    tree = examined(allegation("act.do", "fact.a"), asks, *circle).trees["more"]
    conditions = [part.condition for part in tree.walk()]
    assert conditions[:2] == ["fact.b", "fact.a"]
    assert len(conditions) <= 3


def test_a_status_names_the_sentence_that_carries_it() -> None:
    asks = norm(elements={"more": element("place.occupied")})
    one = allegation(where={"in": ["BB-1"]}, when={"within": "2022-05"})
    result = examined(one, asks, situation(occupation())).assessment.elements[1]
    assert "occupied by Aland" in (result.facts[0].basis or "")
    assert result.facts[0].passages == (PAPER,)


def test_what_the_accused_side_says_of_a_status_is_no_ground() -> None:
    asks = norm(elements={"more": element("status.protected")})
    one = allegation("act.do", responses=[response(["status.protected"])])
    assert examined(one, asks).trees["more"].grounds == ()


NUMBER = norm(elements={"more": element({"number": {"at_least": 1}})})
THIRTY = allegation(against=against(number={"exactly": 30, "per": [WITNESS]}))


def test_a_comparison_names_its_limit_and_the_passages_of_its_figure() -> None:
    tree = examined(THIRTY, NUMBER).trees["more"]
    assert (tree.words, tree.per) == ("number at least 1", (WITNESS,))


def test_the_passages_of_a_figure_are_in_the_assessment() -> None:
    used = examined(THIRTY, NUMBER).assessment.passages
    assert "p2" in {item.locator for item in used}


def test_explain_takes_an_allegation_and_a_pinpoint_for_all_norms_below_it() -> None:
    made = library(
        norm("t:1(1)"), norm("t:1(2)/do"), norm("t:10"), allegation(), allegation(id="b")
    )
    found = explain(made, "a", "t:1")
    assert [one.norm.id for one in found] == ["t:1(1)", "t:1(2)/do"]
    evaluation = evaluate_all(made, [made.allegations["a"]])
    alone = [examine(pair).assessment for pair in pairs(evaluation)]
    assert [one.assessment for one in found] == alone[:2]
