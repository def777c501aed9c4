"""The folder in which somebody works: what lies there, and where a new file belongs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lawmap.cli.outgoing import remember_all
from lawmap.cli.settings import read_settings
from lawmap.errors import UsageError
from lawmap.loading import Loaded, load, packs_for
from lawmap.loading.folder import find_files
from lawmap.model.base import FileRecord

PACK = "pack.yaml"


class Workplace(NamedTuple):
    """A folder and what its settings name, seen from the folder in which the command runs."""

    folder: Path
    paths: tuple[Path, ...]
    norms: tuple[Path, ...]

    @classmethod
    def at(cls, folder: Path) -> Workplace:
        """The folder with its settings; without any, everything below it is meant."""
        settings = read_settings(folder)
        return cls(folder, settings.paths, settings.norms)

    def load(self, norms: Iterable[Path]) -> Loaded:
        """Everything that a new file may refer to; a folder without files is no fault here."""
        paths = [path for path in self.paths if path.exists() and find_files([path])]
        loaded = load(paths, packs_for(paths, [*norms] or self.norms))
        remember_all(loaded)
        return loaded

    def home_of(self, kind: str) -> Path:
        """The folder for files of a kind, such as ``allegations``."""
        for path in self.paths:
            if path.name == kind:
                return path
            if (path / kind).is_dir():
                return path / kind
        return self.folder / kind

    def pack(self) -> Path:
        """The one norm pack of one's own.

        Raises:
            UsageError: if there is none, or more than one.
        """
        named = [path for path in (*self.norms, *self.paths) if (path / PACK).is_file()]
        absolute = self.folder.absolute()
        above = [path for path in (absolute, *absolute.parents) if (path / PACK).is_file()]
        found = list(dict.fromkeys(named)) or above[:1]
        if not found:
            raise UsageError(
                "no norm pack of your own is here; name its folder with --pack,"
                " or make one with 'lawmap init --norms'"
            )
        if len(found) > 1:
            names = ", ".join(map(str, found))
            raise UsageError(f"several norm packs are here ({names}); name one with --pack")
        return found[0]

    def schema_of(self, model: type[FileRecord], path: Path) -> Path:
        """The schema for a file at this path: the nearest one, else where it would belong."""
        name = f"{model.kind_of_file}.schema.json"
        nearby = [folder / "schemas" / name for folder in path.absolute().parents]
        expected = self.folder.absolute() / "schemas" / name
        return next((one for one in nearby if one.is_file()), expected)
