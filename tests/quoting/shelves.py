"""Shelves for tests: norms and stored texts as tables of cases list them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lawmap.model.instrument import Structure
from lawmap.model.library import Library
from lawmap.quoting import Shelf
from lawmap.texts import Origin, StoredText, TextKind, open_packs, pack_bytes, pack_path
from tests.builders import instrument, norm

SEA = StoredText(
    "sea", "9", "", "en", "a file", TextKind.TEXT, "", "Whoever sails a ship must carry a lamp."
)
"""Of an instrument that the library does not hold."""


def shelf_of(given: dict[str, Any], folder: Path) -> Shelf:
    """The words of a table, its texts in a pack that is written to a folder."""
    structure = Structure.model_validate(
        {
            "schema_version": 1,
            "instrument": "t",
            "edition": "t-1949",
            "read_in": "a text",
            "provisions": given["structure"],
        }
    )
    norms = {name: norm(name, words=words) for name, words in given["norms"].items()}
    library = Library(instruments={"t": instrument("t")}, structures={"t": structure}, norms=norms)
    texts = [_stored(**text) for text in given["texts"]]
    raw = pack_bytes([*texts, SEA], Origin("a.jsonl", "0" * 64))
    pack_path(folder, "a").write_bytes(raw)
    return Shelf(library, open_packs(folder))


def _stored(article: str, text: str, kind: str = "text", language: str = "en") -> StoredText:
    return StoredText("t", article, "", language, "a file", TextKind(kind), "", text)
