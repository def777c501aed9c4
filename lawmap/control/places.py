"""Paths of diagnostics as another folder sees them."""

from __future__ import annotations

import os
from pathlib import Path

from lawmap.loading.folder import real_path


class Seen:
    """Paths seen from one folder; each is worked out once, for many faults lie in one file."""

    def __init__(self, folder: Path) -> None:
        self._folder = real_path(folder)
        self._paths: dict[str, str] = {}

    def path(self, shown: str) -> str:
        """A path that a diagnostic shows, with forward slashes."""
        if shown not in self._paths:
            self._paths[shown] = self._from_folder(real_path(Path(shown)))
        return self._paths[shown]

    def exists(self, path: str) -> bool:
        """Whether a path from this folder leads to something."""
        return (self._folder / path).exists()

    def _from_folder(self, target: Path) -> str:
        try:
            return Path(os.path.relpath(target, self._folder)).as_posix()
        except ValueError:  # on another drive
            return target.as_posix()
