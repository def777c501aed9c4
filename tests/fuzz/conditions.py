"""Random norms and reports: what the evaluator answers, the plain tables of the tests answer too.

Bytes choose the archive as Hypothesis does with its own; another version of it may choose another.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.matching.archive import Archive
from tests.matching.strategies import archives
from tests.matching.test_planes import hold_that_planes_equal_tables

from .targets import Holds


@settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(archives())
def _hold(archive: Archive) -> None:
    hold_that_planes_equal_tables(archive)


def holds(data: bytes) -> None:
    """Choose an archive by these bytes and evaluate it in both ways."""
    _one_input(data)


_one_input: Holds = _hold.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
