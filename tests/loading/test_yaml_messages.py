"""What is no YAML is told in plain words, with those of the parser in brackets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lawmap.loading.yaml_messages import in_words
from lawmap.loading.yaml_text import parse

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/yaml_messages.yaml").read_text(encoding="utf-8")
)


def parser_error(text: str, loader: Any) -> yaml.MarkedYAMLError:
    with pytest.raises(yaml.MarkedYAMLError) as refused:
        yaml.compose(text, loader)
    return refused.value


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_told_in_words_at_the_place_where_it_is_mended(case: dict[str, Any]) -> None:
    (fault,) = parse(case["text"], "a.yaml")[1]
    assert fault.code == "LM004"
    assert [fault.position.line, fault.position.column] == case["place"]
    assert fault.message.startswith(case["says"])
    assert fault.message.endswith(f"{parser_error(case['text'], yaml.CSafeLoader).problem})")
    assert fault.mend


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_parser_in_python_is_understood_as_well(case: dict[str, Any]) -> None:
    told = in_words(parser_error(case["text"], yaml.SafeLoader), case["text"])
    assert told.message.startswith(case["says"])


def test_what_is_not_known_is_told_in_the_words_of_the_parser() -> None:
    text = f"{'k' * 1100}: a\n"
    (fault,) = parse(text, "a.yaml")[1]
    assert fault.message == "mapping values are not allowed in this context"
    assert fault.mend


@given(st.text(st.sampled_from("ab:-#'\"[]{},&*!|>%@?~\\ \n\t"), max_size=40))
def test_whatever_is_no_yaml_is_told_inside_the_text(text: str) -> None:
    for fault in parse(text, "a.yaml")[1]:
        lines = text.split("\n")
        assert fault.message
        assert fault.mend
        assert 1 <= fault.position.line <= len(lines) + 1
