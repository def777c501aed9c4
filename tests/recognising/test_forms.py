"""Forms in which people cite, from a table: where each citation stands, and what it means."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from lawmap.recognising import Names, recognise
from tests.cli.running import ROOT

FORMS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/cases/citations/forms.yaml").read_text(encoding="utf-8")
)
SHOWN = {"␣": "\u00a0", "␠": "\u200b"}


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without marks, and the spans between them."""
    for shown, meant in SHOWN.items():
        marked = marked.replace(shown, meant)
    parts = re.split("([⟦⟧])", marked)
    text, edges = "", []
    for part in parts:
        if part in ("⟦", "⟧"):
            edges.append(len(text))
        else:
            text += part
    return text, list(zip(edges[::2], edges[1::2], strict=True))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["text"][:60])
def test_a_form_is_found_and_told(form: dict[str, Any], names: Names) -> None:
    text, spans = unmarked(form["text"])
    found = list(recognise(text, names))
    assert [one.text for one in found] == [text[start:end] for start, end in spans]
    assert [(one.start, one.end) for one in found] == spans
    assert [" ".join((one.status.value, *one.keys)) for one in found] == form["told"]
