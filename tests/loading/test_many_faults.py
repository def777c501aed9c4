"""A file with very many faults: the first are listed, and the others are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.loading.bounded import MAX_FAULTS
from lawmap.loading.composing import MAX_VALUES
from tests.loading.written import allegation, load_written

MANY = 1_000
LONG = "a" * 400_000

FAULTS = {
    "characters that nobody sees": (allegation() + "#\u200b\n" * MANY, "LM003"),
    "keys that stand twice": (allegation() + "title: T\n" * MANY, "LM005"),
    "keys that are no text": (allegation() + "[a]: b\n" * MANY, "LM006"),
    "tags": (allegation(facts=f"[{'!a act.detain,' * MANY}]"), "LM006"),
    "aliases": (allegation(facts=f"[&a act.detain{',*a' * MANY}]"), "LM006"),
    "keys that touch a question mark": (allegation(facts=f"[{'?a: b,' * MANY}]"), "LM006"),
    "unknown keys": (
        allegation() + "".join(f"k{number}: 1\n" for number in range(MANY)),
        "LM101",
    ),
    "wrong values in a line": (allegation(facts=f"[{'NO,' * MANY}]"), "LM106"),
}


@pytest.mark.parametrize(("text", "code"), FAULTS.values(), ids=FAULTS)
def test_fifty_faults_are_listed_and_the_others_counted(
    tmp_path: Path, text: str, code: str
) -> None:
    found = load_written(tmp_path, text).diagnostics
    faults = [fault for fault in found if fault.code in (code, "LM110")]
    assert [fault.code for fault in faults][: MAX_FAULTS + 1] == [code] * MAX_FAULTS + ["LM110"]
    counted = int(faults[MAX_FAULTS].message.split(" more")[0])
    assert counted in (MANY - MAX_FAULTS, MANY + 1 - MAX_FAULTS)  # an anchor goes with the aliases


def test_faults_are_listed_from_the_top_of_the_file(tmp_path: Path) -> None:
    loaded = load_written(tmp_path, allegation(facts=f"[{'NO,' * MANY}]"))
    columns = [fault.position.column for fault in loaded.diagnostics]
    assert columns == sorted(columns)
    assert columns[:2] == [9, 12]


@pytest.mark.parametrize("length", [MAX_VALUES - 16, MAX_VALUES])
def test_no_more_values_are_read_than_a_person_writes(tmp_path: Path, length: int) -> None:
    loaded = load_written(tmp_path, allegation(facts=f"[{'act.detain,' * length}]"))
    told = [(one.code, one.position.line) for one in loaded.diagnostics]
    assert told == ([("LM008", 6)] if length == MAX_VALUES else [])


@pytest.mark.parametrize("key", ["title", "by", "facts", "part_of", "per", "no-key"])
def test_a_very_long_text_is_a_text_like_any_other(tmp_path: Path, key: str) -> None:
    told = {one.code for one in load_written(tmp_path, allegation(**{key: LONG})).diagnostics}
    assert told <= {"LM101", "LM103", "LM104", "LM106"}
    assert (not told) == (key == "title")
