"""Whole submissions, with what must come out of them in each style.

To write the expected files anew: LAWMAP_REWRITE_GOLDEN=1. Read every line that changes as a court
would.
"""

from __future__ import annotations

import os

import pytest

from lawmap.submissions import resolve
from tests.submissions.law import CASES, STYLES, wanted

NAMES = sorted(path.stem for path in CASES.glob("*.md") if "." not in path.stem)
REWRITE = os.environ.get("LAWMAP_REWRITE_GOLDEN") == "1"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", NAMES)
def test_a_submission_comes_out_as_expected(name: str, style: str) -> None:
    source = (CASES / f"{name}.md").read_text(encoding="utf-8")
    made = resolve(source, f"{name}.md", wanted(style, dossiers="../my dossiers"))
    assert made.text is not None, made.faults
    expected = CASES / f"{name}.{style}.md"
    if REWRITE:
        expected.write_text(made.text, encoding="utf-8")
    assert made.text == expected.read_text(encoding="utf-8")
