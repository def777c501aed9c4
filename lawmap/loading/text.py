"""Bytes to text: regular files of a sane size, strict UTF-8, no characters that deceive."""

from __future__ import annotations

import re
import stat
import unicodedata
from pathlib import Path
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic, Position

MAX_BYTES = 1_000_000
"""The largest YAML file that is read; the largest in the norm pack has a tenth of it."""

# Controls (but tab, line feed, carriage return), bidirectional overrides and isolates, invisible
# marks, line separators and lone surrogates: text that looks other than it is.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


class TextFile(NamedTuple):
    """The text of a file, or why there is none."""

    text: str
    faults: tuple[Diagnostic, ...] = ()


def read_text(path: Path, shown: str, root: Path | None = None) -> TextFile:
    """Read one file.

    Args:
        path: the file.
        shown: its name in diagnostics.
        root: the folder that a link may not leave.
    """
    fault = _refusal(path, shown, root)
    if fault:
        return TextFile("", (fault,))
    try:
        raw = path.read_bytes()
    except OSError as error:
        return TextFile("", (_unreadable(shown, error),))
    return decode(raw, shown)


def decode(raw: bytes, shown: str) -> TextFile:
    """Decode strict UTF-8, with the place of each byte or character that is refused."""
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        return TextFile(
            "",
            (
                Diagnostic(
                    _place(before, shown),
                    "LM002",
                    f"byte 0x{raw[error.start]:02X} is not UTF-8",
                    "Save the file as UTF-8.",
                    _last_line(before),
                ),
            ),
        )
    faults = tuple(
        Diagnostic(
            _place(text[: match.start()], shown),
            "LM003",
            f"character {describe(match[0])} is not allowed",
            "Delete it; it is invisible or changes how the text is shown.",
        )
        for match in FORBIDDEN.finditer(text)
    )
    return TextFile("" if faults else text, faults)


def describe(character: str) -> str:
    """A character by number and name, never itself."""
    name = unicodedata.name(character, "a control character")
    return f"U+{ord(character):04X} ({name})"


def _refusal(path: Path, shown: str, root: Path | None) -> Diagnostic | None:
    here = Position(shown)
    try:
        info = path.stat()
        inside = root is None or path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:
        return _unreadable(shown, error)
    if not stat.S_ISREG(info.st_mode) or not inside:
        mend = "Give a regular file that lies inside the folder."
        return Diagnostic(here, "LM009", "not a regular file of this folder", mend)
    if info.st_size > MAX_BYTES:
        message = f"{info.st_size:,} bytes; at most {MAX_BYTES:,} are read"
        return Diagnostic(here, "LM008", message, "Split the file.")
    return None


def _unreadable(shown: str, error: Exception) -> Diagnostic:
    reason = getattr(error, "strerror", None) or str(error)
    mend = "Check that the file exists and that you may read it."
    return Diagnostic(Position(shown), "LM001", f"cannot be read: {reason}", mend)


def _place(before: str, shown: str) -> Position:
    return Position(shown, before.count("\n") + 1, len(_last_line(before)) + 1)


def _last_line(before: str) -> str:
    return before.rpartition("\n")[2]
