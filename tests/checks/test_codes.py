"""Every code is hit by a case of tests/bad or of tests/hostile; none is dead."""

from __future__ import annotations

from lawmap.diagnostics import RULES
from tests.checks.test_bad_files import FOLDERS, read_expected
from tests.cli.damage import DAMAGES, ELSEWHERE
from tests.hostile.answers import FileCase
from tests.hostile.corpus import every_case
from tests.hostile.places import NO_FILES

OF_DOCUMENTS = {"LM821", "LM820", *(f"LM{number}" for number in range(720, 728))}
OF_DOCUMENTS |= {f"LM{number}" for number in range(701, 714)}
"""Told of documents, by ``leaks``, ``check-citations`` and ``resolve`` alone; tests of these have
them."""


def reached() -> set[str]:
    told = {fault.code for folder in FOLDERS for fault in read_expected(folder)}
    told |= {one.code for one in DAMAGES.values()} | set(ELSEWHERE)
    told |= {code for _, code in NO_FILES.values() if code}
    return told | OF_DOCUMENTS | {case.code for case in every_case() if isinstance(case, FileCase)}


def test_every_code_is_reached_and_no_other_is_expected() -> None:
    assert reached() == set(RULES)
