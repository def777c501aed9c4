"""Every code is hit by a case of tests/bad or of test_hostile_files; none is dead."""

from __future__ import annotations

from lawmap.diagnostics import RULES
from tests.checks.test_bad_files import FOLDERS, read_expected
from tests.cli.damage import DAMAGES, ELSEWHERE
from tests.loading.test_hostile_files import HOSTILE


def reached() -> set[str]:
    told = {fault.code for folder in FOLDERS for fault in read_expected(folder)}
    told |= {one.code for one in DAMAGES.values()} | set(ELSEWHERE)
    return told | {code for _, code in HOSTILE.values()}


def test_every_code_is_reached_and_no_other_is_expected() -> None:
    assert reached() == set(RULES)
