"""Bytes to text: regular files of a sane size, strict UTF-8, no characters that deceive."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic, Edit, Fix, Position

from .bounded import first
from .raw import IrregularError, Stamp, TooLargeError, read_raw

MAX_BYTES = 1_000_000
"""The largest YAML file that is read; the largest in the norm pack has a tenth of it."""

# Controls (but tab, line feed, carriage return), bidirectional overrides and isolates, invisible
# marks, letters of tags, line separators and lone surrogates: text that looks other than it is.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)

CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""What no text of prose holds either, in any script; a page may begin with a form feed."""

_PLAIN_ASCII = bytes(byte for byte in range(128) if not FORBIDDEN.match(chr(byte)))

_WITHOUT_WIDTH = re.compile("[\u180e\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
"""Those of them that nobody sees and that move nothing: without them the text looks the same."""

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Those that change the direction of the text: without them it may look otherwise."""


class TextFile(NamedTuple):
    """The text of a file, or why there is none."""

    text: str
    faults: tuple[Diagnostic, ...] = ()
    sha256: str = ""
    """Hash of the bytes that were read, as other programs make it of the file."""
    stamp: Stamp | None = None
    """Which state of the file was read; None for a text that comes from elsewhere."""


def read_text(
    path: Path, shown: str, root: Path | None = None, *, limit: int = MAX_BYTES
) -> TextFile:
    """Read one file.

    Args:
        path: the file.
        shown: its name in diagnostics.
        root: the folder that a link may not leave.
        limit: how many bytes are read at most.
    """
    try:
        raw = read_raw(path, limit, root)
    except (OSError, RuntimeError) as error:
        return TextFile("", (refused(shown, error, limit),))
    return decode(raw.content, shown)._replace(stamp=raw.stamp)


def decode(raw: bytes, shown: str, refused: re.Pattern[str] = FORBIDDEN) -> TextFile:
    """Decode strict UTF-8, with the place of each byte or character that is refused.

    Args:
        raw: the whole file.
        shown: its name in diagnostics.
        refused: characters that may not stand in it: all of FORBIDDEN, or some of them.
    """
    read = unicode_of(raw, shown)
    if read.faults or not _holds_forbidden(raw):
        return read
    found = [
        (match[0], Position(shown, number, match.start() + 1), line)
        for number, line in enumerate(lines_of(read.text), start=1)
        for match in refused.finditer(line)
    ]
    faults = tuple(first(found, lambda one: _forbidden(*one)))
    return read._replace(text="" if found else read.text, faults=faults)


def unicode_of(raw: bytes, shown: str) -> TextFile:
    """Decode strict UTF-8, without a byte order mark; any character of it is taken."""
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").removeprefix("\ufeff")
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
    return TextFile(text, (), hashlib.sha256(raw).hexdigest())


def line_of(text: str, number: int) -> str:
    """A line of a text, for showing beside a fault; "" if there is none."""
    lines = _lines(text)
    return lines[number - 1] if 0 < number <= len(lines) else ""


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them: a lone carriage return ends one, too."""
    return _LINE_END.split(text)


_LINE_END = re.compile("\r\n|\r|\n")

# A file with one fault often has many, and a text is not parted anew for each of them.
_lines = lru_cache(maxsize=4)(lines_of)


def _holds_forbidden(raw: bytes) -> bool:
    """Whether a text holds any such character, its byte order mark included.

    Nearly all of a text is plain ASCII, and that is quickly put aside.
    """
    rest = raw.translate(None, _PLAIN_ASCII)
    return bool(rest) and bool(FORBIDDEN.search(rest.decode()))


def _forbidden(character: str, place: Position, line: str) -> Diagnostic:
    message = f"character {describe(character)} is not allowed"
    mend = "Delete it; it is invisible or changes how the text is shown."
    return Diagnostic(place, "LM003", message, mend, line, fix=_deletion(character, place))


def _deletion(character: str, place: Position) -> Fix | None:
    """None for a control character: it may stand for something that was lost on the way."""
    is_safe = bool(_WITHOUT_WIDTH.match(character))
    if not is_safe and not _TURNING.match(character):
        return None
    edit = Edit(place.line, place.column, place.line, place.column + 1, "")
    return Fix(f"Delete the character {describe(character)}.", (edit,), safe=is_safe)


def describe(character: str) -> str:
    """A character by number and name, never itself."""
    name = unicodedata.name(character, "a control character")
    return f"U+{ord(character):04X} ({name})"


def refused(shown: str, error: Exception, limit: int) -> Diagnostic:
    """The fault of a file whose bytes :func:`lawmap.loading.raw.read_regular` does not give."""
    here = Position(shown)
    if isinstance(error, IrregularError | IsADirectoryError):
        mend = "Give a regular file that lies inside the folder."
        return Diagnostic(here, "LM009", "not a regular file of this folder", mend)
    if isinstance(error, TooLargeError):
        message = f"{error.size:,} bytes; at most {limit:,} are read"
        return Diagnostic(here, "LM008", message, "Split the file.")
    return unreadable(shown, error)


def unreadable(shown: str, error: Exception) -> Diagnostic:
    """The fault of a file or folder that the system does not let us read."""
    reason = getattr(error, "strerror", None) or str(error)
    mend = "Check that the file exists and that you may read it."
    return Diagnostic(Position(shown), "LM001", f"cannot be read: {reason}", mend)


def _place(before: str, shown: str) -> Position:
    return Position(shown, len(lines_of(before)), len(_last_line(before)) + 1)


def _last_line(before: str) -> str:
    return lines_of(before)[-1]
