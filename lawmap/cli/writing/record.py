"""What earlier runs wrote into a folder: the manifest, and a note of what is in flight.

The note is there before the first file changes, and goes after the manifest has changed. Between
these two moments every file of the folder is one that stood there before, or one that is to come;
the note knows both. So whatever is neither was changed by hand.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lawmap.integrity.canonical import is_hash
from lawmap.integrity.manifest import MANIFEST, PENDING, is_plain_name
from lawmap.loading.raw import read_regular

_MAX_BYTES = 50_000_000
_LONGEST = 40


@dataclass(frozen=True)
class Earlier:
    """What earlier runs wrote."""

    manifest: Mapping[str, str] = field(default_factory=dict)
    """Hashes by file name, of the last run that came to its end."""
    before: Mapping[str, str] = field(default_factory=dict)
    """Of a run that did not: what stood there when it began."""
    coming: Mapping[str, str] = field(default_factory=dict)
    """Of the same run: what it was to write."""
    is_foreign: bool = False
    """Whether the place of the manifest is taken by something that is none of ours."""
    audiences: frozenset[str] = frozenset()
    """For whom these runs wrote, as far as they say; two, if the last one came to no end."""

    @property
    def names(self) -> set[str]:
        """Every file that an earlier run may have written."""
        return {*self.manifest, *self.before, *self.coming}

    def wrote(self, name: str, sha256: str) -> bool:
        """Whether an earlier run gave the file this content."""
        return sha256 in {part.get(name) for part in (self.manifest, self.before, self.coming)}


def earlier(folder: Path) -> Earlier:
    """What earlier runs wrote into a folder; names that leave the folder are ignored."""
    manifest, note = _read(folder / MANIFEST), _read(folder / PENDING)
    is_ours = str(manifest.get("tool", "")).startswith("lawmap ")
    is_there = os.path.lexists(folder / MANIFEST)
    return Earlier(
        hashes(manifest.get("outputs")) if is_ours else {},
        hashes(note.get("before")),
        hashes(note.get("outputs")),
        is_foreign=is_there and not is_ours,
        audiences=frozenset(
            _told(one["audience"])
            for one, counts in ((manifest, is_ours), (note, True))
            if counts and one.get("audience")
        ),
    )


def waiting(folder: Path) -> dict[str, set[str]]:
    """What a killed run may have written, by name; names may lead to folders below this one."""
    note = _read(folder / PENDING)
    found: dict[str, set[str]] = {}
    for table in (note.get("before"), note.get("outputs")):
        for name, sha256 in (table if isinstance(table, dict) else {}).items():
            found.setdefault(name, set()).add(str(sha256))
    return found


def note_of(outputs: Mapping[str, str], before: Mapping[str, str], audience: object) -> bytes:
    """The note of what is in flight."""
    known = {"audience": audience} if audience else {}
    return as_json({**known, "outputs": outputs, "before": before})


def as_json(record: Mapping[str, object]) -> bytes:
    """A record as it lies on the disk."""
    return (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode()


def hashes(table: Any) -> dict[str, str]:
    """The names and hashes of a table that may hold anything."""
    if not isinstance(table, dict):
        return {}
    return {
        name: sha256 for name, sha256 in table.items() if is_plain_name(name) and is_hash(sha256)
    }


def _told(audience: object) -> str:
    """An audience as it is shown; whoever wrote the manifest may say nothing else with it."""
    is_word = isinstance(audience, str) and audience.isalpha() and len(audience) <= _LONGEST
    return str(audience) if is_word else "unknown"


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(read_regular(path, _MAX_BYTES, follow=False))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
