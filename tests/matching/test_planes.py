"""Planes and plain truth tables give the same answers, whatever the norms and the facts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawmap.matching import evaluate_all, match
from lawmap.matching.columns import VIEWS, View
from lawmap.model.library import Library
from lawmap.truth import Truth, Value
from tests.builders import Data, allegation, denied, element, library, norm, said
from tests.matching.archive import Archive
from tests.matching.strategies import FACT, archives

ALL = [View(prospective, responses) for prospective in (False, True) for responses in (False, True)]


def answers(archive: Archive, view: View) -> list[dict[int, Value]]:
    """What the planes say of every element's condition, allegation by allegation."""
    return [
        {node: archive.evaluation.value(node, view, index) for node in archive.conditions()}
        for index in range(len(archive.allegations))
    ]


def test_there_are_four_views() -> None:
    assert sorted(VIEWS) == sorted(ALL)


@given(archives())
def test_planes_equal_plain_truth_tables_in_every_view(archive: Archive) -> None:
    hold_that_planes_equal_tables(archive)


@pytest.mark.slow
@settings(max_examples=2_000)
@given(archives())
def test_planes_equal_plain_truth_tables_in_very_many_archives(archive: Archive) -> None:
    hold_that_planes_equal_tables(archive)


def hold_that_planes_equal_tables(archive: Archive) -> None:
    for view in ALL:
        for one, found in zip(archive.allegations, answers(archive, view), strict=True):
            world = archive.world(one, **view._asdict())
            for node, condition in archive.conditions().items():
                assert found[node] == world.value(condition), (view, condition, one.facts)


@pytest.mark.slow
@given(archives())
def test_an_allegation_has_the_same_answers_alone_and_in_an_archive(archive: Archive) -> None:
    for view in ALL:
        together = answers(archive, view)
        for one, found in zip(archive.allegations, together, strict=True):
            assert answers(Archive(archive.library, (one,)), view) == [found]


@pytest.mark.slow
@given(archives(), st.randoms(use_true_random=False))
def test_no_order_of_files_allegations_or_facts_changes_a_result(
    archive: Archive, random: Any
) -> None:
    def shuffled(items: Any) -> list[Any]:
        found = list(items)
        random.shuffle(found)
        return found

    before = archive.library
    turned = {
        one.id: one.model_copy(update={"facts": tuple(shuffled(one.facts))})
        for one in shuffled(archive.allegations)
    }
    after: Library = replace(
        before,
        norms=dict(shuffled(before.norms.items())),
        presumptions=dict(shuffled(before.presumptions.items())),
        terms_files=tuple(shuffled(before.terms_files)),
        allegations=turned,
    )
    assert [
        (item.allegation, item.norm, item.outcome, item.marks, item.origins, values(item))
        for item in match(before, silent=True)
    ] == [
        (item.allegation, item.norm, item.outcome, item.marks, item.origins, values(item))
        for item in match(after, silent=True)
    ]


def values(assessment: Any) -> list[Any]:
    return [(item.id, item.value, item.in_part) for item in assessment.elements]


LATER = {
    Truth.SUPPORTED: (Truth.SUPPORTED, Truth.DISPUTED),
    Truth.CONTRADICTED: (Truth.CONTRADICTED, Truth.DISPUTED),
    Truth.DISPUTED: (Truth.DISPUTED, Truth.SUPPORTED),
    Truth.OPEN: tuple(Truth),
}
"""What an answer may be once one more claimant has spoken: another way in can end a dispute."""


@given(archives(), FACT)
def test_one_more_claimant_never_turns_an_answer_into_silence(archive: Archive, fact: Data) -> None:
    more = allegation(fact).facts
    fuller = tuple(
        one.model_copy(update={"facts": (*one.facts, *more)}) for one in archive.allegations
    )
    for view in ALL:
        for before, after in zip(
            answers(archive, view), answers(Archive(archive.library, fuller), view), strict=True
        ):
            for node, value in before.items():
                now = after[node]
                assert now.truth in LATER[value.truth] or now.hides_dispute
                assert not now.hides_dispute or value.truth is not Truth.SUPPORTED


TREE = library(
    norm(
        elements={
            "broad": element("fact.a"),
            "narrow": element("fact.a-narrow"),
        }
    )
)


def told(*facts: Any) -> tuple[Truth, ...]:
    """The values of the broader and of the narrower term."""
    evaluation = evaluate_all(TREE, [allegation(*facts)])
    _, broad, narrow = evaluation.plan.norms[0].elements
    view = View(False, False)
    return tuple(evaluation.value(part.node, view, 0).truth for part in (broad, narrow))


def test_an_assertion_climbs_and_does_not_descend() -> None:
    assert told(said("fact.a-narrow")) == (Truth.SUPPORTED, Truth.SUPPORTED)
    assert told(said("fact.a")) == (Truth.SUPPORTED, Truth.OPEN)


def test_a_denial_descends_and_does_not_climb() -> None:
    assert told(denied("fact.a")) == (Truth.CONTRADICTED, Truth.CONTRADICTED)
    assert told(denied("fact.a-narrow")) == (Truth.OPEN, Truth.CONTRADICTED)


def test_an_assertion_of_the_narrower_meets_a_denial_of_the_broader_term() -> None:
    assert told(said("fact.a-narrow"), denied("fact.a")) == (Truth.DISPUTED, Truth.DISPUTED)


def test_silence_is_neither_assertion_nor_denial() -> None:
    assert told(said("fact.b")) == (Truth.OPEN, Truth.OPEN)
