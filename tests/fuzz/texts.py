"""A file with the words of treaties, in each of the formats that are read."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lawmap.loading.text import decode
from lawmap.texts.packs import pack_bytes
from lawmap.texts.reading import READERS, Told, read_file

from .inputs import hold_in_place


def holds(data: bytes) -> None:
    """Read these bytes in each format, as of a treaty that is named or not."""
    text = decode(data, "").text
    with TemporaryDirectory() as folder:
        for ending in READERS:
            path = Path(folder) / f"treaty{ending}"
            path.write_bytes(data)
            for instrument in ("", "t"):
                read, origin = read_file(path, Told("a printer", instrument))
                if text:
                    hold_in_place(read.faults, text)
                if not read.faults:
                    assert pack_bytes(read.texts, origin)
