"""The settings of a project, in a file of their own or in that of a Python project."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lawmap.cli.settings import OWN, SHARED, read_settings
from lawmap.cli.settings.keys import SETTINGS
from lawmap.errors import UsageError


def holds(data: bytes) -> None:
    """Read these bytes as either file."""
    for name in (OWN, SHARED):
        with TemporaryDirectory() as folder:
            home = Path(folder)
            (home / ".git").mkdir()
            (home / name).write_bytes(data)
            try:
                settings = read_settings(home)
            except UsageError as error:
                assert str(error)
                continue
            for key in SETTINGS:
                settings.get(key)
                settings.place(key)
