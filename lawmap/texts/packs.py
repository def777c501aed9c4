"""Text packs: a file each in a user's folder, read no further than is asked.

A pack is a zip archive. ``pack.json`` says what it was imported from and where the texts of each
treaty lie; ``windows`` holds the fingerprints of every run of words. Nothing is compressed, so a
treaty is read without the others.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from lawmap.errors import UsageError
from lawmap.model.base import SLUG

from .runs import WIDTH, Windows, windows_of
from .stored import StoredText, TextKind

MAX_NAME = 100
"""So many characters the name of a pack has at most."""
_ENDING = ".zip"
FORMAT = 1
"""To be raised with every change of what a pack holds, fingerprints included."""

_HEAD, _WINDOWS = "pack.json", "windows"
_MAX_BYTES = 200_000_000
_COLUMNS, _KIND = 7, 4
"""How many texts a row has, and which of them says of what kind it is."""
_KINDS = {kind.value: kind for kind in TextKind}
_UNREADABLE = (OSError, KeyError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile)
"""What a damaged archive can raise; a name in it that is no text is a ValueError."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class Origin(NamedTuple):
    """Where the texts of a pack come from."""

    file: str
    """Name of the file that was imported."""
    sha256: str
    """Hash of that file."""


class TextPack:
    """One pack; what it holds is read when it is asked for.

    Raises:
        UsageError: on every question, if the file is no pack of this version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._texts: dict[str, tuple[StoredText, ...]] = {}

    @property
    def name(self) -> str:
        """The name under which it is stored."""
        return self.path.stem

    @property
    def origin(self) -> Origin:
        """What it was imported from."""
        return Origin(self._head["file"], self._head["sha256"])

    @property
    def treaties(self) -> tuple[str, ...]:
        """The treaties that it holds, as its file names them, in small letters."""
        return tuple(self._head["treaties"])

    def texts_of(self, treaty: str) -> tuple[StoredText, ...]:
        """The texts of a treaty, in the order of the file that was imported."""
        if treaty not in self._texts:
            number = self._head["treaties"].get(treaty)
            rows = [] if number is None else self._json(f"{number}.json")
            if not isinstance(rows, list) or not all(map(_is_row, rows)):
                raise _unreadable(self.path)
            self._texts[treaty] = tuple(_text(treaty, row) for row in rows)
        return self._texts[treaty]

    @property
    def windows(self) -> bytes:
        """The fingerprints of its texts."""
        found = self._read(_WINDOWS)
        if len(found) % WIDTH:
            raise _unreadable(self.path)
        return found

    @cached_property
    def _head(self) -> dict[str, Any]:
        head = self._json(_HEAD)
        if not isinstance(head, dict) or not _is_head(head):
            raise _unreadable(self.path)
        return head

    def _json(self, member: str) -> Any:
        try:
            return json.loads(self._read(member))
        except (ValueError, RecursionError) as error:
            raise _unreadable(self.path) from error

    def _read(self, member: str) -> bytes:
        try:
            info = self._archive.getinfo(member)
            if info.file_size > _MAX_BYTES or info.compress_type != zipfile.ZIP_STORED:
                raise _unreadable(self.path)
            return self._archive.read(member)
        except _UNREADABLE as error:
            raise _unreadable(self.path) from error

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        if not self.path.is_file():  # a pipe would be waited for
            raise _unreadable(self.path)
        return zipfile.ZipFile(self.path)


class TextPacks:
    """Every pack of a folder."""

    def __init__(self, packs: Iterable[TextPack]) -> None:
        self.packs = tuple(packs)

    def texts_of(self, names: Sequence[str]) -> list[StoredText]:
        """The texts of the treaty that has these names, all sources."""
        return [
            text
            for pack in self.packs
            for treaty in pack.treaties
            if treaty in names
            for text in pack.texts_of(treaty)
        ]

    def windows(self) -> Windows:
        """The windows of every text, to find what was copied."""
        return Windows(pack.windows for pack in self.packs)

    def every_text(self) -> Iterator[StoredText]:
        """Every text of every pack."""
        for pack in self.packs:
            for treaty in pack.treaties:
                yield from pack.texts_of(treaty)


def open_packs(folder: Path) -> TextPacks | None:
    """The text packs of a folder, or None if there are none.

    Raises:
        UsageError: if the folder cannot be read.
    """
    try:
        paths = sorted(path for path in folder.glob(f"*{_ENDING}") if not path.is_dir())
    except OSError as error:
        raise UsageError(f"'{folder}' cannot be read: {error.strerror}") from error
    return TextPacks(map(TextPack, paths)) if paths else None


def is_pack_name(name: str) -> bool:
    """Whether a pack can be stored under this name."""
    return len(name) <= MAX_NAME and re.fullmatch(SLUG, name) is not None


def pack_path(folder: Path, name: str) -> Path:
    """Where the pack of a name lies."""
    return folder / f"{name}{_ENDING}"


def pack_bytes(texts: Iterable[StoredText], origin: Origin) -> bytes:
    """A pack of these texts: the same bytes for the same texts, on any machine."""
    by_treaty: dict[str, list[StoredText]] = {}
    for text in texts:
        by_treaty.setdefault(text.treaty.casefold(), []).append(text)
    numbers = {treaty: number for number, treaty in enumerate(by_treaty)}
    head = {"format": FORMAT, **origin._asdict(), "treaties": numbers}
    windows = windows_of(text.text for found in by_treaty.values() for text in found)
    members = {
        _HEAD: _encoded(head),
        _WINDOWS: windows,
        **{f"{numbers[name]}.json": _encoded(_rows(found)) for name, found in by_treaty.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for member, content in members.items():
            archive.writestr(zipfile.ZipInfo(member, _LONG_AGO), content)
    return buffer.getvalue()


def _is_head(head: dict[str, Any]) -> bool:
    """Whether this says what a head of this version says."""
    names, treaties = (head.get("file"), head.get("sha256")), head.get("treaties")
    return (
        head.get("format") == FORMAT
        and all(isinstance(name, str) for name in names)
        and isinstance(treaties, dict)
        and all(type(number) is int for number in treaties.values())
    )


def _is_row(row: object) -> bool:
    """Whether this is a text as a pack keeps it."""
    return (
        isinstance(row, list)
        and len(row) == _COLUMNS
        and all(isinstance(one, str) for one in row)
        and row[_KIND] in _KINDS
    )


def _rows(texts: Iterable[StoredText]) -> list[list[str]]:
    return [[*text[1:5], text.kind.value, text.title, text.text] for text in texts]


def _text(treaty: str, row: list[str]) -> StoredText:
    article, locators, language, source, kind, title, text = row
    return StoredText(treaty, article, locators, language, source, _KINDS[kind], title, text)


def _encoded(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _unreadable(path: Path) -> UsageError:
    return UsageError(
        f"'{path}' is no text pack of this version of lawmap, or is damaged;"
        f" take it away with 'lawmap texts remove {path.stem}' and import the file again"
    )
