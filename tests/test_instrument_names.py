"""The shipped names of instruments, and the cases of names and numbers that are easily confused."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lawmap.citing.keys import find, parse_key
from lawmap.loading import load, shipped_pack
from lawmap.model.library import Library
from lawmap.model.names import Spellings, asks_for_capitals, name_words

CASES = Path(__file__).parent / "cases" / "citations"
STATUSES = {
    "exists",
    "no-such-provision",
    "ambiguous",
    "not-in-library",
    "no-instrument",
    None,
}
WITH_KEYS = {"exists", "ambiguous"}


@cache
def library() -> Library:
    return load([shipped_pack()]).library


@cache
def rows(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return found


# Names


def spellings() -> Iterator[tuple[str, Spellings]]:
    """The names of each instrument and group, by its id."""
    for name, record in library().names.items():
        yield name, record.names
    for file in library().other_instruments:
        for name, other in file.others.items():
            yield name, other.names
        for name, group in file.groups.items():
            yield name, group.names


def bearers() -> dict[tuple[tuple[str, ...], bool], set[str]]:
    """Who bears each name, with its titles and other ids; names as they are compared."""
    borne = defaultdict(set)
    for instrument in library().instruments.values():
        title = instrument.title
        for name in (title.full, title.short, title.abbreviation, *instrument.aliases):
            if name:
                borne[name_words(name), asks_for_capitals(name)].add(instrument.id)
    for bearer, names in spellings():
        for name in (name for found in names.values() for name in found):
            borne[name_words(name), asks_for_capitals(name)].add(bearer)
    return borne


def test_each_instrument_has_names_in_each_language_and_says_where_they_were_read() -> None:
    assert library().names.keys() == library().instruments.keys()
    for record in library().names.values():
        assert {"en", "uk", "ru", "fr"} <= record.names.keys()
        assert record.sources.keys() == record.names.keys()


def test_the_names_that_an_instrument_shares_are_those_that_are_meant_to_be_shared() -> None:
    held = library().instruments.keys()
    shared = {name: found for name, found in bearers().items() if len(found) > 1 and found & held}
    meant = {
        (name_words(name), asks_for_capitals(name)): set(row["borne_by"])
        for row in rows("shared-names.yaml")
        for name in row["names"]
    }
    assert shared == meant


def test_capitals_alone_do_not_tell_two_instruments_apart() -> None:
    """'CAT' and 'cat' may be two names, of which the one finds what the other means to leave."""
    by_words = defaultdict(set)
    for (words, _), found in bearers().items():
        by_words[words].add(frozenset(found))
    assert {words for words, found in by_words.items() if len(found) > 1} == set()


KINDS = (
    *("convention", "statute", "protocol", "charter", "covenant", "regulations", "rules", "treaty"),
    *("конвенція", "конвенції", "статут", "статуту", "протокол", "протоколу", "пакт", "пакту"),
    *("хартія", "положення", "правила", "конвенция", "конвенции", "статута", "протокола"),
    *("пакта", "устав", "устава", "хартия", "положение", "регламент"),
)


def test_no_word_of_a_kind_is_a_name() -> None:
    assert [kind for kind in KINDS if ((kind,), False) in bearers()] == []


ROMAN = re.compile(r"[IVXІ]+\b")
"""Numerals; Ukrainian texts write them with their own letter, which looks the same."""

FOREIGN = {
    "en": r"[Ѐ-ӿ]",
    "fr": r"[Ѐ-ӿ]",
    "uk": r"[A-Za-zыэёъЫЭЁЪ]",
    "ru": r"[A-Za-zіїєґІЇЄҐ]",
}
LATIN_NAMES = {"ICSID"}
"""Names that Ukrainian and Russian texts write in Latin letters."""


@pytest.mark.parametrize("language", FOREIGN)
def test_names_hold_letters_of_their_language_only(language: str) -> None:
    """No reader sees a Latin letter in a Cyrillic word, and no text holds the name that has it."""
    strange = [
        name
        for _, names in spellings()
        for name in names.get(language, ())
        if re.search(FOREIGN[language], _own_words(name))
    ]
    assert strange == []


def _own_words(name: str) -> str:
    """A name without numerals, the Latin sign for number, and names that stay Latin."""
    without = ROMAN.sub("", re.sub(r"\bN(?= \d)", "", name))
    return " ".join(word for word in without.split() if word not in LATIN_NAMES)


# Confusables


def test_confusables_are_many_and_each_is_told_once() -> None:
    told = [(row["text"], row["cite"]) for row in rows("confusables.yaml")]
    assert len(told) == len(set(told)) >= 120


def test_confusables_say_what_comes_out_in_full() -> None:
    for row in rows("confusables.yaml"):
        status = row["status"]
        assert row.keys() == {"text", "cite", "keys", "ambiguous", "status", "why"}, row
        assert status in STATUSES, row
        assert row["ambiguous"] is (status == "ambiguous"), row
        assert (row["cite"] is None) is (status is None), row
        assert row["cite"] is None or row["cite"] in row["text"], row
        assert bool(row["keys"]) is (status in WITH_KEYS), row
        assert len(row["keys"]) == len(set(row["keys"])), row


def test_what_confusables_say_to_exist_exists() -> None:
    """A key that means nothing is refused."""
    for row in rows("confusables.yaml"):
        for key in row["keys"]:
            find(library(), parse_key(key))


def test_each_language_and_each_status_has_confusables() -> None:
    statuses = {row["status"] for row in rows("confusables.yaml")}
    assert statuses == STATUSES
    texts = " ".join(row["text"] for row in rows("confusables.yaml"))
    assert re.search("[ії]", texts)
    assert re.search("[ыэ]", texts)
