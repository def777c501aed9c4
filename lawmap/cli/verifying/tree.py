"""The files of a folder or zip archive with their sizes and hashes, however large they are.

Nothing is followed out of the folder and nothing is unpacked: links, pipes and devices are faults,
and so is a name in an archive that would leave the place to which it is unpacked.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from lawmap.diagnostics import Diagnostic, Position
from lawmap.integrity.bag import is_inside
from lawmap.loading.text import unreadable
from lawmap.masking.contents import ALWAYS, DAMAGED, MOST_PACKED

_CHUNK = 1 << 20


class Tree:
    """The files below one place."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        """What stands before a name in diagnostics: the place with a slash."""
        self.sizes: dict[str, int] = {}
        """How many bytes each file has, by its name with forward slashes."""
        self.faults: list[Diagnostic] = []
        """What is no file, or cannot be read."""

    def opened(self, name: str) -> IO[bytes]:
        """A file to be read."""
        raise NotImplementedError

    def read(self, name: str, limit: int) -> bytes:
        """The bytes of a file.

        Raises:
            OSError: if it cannot be read, or has more bytes than the limit.
        """
        if self.sizes[name] > limit:
            raise OSError(errno.EFBIG, f"it has {self.sizes[name]:,} bytes; {limit:,} are read")
        try:
            with self.opened(name) as file:
                return file.read(self.sizes[name])
        except DAMAGED as error:
            raise OSError(errno.EIO, getattr(error, "strerror", None) or str(error)) from error

    def hashes(self, algorithm: str = "sha256") -> dict[str, str]:
        """The hash of every file; what cannot be read is a fault, and has none."""
        found = {}
        for name in sorted(self.sizes):
            try:
                with self.opened(name) as file:
                    found[name] = _hash(file, algorithm)
            except DAMAGED as error:
                self.faults.append(unreadable(f"{self.shown}{name}", error))
        return found

    def _refuse(self, name: str, code: str, message: str) -> None:
        mend = "Move it away: only plain files belong here."
        self.faults.append(Diagnostic(Position(f"{self.shown}{name}"), code, message, mend))


def _hash(file: IO[bytes], algorithm: str) -> str:
    digest = hashlib.new(algorithm)
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


class FolderTree(Tree):
    """The files of a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder.as_posix()}/")
        self._folder = folder
        self._walk()

    def opened(self, name: str) -> IO[bytes]:
        """A file to be read, unless something else took its place meanwhile."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(self._folder / name, flags | getattr(os, "O_BINARY", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError(errno.EINVAL, "it is no regular file")
        return os.fdopen(handle, "rb")

    def _walk(self) -> None:
        """Look at all files; whatever vanishes or cannot be entered meanwhile is told."""
        folders = [""]
        while folders:
            below = folders.pop()
            try:
                with os.scandir(self._folder / below) as entries:
                    names = sorted(f"{below}{entry.name}" for entry in entries)
            except OSError as error:
                self.faults.append(unreadable(f"{self.shown}{below}", error))
                continue
            for name in names:
                if self._take(name):
                    folders.append(f"{name}/")

    def _take(self, name: str) -> bool:
        """Look at one of the names; gives whether it is a folder, to be looked into."""
        try:
            info = (self._folder / name).lstat()
        except OSError as error:
            self.faults.append(unreadable(f"{self.shown}{name}", error))
            return False
        if stat.S_ISREG(info.st_mode):
            self.sizes[name] = info.st_size
        elif not stat.S_ISDIR(info.st_mode):
            what = "a link" if stat.S_ISLNK(info.st_mode) else "a pipe, socket or device"
            self._refuse(name, "LM009", f"it is {what}, not a regular file of this folder")
        return stat.S_ISDIR(info.st_mode)


class ZipTree(Tree):
    """The files of a zip archive, below its one folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.as_posix()}/")
        self.top = ""
        """The one folder in which all of them lie, with its slash."""
        self._members: dict[str, zipfile.ZipInfo] = {}
        try:
            self._archive = zipfile.ZipFile(path)
            infos = self._archive.infolist()
        except DAMAGED as error:
            self.faults.append(_no_archive(path, error))
            return
        if sum(one.file_size for one in infos) > max(ALWAYS, MOST_PACKED * path.stat().st_size):
            message = "it unpacks to far more than files of text would"
            mend = "Do not unpack it. Ask whoever sent it."
            self.faults.append(Diagnostic(Position(path.as_posix()), "LM008", message, mend))
            return
        self._take(infos)

    def opened(self, name: str) -> IO[bytes]:
        """A file to be read, unpacked on the way."""
        return self._archive.open(self._members[name])

    def _take(self, infos: list[zipfile.ZipInfo]) -> None:
        tops = {one.filename.partition("/")[0] for one in infos if "/" in one.filename}
        if len(tops) == 1:
            self.top = f"{tops.pop()}/"
        for one in infos:
            inner = one.filename.removeprefix(self.top)
            # An empty name ends an archive's own test of folders with an error.
            is_named_so = one.filename.endswith("/") and one.orig_filename == one.filename
            is_folder = is_named_so and not one.file_size
            if is_folder and (not inner or is_inside(inner.rstrip("/"))):
                continue
            if not one.filename.startswith(self.top) or not is_inside(inner):
                self._refuse(one.filename, "LM804", "its name leaves the one folder of the bag")
            elif inner in self._members:
                self._refuse(inner, "LM804", "it stands twice in the archive")
            elif stat.S_IFMT(one.external_attr >> 16) not in (0, stat.S_IFREG):
                self._refuse(inner, "LM009", "it is a link or device, not a regular file")
            else:
                self._members[inner] = one
                self.sizes[inner] = one.file_size


def _no_archive(path: Path, error: Exception) -> Diagnostic:
    mend = "Ask whoever sent it for a new copy."
    message = f"it is no zip archive that can be read: {error}"
    return Diagnostic(Position(path.as_posix()), "LM804", message, mend)


def files_below(tree: Tree, folder: str) -> Iterator[str]:
    """The names of files below a folder of a tree, seen from there."""
    return (name.removeprefix(folder) for name in tree.sizes if name.startswith(folder))
