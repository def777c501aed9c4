"""The manifest of an output folder, as somebody else may have written it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lawmap.cli.writing import MANIFEST, write_folder
from lawmap.errors import OutputError

_FILES = {"a.md": "# A\n", "index.md": "# Index\n"}
_OTHERS = ("outside.md", "out/notes.txt", "out/inner/a.md")
"""Files that no run wrote: beside the output folder, in it and below it."""
_WORDS = "written by a person\n"


def holds(data: bytes) -> None:
    """Write a folder that has this manifest, with and without ``--force``."""
    for force in (False, True):
        with TemporaryDirectory() as name:
            home = Path(name)
            (home / "out" / "inner").mkdir(parents=True)
            (home / "out" / MANIFEST).write_bytes(data)
            for other in _OTHERS:
                (home / other).write_text(_WORDS, encoding="utf-8")
            try:
                write_folder(home / "out", _FILES, {}, force=force)
            except OutputError as error:
                assert str(error)
            _hold_others(home, in_folder=not force)


def _hold_others(home: Path, *, in_folder: bool) -> None:
    """What lies outside stays; so does, without ``--force``, all that no run wrote."""
    for other in _OTHERS:
        if in_folder or Path(other).parent != Path("out"):
            assert (home / other).read_text(encoding="utf-8") == _WORDS, other
