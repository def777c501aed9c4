"""Which file or path comes first changes neither faults nor results."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from lawmap.checks import check
from lawmap.loading import Loaded, load, packs_for, shipped_pack
from tests.loading.written import allegation

ROOT = Path(__file__).parents[2]
SEEDS = sorted(ROOT.glob("seeds/**/*.yaml"))


def outcome(loaded: Loaded) -> tuple[object, ...]:
    """Everything from which a command works out what it shows, in its order."""
    kinds = (getattr(loaded.library, field.name) for field in fields(loaded.library))
    records = [list(kind.items()) if isinstance(kind, Mapping) else kind for kind in kinds]
    return check(loaded, cases=False), [file.path for file in loaded.files], records


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_paths_changes_nothing(seed: int) -> None:
    straight = outcome(load(SEEDS, packs_for(SEEDS)))
    mixed = random.Random(seed).sample(SEEDS, len(SEEDS))  # noqa: S311 (no secret)
    assert outcome(load(mixed, packs_for(mixed))) == straight


@pytest.mark.slow
def test_naming_a_file_beside_its_folder_changes_nothing() -> None:
    folder = ROOT / "seeds"
    paths = [SEEDS[3], folder, SEEDS[0], folder]
    assert outcome(load(paths, packs_for(paths))) == outcome(load([folder], packs_for([folder])))


def test_the_order_of_bad_paths_changes_no_fault(tmp_path: Path) -> None:
    for name in ("several-bad-and-good", "duplicate-id", "part-of-itself"):
        shutil.copytree(ROOT / "tests" / "bad" / name, tmp_path / name)
    paths = sorted(tmp_path.rglob("*.yaml"))
    straight = check(load(paths), cases=False)
    assert len(straight) > 10
    assert check(load(paths[::-1]), cases=False) == straight
    assert check(load([tmp_path]), cases=False) == straight


def test_the_first_of_two_files_of_one_id_is_the_same_from_either_side(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        path = tmp_path / folder / "allegations" / "a.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(allegation(title=folder), encoding="utf-8")
    for paths in (["one", "two"], ["two", "one"]):
        loaded = load([tmp_path / name for name in paths])
        assert loaded.library.allegations["a"].title == "one"


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["seeds/sources", "norms/vocabulary/terms", "norms/instruments"])
def test_the_place_from_which_a_folder_is_named_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(ROOT / folder)
    assert check(load([Path()], packs_for([Path()])), cases=False) == []


@pytest.mark.slow
def test_an_instrument_may_be_checked_from_inside_its_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT / "norms" / "instruments" / "gc4")
    assert check(load([Path()], packs_for([Path()])), cases=False) == []


@pytest.mark.parametrize("folder", ["", "law", "law/core"])
def test_a_working_copy_of_the_pack_stands_in_place_of_the_shipped_one(
    tmp_path: Path, folder: str
) -> None:
    copy = tmp_path / folder / "norms"
    (copy / "vocabulary").mkdir(parents=True)
    shutil.copy(ROOT / "norms" / "pack.yaml", copy)
    shutil.copy(ROOT / "norms" / "vocabulary" / "roles.yaml", copy / "vocabulary")
    beside = [copy] if folder.count("/") < 1 else [shipped_pack()]
    assert packs_for([tmp_path]) == beside
    assert packs_for([copy]) == packs_for([copy / "vocabulary"]) == [copy]


def test_another_pack_below_a_path_stands_beside_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "norms").mkdir()
    (tmp_path / "norms" / "pack.yaml").write_text("schema_version: 1\nid: own\n", encoding="utf-8")
    assert packs_for([tmp_path]) == [shipped_pack()]
