"""What is not read is told where its name looks as if it were meant to be."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from lawmap.errors import NothingFoundError
from lawmap.loading import load
from tests.loading.written import allegation

TOLD = {
    "allegations/b.YAML": "b.yaml",
    "allegations/b.Yml": "b.yaml",
    "allegations/b.json": "b.yaml",
    "allegations/b.ymal": "b.yaml",
    "allegations/b.yaml~": "b.yaml",
    "allegations/b.yaml.bak": "b.yaml",
    "allegations/b.yml.orig": "b.yaml",
    "allegations/.b.yaml.swp": "b.yaml",
    "allegations/.b.yaml": "b.yaml",
    "allegations/b.yaml.txt": "b.yaml",
    "sources/b.json": "b.yaml",
    "instruments/gc4/49-1.JSON": "49-1.yaml",
    "vocabulary/roles.yaml.bak": "roles.yaml",
    "vocabulary/terms/act.YAML": "act.yaml",
    "pack.yaml.orig": "pack.yaml",
}
SILENT = [
    "allegations/README.md",
    "allegations/.gitkeep",
    "allegations/b.txt",
    "allegations/b.md",
    "allegations/b.yaml.md",
    "reports/b.json",
    "schemas/norm.schema.json",
    "vocabulary/other.json",
    "package.json",
    ".pre-commit-config.yaml",
    ".github/workflows/ci.yml",
    ".tool/allegations/b.json",
    "node_modules/allegations/b.json",
]


def told(folder: Path, name: str) -> list[tuple[str, str]]:
    """Codes and mends of a folder with one allegation and a file of this name."""
    for path in (folder / "allegations/a.yaml", folder / name):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(allegation(), encoding="utf-8")
    return [(fault.code, fault.mend) for fault in load([folder]).diagnostics]


@pytest.mark.parametrize(("name", "meant"), TOLD.items(), ids=TOLD)
def test_a_file_that_looks_meant_is_told_with_the_name_to_give_it(
    tmp_path: Path, name: str, meant: str
) -> None:
    ((code, mend),) = told(tmp_path, name)
    assert (code, f"Rename it to '{meant}'" in mend) == ("LM112", True)


@pytest.mark.parametrize("name", SILENT)
def test_other_files_are_left_alone(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, name) == []


def test_a_copy_beside_its_original_is_not_to_be_renamed(tmp_path: Path) -> None:
    ((code, mend),) = told(tmp_path, "allegations/a.yaml.bak")
    assert (code, mend) == ("LM112", "Delete it, or move it elsewhere: 'a.yaml' lies beside it.")


def test_of_packs_that_were_not_asked_for_nothing_is_told(tmp_path: Path) -> None:
    pack, own = tmp_path / "pack", tmp_path / "own"
    assert told(pack, "allegations/b.json")
    assert told(own, "allegations/README.md") == []
    assert load([own], [pack]).diagnostics[0].code == "LM205"  # the id of both, and nothing else
    assert len(load([own], [pack]).diagnostics) == 1


@pytest.mark.parametrize("name", ["b.yml", "b.YAML"])
def test_a_file_that_is_named_by_itself_is_at_fault_for_its_ending(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / "allegations" / name
    path.parent.mkdir()
    path.write_text(allegation(id="b"), encoding="utf-8")
    (fault,) = load([path]).diagnostics
    assert fault.code == "LM107"
    assert fault.message == f"'{name}' is not read: its name does not end in '.yaml'"


def test_a_folder_of_which_nothing_is_read_ends_the_call(tmp_path: Path) -> None:
    (tmp_path / "allegations").mkdir()
    (tmp_path / "allegations/b.YAML").write_text(allegation(), encoding="utf-8")
    with pytest.raises(NothingFoundError):
        load([tmp_path])


def test_a_folder_that_cannot_be_listed_is_at_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(tmp_path, "sources/closed/b.txt") == []
    listed = os.scandir

    def scandir(path: Any) -> Any:  # a right that is taken away does not stop an administrator
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    (fault,) = load([tmp_path]).diagnostics
    assert fault.code == "LM001"
    assert fault.position.path == (tmp_path / "sources/closed").as_posix()
    assert fault.message == "cannot be read: Permission denied"
