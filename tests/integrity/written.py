"""Dossiers, bags and logs as small as they can be, written without the code that is tested."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from lawmap.integrity.log import Entry, Said, Subject, corrected, reviewed, text_of

SIGNATURE = b"-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"
"""What has the form of one."""
FILES = {
    "index.md": "# Index\n",
    "one.md": "# One\n",
    "one.brief.md": "# Brief\n",
    "two.md": "# 2\n",
}


def manifest(**changes: Any) -> dict[str, Any]:
    """What a run of ``dossier`` says that it wrote; each keyword replaces a section."""
    said = {
        "tool": "lawmap 0.1.0",
        "audience": "internal",
        "withheld": {},
        "packs": {"pack": {"version": "1", "sha256": "a" * 64}},
        "inputs": {"allegation": {"neighbour": "b" * 64}, "source": {"report": "c" * 64}},
        "outputs": {name: sha256(text.encode()) for name, text in sorted(FILES.items())},
    }
    return {**said, **changes}


def sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def write_dossiers(folder: Path, **changes: Any) -> Path:
    """A folder of two dossiers."""
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_bytes(text.encode())
    write_manifest(folder, **changes)
    return folder


def write_manifest(folder: Path, **changes: Any) -> None:
    text = json.dumps(manifest(**changes), indent=2, ensure_ascii=False) + "\n"
    (folder / "manifest.json").write_bytes(text.encode())


SUBJECTS = (Subject("allegation", "neighbour", "d" * 64), Subject("source", "report", "e" * 64))


def entries(number: int) -> list[Entry]:
    """A log of so many entries; every third of them is a correction."""
    made: list[Entry] = []
    for index in range(number):
        at = f"2025-03-{index + 1:02}T10:00:00Z"
        said = Said(f"Reviewer {index % 2}", at, "Łęka: “yes”", "final")
        if index % 3 == 2:
            made.append(corrected(made, index - 1, said._replace(state=None)))
        else:
            made.append(reviewed(made, SUBJECTS[index % 2], said))
    return made


def write_log(path: Path, number: int = 4) -> Path:
    path.write_bytes(text_of(entries(number)).encode())
    return path
