"""How well the recogniser does on the labelled hundreds."""

from __future__ import annotations

import pytest

from lawmap.recognising import Names
from tests.recognising.measure import HUNDREDS, Figures, measured
from tests.shared import shared_folder

PRECISION, RECALL, RESOLUTION = 0.97, 0.92, 0.95


@pytest.fixture(scope="module")
def every(names: Names) -> dict[str, Figures]:
    return measured(shared_folder() / "data" / "citations_in_context.jsonl", names)


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_a_labelled_hundred_is_recognised(hundred: str, every: dict[str, Figures]) -> None:
    found = every[hundred]
    assert found.precision >= PRECISION, found.misses
    assert found.recall >= RECALL, found.misses
    assert found.resolution >= RESOLUTION, found.misses


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_nothing_ambiguous_is_answered_as_if_it_were_sure(
    hundred: str, every: dict[str, Figures]
) -> None:
    assert every[hundred].confident_on_ambiguous == 0
