"""Files are named as the repository names them, wherever lawmap runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.cli.formats.places import Repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the folder ``law``, in which lawmap runs; ``link.yaml`` leads to a.yaml."""
    law = tmp_path / "repository" / "law"
    law.mkdir(parents=True)
    (law / "a.yaml").touch()
    (law / "link.yaml").symlink_to("a.yaml")
    (tmp_path / "outside.yaml").touch()
    (law / "out.yaml").symlink_to(tmp_path / "outside.yaml")
    monkeypatch.chdir(law)
    return law.parent


def test_a_path_is_told_from_the_folder_in_which_lawmap_runs(repository: Path) -> None:
    assert Repository().path("a.yaml") == "a.yaml"
    assert Repository().path(f"{repository}/law/a.yaml") == "a.yaml"


def test_under_github_a_path_is_told_from_the_root_of_the_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(repository))
    assert Repository().path("a.yaml") == "law/a.yaml"
    assert Repository().path("../b.yaml") == "b.yaml"


def test_a_root_elsewhere_is_not_the_root(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "other"))
    assert Repository().path(f"{repository}/law/a.yaml") == "a.yaml"


def test_links_are_followed_where_they_stay_inside(repository: Path) -> None:
    assert Repository().path("link.yaml") == "a.yaml"
    assert Repository().path("out.yaml") == "out.yaml"
    assert Repository().path(str(repository)) == str(repository)
