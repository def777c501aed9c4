"""The shipped norms: each case comes out as a lawyer expects, each quotation is in its text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lawmap.checks import copied, words
from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded, load, shipped_pack
from lawmap.matching import CaseResult, run_cases
from lawmap.model.base import MAX_QUOTED_WORDS
from lawmap.model.library import Library
from lawmap.model.norm import Kind
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
def looked_up() -> dict[tuple[str, str], words.LookedUp]:
    found = words.look_up(loaded(), shared_packs())
    return {(one.norm, one.language): one for one in found}


@pytest.mark.parametrize(("norm", "language"), QUOTED)
def test_quoted_words_stand_in_the_article(norm: str, language: str) -> None:
    found = looked_up()[norm, language]
    if not found.is_stored:
        pytest.skip(f"the article of {norm} is not stored in '{language}'")
    assert found.faults == ()
    assert found.sources


def test_every_quotation_of_the_genocide_convention_is_looked_up() -> None:
    found = [one for key, one in looked_up().items() if key[0].startswith("genocide:")]
    assert found
    assert [one for one in found if not one.is_stored] == []


def test_most_quotations_are_looked_up() -> None:
    count = words.count(loaded(), shared_packs())
    assert sum(count) == len(QUOTED)
    assert count.not_found == 0
    assert (count.in_several + count.in_one) * 4 > len(QUOTED) * 3


@pytest.mark.parametrize(("norm", "language"), QUOTED)
def test_no_more_than_25_words_are_quoted(norm: str, language: str) -> None:
    quoted = (library().norms[norm].words or {})[language]
    assert len(quoted.split()) <= MAX_QUOTED_WORDS


@cache
def copied_by_file() -> dict[str, list[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {}
    for fault in copied.check(loaded(), shared_packs()):
        found.setdefault(fault.position.path, []).append(fault)
    return found


FILES = sorted(NORMS.rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(NORMS).as_posix())
def test_no_file_holds_26_words_of_a_stored_text_in_a_row(path: Path) -> None:
    assert path.as_posix() in {file.document.path for file in loaded().files}
    assert copied_by_file().get(path.as_posix(), []) == []


# What is whole

TABLE = Path(__file__).parent / "cases/whole.yaml"
WHOLE = [
    (entry, provision)
    for entry in yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    for provision in provisions_of(entry["instrument"])
    if re.fullmatch(entry["provisions"], provision)
]


@pytest.mark.parametrize(
    ("entry", "provision"), WHOLE, ids=[f"{one['instrument']}:{place}" for one, place in WHOLE]
)
def test_what_is_to_be_whole_has_a_norm_or_a_reason(entry: dict[str, Any], provision: str) -> None:
    reason = entry.get("without", {}).get(provision)
    found = library().norms_at(f"{entry['instrument']}:{provision}")
    assert bool(found) != bool(reason)
