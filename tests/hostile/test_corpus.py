"""Each hostile input is answered as its case expects."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.hostile.case import Case
from tests.hostile.corpus import every_case

EVERY = every_case()


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(one, id=str(one), marks=[pytest.mark.slow] if one.is_slow else [])
        for one in EVERY
    ],
)
def test_a_hostile_input_is_answered_as_expected(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


def test_no_case_stands_twice() -> None:
    times = Counter(map(str, EVERY))
    assert [name for name, number in times.items() if number > 1] == []
