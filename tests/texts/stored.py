"""Text packs for tests: imported as the command line imports them, or made of a few words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic
from lawmap.texts import TextKind, TextPacks, open_packs, pack_bytes, pack_path
from lawmap.texts.reading import Told, read_file


class Stored(NamedTuple):
    """The packs of a folder, and the faults of files that were not imported."""

    packs: TextPacks | None
    faults: list[Diagnostic]


def import_all(files: list[Path], store: Path) -> Stored:
    """Import files, each as a pack of its own.

    A name that begins with an instrument and ends with "companion" is that of a document beside it.
    """
    faults: list[Diagnostic] = []
    store.mkdir(exist_ok=True)
    for path in files:
        told = Told(source=path.stem)
        if path.stem.endswith("-companion"):
            told = told._replace(
                instrument=path.stem.removesuffix("-companion"), kind=TextKind.COMPANION
            )
        read, origin = read_file(path, told)
        faults += read.faults
        if not read.faults:
            pack_path(store, path.stem).write_bytes(pack_bytes(read.texts, origin))
    return Stored(open_packs(store), faults)


def texts_beside(folder: Path, store: Path) -> Stored:
    """What the folder ``texts`` beside the files of an example holds, if there is one."""
    return import_all(sorted((folder / "texts").glob("*")), store)
