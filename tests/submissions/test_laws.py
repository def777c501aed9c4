"""What holds of every submission, whatever stands in it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawmap.documents import read_markdown
from lawmap.submissions import resolve
from lawmap.submissions.placeholders import find_placeholders
from tests.submissions.law import wanted

HOW = wanted()
INLINE = wanted("inline")
PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="@[]\r"), max_size=25)
MARKUP = st.sampled_from(
    [
        "*a*",
        "> ",
        "- ",
        "1. ",
        "\n",
        "\n\n",
        "# ",
        "`x`",
        "|a|b|\n|-|-|\n|",
        "**",
        "[^n]",
        "é",
        "\\",
    ]
)
KEYS = st.sampled_from(["gc:49(1)", "gc:50", "gc", "rome:7", "case", "report", "gc:48-50"])
PLACEHOLDERS = st.one_of(
    KEYS.map("[@{{{}}}]".format),
    KEYS.map("@{{{}}}".format),
    st.tuples(KEYS, KEYS).map(lambda two: f"[see @{{{two[0]}}}; cf @{{{two[1]}}}, too]"),
)
NO_PLACEHOLDER = st.lists(st.one_of(PLAIN, MARKUP), max_size=8).map("".join)


@given(st.lists(st.one_of(PLAIN, MARKUP, PLACEHOLDERS), max_size=12).map("".join))
@settings(max_examples=150, deadline=None)
def test_all_but_placeholders_stays_to_the_byte(source: str) -> None:
    made = resolve(source, "a.md", INLINE)
    if made.text is None:
        return
    document = read_markdown(source)
    spans = [
        document.source_span(use.found.placeholder.start, use.found.placeholder.end)
        for use in made.uses
    ]
    ends = [0, *(end for _, end in spans)]
    kept = [
        source[end:start]
        for end, start in zip(ends, [*(start for start, _ in spans), len(source)], strict=True)
    ]
    assert made.text.startswith(kept[0])
    assert made.text.endswith(kept[-1])
    at = 0
    for piece in kept:
        found = made.text.find(piece, at)
        assert found >= at
        at = found + len(piece)
    written = len(made.text) - sum(map(len, kept))
    assert written >= len("LATER") * len(spans)


@given(NO_PLACEHOLDER, st.sampled_from(["", "\ufeff"]), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=100, deadline=None)
def test_a_text_without_placeholders_comes_out_as_it_went_in(
    text: str, mark: str, end: str
) -> None:
    source = mark + text.replace("\n", end)
    made = resolve(source, "a.md", HOW)
    assert made.text == source


@given(NO_PLACEHOLDER, st.sampled_from(["\n", "\r\n", "\n\n", ""]))
@settings(max_examples=100, deadline=None)
def test_notes_are_added_behind_the_end_and_are_read_as_notes(text: str, end: str) -> None:
    source = f"word [@{{gc:50}}]\n\n{text}{end}"
    made = resolve(source, "a.md", HOW)
    if made.text is None:
        assert {one.code for one in made.faults} == {"LM712"}
        return
    begin, mark, notes = made.text.partition("[^cite-1]: FULL")
    assert mark
    assert begin.startswith("word[^cite-1]\n\n" + text[:-1] if text else "word[^cite-1]")
    assert "cite-1" in read_markdown(made.text).labels
    assert made.text.endswith(("\n", "\r\n")) == source.endswith(("\n", "\r"))
    assert "FULL *GC* art 50." in mark + notes or "FULL" in mark + notes


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_no_text_makes_it_fail(source: str) -> None:
    resolve(source, "a.md", HOW)


@given(st.lists(st.sampled_from(list("[]@{}();:-gc49\\ *`\n")), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_no_mixture_of_signs_makes_it_fail(source: str) -> None:
    made = resolve(source, "a.md", HOW)
    for fault in made.faults:
        assert fault.position.line <= source.count("\n") + 1


def test_lines_of_windows_and_a_missing_last_line_end_stay() -> None:
    made = resolve("a [@{gc:50}]\r\n\r\nb", "a.md", HOW)
    assert made.text == "a[^cite-1]\r\n\r\nb\r\n\r\n[^cite-1]: FULL *GC* art 50."
    made = resolve("\ufeffa [@{gc:50}]\r\n", "a.md", HOW)
    assert made.text == "\ufeffa[^cite-1]\r\n\r\n[^cite-1]: FULL *GC* art 50.\r\n"


HOSTILE = {
    "brackets": "[" * 5_000 + "@{gc:49}" + "]" * 5_000,
    "open": "[@{gc:49} " * 2_000,
    "signs": "@" * 20_000,
    "semicolons": "[@{gc:49}" + ";" * 20_000 + "]",
    "locators": "[@{case}, paras " + "1, " * 10_000 + "]",
    "brackets of keys": "@gc:49" + "(1" * 10_000,
    "tables": "[[authorit" * 3_000,
    "lines": "[@{gc:49}\n" * 2_000 + "]",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    once, thrice = (timed(HOSTILE[name] + f"\n\n{HOSTILE[name]}" * more) for more in (0, 2))
    assert thrice < 0.5 + 6 * once


def timed(source: str) -> float:
    start = time.process_time()
    find_placeholders(read_markdown(source))
    return time.process_time() - start
