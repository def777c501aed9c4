"""Cases run where any law was read that is not the shipped pack as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lawmap.checks import check
from lawmap.loading import load, packs_for
from tests.checks.test_bad_files import BAD


class RanError(Exception):
    """Cases were run."""


def are_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    def run(*_: object) -> None:
        raise RanError

    monkeypatch.setattr("lawmap.checks.cases.run_cases", run)
    try:
        check(load([folder], packs_for([folder])))
    except RanError:
        return True
    return False


def test_who_checks_allegations_waits_for_no_case_of_the_shipped_pack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not are_run(BAD / "beside", monkeypatch)


@pytest.mark.parametrize("name", ["failing-case", "unused-word", "orphan-files"])
def test_law_of_ones_own_may_change_what_cases_come_to(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert are_run(BAD / name, monkeypatch)


def test_so_may_law_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(BAD / "beside", tmp_path / "own")
    (folder / "situations").mkdir()
    (folder / "situations/own.yaml").write_text("id: [", encoding="utf-8")
    assert are_run(folder, monkeypatch)
