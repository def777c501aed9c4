"""A run of 26 words is found wherever it stands, and a shorter one never."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from lawmap.texts.packs import FORMAT
from lawmap.texts.runs import RUN, Windows, places_of, windows_of, words_of

STORED = [f"word{number}" for number in range(60)]


def runs(text: str, *stored: str) -> list[tuple[int, int]]:
    (found,) = Windows([windows_of([one]) for one in stored]).runs([words_of(text)])
    return found


@given(
    before=st.integers(0, 40),
    first=st.integers(0, 34),
    length=st.integers(1, 60),
    after=st.integers(0, 40),
)
def test_a_run_is_found_if_and_only_if_it_is_too_long(
    before: int, first: int, length: int, after: int
) -> None:
    copied = STORED[first : first + length]
    own = [*(f"own{n}" for n in range(before)), *copied, *(f"more{n}" for n in range(after))]
    expected = [(before, before + len(copied))] if len(copied) >= RUN else []
    assert runs(" ".join(own), " ".join(STORED)) == expected


def test_two_runs_of_two_packs_are_found() -> None:
    one, other = (" ".join(f"{name}{n}" for n in range(30)) for name in ("a", "b"))
    assert runs(f"{one}, and {other}.", one, other) == [(0, 30), (31, 61)]


def test_punctuation_capitals_and_line_ends_hide_nothing() -> None:
    copied = " ".join(STORED[:RUN]).upper().replace(" ", "” —\n  # “")
    assert runs(copied, " ".join(STORED)) == [(0, RUN)]


def test_words_of_other_scripts_count() -> None:
    stored = " ".join(f"слово{n}" for n in range(RUN))
    assert runs(stored, stored) == [(0, RUN)]


@given(st.text(st.characters(codec="utf-8")))
def test_the_places_of_words_are_those_of_their_letters(text: str) -> None:
    found = [text[begin:end] for begin, end in places_of(text)]
    assert [word for one in found for word in words_of(one)] == words_of(text)
    assert len(found) == len(words_of(text))


def test_fingerprints_do_not_change_without_a_new_format() -> None:
    """Packs keep them: whoever changes what a word is raises FORMAT, so that none is stale."""
    text = "Ten of “these” words — ÀÉ, ёж, can't, 8bis, co-operate, A_B: in all " * 3
    digest = hashlib.sha256(windows_of([text])).hexdigest()
    assert (FORMAT, digest[:16]) == (1, "453941e9caf98f63")
