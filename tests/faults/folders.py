"""Folders as they are: taken down, compared, put back."""

from __future__ import annotations

import shutil
from pathlib import Path

Content = dict[str, bytes]


def content_of(folder: Path, *, with_ours: bool = True) -> Content:
    """Every file below a folder; those that lawmap needs only while it writes can be left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (with_ours or not _is_ours(path.relative_to(folder)))
    }


def _is_ours(path: Path) -> bool:
    return any(part.startswith(".lawmap") for part in path.parts)


def leftovers(folder: Path) -> list[str]:
    """Files that lawmap needs only while it writes."""
    return sorted(path.name for path in folder.rglob(".lawmap*"))


def put_back(folder: Path, saved: Path) -> None:
    """Make a folder what it was when it was copied; it stays the same folder itself."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    shutil.copytree(saved, folder, dirs_exist_ok=True)
