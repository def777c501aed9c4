"""A text pack with words that no treaty has, so that no text is copied here."""

from __future__ import annotations

from pathlib import Path

from lawmap.texts import Origin, StoredText, TextKind, pack_bytes, pack_path

MOVED = "The Power may not move its own lamps"
"""Stands in paragraph 6 of the first article."""
_TEXTS = {
    "49": "1. Nobody may move a single lamp out of the town.\n\n"
    "6. The Power may not move its own lamps into the town.",
    "53": "Lamps of the town may not be broken by anybody at all.",
}


def write_pack(folder: Path) -> None:
    """Write a pack with these texts of two articles of the Fourth Geneva Convention."""
    texts = [
        StoredText("gc4", article, "", "en", "made up", TextKind.TEXT, "", text)
        for article, text in _TEXTS.items()
    ]
    raw = pack_bytes(texts, Origin("made.jsonl", "0" * 64))
    pack_path(folder, "made").write_bytes(raw)
