"""What a user names, as files on the disk: a folder or file, or a revision of git."""

from __future__ import annotations

import posixpath
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from lawmap.cli.screen import visible
from lawmap.diagnostics import Diagnostic
from lawmap.errors import UsageError

from .git import Repository, repository_of
from .tree import Tree

WORKING_TREE = "the working tree"
_RANGE = "..."
_SHORT = 10
"""So many characters of the name of a commit are shown."""


class Place(NamedTuple):
    """Where one side of a comparison lies."""

    path: Path
    name: str
    """For people: ``norms``, ``main (3f2a1bc49d)``."""
    is_project: bool = False
    """Whether it is a whole project, so that its settings say which of its folders count."""
    tree: Tree | None = None
    """The revision out of which it was written, if it is one."""

    @property
    def is_file(self) -> bool:
        """Whether it is a single file."""
        if self.tree is None:
            return self.path.is_file()
        return self.tree.is_file(self.tree.inside(self.path) or "")

    def shown(self, path: str) -> str:
        """A path of the disk as the user knows it: those of a revision begin with its name."""
        if self.tree is None:
            return path
        inside = path.removeprefix(f"{self.tree.root.as_posix()}/")
        return path if inside == path else f"{self.tree.name}:{inside}"

    def told(self, fault: Diagnostic) -> Diagnostic:
        """A fault with the paths that the user knows."""
        related = tuple(
            one._replace(position=one.position._replace(path=self.shown(one.position.path)))
            for one in fault.related
        )
        position = fault.position._replace(path=self.shown(fault.position.path))
        return fault._replace(position=position, related=related)


class Places:
    """Finds what users name; folders made for revisions last as long as the stack."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack

    def pair(self, old: str, new: str | None) -> tuple[Place, Place]:
        """Both sides; without the second, what the first names, as it is in the working tree."""
        if new is None and _RANGE in old and not Path(old).exists():
            old, _, new = old.partition(_RANGE)
            return self._since_they_parted(old or "HEAD", new or "HEAD")
        first = self.find(old)
        if new is not None:
            return first, self.find(new)
        if first.tree is None or first.is_project:
            return first, Place(Path(), WORKING_TREE, is_project=True)
        top = _repository(old).top
        same = top / first.path.relative_to(first.tree.root)
        if not same.exists():
            raise UsageError(f"{visible(str(same))} is not there; say what to compare '{old}' with")
        return first, Place(same, str(same))

    def find(self, name: str) -> Place:
        """What a name means: a folder or file that exists, else a revision, REV or REV:PATH.

        Raises:
            UsageError: if it is neither, or if it could be both.
        """
        path = Path(name)
        if path.exists():
            _refuse_both(name)
            return Place(path, name, is_project=path.is_dir() and path.samefile(Path()))
        revision, colon, inside = name.partition(":")
        repository = _repository(name)
        commit = repository.commit(revision)
        if commit is None:
            hint = repository.near(revision)
            raise UsageError(f"'{name}' is no file or folder here and no revision of git{hint}")
        tree = self._tree(repository, commit, revision)
        if not colon:
            shown = f"{revision} ({commit[:_SHORT]})"
            return Place(tree.root / repository.prefix, shown, is_project=True, tree=tree)
        return self._inside(repository, tree, inside, f"{name} ({commit[:_SHORT]})")

    def _inside(self, repository: Repository, tree: Tree, inside: str, name: str) -> Place:
        """A folder or file of a revision, named from the top as git does, or by ./ from here."""
        start = repository.prefix if inside.startswith("./") else ""
        path = posixpath.normpath(posixpath.join(start, inside or ".")).strip("/")
        path = "" if path == "." else path
        if path.startswith("..") or not tree.has(path):
            raise UsageError(f"{tree.name} has no file or folder '{visible(inside)}'")
        return Place(tree.root / path, name, tree=tree)

    def _since_they_parted(self, old: str, new: str) -> tuple[Place, Place]:
        """``A...B``: what B did since it parted from A, as in ``git diff``."""
        repository = _repository(f"{old}{_RANGE}{new}")
        commits = [self._commit(repository, name) for name in (old, new)]
        base = repository.merge_base(*commits)
        if base is None:
            raise UsageError(f"'{old}' and '{new}' have no commit in common here")
        return self.find(base), self.find(new)

    def _commit(self, repository: Repository, name: str) -> str:
        commit = repository.commit(name)
        if commit is None:
            raise UsageError(f"no revision '{name}' of git here{repository.near(name)}")
        return commit

    def _tree(self, repository: Repository, commit: str, name: str) -> Tree:
        home = tempfile.TemporaryDirectory(prefix="lawmap-")
        return Tree(repository, commit, name, Path(self._stack.enter_context(home)).resolve())


def _repository(name: str) -> Repository:
    try:
        repository = repository_of(Path())
    except UsageError as error:
        raise UsageError(
            f"'{name}' is no file or folder here, and for a revision of git: {error}"
        ) from error
    if repository is None:
        raise UsageError(
            f"'{name}' is no file or folder here, and a revision cannot be meant, for the current"
            " folder lies in no git repository; give two folders or two dossiers"
        )
    return repository


def _refuse_both(name: str) -> None:
    """A name of a folder that is also one of a revision: neither is guessed."""
    if "/" in name or name == ".":
        return
    try:
        repository = repository_of(Path())
    except UsageError:
        return
    if repository is not None and repository.commit(name) is not None:
        raise UsageError(
            f"'{name}' is both a folder here and a revision of git; write './{name}' for the folder"
            f" or '{name}~0' for the revision"
        )
