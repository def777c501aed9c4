"""Terms, roles and regimes that decide nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lawmap.checks import check
from lawmap.loading import load
from tests.checks.small_pack import (
    BASE,
    UNUSED,
    Data,
    Files,
    chapeau,
    instrument,
    norm,
    presumption,
    regimes,
    role,
    roles,
    stages,
    terms,
    told,
    write,
)

WORDS: Files = {
    **BASE,
    **terms("act", "do", "undo"),
    **terms("fact", "a", "b", "c", "wide", "narrow<wide", "narrower<narrow"),
    **terms("derived", "crime", sort="derived", crime={"set_by": {"conduct": ["same"]}}),
}
ALL = {"act.undo", "fact.a", "fact.wide", "fact.narrow", "fact.narrower", "derived.crime"}
"""Every term that the base does not use: ``fact.b`` and ``fact.c`` stand in its presumption."""


def unused(folder: Path, *added: Files, asked: str = "", base: Files = WORDS) -> list[str]:
    write(folder, base)
    for files in (norm(), *added):
        write(folder, files)
    found = check(load([folder / asked], [folder] if asked else []), cases=False)
    return told([one for one in found if one.code == UNUSED], folder)


def words(lines: list[str]) -> set[str]:
    return {line.rpartition(" reads ")[2].strip("'") for line in lines}


def test_terms_that_nothing_reads_are_named_at_their_place(tmp_path: Path) -> None:
    found = unused(tmp_path)
    assert words(found) == ALL
    assert found[0] == (
        "LM408 vocabulary/terms/act.yaml no norm, presumption or role reads 'act.undo'"
    )


@pytest.mark.parametrize("written", ["fact.wide", "fact.narrow", "fact.narrower"])
def test_a_term_is_used_where_a_broader_or_narrower_one_is(written: str, tmp_path: Path) -> None:
    left = {"fact.wide", "fact.narrow", "fact.narrower"} & words(
        unused(tmp_path, norm(elements={"asked": written}))
    )
    assert left == set()


@pytest.mark.parametrize(
    "reader",
    [
        norm(elements={"asked": {"not": {"any": ["fact.a"]}}}),
        norm(exceptions={"excused": "fact.a"}),
        norm(hints=["fact.a"]),
        chapeau("shared", asked="fact.a"),
        presumption("p", "fact.a", asserts=["fact.b"]),
        presumption("p", "fact.b", asserts=["fact.a"]),
        roles(state=role(**{"if": "fact.a"})),
        regimes(general={"if": "fact.a"}),
        stages(planned="fact.a"),
    ],
)
def test_whatever_is_law_may_use_a_term(reader: Files, tmp_path: Path) -> None:
    assert words(unused(tmp_path, reader)) == ALL - {"fact.a"}


@pytest.mark.parametrize("facts", [["fact.a"], [{"not": "fact.a"}]])
def test_cases_and_allegations_are_no_use_of_a_term(facts: list[Any], tmp_path: Path) -> None:
    case: Data = {"name": "c", "facts": ["act.do", *facts], "expect": "engaged"}
    source: Data = {
        "id": "report",
        "publisher": "A paper",
        "title": "A report",
        "language": "en",
        "kind": "press",
        "original": {"sha256": "0" * 64, "paragraphs": 1},
        "claimants": {"paper": {"name": "A paper", "knows": "not said"}},
        "default_claimant": "paper",
    }
    said: Data = {"id": "a", "title": "It was so", "account": "It was so.", "by": "unstated"}
    said |= {"per": ["report#p1"], "facts": facts}
    reported = {"sources/report.yaml": source, "allegations/a.yaml": said}
    assert "fact.a" in words(unused(tmp_path, norm(cases=[case]), reported))


def test_roles_that_nothing_binds_and_regimes_without_instruments_are_named(
    tmp_path: Path,
) -> None:
    some: Files = roles(state=role(), mine=role(), other=role()) | regimes(
        general={}, sea={}, war={}
    )
    binding = norm(binds=["mine"]) | instrument("s", regime="sea")
    assert [line for line in unused(tmp_path, some, binding) if " reads " not in line] == [
        "LM408 vocabulary/regimes.yaml no instrument belongs to 'war'",
        "LM408 vocabulary/roles.yaml no norm or instrument binds 'other'",
    ]


def test_a_folder_is_looked_at_with_the_pack_in_which_it_lies(tmp_path: Path) -> None:
    pack = {"id": "mine", "title": "Mine", "version": "1.0", "licence": "none", "about": "Words."}
    assert words(unused(tmp_path, {"pack.yaml": pack}, asked="vocabulary")) == ALL
    assert unused(tmp_path, asked="instruments") == []


def test_nothing_is_called_unused_while_a_norm_cannot_be_read(tmp_path: Path) -> None:
    path, broken = "instruments/t/2.yaml", {"id": "t:2", "heading": ["no text"]}
    assert unused(tmp_path, {path: broken}) == []


def test_nothing_is_called_unused_where_no_norms_lie(tmp_path: Path) -> None:
    write(tmp_path, {name: one for name, one in WORDS.items() if name.startswith("vocabulary/")})
    assert [one for one in check(load([tmp_path]), cases=False) if one.code == UNUSED] == []
