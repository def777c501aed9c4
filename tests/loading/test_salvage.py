"""What is left of a file of wrong shape: all but the parts at fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.checks import check
from tests.loading.written import allegation, load_written

# Lines of an allegation of wrong shape, and keys of the record that is left.
LEFT = {
    "an unknown key": ({"colour": "red"}, {"id", "title", "facts"}),
    "a wrong value": ({"handling": "pubic"}, {"id", "title", "facts"}),
    "a wrong item of a list": ({"notes": "[one, [two]]"}, {"id", "title", "facts"}),
    "a wrong value below": ({"where": "{in: [UA], as_reported: [x]}"}, {"where"}),
    "two faults": ({"colour": "red", "handling": "pubic"}, {"facts"}),
    "a key that is missing below": ({"against": "{number: {exactly: 3}}"}, {"facts"}),
    "a wrong value among known places": ({"where": "{in: [UA, ua]}"}, {"facts"}),
}


@pytest.mark.parametrize(("lines", "kept"), LEFT.values(), ids=LEFT)
def test_the_rest_of_a_file_is_read(tmp_path: Path, lines: dict[str, str], kept: set[str]) -> None:
    loaded = load_written(tmp_path, allegation(**lines))
    (file,) = loaded.files
    assert loaded.diagnostics
    assert not file.whole
    assert kept <= loaded.library.allegations["a"].model_fields_set


@pytest.mark.parametrize(
    "lines", [{"id": "A b"}, {"schema_version": "2"}, {"title": "[a, list]"}], ids=str
)
def test_a_file_without_what_every_record_needs_is_lost(
    tmp_path: Path, lines: dict[str, str]
) -> None:
    loaded = load_written(tmp_path, allegation(**lines))
    assert loaded.files == ()
    assert [model.kind_of_file for model in loaded.lost] == ["allegation"]


def test_a_whole_file_is_whole(tmp_path: Path) -> None:
    (file,) = load_written(tmp_path, allegation()).files
    assert file.whole


def test_references_beside_a_fault_of_shape_are_looked_up(tmp_path: Path) -> None:
    text = allegation(handling="pubic", part_of="nothing", facts="[act.detian]")
    told = {fault.code for fault in check(load_written(tmp_path, text), cases=False)}
    assert {"LM104", "LM606", "LM201"} <= told


def test_what_was_left_out_is_not_missed(tmp_path: Path) -> None:
    text = allegation(per="[report]", facts="[act.detain, {done: act.detain, colour: red}]")
    told = {fault.code for fault in check(load_written(tmp_path, text), cases=False)}
    assert "LM605" not in told
