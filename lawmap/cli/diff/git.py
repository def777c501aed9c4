"""Revisions of git, read by the ``git`` program: names of files, and their bytes.

Files are taken out of the object store as they were committed. Nothing is checked out, no filter,
hook or attribute of the repository is run, and no object is fetched from elsewhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lawmap.cli.screen import visible
from lawmap.diagnostics import did_you_mean
from lawmap.errors import UsageError

# No network (a partial clone would fetch what it lacks), and no program that watches files.
_SETTINGS = ("-c", "protocol.allow=never", "-c", "core.fsmonitor=false")
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_NOWHERE = b"not a git repository"
_LINK, _SUBMODULE = "120000", "160000"


class Entry(NamedTuple):
    """A file of a revision."""

    path: str
    """From the top of the repository, with forward slashes."""
    mode: str
    object: str
    size: int

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link; its content is the path to which it leads."""
        return self.mode == _LINK

    @property
    def is_submodule(self) -> bool:
        """Whether it stands for another repository, of which nothing is here."""
        return self.mode == _SUBMODULE


class Repository(NamedTuple):
    """The repository in which a folder lies."""

    git: str
    """The program."""
    folder: Path
    top: Path

    @property
    def prefix(self) -> str:
        """The folder as the repository names it; "" at its top."""
        return _text(self._run("rev-parse", "--show-prefix")).strip("/")

    def commit(self, revision: str) -> str | None:
        """The full name of the commit that a revision means; None if there is none."""
        wanted = f"{revision}^{{commit}}"
        asked = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
        return _text(asked.stdout) if asked.returncode == 0 else None

    def merge_base(self, one: str, other: str) -> str | None:
        """The last commit that two have in common; None if they have none."""
        asked = self._ask("merge-base", one, other)
        return _text(asked.stdout) if asked.returncode == 0 else None

    def near(self, revision: str) -> str:
        """For a revision that is not known: which one was perhaps meant, and what may be amiss."""
        names = _text(self._run("for-each-ref", "--format=%(refname:short)")).split("\n")
        remote = next((name for name in names if name.endswith(f"/{revision}")), None)
        meant = f" (did you mean '{remote}'?)" if remote else did_you_mean(revision, names)
        shallow = _text(self._run("rev-parse", "--is-shallow-repository")) == "true"
        lacking = "; this clone is shallow, so fetch the revision first" if shallow else ""
        return meant + lacking

    def entries(self, commit: str) -> list[Entry]:
        """Every file, link and submodule of a commit."""
        listed = self._run("ls-tree", "-r", "-z", "--long", "--full-tree", commit)
        return [_entry(line) for line in listed.split(b"\0") if line]

    def contents(self, entries: Iterable[Entry]) -> Iterator[tuple[Entry, bytes]]:
        """Files with their bytes, as they were committed.

        Raises:
            UsageError: if git does not have one of them here.
        """
        wanted = list(entries)
        asked = "".join(f"{entry.object}\n" for entry in wanted).encode()
        rest = self._run("cat-file", "--batch", given=asked) if wanted else b""
        at = 0
        for entry in wanted:
            end = rest.index(b"\n", at)
            if not rest[at:end].endswith(b" %d" % entry.size):
                raise UsageError(f"git does not have the content of '{visible(entry.path)}' here")
            yield entry, rest[end + 1 : end + 1 + entry.size]
            at = end + 1 + entry.size + 1

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        done = self._ask(*arguments, given=given)
        if done.returncode:
            raise UsageError(f"git {arguments[0]} failed: {_said(done)}")
        return done.stdout

    def _ask(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return _ask(self.git, self.folder, *arguments, given=given)


def repository_of(folder: Path) -> Repository | None:
    """The repository in which a folder lies; None if it lies in none.

    Raises:
        UsageError: if there is no git to ask, or git refuses to read the repository.
    """
    git = shutil.which("git")
    if git is None:
        raise UsageError("git is not installed")
    asked = _ask(git, folder, "rev-parse", "--show-toplevel")
    if asked.returncode == 0:
        return Repository(git, folder, Path(_text(asked.stdout)))
    if _NOWHERE in asked.stderr:
        return None
    raise UsageError(f"git cannot read this repository: {_said(asked)}")


def _ask(
    git: str, folder: Path, *arguments: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  (a fixed program; no argument of it is an option)
            [git, *_SETTINGS, *arguments],
            cwd=folder,
            env={**os.environ, **_ENVIRONMENT},
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise UsageError(f"git cannot be run: {error.strerror}") from error


def _entry(line: bytes) -> Entry:
    """One line of ``ls-tree --long``: mode, type, object, size, a tab, and the path."""
    head, _, path = line.partition(b"\t")
    mode, _, name, size = head.decode().split()
    return Entry(os.fsdecode(path), mode, name, int(size) if size.isdigit() else 0)


def _text(raw: bytes) -> str:
    return os.fsdecode(raw).strip("\n")


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """What git says of a failure, on one line."""
    return visible(" ".join(_text(done.stderr).split()))
