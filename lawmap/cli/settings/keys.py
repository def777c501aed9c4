"""What can be set: one row a key, with what it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from lawmap.cli.formats import FORMATS
from lawmap.control.selection import EVERY, unfit
from lawmap.diagnostics import Severity, did_you_mean

from .durations import DURATION, Duration

NEVER = "never"
FAIL_LEVELS = (*(level.value for level in Severity), NEVER)


class WrongValueError(Exception):
    """A value that a key does not take; the message says what it takes and what it got."""


class Setting(NamedTuple):
    """One key."""

    default: Any
    read: Callable[[Any, Path], Any]
    """From a value of TOML and the folder of the file to what commands take.

    Raises WrongValueError.
    """


def _paths(value: Any, folder: Path) -> tuple[Path, ...]:
    return tuple(folder / name for name in _texts(value, "folders or files", "norms"))


def _path(value: Any, folder: Path) -> Path:
    return folder / _text(value, "the name of a file or folder")


def _codes(value: Any, _: Path) -> tuple[str, ...]:
    return _fit(value, to_ignore=False)


def _ignored(value: Any, _: Path) -> tuple[str, ...]:
    return _fit(value, to_ignore=True)


def _fit(value: Any, *, to_ignore: bool) -> tuple[str, ...]:
    names = _texts(value, "codes", "LM302")
    wrong = unfit(names, to_ignore=to_ignore)
    if wrong:
        raise WrongValueError(f"takes codes: {'; '.join(wrong)}")
    return names


def _span(value: Any, _: Path) -> Duration:
    try:
        span: Duration = DURATION.convert(_text(value, 'a span such as "365d"'), None, None)
    except click.BadParameter as error:
        raise WrongValueError(f"takes a span of time: {error.message}") from error
    return span


_MAX_PATTERNS, _MAX_PATTERN = 500, 500
"""So many patterns of so many characters; each is tried on the path of each file."""


def _codes_by_path(value: Any, folder: Path) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        example = '{"norms/drafts/**" = ["LM503"]}'
        raise WrongValueError(f"takes a table such as {example}, not {_told(value)}")
    if len(value) > _MAX_PATTERNS or any(len(pattern) > _MAX_PATTERN for pattern in value):
        most = f"at most {_MAX_PATTERNS} patterns of at most {_MAX_PATTERN} characters"
        raise WrongValueError(f"takes {most}")
    codes: dict[str, tuple[str, ...]] = {}
    wrong: list[str] = []
    for pattern, names in value.items():
        try:
            codes[pattern] = _ignored(names, folder)
        except WrongValueError as error:
            wrong.append(f"for '{pattern}' {error}")
    if wrong:
        raise WrongValueError("; ".join(wrong))
    return codes


def _one_of(*choices: str) -> Callable[[Any, Path], str]:
    def read(value: Any, _: Path) -> str:
        *first, last = (f'"{choice}"' for choice in choices)
        listed = f"{', '.join(first)} or {last}"
        if not isinstance(value, str):
            raise WrongValueError(f"takes {listed}, not {_told(value)}")
        if value not in choices:
            raise WrongValueError(f"takes {listed}, not '{value}'{did_you_mean(value, choices)}")
        return value

    return read


def _text(value: Any, what: str) -> str:
    if not _is_text(value):
        raise WrongValueError(f"takes {what}, not {_told(value)}")
    return str(value)


def _texts(value: Any, what: str, example: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise WrongValueError(f'takes a list of {what} such as ["{example}"], not {_told(value)}')
    wrong = next((item for item in value if not _is_text(item)), None)
    if wrong is not None:
        raise WrongValueError(f"takes a list of {what}; {_told(wrong)} is none")
    return tuple(value)


def _is_text(value: Any) -> bool:
    """Whether this is a text that can be the name of something."""
    return isinstance(value, str) and bool(value) and "\0" not in value


def _told(value: Any) -> str:
    """A value of TOML in words."""
    match value:
        case "":
            return "an empty text"
        case str() if "\0" in value:
            return "a text with a null character"
        case str():
            return f"the text '{value}'"
        case bool() | int() | float():
            return str(value).lower()
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return "a date or time"


SETTINGS: Mapping[str, Setting] = {
    "paths": Setting((Path(),), _paths),
    "norms": Setting((), _paths),
    "reports": Setting((), _paths),
    "texts": Setting(None, _path),
    "keys": Setting(None, _path),
    "select": Setting((EVERY,), _codes),
    "ignore": Setting((), _ignored),
    "per-file-ignores": Setting({}, _codes_by_path),
    "baseline": Setting(None, _path),
    "stale-after": Setting(None, _span),
    "fail-level": Setting(Severity.ERROR.value, _one_of(*FAIL_LEVELS)),
    "output-format": Setting("full", _one_of(*FORMATS)),
}
