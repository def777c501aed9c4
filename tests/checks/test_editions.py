"""Which edition a norm may name: the changed one, and of the law of a State the earlier, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.checks.editions import unknown
from lawmap.loading import load

from .small_pack import BASE, Files, instrument, norm, write

SOURCE = {"read_in": "a journal", "verified": True}


def told(folder: Path, binding: str, edition: str, pinpoint: str = "t:2") -> list[str]:
    """The codes of the faults of a norm that was read in this edition."""
    amendment = {
        "edition": "second",
        "title": "A change",
        "adopted": {"place": "Here", "on": "2024-10-09"},
        "citation": "Law 2",
        "provisions": ["t:2", "t:2-1"],
        "source": SOURCE,
    }
    structure: Files = {
        "instruments/t/structure.yaml": {
            "instrument": "t",
            "edition": "first",
            "read_in": "a journal",
            "provisions": {"1": [], "2": [], "2-1": []},
        }
    }
    read = {"checked": "2024-01-01", "read_in": "it", "texts": "none", "note": "n"}
    written = norm(pinpoint)
    for content in written.values():
        content["source"] = {"edition": edition} | read
    for files in (BASE, instrument(binding=binding, amendments=[amendment]), structure, written):
        write(folder, files)
    return [fault.code for fault in unknown(load([folder]))]


@pytest.mark.parametrize("edition", ["first", "second"])
def test_both_texts_of_a_law_are_read(tmp_path: Path, edition: str) -> None:
    assert told(tmp_path, "law", edition) == []


@pytest.mark.parametrize(("edition", "codes"), [("first", ["LM308"]), ("second", [])])
def test_of_a_treaty_only_the_changed_one_is(
    tmp_path: Path, edition: str, codes: list[str]
) -> None:
    assert told(tmp_path, "treaty", edition) == codes


@pytest.mark.parametrize("binding", ["law", "treaty"])
def test_what_no_amendment_touched_stands_in_the_first_alone(tmp_path: Path, binding: str) -> None:
    assert told(tmp_path / "a", binding, "first", "t:1") == []
    assert told(tmp_path / "b", binding, "second", "t:1") == ["LM308"]


def test_an_edition_that_nobody_lists_is_unknown(tmp_path: Path) -> None:
    assert told(tmp_path, "law", "third") == ["LM308"]
