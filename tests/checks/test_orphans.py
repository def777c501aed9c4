"""Unused files are told of only where all that may use them was asked for and read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lawmap.checks import orphans
from lawmap.loading import load

FOLDER = Path(__file__).parents[1] / "bad" / "orphan-files"
EVERY = {"own", "denies-what-nothing-reads", "sets-what-nothing-reads", "unused"}
LAW = EVERY - {"unused"}

# What was asked for, and of which files it is then told that nothing uses them.
ASKED = {
    "the folder": ([""], EVERY),
    "every folder in it": (
        ["sources", "allegations", "chapeaux", "presumptions", "instruments", "vocabulary"],
        EVERY,
    ),
    "sources alone": (["sources"], set()),
    "sources with allegations": (["sources", "allegations"], {"unused"}),
    "a single file": (["sources/unused.yaml", "allegations"], set()),
    "users as single files": (["sources", "allegations/a.yaml"], set()),
    "chapeaux alone": (["chapeaux"], set()),
}


def unused(*paths: Path, packs: tuple[Path, ...] = ()) -> set[str]:
    loaded = load(paths, packs)
    checks = orphans.unused_chapeaux, orphans.unused_presumptions, orphans.unused_sources
    faults = [fault for check in checks for fault in check(loaded)]
    assert {fault.code for fault in faults} <= {"LM111"}
    return {Path(fault.position.path).stem for fault in faults}


@pytest.mark.parametrize(("asked", "told"), ASKED.values(), ids=ASKED)
def test_what_is_told_follows_from_what_was_asked_for(asked: list[str], told: set[str]) -> None:
    assert unused(*(FOLDER / one for one in asked)) == told


def test_of_a_pack_that_was_not_asked_for_nothing_is_told() -> None:
    assert unused(FOLDER / "allegations", packs=(FOLDER,)) == set()


def test_a_part_of_a_pack_is_judged_by_the_whole_of_it(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(FOLDER, pack)
    lines = "schema_version: 1", "id: p", "version: '1'", "title: P", "licence: None", "about: P"
    (pack / "pack.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert unused(pack / "chapeaux", packs=(pack,)) == {"own"}


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("allegations/a.yaml", LAW),
        ("instruments/gc4/34-test.yaml", {"unused"}),
        ("presumptions/denies-the-broader.yaml", {"own", "unused"}),
    ],
)
@pytest.mark.parametrize("text", ["a: b: c\n", "schema_version: 1\nid: x\ncolour: red\n"])
def test_nothing_is_told_of_what_a_broken_file_may_use(
    tmp_path: Path, broken: str, told: set[str], text: str
) -> None:
    folder = tmp_path / "folder"
    shutil.copytree(FOLDER, folder)
    (folder / broken).write_text(text, encoding="utf-8")
    assert unused(folder) == told
