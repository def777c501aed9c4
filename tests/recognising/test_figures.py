"""How well the recogniser does on the labelled hundreds, judged by the very spans of the labels."""

from __future__ import annotations

import pytest

from benchmarks.citations.corpus import labelled_hundreds
from benchmarks.citations.scoring import Score, found, score
from lawmap.recognising import Names, recognise
from tests.shared import shared_folder

PRECISION, RECALL, RESOLUTION = 0.97, 0.92, 0.95
HUNDREDS = ("first hundred", "second hundred")


@pytest.fixture(scope="module")
def every(names: Names) -> dict[str, Score]:
    path = shared_folder() / "data" / "citations_in_context.jsonl"
    return {
        hundred.title: score(
            (context.id, truth, [found(one) for one in recognise(context.text, names)])
            for context, truth in hundred.contexts
        )
        for hundred in labelled_hundreds(path)
    }


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_a_labelled_hundred_is_recognised(hundred: str, every: dict[str, Score]) -> None:
    one = every[hundred]
    assert one.exact / one.found >= PRECISION, one.misses
    assert one.exact / one.labelled >= RECALL, one.misses
    assert one.resolution >= RESOLUTION, one.misses


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_nothing_ambiguous_is_answered_as_if_it_were_sure(
    hundred: str, every: dict[str, Score]
) -> None:
    assert every[hundred].overconfident == 0
