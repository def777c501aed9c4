"""A revision as a folder: what lawmap reads of it, written where it can be read."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable
from pathlib import Path

from lawmap.cli.screen import visible
from lawmap.errors import UsageError
from lawmap.loading.folder import ENDINGS
from lawmap.loading.text import MAX_BYTES

from .git import Entry, Repository

_STORED_ELSEWHERE = b"version https://git-lfs.github.com/spec/"
_SETTINGS = ("lawmap.toml", "pyproject.toml")
_PACK = "pack.yaml"


class Tree:
    """The files of one commit, and the folder into which they are written as they are needed."""

    def __init__(self, repository: Repository, commit: str, name: str, home: Path) -> None:
        """Begin the folder.

        Args:
            repository: where the commit is.
            commit: its full name.
            name: what the user calls it.
            home: an empty folder for it. The tree lies in it as deep as the checkout lies on the
                disk, so that what settings name outside of it can be told from what is in it.
        """
        self.name, self.top, self._home = name, repository.top, home
        self.root = home.joinpath(*repository.top.parts[1:])
        self._repository = repository
        self._entries = {entry.path: entry for entry in repository.entries(commit)}
        self.root.mkdir(parents=True, exist_ok=True)
        # No settings are looked for above the folder in which a checkout begins.
        (self.root / ".git").touch()

    def has(self, path: str) -> bool:
        """Whether there is a file, or a folder with files, of this path; "" is the top."""
        return not path or any(_is_below(known, path) for known in self._entries)

    def is_file(self, path: str) -> bool:
        """Whether there is a file of this path."""
        return path in self._entries

    def inside(self, path: Path) -> str | None:
        """A path of the disk as one of the tree; None if it leads out of it."""
        steps = posixpath.normpath(os.path.relpath(path, self.root).replace(os.sep, "/"))
        return None if steps.split("/")[0] == ".." else "" if steps == "." else steps

    def outside(self, path: Path) -> Path:
        """A path that leads out of the tree, as it leads out of the checkout."""
        absolute = Path(os.path.normpath(path))
        if not absolute.is_relative_to(self._home):
            return absolute
        return Path(self.top.anchor) / absolute.relative_to(self._home)

    def write_settings(self, folder: str) -> None:
        """Write the settings of a folder and of those above it."""
        homes = _upward(folder)
        wanted = [posixpath.join(home, name) for home in homes for name in _SETTINGS]
        self._write(self._entries[path] for path in wanted if path in self._entries)
        (self.root / folder).mkdir(parents=True, exist_ok=True)

    def write_files(self, paths: Iterable[str]) -> None:
        """Write what lawmap reads below these paths, and the whole pack in which one lies.

        Raises:
            UsageError: if something of it is not in the repository, or cannot be written.
        """
        wanted = {self._pack_around(path) for path in paths}
        found = [
            entry
            for path, entry in self._entries.items()
            if any(_is_below(path, one) or _is_below(one, path) for one in wanted)
        ]
        for entry in found:
            if entry.is_submodule:
                raise UsageError(
                    f"'{visible(entry.path)}' is a submodule in {self.name}, so its files are not"
                    " in this repository; check that revision out and give the folder"
                )
        self._write(
            entry for entry in found if entry.path.endswith(ENDINGS) or entry.path in wanted
        )

    def _pack_around(self, path: str) -> str:
        """The pack in which a path lies; without one, the path."""
        packs = (home for home in _upward(path) if posixpath.join(home, _PACK) in self._entries)
        return next(packs, path)

    def _write(self, entries: Iterable[Entry]) -> None:
        chosen = list(entries)
        small = [entry for entry in chosen if entry.size <= MAX_BYTES]
        try:
            for entry in chosen:
                if entry.size > MAX_BYTES:  # the loader refuses it by its size alone
                    self._place(entry).touch()
                    os.truncate(self._place(entry), entry.size)
            links = []
            for entry, content in self._repository.contents(small):
                if entry.is_link:
                    links.append((entry, os.fsdecode(content)))
                else:
                    self._place(entry).write_bytes(self._whole(entry, content))
            for entry, target in links:  # last, so that nothing is written through them
                self._link(entry, target)
        except OSError as error:
            raise UsageError(f"{self.name} cannot be written out: {error.strerror}") from error

    def _place(self, entry: Entry) -> Path:
        """Where a file is written: always below the folder, whatever its name."""
        steps = entry.path.split("/")
        if any(step in ("", ".", "..") or "\\" in step for step in steps):
            raise UsageError(f"{self.name} holds a file of a harmful name: {visible(entry.path)}")
        place = self.root.joinpath(*steps)
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    def _whole(self, entry: Entry, content: bytes) -> bytes:
        if content.startswith(_STORED_ELSEWHERE):
            raise UsageError(
                f"'{visible(entry.path)}' is kept in Git LFS, so {self.name} holds a pointer to it"
                " and no content; check that revision out and give the folder"
            )
        return content

    def _link(self, entry: Entry, target: str) -> None:
        leads_to = posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), target))
        if posixpath.isabs(target) or leads_to.startswith("..") or "\0" in target:
            raise UsageError(f"'{visible(entry.path)}' in {self.name} leads out of the repository")
        self._place(entry).symlink_to(target)


def _is_below(path: str, folder: str) -> bool:
    """Whether a path is that of a folder or file, or lies below it."""
    return not folder or path == folder or path.startswith(f"{folder}/")


def _upward(folder: str) -> list[str]:
    """A folder and those above it, the nearest first."""
    homes = [folder]
    while homes[-1]:
        homes.append(posixpath.dirname(homes[-1]))
    return homes
