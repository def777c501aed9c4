"""Settings of a project: ``[tool.lawmap]`` in pyproject.toml, or lawmap.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from lawmap.diagnostics import did_you_mean
from lawmap.errors import UsageError

_KEYS = ("paths", "norms")


class Settings(NamedTuple):
    """Which folders a project works on."""

    paths: tuple[Path, ...] = (Path(),)
    """Files and folders that commands read where none is given."""
    norms: tuple[Path, ...] = ()
    """Norm packs on top of the shipped one."""


def read_settings(folder: Path) -> Settings:
    """Read the settings of a folder; without any, the folder itself is the path.

    Raises:
        UsageError: if the settings cannot be read or hold an unknown key.
    """
    for name in ("lawmap.toml", "pyproject.toml"):
        path = folder / name
        if path.is_file():
            table = _table(path)
            if table is not None:
                return _settings(path, table)
    return Settings()


def _table(path: Path) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path.name} cannot be read: {error}") from error
    table = content if path.name == "lawmap.toml" else content.get("tool", {}).get("lawmap")
    return table if isinstance(table, dict) else None


def _settings(path: Path, table: dict[str, Any]) -> Settings:
    for key, value in table.items():
        if key not in _KEYS:
            raise UsageError(f"{path.name}: unknown key '{key}'{did_you_mean(key, _KEYS)}")
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise UsageError(f"{path.name}: '{key}' takes a list of folders")
    given = {key: tuple(Path(item) for item in table[key]) for key in table}
    return Settings(**given)
