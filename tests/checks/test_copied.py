"""What was copied from a stored text is found in files of the law, wherever it stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.checks import copied
from lawmap.diagnostics import Diagnostic
from lawmap.loading import load
from lawmap.texts import Origin, StoredText, TextKind, open_packs, pack_bytes, pack_path

WORDS = [f"word{number}" for number in range(40)]
CHAPEAU = """\
schema_version: 1
id: chapeau/shared
text: >-
  Begin {begin}
  {end} end.
elements:
  one: {{kind: context, text: A text., if: act.detain}}
"""
SOURCE = """\
schema_version: 1
id: s
publisher: A newspaper
title: {begin} {end}
language: en
kind: press
original: {{sha256: '{zeros}', paragraphs: 1}}
claimants: {{paper: {{name: A newspaper, knows: Not stated.}}}}
default_claimant: paper
"""


def faults(
    folder: Path, file: str, content: str, words: list[str], *stored: list[str]
) -> list[Diagnostic]:
    path = folder / "files" / file
    path.parent.mkdir(parents=True)
    half = len(words) // 2
    parts = {"begin": " ".join(words[:half]), "end": ", ".join(words[half:])}
    path.write_text(content.format(**parts, zeros="0" * 64), encoding="utf-8")
    for number, one in enumerate(stored):
        text = StoredText("t", "1", "", "en", f"print {number}", TextKind.TEXT, "", " ".join(one))
        pack = pack_bytes([text], Origin("f", "0" * 64))
        pack_path(folder, f"pack{number}").write_bytes(pack)
    packs = open_packs(folder)
    assert packs is not None
    loaded = load([folder / "files"])
    assert loaded.diagnostics == ()
    return list(copied.check(loaded, packs))


@pytest.mark.parametrize(("number", "found"), [(25, []), (26, ["26"]), (40, ["40"])])
def test_more_than_25_words_are_found(tmp_path: Path, number: int, found: list[str]) -> None:
    told = faults(tmp_path, "chapeaux/shared.yaml", CHAPEAU, WORDS[:number], WORDS)
    assert [fault.message.partition(" ")[0] for fault in told] == found


def test_the_run_is_marked_from_its_first_word_to_the_end_of_its_line(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "chapeaux/shared.yaml", CHAPEAU, WORDS, WORDS)
    assert (fault.position.line, fault.position.column) == (4, len("  Begin ") + 1)
    assert fault.source_line[fault.position.column - 1 :] == " ".join(WORDS[:20])
    assert fault.length == len(" ".join(WORDS[:20]))
    assert "'word0 word1 word2 word3 word4 word5 ...' stand in t:1" in fault.message


def test_words_that_no_single_text_has_in_a_row_are_no_fault(tmp_path: Path) -> None:
    words = WORDS[:31]
    assert faults(tmp_path, "chapeaux/shared.yaml", CHAPEAU, words, words[:21], words[8:]) == []


def test_the_text_of_any_pack_counts(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "chapeaux/shared.yaml", CHAPEAU, WORDS, ["other"], WORDS[2:])
    assert fault.message.startswith("38 words")
    assert "'print 1'" in fault.message


def test_files_on_reports_are_not_looked_at(tmp_path: Path) -> None:
    assert faults(tmp_path, "sources/s.yaml", SOURCE, WORDS, WORDS) == []
