"""Settings of a project: lawmap.toml, or ``[tool.lawmap]`` in pyproject.toml."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lawmap.cli.screen import visible
from lawmap.diagnostics import did_you_mean
from lawmap.errors import UsageError
from lawmap.loading.raw import read_regular

from .keys import SETTINGS, WrongValueError
from .toml import MAX_BYTES, TomlFile, read_toml

OWN, SHARED = "lawmap.toml", "pyproject.toml"
_TABLE = ("tool", "lawmap")
_MAX_LISTED, _MAX_LINE = 20, 500
"""So many wrong settings are told, each in so many characters."""


@dataclass(frozen=True)
class Settings:
    """What a project says of how commands are to run; each value is one that its key takes."""

    start: Path = Path()
    """The folder for which settings were looked for."""
    folder: Path = Path()
    """The folder that has them; paths in them are seen from there."""
    file: TomlFile | None = None
    passed_over: str = ""
    """What is to be said if the folder has settings in another file, too."""
    values: Mapping[str, Any] = field(default_factory=dict)

    def get(self, key: str) -> Any:
        """A value, or the default where none is set."""
        return self.values[key] if key in self.values else SETTINGS[key].default

    @property
    def paths(self) -> tuple[Path, ...]:
        """Files and folders that commands read where none is given."""
        paths: tuple[Path, ...] = self.values.get("paths", (self.start,))
        return paths

    @property
    def norms(self) -> tuple[Path, ...]:
        """Norm packs on top of the shipped one."""
        norms: tuple[Path, ...] = self.get("norms")
        return norms

    @property
    def reports(self) -> tuple[Path, ...]:
        """Folders with original reports."""
        reports: tuple[Path, ...] = self.get("reports")
        return reports

    @property
    def keys(self) -> Path | None:
        """The file that keeps pseudonyms."""
        keys: Path | None = self.get("keys")
        return keys

    def place(self, *keys: str) -> str:
        """Where a key is set; "" without settings."""
        if self.file is None:
            return ""
        above = _TABLE if Path(self.file.shown).name == SHARED else ()
        return visible(self.file.place(*above, *keys))


def read_settings(folder: Path) -> Settings:
    """The settings of a folder: its own, or those of the nearest folder above that has some.

    What lies above the folder in which a checkout begins (``.git``) is not looked at.

    Raises:
        UsageError: if the settings cannot be read, or with all that is wrong in them.
    """
    for home in _upward(folder):
        found = list(_files(home))
        if found:
            file, table = found[0]
            both = f"{OWN} goes before [tool.lawmap] in {SHARED}: the latter is not read."
            passed_over = both if len(found) > 1 else ""
            settings = Settings(folder, home, file, passed_over)
            return Settings(folder, home, file, passed_over, _values(settings, table))
    return Settings(folder, folder)


def _upward(folder: Path) -> Iterator[Path]:
    """A folder and those above it, as seen from the current one."""
    home = folder
    for absolute in (folder.absolute(), *folder.absolute().parents):
        yield home
        if _is_there(absolute / ".git"):
            return
        home = Path(os.path.normpath(home / ".."))


def _files(folder: Path) -> Iterator[tuple[TomlFile, dict[str, Any]]]:
    """The files of a folder that hold settings, that which counts first."""
    own, shared = folder / OWN, folder / SHARED
    if _is_there(own):
        file = read_toml(own, own.as_posix())
        yield file, file.content
    # A file that does not speak of lawmap need not be one that can be read.
    if _is_there(shared) and b"lawmap" in _bytes(shared):
        file = read_toml(shared, shared.as_posix())
        tools = file.content.get("tool")
        table = tools.get("lawmap") if isinstance(tools, dict) else None
        if isinstance(table, dict):
            yield file, table
        elif table is not None:
            raise UsageError(f"{visible(file.place(*_TABLE))}: 'tool.lawmap' takes a table")


def _is_there(path: Path) -> bool:
    # A link that leads nowhere is there: whoever set it meant something by it.
    return os.path.lexists(path)


def _bytes(path: Path) -> bytes:
    try:
        return read_regular(path, MAX_BYTES)
    except OSError:
        return b""


def _values(settings: Settings, table: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for key, value in table.items():
        if key not in SETTINGS:
            near = did_you_mean(key, SETTINGS) if len(wrong) < _MAX_LISTED else ""
            wrong.append(f"{settings.place(key)}: unknown key '{key}'{near}")
            continue
        try:
            values[key] = SETTINGS[key].read(value, settings.folder)
        except WrongValueError as error:
            wrong.append(f"{settings.place(key)}: '{key}' {error}")
    if wrong:
        raise UsageError("\n".join(_told(wrong)))
    return values


def _told(wrong: list[str]) -> Iterator[str]:
    """The lines that say what is wrong, none of them without end."""
    if len(wrong) > 1:
        yield f"{len(wrong)} settings are wrong"
    for line in wrong[:_MAX_LISTED]:
        yield visible(line if len(line) <= _MAX_LINE else f"{line[:_MAX_LINE]}...")
    if len(wrong) > _MAX_LISTED:
        yield f"  and {len(wrong) - _MAX_LISTED:,} more"
