"""Texts in which a citation is easily taken for another one, from a table written from the law."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from lawmap.recognising import Citation, Names, recognise
from tests.cli.running import ROOT

CASES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/cases/citations/confusables.yaml").read_text(encoding="utf-8")
)


def at(found: list[Citation], text: str, words: str) -> Citation | None:
    """The citation that holds these words."""
    start = text.index(words)
    return next((one for one in found if one.start <= start < one.end), None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_what_is_easily_confused_is_not(case: dict[str, Any], names: Names) -> None:
    text = case["text"]
    found = list(recognise(text, names))
    if case["cite"] is None:
        assert [one.text for one in found] == []
        return
    citation = at(found, text, case["cite"])
    assert citation is not None, [one.text for one in found]
    told = (citation.status.value, sorted(citation.keys), citation.ambiguous)
    assert told == (case["status"], sorted(case["keys"]), case["ambiguous"]), citation
    assert case["cite"] in citation.text or case["cite"] in text[citation.start :]
