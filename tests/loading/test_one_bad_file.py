"""One bad file hides no other, and is not blamed on others.

Each kind of file of the shipped pack is broken in turn, in three ways. What refers to it is in
order and must stay so.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lawmap.checks import check
from lawmap.loading import load, shipped_pack

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow  # each reads and checks the whole pack

FILES = (
    "norms/pack.yaml",
    "norms/situations/ukraine.yaml",
    "norms/vocabulary/terms/act.yaml",
    "norms/vocabulary/roles.yaml",
    "norms/vocabulary/regimes.yaml",
    "norms/vocabulary/stages.yaml",
    "norms/instruments/gc4/instrument.yaml",
    "norms/instruments/gc4/structure.yaml",
    "norms/instruments/gc4/parties.yaml",
    "norms/instruments/gc4/49-1.yaml",
    "norms/chapeaux/occupation.yaml",
    "norms/presumptions/own-national-not-protected.yaml",
    "norms/styles/plain.yaml",
    "seeds/sources/mind-2023-11.yaml",
    "seeds/allegations/children-taken-to-russia.yaml",
)
BREAKS = {
    "no YAML": "\n]:[\n",
    "an unknown key": "\nunheard-of: 1\n",
    "a version to come": None,
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(shipped_pack(), folder / "norms")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("way", BREAKS)
def test_a_broken_file_is_the_only_one_at_fault(copy: Path, name: str, way: str) -> None:
    path = copy / name
    before = path.read_text(encoding="utf-8")
    more = BREAKS[way]
    after = before + more if more else before.replace("schema_version: 1", "schema_version: 9")
    path.write_text(after, encoding="utf-8")
    try:
        loaded = load([copy / "norms", copy / "seeds"])
        found = check(loaded, cases=False)
    finally:
        path.write_text(before, encoding="utf-8")
    assert found
    assert {fault.position.path for fault in found} == {path.as_posix()}
