"""The stored texts of the shared folder, imported once in a run of tests."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from lawmap.texts import TextKind, TextPacks, open_packs, pack_bytes, pack_path
from lawmap.texts.reading import Told, read_file
from tests.shared import shared_folder

FILES = {
    "treaty_articles.jsonl": Told("treaty articles"),
    "hague_1907_fragments_en.jsonl": Told("fragments"),
    "icc_elements_of_crimes_2011.txt": Told("Elements", "rome", kind=TextKind.COMPANION),
}


@cache
def shared_packs() -> TextPacks:
    """The packs; the test is skipped, with its reason, where there is no shared folder."""
    data = shared_folder() / "data"
    with tempfile.TemporaryDirectory() as name:
        for file, told in FILES.items():
            read, origin = read_file(data / file, told)
            assert read.faults == ()
            pack_path(Path(name), Path(file).stem).write_bytes(pack_bytes(read.texts, origin))
        packs = open_packs(Path(name))
        assert packs is not None
        assert sum(1 for _ in packs.every_text())  # read before the folder goes
        packs.windows()
    return packs
