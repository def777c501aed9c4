"""The public door by itself: the example of the architecture page runs, and every name is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import lawmap
from tests.test_docs import ARCHITECTURE, ROOT, blocks, read


@pytest.mark.slow
def test_the_example_in_python_writes_a_dossier() -> None:
    (example,) = blocks(ARCHITECTURE, "python")
    done = subprocess.run(
        [sys.executable, "-c", example],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    title = lawmap.load([ROOT / "seeds"]).library.allegations["thirty-drafted-2024"].title
    assert title in done.stdout.splitlines()[0]


def test_every_name_of_the_door_is_there_and_is_told() -> None:
    assert [name for name in lawmap.__all__ if not hasattr(lawmap, name)] == []
    told = f"{lawmap.__doc__}{read(ARCHITECTURE)}"
    assert [name for name in lawmap.__all__ if name not in (*told.split("``"), "__version__")] == []


def test_the_shipped_pack_is_a_pack() -> None:
    assert isinstance(lawmap.shipped_pack(), Path)
    assert (lawmap.shipped_pack() / "pack.yaml").is_file()
