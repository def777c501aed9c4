"""The shipped norms: each case comes out as a lawyer expects, each quotation is in its text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lawmap.checks import copied, words
from lawmap.loading import Loaded, load, shipped_pack
from lawmap.matching import CaseResult, run_cases
from lawmap.model.base import MAX_QUOTED_WORDS
from lawmap.model.library import Library
from lawmap.model.norm import Kind, Norm
from lawmap.model.outcome import Outcome
from tests.texts.shared_packs import shared_packs

NORMS = shipped_pack()


@cache
def loaded() -> Loaded:
    found = load([NORMS])
    assert found.diagnostics == ()
    return found


@cache
def library() -> Library:
    return loaded().library


def provisions_of(instrument: str) -> list[str]:
    """Every article of an instrument, and every place below it."""
    structure = library().structures.get(instrument)
    listed = structure.provisions.items() if structure else ()
    return [f"{article}{below}" for article, places in listed for below in ("", *places)]


# Cases


@cache
def results() -> dict[tuple[str, str], CaseResult]:
    return {(item.norm, item.case.name): item for item in run_cases(library())}


INSTRUMENTS = sorted({norm.instrument for norm in library().norms.values()})
"""Norms are tested by instrument: thousands of tests of their own would take minutes."""


def norms_of(instrument: str) -> list[Norm]:
    return [norm for norm in library().norms.values() if norm.instrument == instrument]


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_cases_come_out_as_expected(instrument: str) -> None:
    other = {
        (norm.id, case.name): results()[norm.id, case.name].differences
        for norm in norms_of(instrument)
        for case in norm.cases
    }
    assert {case: told for case, told in other.items() if told} == {}


def test_no_two_cases_of_a_norm_have_the_same_name() -> None:
    cases = [(norm.id, case.name) for norm in library().norms.values() for case in norm.cases]
    assert len(cases) == len(set(cases)) == len(results())


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_each_norm_has_an_engaged_a_not_engaged_and_an_open_case(instrument: str) -> None:
    assert [norm.id for norm in norms_of(instrument) if not has_the_cases_it_needs(norm)] == []


def has_the_cases_it_needs(norm: Norm) -> bool:
    expected = {case.expect for case in norm.cases}
    if norm.kind is Kind.DEFINITION:
        return not expected
    told = {Outcome.ENGAGED, Outcome.ARGUABLE}
    return told < expected


# Quotations

QUOTED = sorted(
    (norm.id, language) for norm in library().norms.values() for language in norm.words or {}
)


@cache
def looked_up() -> dict[tuple[str, str], words.LookedUp]:
    found = words.look_up(loaded(), shared_packs())
    return {(one.norm, one.language): one for one in found}


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_quoted_words_stand_in_the_article(instrument: str) -> None:
    quoted = [one for key, one in looked_up().items() if key[0].startswith(f"{instrument}:")]
    stored = [one for one in quoted if one.is_stored]
    if not stored:
        pytest.skip(f"no article of {instrument} is stored in a language that is quoted")
    assert [(one.norm, one.language) for one in stored if one.faults or not one.sources] == []


def test_every_quotation_of_the_genocide_convention_is_looked_up() -> None:
    found = [one for key, one in looked_up().items() if key[0].startswith("genocide:")]
    assert found
    assert [one for one in found if not one.is_stored] == []


def test_most_quotations_are_looked_up() -> None:
    count = words.count(loaded(), shared_packs())
    assert sum(count) == len(QUOTED)
    assert count.not_found == 0
    assert (count.in_several + count.in_one) * 4 > len(QUOTED) * 3


def test_no_more_than_25_words_are_quoted() -> None:
    long = [
        key
        for key in QUOTED
        if len((library().norms[key[0]].words or {})[key[1]].split()) > MAX_QUOTED_WORDS
    ]
    assert long == []


def test_no_file_holds_26_words_of_a_stored_text_in_a_row() -> None:
    read = {file.document.path for file in loaded().files}
    assert {path.as_posix() for path in NORMS.rglob("*.yaml")} <= read
    assert [fault.position for fault in copied.check(loaded(), shared_packs())] == []


# What is whole

TABLE = Path(__file__).parent / "cases/whole.yaml"
WHOLE = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "entry", WHOLE, ids=lambda entry: f"{entry['instrument']}: {entry['about']}"
)
def test_what_is_to_be_whole_has_a_norm_or_a_reason(entry: dict[str, Any]) -> None:
    listed = [
        one for one in provisions_of(entry["instrument"]) if re.fullmatch(entry["provisions"], one)
    ]
    without = entry.get("without", {})
    empty = [one for one in listed if not library().norms_at(f"{entry['instrument']}:{one}")]
    assert listed
    assert empty == [one for one in listed if one in without]
    assert all(without.values())
