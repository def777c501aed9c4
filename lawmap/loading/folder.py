"""Folders to files: what is read, in which order, and under which name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ENDINGS = (".yaml", ".yml")
_SKIPPED = frozenset({".git", ".venv", "node_modules", "__pycache__"})


class Found(NamedTuple):
    """A file to read."""

    path: Path
    shown: str
    """Its name in diagnostics."""
    root: Path
    """The folder that was given, or the file's own."""


def find_files(paths: Iterable[Path]) -> list[Found]:
    """Every YAML file below the paths, each once, in an order that no machine changes.

    A path that does not exist is returned as it is, so that reading it reports the fault.
    """
    found: dict[Path, Found] = {}
    for path in paths:
        for item in _below(path):
            found.setdefault(real_path(item.path), item)
    return sorted(found.values(), key=lambda item: item.shown)


def real_path(path: Path) -> Path:
    """The path with links followed; as it stands, where links lead in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _below(path: Path) -> Iterator[Found]:
    if not path.is_dir():
        yield Found(path, path.as_posix(), path.parent)
        return
    for folder, names, files in os.walk(path, followlinks=False):
        names[:] = sorted(name for name in names if name not in _SKIPPED)
        for name in sorted(files):
            if name.endswith(ENDINGS):
                item = Path(folder) / name
                yield Found(item, item.as_posix(), path)
