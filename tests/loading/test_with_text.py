"""A file that is not on the disk yet, read as if it lay among those that were loaded."""

from __future__ import annotations

from pathlib import Path

from lawmap.checks import check
from lawmap.loading import with_text
from lawmap.model.allegation import Allegation
from tests.loading.written import allegation, load_written

PATH = Path("allegations/b.yaml")


def test_it_joins_the_library_and_only_its_faults_are_told(tmp_path: Path) -> None:
    before = load_written(tmp_path, allegation(handling="pubic"))
    assert before.diagnostics
    after = with_text(before, Allegation, PATH, allegation(id="b"))
    assert set(after.library.allegations) == {"a", "b"}
    assert after.diagnostics == ()
    assert [file.identity for file in after.files] == ["b"]
    assert {fault.position.path for fault in check(after, cases=False)} == {PATH.as_posix()}


def test_what_was_loaded_is_left_as_it_was(tmp_path: Path) -> None:
    before = load_written(tmp_path, allegation())
    with_text(before, Allegation, PATH, allegation(id="b"))
    assert set(before.library.allegations) == {"a"}
    assert not PATH.exists()


def test_an_id_that_is_taken_is_a_fault_of_the_new_file(tmp_path: Path) -> None:
    before = load_written(tmp_path, allegation())
    after = with_text(before, Allegation, PATH, allegation())
    (fault,) = after.diagnostics
    assert (fault.code, fault.position.path) == ("LM205", PATH.as_posix())


def test_a_text_that_is_no_text_is_a_fault(tmp_path: Path) -> None:
    before = load_written(tmp_path, allegation())
    for text, code in (("title: 'a\u202e'", "LM003"), ("title: 'a\udcff'", "LM002"), ("", "LM010")):
        after = with_text(before, Allegation, PATH, text)
        assert [fault.code for fault in after.diagnostics] == [code]
        assert set(after.library.allegations) == {"a"}
