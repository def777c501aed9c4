"""The shipped norms: each case comes out as a lawyer expects, each quotation is in its text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pytest

from lawmap.loading import load, shipped_pack
from lawmap.matching import CaseResult, run_cases
from lawmap.model.library import Library
from lawmap.model.norm import Kind, Norm
from lawmap.model.outcome import Outcome
from tests.shared import shared_folder

NORMS = shipped_pack()
MAX_QUOTED_WORDS = 25


@cache
def library() -> Library:
    loaded = load([NORMS])
    assert loaded.diagnostics == ()
    return loaded.library


def norms() -> list[str]:
    return sorted(library().norms)


# Cases


@cache
def results() -> dict[tuple[str, str], CaseResult]:
    return {(item.norm, item.case.name): item for item in run_cases(library())}


CASES = [(norm.id, case.name) for norm in library().norms.values() for case in norm.cases]


@pytest.mark.parametrize(("norm", "name"), CASES, ids=[": ".join(case) for case in CASES])
def test_a_case_comes_out_as_expected(norm: str, name: str) -> None:
    assert results()[norm, name].differences == ()


def test_no_two_cases_of_a_norm_have_the_same_name() -> None:
    assert len(CASES) == len(set(CASES)) == len(results())


@pytest.mark.parametrize("norm", norms())
def test_a_norm_has_an_engaged_a_not_engaged_and_an_open_case(norm: str) -> None:
    found = library().norms[norm]
    expected = {case.expect for case in found.cases}
    if found.kind is Kind.DEFINITION:
        assert expected == set()
    else:
        assert Outcome.ENGAGED in expected
        assert Outcome.ARGUABLE in expected
        assert expected - {Outcome.ENGAGED, Outcome.ARGUABLE}


# Quotations

QUOTED = sorted(
    (norm.id, language) for norm in library().norms.values() for language in norm.words or {}
)


@cache
def texts() -> dict[tuple[str, str, str], list[str]]:
    """The stored texts by treaty, article and language: several sources may hold the same one."""
    found: dict[tuple[str, str, str], list[str]] = {}
    path = shared_folder() / "data" / "treaty_articles.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        key = (item["treaty"].lower(), item["article"], item["lang"])
        found.setdefault(key, []).append(item["text"])
    return found


def plain(text: str) -> str:
    """A text without what editions print differently: white space, dashes, quotation marks."""
    text = re.sub("[‐‑‒–—―−-]", "", text.casefold())
    text = re.sub("[‘’‚‛“”„«»\"'`]", "", text)
    return "".join(text.split())


ROMAN = {"I": 1, "V": 5, "X": 10}


def stored_as(article: str) -> str:
    """How the stored texts number an article: those of Roman numerals in Arabic ones."""
    if not set(article) <= ROMAN.keys():
        return article
    values = [ROMAN[letter] for letter in article]
    pairs = zip_longest(values, values[1:], fillvalue=0)
    return str(sum(-value if value < after else value for value, after in pairs))


@pytest.mark.parametrize(
    ("article", "number"),
    [("I", "1"), ("II", "2"), ("IV", "4"), ("IX", "9"), ("XIV", "14"), ("XIX", "19"), ("49", "49")],
)
def test_articles_of_roman_numerals_are_looked_up_under_arabic_ones(
    article: str, number: str
) -> None:
    assert stored_as(article) == number


def stored(norm: Norm, language: str) -> list[str]:
    instrument = library().instruments[norm.instrument]
    names = {norm.instrument, *(alias.lower() for alias in instrument.aliases)}
    article = stored_as(norm.provision.partition(":")[2].partition("(")[0])
    return [text for name in sorted(names) for text in texts().get((name, article, language), [])]


@pytest.mark.parametrize(("norm", "language"), QUOTED)
def test_quoted_words_stand_in_the_article(norm: str, language: str) -> None:
    found = library().norms[norm]
    articles = stored(found, language)
    if not articles:
        pytest.skip(f"the article of {found.provision} is not stored in '{language}'")
    words = (found.words or {})[language]
    parts = [part for part in re.split(r"\s*(?:\.\.\.|…|\[[^\]]*\])\s*", words) if part]
    assert parts
    for part in parts:
        assert any(plain(part) in plain(text) for text in articles), part


def test_every_quotation_of_the_genocide_convention_is_looked_up() -> None:
    found = [(norm, language) for norm, language in QUOTED if norm.startswith("genocide:")]
    assert found
    assert [pair for pair in found if not stored(library().norms[pair[0]], pair[1])] == []


def test_most_quotations_are_looked_up() -> None:
    looked_up = [pair for pair in QUOTED if stored(library().norms[pair[0]], pair[1])]
    assert len(looked_up) * 4 > len(QUOTED) * 3


@pytest.mark.parametrize(("norm", "language"), QUOTED)
def test_no_more_than_25_words_are_quoted(norm: str, language: str) -> None:
    assert len((library().norms[norm].words or {})[language].split()) <= MAX_QUOTED_WORDS


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of 26 words, without punctuation."""
    words = re.findall(r"\w+", text.casefold())
    for start in range(len(words) - MAX_QUOTED_WORDS):
        yield tuple(words[start : start + MAX_QUOTED_WORDS + 1])


@cache
def stored_runs() -> set[int]:
    return {hash(run) for found in texts().values() for text in found for run in runs(text)}


FILES = sorted(NORMS.rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(NORMS).as_posix())
def test_no_file_holds_26_words_of_a_stored_text_in_a_row(path: Path) -> None:
    known = stored_runs()
    copied = [run for run in runs(path.read_text(encoding="utf-8")) if hash(run) in known]
    assert copied == []
