"""The bytes of a file that lies among the text packs of a user."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lawmap.errors import UsageError
from lawmap.texts.packs import open_packs


def holds(data: bytes) -> None:
    """Ask a pack of these bytes for all that it can be asked."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "pack.zip").write_bytes(data)
        packs = open_packs(Path(folder))
        assert packs is not None
        (pack,) = packs.packs
        for ask in (
            lambda: pack.origin,
            lambda: pack.treaties,
            lambda: list(packs.every_text()),
            lambda: packs.texts_of(["t"]),
            packs.windows,
        ):
            try:
                ask()
            except UsageError as error:
                assert "pack" in str(error)
