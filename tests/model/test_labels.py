"""Labels and headings in English and Ukrainian: they are there, told apart, and in their script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest

from lawmap.loading import load, shipped_pack
from lawmap.model.library import Library

ALPHABET = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")
ACRONYMS = frozenset({"A", "B", "C", "IC", "ICC", "ICRC", "OHCHR", "UN"})
"""The words in Latin letters that a Ukrainian text may hold; A, B and C are letters of rules."""
MARKS = frozenset(" ,.:;()-–—’«»0123456789")


@cache
def library() -> Library:
    return load([shipped_pack()]).library


@cache
def labels() -> dict[str, Mapping[str, str]]:
    """The label of every term, role and regime."""
    found = library()
    return {
        **{name: item.term.label for name, item in found.terms.items()},
        **{f"role {name}": item.label for name, item in found.roles.items()},
        **{f"regime {name}": item.label for name, item in found.regimes.items()},
    }


@cache
def headings() -> dict[str, str]:
    """The Ukrainian heading of every norm; empty where there is none."""
    return {norm.id: (norm.headings or {}).get("uk", "") for norm in library().norms.values()}


def strange(text: str) -> list[str]:
    """What a Ukrainian text may not hold: other letters, and marks of other kinds."""
    words = (word for word in re.split(r"(\w+)", text) if word not in ACRONYMS)
    return [char for word in words for char in word if char.casefold() not in ALPHABET | MARKS]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("роз’єднання членів сім’ї, ґанок «Щит» (6, 7)", []),
        ("звіт ICRC про їжу", []),
        ("сім'я", ["'"]),
        ("сімʼя", ["ʼ"]),
        ('"табір"', ['"', '"']),
        ("вывоз ёлки, съезд, это", ["ы", "ё", "ъ", "э"]),
        ("допoмога", ["o"]),  # the second o is Latin
        ("звіт XYZ", ["X", "Y", "Z"]),
    ],
)
def test_what_does_not_belong_in_a_ukrainian_text_is_found(text: str, found: list[str]) -> None:
    assert strange(text) == found


@pytest.mark.parametrize("language", ["en", "uk"])
def test_every_term_role_and_regime_has_a_label(language: str) -> None:
    assert [name for name, label in labels().items() if not label.get(language)] == []


def test_ukrainian_labels_are_written_in_ukrainian() -> None:
    found = {name: strange(label.get("uk", "")) for name, label in labels().items()}
    assert {name: chars for name, chars in found.items() if chars} == {}


def test_ukrainian_labels_begin_with_a_small_letter() -> None:
    texts = [label["uk"] for label in labels().values() if "uk" in label]
    assert [text for text in texts if not text[0].islower()] == []


@pytest.mark.parametrize("language", ["en", "uk"])
def test_no_two_terms_have_the_same_label(language: str) -> None:
    counted = Counter(
        item.term.label[language].casefold()
        for item in library().terms.values()
        if language in item.term.label
    )
    assert [text for text, times in counted.items() if times > 1] == []


def test_every_norm_has_a_ukrainian_heading() -> None:
    assert headings()
    assert [norm for norm, text in headings().items() if not text] == []


def test_ukrainian_headings_are_written_in_ukrainian() -> None:
    found = {norm: strange(text) for norm, text in headings().items()}
    assert {norm: chars for norm, chars in found.items() if chars} == {}


def test_ukrainian_headings_hold_more_than_acronyms_and_numbers() -> None:
    found = {norm: ALPHABET.intersection(text.casefold()) for norm, text in headings().items()}
    assert [norm for norm, letters in found.items() if not letters] == []


def test_ukrainian_headings_begin_with_a_capital() -> None:
    assert [text for text in headings().values() if text and not text[0].isupper()] == []


def test_ukrainian_labels_and_headings_have_one_kind_of_apostrophe() -> None:
    texts = [*(label.get("uk", "") for label in labels().values()), *headings().values()]
    assert {char for text in texts for char in text if char in "'’ʼ`´‘"} == {"’"}
