"""Where the mark of a note stands beside punctuation, as the style has it."""

from __future__ import annotations

import pytest

from lawmap.submissions import resolve
from tests.submissions.law import STYLES, wanted

BEHIND = wanted(style=STYLES["notes"].model_copy(update={"mark_behind": ".,;?"}))

CASES = {
    "a [@{gc:50}].": "a.[^cite-1]",
    "a [@{gc:50}], b": "a,[^cite-1] b",
    "a[@{gc:50}];\nb": "a;[^cite-1]\nb",
    "“a [@{gc:50}].”": "“a.[^cite-1]”",
    "*a [@{gc:50}].*": "*a.[^cite-1]*",
    "(a [@{gc:50}])": "(a[^cite-1])",
    "a [@{gc:50}]: b": "a[^cite-1]: b",
    "a [@{gc:50}]... b": "a[^cite-1]... b",
    "a [@{gc:50}].b": "a[^cite-1].b",
    "a [@{gc:50}] .": "a[^cite-1] .",
    "a [@{gc:50}]\\. b": "a[^cite-1]\\. b",
    "a [@{gc:50}] [@{rome:7}].": "a[^cite-1] [^cite-2].",
    "a [@{gc:50}], b [@{rome:7}].": "a,[^cite-1] b.[^cite-2]",
    "|a [@{gc:50}].|\n|-|": "|a.[^cite-1]|\n|-|",
}


@pytest.mark.parametrize("source", CASES)
def test_a_mark_goes_behind_the_signs_of_its_style(source: str) -> None:
    made = resolve(source, "a.md", BEHIND)
    assert made.text is not None
    assert made.text.partition("\n\n[^cite-1]: ")[0] == CASES[source]


@pytest.mark.parametrize("source", ["a [@{gc:50}].", "a [@{gc:50}], b"])
def test_without_signs_it_stays_where_it_is(source: str) -> None:
    made = resolve(source, "a.md", wanted("notes"))
    assert made.text is not None
    assert made.text.startswith("a[^cite-1]" + source[len("a [@{gc:50}]") :])
