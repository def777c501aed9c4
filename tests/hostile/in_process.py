"""lawmap in this process, for cases that ask what it says and not what it takes."""

from __future__ import annotations

import io
import os
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from lawmap.cli import main


class Said(NamedTuple):
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


def run(cwd: Path, *arguments: str | Path, **env: str) -> Said:
    """Run ``lawmap`` in a folder."""
    out, err = io.StringIO(), io.StringIO()
    with (
        chdir(cwd),
        redirect_stdout(out),
        redirect_stderr(err),
        patch.object(sys, "argv", ["lawmap", *map(str, arguments)]),
        patch.dict(os.environ, env),
    ):
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else -1
    return Said(code, out.getvalue(), err.getvalue())
