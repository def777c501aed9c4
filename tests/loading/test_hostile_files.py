"""Files that no repository can hold: what is refused before or while it is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lawmap.errors import NothingFoundError
from lawmap.loading import load
from lawmap.loading.text import MAX_BYTES

TERMS = """schema_version: 1
namespace: good
sort: fact
about: Words.
terms: {word: {def: A word., label: {en: word}}}
"""


def test_a_hostile_file_is_refused_alone(tmp_path: Path) -> None:
    """Others are in tests/hostile; here it matters that a good file beside it is read."""
    terms = tmp_path / "vocabulary" / "terms"
    terms.mkdir(parents=True)
    (terms / "good.yaml").write_text(TERMS, encoding="utf-8")
    (terms / "bad.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    os.mkfifo(terms / "pipe.yaml")
    loaded = load([tmp_path])
    assert list(loaded.library.terms) == ["good.word"]
    told = [(fault.code, Path(fault.position.path).name) for fault in loaded.diagnostics]
    assert told == [("LM008", "bad.yaml"), ("LM009", "pipe.yaml")]


def test_a_link_inside_the_folder_is_read_once(tmp_path: Path) -> None:
    terms = tmp_path / "vocabulary" / "terms"
    terms.mkdir(parents=True)
    (terms / "other.yaml").symlink_to("good.yaml")
    (terms / "good.yaml").write_text(TERMS, encoding="utf-8")
    loaded = load([tmp_path])
    assert loaded.diagnostics == ()
    assert loaded.read == 1


def test_a_depth_of_fifty_is_read_and_one_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "sources" / "s.yaml"
    path.parent.mkdir()
    codes = {}
    for depth in (50, 51):
        opening = "[" * (depth - 2)  # the whole file is the first level, the text the last
        path.write_text(f"a: {opening}b{opening.replace('[', ']')}\n", encoding="utf-8")
        codes[depth] = {fault.code for fault in load([path]).diagnostics}
    assert "LM007" not in codes[50]
    assert codes[51] == {"LM007"}


def test_a_path_that_does_not_exist_ends_the_call(tmp_path: Path) -> None:
    with pytest.raises(NothingFoundError) as ended:
        load([tmp_path, tmp_path / "nowhere"])
    assert ended.value.paths == (tmp_path / "nowhere",)
