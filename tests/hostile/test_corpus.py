"""Each hostile input is answered as its case expects."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from tests.hostile.case import Case
from tests.hostile.corpus import every_case

EVERY = every_case()
QUICK = {case.klass: case for case in reversed(EVERY) if not case.is_slow}
"""The first case of each class; `make counts` tries all."""


def grouped(case: Case) -> ParameterSet:
    marks = [] if QUICK.get(case.klass) is case else [pytest.mark.slow, pytest.mark.counted]
    return pytest.param(case, id=str(case), marks=marks)


@pytest.mark.parametrize("case", [grouped(case) for case in EVERY])
def test_a_hostile_input_is_answered_as_expected(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


def test_no_case_stands_twice() -> None:
    times = Counter(map(str, EVERY))
    assert [name for name, number in times.items() if number > 1] == []
