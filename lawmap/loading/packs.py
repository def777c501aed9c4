"""Norm packs: the shipped one, and which packs go with the paths that a user gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from .raw import read_regular
from .text import MAX_BYTES, read_text
from .yaml_text import parse

_PACKAGE = Path(__file__).resolve().parent.parent
_MARK = "pack.yaml"


@cache
def shipped_pack() -> Path:
    """The folder of the shipped norm pack: inside an installed package, beside it in a checkout."""
    installed = _PACKAGE / "norms"
    return installed if installed.is_dir() else _PACKAGE.parent / "norms"


def packs_for(paths: Iterable[Path], extra: Iterable[Path] = ()) -> list[Path]:
    """The packs to load with these paths: those that hold them, the extra ones, the shipped one.

    A pack among the paths, or just below one of them, that has the id of the shipped pack stands in
    its place, so a working copy of the norms is checked on its own and not against the installed
    copy.
    """
    asked = list(paths)
    own = [root for path in asked if (root := _root(path)) is not None]
    chosen = [*own, *extra]
    shipped = shipped_pack()
    identity = _id(shipped)
    if identity not in {_id(pack) for pack in chosen}:
        chosen.insert(0, _working_copy(asked, identity) or shipped)
    return list(dict.fromkeys(chosen))


def _root(path: Path) -> Path | None:
    """The pack in which a path lies, or which it is."""
    absolute = path.absolute()
    for folder in (absolute, *absolute.parents):
        if (folder / _MARK).is_file():
            return path if folder == absolute else folder
    return None


def _working_copy(paths: Iterable[Path], identity: str) -> Path | None:
    """The first pack with this id in a folder of one of the paths, or in a folder of that.

    It is not looked for deeper: the current folder may be a whole disk.
    """
    below = (
        mark.parent
        for path in paths
        for pattern in (f"[!.]*/{_MARK}", f"[!.]*/[!.]*/{_MARK}")
        for mark in sorted(path.glob(pattern))
    )
    return next((pack for pack in below if _id(pack) == identity), None)


_ID_IN_A_LINE = re.compile(r"^id: *([a-z0-9-]+) *(?:#.*)?$", re.MULTILINE)


def _id(pack: Path) -> str:
    """The id of a pack; where its file is at fault, what looks like one.

    A working copy with a slip in this file is still the working copy, and not a second pack whose
    every record has an id that is taken.
    """
    text = read_text(pack / _MARK, _MARK)
    document, _ = parse(text.text, _MARK) if not text.faults else (None, [])
    if document:
        return document.identity
    found = _ID_IN_A_LINE.search(text.text or _as_far_as_text(pack / _MARK))
    return found[1] if found else ""


def _as_far_as_text(path: Path) -> str:
    try:
        return read_regular(path, MAX_BYTES).decode(errors="replace")
    except OSError:
        return ""
