"""Files that no repository can hold: what is refused before or while it is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lawmap.diagnostics import Diagnostic
from lawmap.errors import NothingFoundError
from lawmap.loading import load
from lawmap.loading.text import MAX_BYTES

TERMS = """schema_version: 1
namespace: good
sort: fact
about: Words.
terms: {word: {def: A word., label: {en: word}}}
"""
Maker = Callable[[Path, Path], None]


def link_to_nothing(path: Path, _: Path) -> None:
    path.symlink_to("nothing.yaml")


def link_out_of_the_folder(path: Path, outside: Path) -> None:
    (outside / "secret.yaml").write_text(TERMS, encoding="utf-8")
    path.symlink_to(outside / "secret.yaml")


def pipe(path: Path, _: Path) -> None:
    os.mkfifo(path)


def link_to_a_pipe(path: Path, outside: Path) -> None:
    os.mkfifo(outside / "pipe")
    path.symlink_to(outside / "pipe")


def link_to_a_device(path: Path, _: Path) -> None:
    path.symlink_to("/dev/zero")


def too_large(path: Path, _: Path) -> None:
    path.write_bytes(b"#" * (MAX_BYTES + 1))


def nested(opening: str) -> Maker:
    def make(path: Path, _: Path) -> None:
        path.write_text(opening * 100_000, encoding="utf-8")

    return make


HOSTILE: dict[str, tuple[Maker, str]] = {
    "a link to nothing": (link_to_nothing, "LM001"),
    "a link out of the folder": (link_out_of_the_folder, "LM009"),
    "a pipe": (pipe, "LM009"),
    "a link to a pipe": (link_to_a_pipe, "LM009"),
    "a link to a device": (link_to_a_device, "LM009"),
    "more bytes than are read": (too_large, "LM008"),
    "100,000 opening brackets": (nested("["), "LM007"),
    "100,000 opening braces": (nested("{a: "), "LM007"),
    "100,000 dashes": (nested("- "), "LM007"),
    "100,000 question marks": (nested("? "), "LM007"),
}


def faults_beside_a_good_file(folder: Path) -> list[Diagnostic]:
    """The faults of a folder in which one term file is in order."""
    good = folder / "vocabulary" / "terms" / "good.yaml"
    good.parent.mkdir(parents=True)
    good.write_text(TERMS, encoding="utf-8")
    loaded = load([folder])
    assert list(loaded.library.terms) == ["good.word"]
    return list(loaded.diagnostics)


@pytest.mark.parametrize(("make", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_alone(tmp_path: Path, make: Maker, code: str) -> None:
    folder, outside = tmp_path / "in", tmp_path / "out"
    (folder / "sources").mkdir(parents=True)
    outside.mkdir()
    make(folder / "sources" / "s.yaml", outside)
    found = faults_beside_a_good_file(folder)
    assert [(fault.code, Path(fault.position.path).name) for fault in found] == [(code, "s.yaml")]


def test_a_link_to_itself_is_refused_alone(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "s.yaml").symlink_to("s.yaml")
    assert [fault.code for fault in faults_beside_a_good_file(tmp_path)] == ["LM001"]


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
