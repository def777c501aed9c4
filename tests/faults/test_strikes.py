"""Every command that writes is struck at the calls by which it does so.

``python -m tests.faults`` prints how many strikes were survived, by command.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.running import ROOT
from tests.faults.__main__ import WAYS


@pytest.mark.slow
@pytest.mark.counted
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here")
@pytest.mark.parametrize("way", WAYS)
def test_whatever_befalls_a_run_no_file_is_torn_and_no_edit_lost(way: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", way],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    assert done.stdout.rstrip().endswith(" 0 faults")
