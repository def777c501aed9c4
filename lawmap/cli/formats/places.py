"""Where a file lies in its repository, as services that show faults beside it look it up."""

from __future__ import annotations

import os
from pathlib import Path

from lawmap.loading.folder import real_path

_ROOT = "GITHUB_WORKSPACE"
"""Under GitHub, the folder into which the repository was checked out."""


class Repository:
    """The folder that GitHub names, if lawmap runs inside it; else the one in which it runs."""

    def __init__(self) -> None:
        self._here = Path.cwd()
        root = real_path(Path(os.environ.get(_ROOT) or self._here))
        self._root = root if self._here.is_relative_to(root) else self._here
        self._paths: dict[str, str] = {}

    def path(self, shown: str) -> str:
        """A path from the root of the repository. One that lies outside stays whole.

        Links are followed as long as they stay inside, for GitHub shows nothing beside a link.
        """
        if shown not in self._paths:  # many faults lie in one file
            self._paths[shown] = self._from_root(Path(os.path.normpath(self._here / shown)))
        return self._paths[shown]

    def _from_root(self, written: Path) -> str:
        for path in (real_path(written), written):
            if path.is_relative_to(self._root):
                return path.relative_to(self._root).as_posix()
        return written.as_posix()
