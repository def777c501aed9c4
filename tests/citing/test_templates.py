"""Templates: values, groups that fall away, alternatives, italics; and what cannot be read."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawmap.citing import Run, to_text
from lawmap.citing.template import TemplateError, Values, fill, fill_whole

VALUES: Values = {"a": "one", "b": "two", "none": None, "empty": ""}

FILLED = [
    ("{a}, {b}", "one, two"),
    ("{A}", "One"),
    ("{a}[, {none}]", "one"),
    ("{a}[, {empty}]", "one"),
    ("{a}[, {b}]", "one, two"),
    ("[({a}[, {none}])]", "(one)"),
    ("[({none}[, {b}])]", ""),
    ("[{none}|{b}|{a}]", "two"),
    ("[{none}|words]", "words"),
    ("[{none}|{none}]x", "x"),
    ("[words]", "words"),
    (r"\[{a}\]", "[one]"),
    (r"\{a\} \* \| \\", r"{a} * | \\"[:-1]),
    ("{none}x", "x"),
]


@pytest.mark.parametrize(("template", "text"), FILLED)
def test_a_template_is_filled(template: str, text: str) -> None:
    assert to_text(fill(template, VALUES)) == text


def test_italics_hold_words_and_no_blanks_at_their_edges() -> None:
    assert fill("*{a} * and *{b}*", VALUES) == (
        Run("one", italic=True),
        Run("  and "),
        Run("two", italic=True),
    )
    assert fill("[*{none}*]{a}", VALUES) == (Run("one"),)


def test_a_gap_outside_of_groups_can_be_told() -> None:
    assert fill_whole("{a}[, {none}]", VALUES) == (Run("one"),)
    assert fill_whole("{a}, {none}", VALUES) is None


BAD = [
    ("[{a}", 0, "no end ']'"),
    ("{a}]", 3, "no beginning"),
    ("{a", 0, "'{' begins a value"),
    ("a}", 1, "no beginning"),
    ("{}", 0, "'{' begins a value"),
    ("*{a}", 0, "no end '*'"),
    ("[*{a}]*", 1, "no end '*'"),
    ("a|b", 1, "parts the alternatives"),
    ("a\\", 1, "a backslash"),
    (r"\n", 0, "a backslash"),
    ("{c}", 0, "no value 'c'"),
    ("[" * 40 + "]" * 40, 20, "more than 20 deep"),
]


@pytest.mark.parametrize(("template", "at", "reason"), BAD)
def test_what_cannot_be_read_is_told_with_its_place(template: str, at: int, reason: str) -> None:
    with pytest.raises(TemplateError) as refused:
        fill(template, VALUES)
    assert refused.value.at == at
    assert reason in str(refused.value)


@given(st.text())
def test_escaped_words_stand_for_themselves(text: str) -> None:
    assert to_text(fill(re.sub(r"([\\{}\[\]|*])", r"\\\1", text), {})) == text


@given(st.text(alphabet="[]{}|*\\ab", max_size=60))
def test_any_text_is_a_template_or_refused(text: str) -> None:
    try:
        fill(text, VALUES)
    except TemplateError as error:
        assert 0 <= error.at < max(len(text), 1)


def test_a_hostile_template_takes_no_time() -> None:
    begun = time.perf_counter()
    for template in ("[" * 50_000, "*" * 50_001, "[a|" * 20_000, "{a}" * 20_000, "\\*" * 50_000):
        try:
            fill(template, VALUES)
        except TemplateError:
            continue
    assert time.perf_counter() - begun < 2
