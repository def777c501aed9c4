"""Folders to files: what is read, in which order, and under which name; and what is not read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

ENDINGS = (".yaml", ".yml")
_SKIPPED = frozenset({"node_modules", "__pycache__"})


class Found(NamedTuple):
    """A file to read."""

    path: Path
    shown: str
    """Its name in diagnostics."""
    root: Path
    """The folder that was given, or the file's own."""
    real: Path
    """The file itself, absolute and with links followed."""
    place: Path
    """Where it was found, absolute: its kind follows from here, also if it is a link."""


@dataclass
class Walk:
    """What lies below some paths."""

    files: dict[Path, Found] = field(default_factory=dict)
    """Every YAML file that is not hidden, by its path with links followed: none is there twice."""
    others: dict[Path, Found] = field(default_factory=dict)
    """Every other file, likewise."""
    closed: dict[str, OSError] = field(default_factory=dict)
    """Every folder that cannot be listed, by its name in diagnostics, with the reason."""

    def add(self, path: Path) -> None:
        """Take up a file, or a folder with all that lies below it."""
        if not path.is_dir():
            lone = lone_file(path)
            self.files.setdefault(lone.real, lone)
            return
        for folder, names, files in os.walk(path, onerror=self._refused):
            names[:] = sorted(name for name in names if not _is_skipped(name))
            real = real_path(Path(folder))
            for name in sorted(files):
                item = Path(folder, name)
                place = real / name
                target = real_path(item) if item.is_symlink() else place
                kind = self.files if _is_read(name) else self.others
                kind.setdefault(target, Found(item, item.as_posix(), path, target, place))

    def _refused(self, error: OSError) -> None:
        self.closed[Path(error.filename).as_posix()] = error


def walk(paths: Iterable[Path]) -> Walk:
    """Everything below the paths.

    A path that does not exist counts as a file, so that reading it reports the fault.
    """
    found = Walk()
    for path in paths:
        found.add(path)
    return found


def lone_file(path: Path) -> Found:
    """A file that is named by itself and not found in a folder."""
    place = real_path(path.parent) / path.name
    return Found(path, path.as_posix(), path.parent, real_path(path), place)


def find_files(paths: Iterable[Path]) -> list[Found]:
    """Every YAML file below the paths, each once, in an order that no machine changes."""
    return in_order(walk(paths).files)


def in_order(found: dict[Path, Found]) -> list[Found]:
    """Files by their names in diagnostics."""
    return sorted(found.values(), key=lambda item: item.shown)


def real_path(path: Path) -> Path:
    """The path with links followed; as it stands, where links lead in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _is_read(name: str) -> bool:
    return name.endswith(ENDINGS) and not name.startswith(".")


def _is_skipped(folder: str) -> bool:
    """Whether a folder is none of the user's own work: hidden ones belong to tools."""
    return folder.startswith(".") or folder in _SKIPPED
