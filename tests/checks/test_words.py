"""Quoted words are compared with the article that the norm names, and with nothing less."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lawmap.checks import check, words
from lawmap.checks.words import Counts
from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded, load
from lawmap.texts import Origin, StoredText, TextKind, TextPacks, open_packs, pack_bytes, pack_path

INSTRUMENT = """\
schema_version: 1
id: t
title: {full: A treaty, short: A treaty, abbreviation: T}
citation: 1 T 1
regime: armed-conflict
binding: custom
binds: [occupying-power]
aliases: [Treaty of T]
sources: {}
"""
STRUCTURE = """\
schema_version: 1
instrument: t
edition: t-1949
read_in: nowhere
provisions: {"1": ["(1)", "(2)"], "2": []}
"""
NORM = """\
schema_version: 1
id: {id}
heading: A heading
kind: definition
rule: A rule.
words: {words}
source: {{edition: t-1949, checked: 2024-01-01, read_in: nowhere, texts: two}}
"""


def norm(folder: Path, words: str, id: str = "t:1(1)") -> Loaded:  # noqa: A002
    """What is loaded of an instrument and one norm that quotes these words."""
    home = folder / "instruments" / "t"
    home.mkdir(parents=True)
    (home / "instrument.yaml").write_text(INSTRUMENT)
    (home / "structure.yaml").write_text(STRUCTURE)
    (home / "norm.yaml").write_text(NORM.format(id=id, words=words), encoding="utf-8")
    loaded = load([folder])
    assert loaded.diagnostics == ()
    return loaded


def text(content: str, **given: Any) -> StoredText:
    return StoredText("t", "1", "", "en", "one", TextKind.TEXT, "", content)._replace(**given)


def packs(folder: Path, *texts: StoredText) -> TextPacks:
    folder.mkdir(exist_ok=True)
    pack_path(folder, "pack").write_bytes(pack_bytes(texts, Origin("f", "0" * 64)))
    found = open_packs(folder)
    assert found is not None
    return found


def faults(folder: Path, quoted: str, *texts: StoredText) -> list[Diagnostic]:
    return list(words.check(norm(folder, quoted), packs(folder, *texts)))


NUMBERED = text("1. Nobody may be detained.\n2. Nobody may be moved.")


@pytest.mark.parametrize(
    "quoted",
    [
        "Nobody may be detained",
        "NOBODY — may ... 'detained'",
        "may be [by any Power] detained.",
        "Nobodymay be detained",
    ],
)
def test_words_that_stand_in_the_paragraph_are_no_fault(tmp_path: Path, quoted: str) -> None:
    assert faults(tmp_path, f'{{en: "{quoted}"}}', NUMBERED) == []


def test_one_source_that_has_the_words_is_enough(tmp_path: Path) -> None:
    other = text("Something else", source="two")
    assert faults(tmp_path, "{en: Nobody may be detained}", other, NUMBERED) == []


def test_every_part_is_looked_for(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "{en: Nobody may ... be eaten ... detained}", NUMBERED)
    assert fault.code == "LM305"
    assert fault.message.startswith("'be eaten' does not stand in t:1(1)")
    assert fault.mend.startswith("It agrees as far as 'be'.")
    begin = fault.position.column - 1
    assert fault.source_line[begin : begin + fault.length] == "be eaten"


def test_words_of_another_paragraph_are_told_with_its_number(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "{en: Nobody may be moved}", NUMBERED)
    assert fault.code == "LM306"
    assert fault.message == "'Nobody may be moved' stands in t:1(2), not in t:1(1)"


def test_a_source_that_shows_no_paragraphs_does_not_hide_one_that_does(tmp_path: Path) -> None:
    run_on = text("1. Nobody may be detained. 2. Nobody may be moved.", source="two")
    (fault,) = faults(tmp_path, "{en: Nobody may be moved}", NUMBERED, run_on)
    assert fault.code == "LM306"


def test_where_no_source_shows_paragraphs_the_article_is_enough(tmp_path: Path) -> None:
    run_on = text("1. Nobody may be detained. 2. Nobody may be moved.")
    assert faults(tmp_path, "{en: Nobody may be moved}", run_on) == []


def test_words_that_go_over_two_paragraphs_are_no_fault(tmp_path: Path) -> None:
    quoted = '{en: "be detained. 2. Nobody may"}'
    assert faults(tmp_path, quoted, NUMBERED) == []


def test_words_of_a_companion_are_not_the_provisions_own(tmp_path: Path) -> None:
    beside = text("A remark on it.", kind=TextKind.COMPANION, source="Remarks")
    (fault,) = faults(tmp_path, "{en: A remark}", NUMBERED, beside)
    assert (fault.code, fault.message) == (
        "LM306",
        "'A remark' stands in 'Remarks' beside t:1, not in t:1(1)",
    )


@pytest.mark.parametrize(
    "stored",
    [
        text("Other words", article="2"),
        text("Other words", language="fr"),
        text("Other words", treaty="u"),
        text("Other words", kind=TextKind.FRAGMENT),
        text("Other words", kind=TextKind.COMPANION),
    ],
)
def test_an_article_that_is_not_stored_whole_is_no_fault(
    tmp_path: Path, stored: StoredText
) -> None:
    loaded, found = norm(tmp_path, "{en: Nobody may be detained}"), packs(tmp_path, stored)
    assert list(words.check(loaded, found)) == []
    assert words.count(loaded, found) == Counts(0, 0, 0, 1)


def test_texts_are_found_by_every_name_of_the_instrument(tmp_path: Path) -> None:
    stored = text("Other words", treaty="treaty of t")
    assert [one.code for one in faults(tmp_path, "{en: Nobody}", stored)] == ["LM305"]


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ([NUMBERED, NUMBERED._replace(source="two")], Counts(1, 0, 0, 0)),
        ([NUMBERED, NUMBERED], Counts(0, 1, 0, 0)),
        ([NUMBERED, text("Other", source="two")], Counts(0, 1, 0, 0)),
        ([text("may be detained", kind=TextKind.FRAGMENT)], Counts(0, 1, 0, 0)),
        ([text("Other")], Counts(0, 0, 1, 0)),
    ],
)
def test_quotations_are_counted_by_the_sources_that_have_them(
    tmp_path: Path, stored: list[StoredText], expected: Counts
) -> None:
    assert words.count(norm(tmp_path, "{en: be detained}"), packs(tmp_path, *stored)) == expected


def test_without_packs_no_words_are_compared(tmp_path: Path) -> None:
    loaded = norm(tmp_path, "{en: Nobody}")
    codes = {fault.code for fault in check(loaded, cases=False)}
    with_texts = check(loaded, cases=False, texts=packs(tmp_path, text("Other")))
    assert {fault.code for fault in with_texts} - codes == {"LM305"}
