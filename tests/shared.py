"""The folder of shared reference material: treaty texts and reports that no repository may hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE_THE_CHECKOUT = Path(__file__).parents[2] / "shared"


def shared_folder() -> Path:
    """The folder that LAWMAP_SHARED names; the test is skipped, with this reason, without it."""
    folder = Path(os.environ.get("LAWMAP_SHARED") or _BESIDE_THE_CHECKOUT)
    if not folder.is_dir():
        pytest.skip(f"needs the shared folder, which is not at {folder} (set LAWMAP_SHARED)")
    return folder
