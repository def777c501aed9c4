"""What stands in a file, as texts: bytes in the encodings they may have, and packed files."""

from __future__ import annotations

import codecs
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

MAX_BYTES = 100 * 1024 * 1024
"""A larger file, or all that is packed in one, is not looked through."""
MAX_MEMBERS = 10_000
MAX_DEPTH = 3
"""So deep may packed files lie in one another."""
MOST_PACKED, ALWAYS = 200, 10_000_000
"""What unpacks to more than so many times its size, and to more than so much, is a bomb."""
DAMAGED = (
    *(OSError, EOFError, RuntimeError, NotImplementedError, ValueError, OverflowError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    MemoryError,
)
"""What reading a damaged, locked, unknown or hostile archive raises: MemoryError where it asks for
gigabytes to look back in."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHERS = ("utf-8", "cp1251", "koi8-u", "cp866", "cp1252", "utf-16-le", "utf-16-be")
_NO_TEXTS = (b"%PDF-", b"{\\rtf", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
_PACKED = b"PK\x03\x04"
_CONTROLS = bytes({*range(0x20)} - set(b"\t\n\x0b\x0c\r\x1b"))
_MAX_CONTROLS = 0.01


class Content(NamedTuple):
    """A file, or one that is packed in it."""

    member: str
    """Its name in the packed file, empty for the file itself."""
    texts: tuple[str, ...]
    """What may stand in it."""
    unsearched: str = ""
    """Why not all of it could be looked through, if so."""


def contents(raw: bytes) -> Iterator[Content]:
    """A file and all that is packed in it."""
    yield from _contents(raw, "", 0, _Left(MAX_BYTES, MAX_MEMBERS))


class _Left:
    """What may still be unpacked: a small file can hold a huge one."""

    def __init__(self, size: int, members: int) -> None:
        self.size, self.members = size, members


def _contents(raw: bytes, member: str, depth: int, left: _Left) -> Iterator[Content]:
    if not raw.startswith(_PACKED):
        texts = texts_of(raw)
        yield Content(member, texts, "" if is_text(raw) else "it is no text")
        return
    if depth == MAX_DEPTH:
        yield Content(member, (), "it is packed too deep")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            comment = packed.comment.decode("utf-8", "replace")
            yield Content(member, (comment,))
            for item in packed.infolist():
                yield from _member(packed, item, member, depth, left)
    except DAMAGED as error:
        yield Content(member, texts_of(raw), f"it cannot be unpacked ({type(error).__name__})")


def _member(
    packed: zipfile.ZipFile, item: zipfile.ZipInfo, above: str, depth: int, left: _Left
) -> Iterator[Content]:
    name = f"{above}!{item.filename}" if above else item.filename
    left.members -= 1
    if left.members < 0:
        if left.members == -1:
            yield Content(name, (), f"from here on: more than {MAX_MEMBERS:,} files are packed")
        return
    if item.filename.endswith("/"):  # is_dir fails where a name is empty
        yield Content(name, ())
        return
    if item.flag_bits & 0x1:
        yield Content(name, (), "it is locked with a password")
        return
    most = min(left.size, max(ALWAYS, MOST_PACKED * item.compress_size))
    try:
        with packed.open(item) as stream:
            raw = stream.read(most + 1)
    except DAMAGED:
        yield Content(name, (), "it cannot be unpacked")
        return
    if len(raw) > most:
        what = f"larger than {MAX_BYTES:,} bytes" if most == left.size else "a bomb"
        yield Content(name, (), f"what is packed here is {what}")
        return
    left.size -= len(raw)
    yield from _contents(raw, name, depth + 1, left)


def texts_of(raw: bytes) -> tuple[str, ...]:
    """The texts that these bytes may be: one, where their encoding is known."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return (raw.decode(encoding, "replace"),)
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return tuple(raw.decode(encoding, "replace") for encoding in _OTHERS)
    if "\0" not in text:
        return (text,)
    return (text, raw.decode("utf-16-le", "replace"), raw.decode("utf-16-be", "replace"))


def is_text(raw: bytes) -> bool:
    """Whether a person would call it a text: in some encoding, and hardly any controls in it."""
    if raw.startswith(_NO_TEXTS):
        return False
    if any(raw.startswith(mark) for mark, _ in _BOMS):
        return True
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    return controls <= _MAX_CONTROLS * len(raw) or _is_wide(raw)


def _is_wide(raw: bytes) -> bool:
    """Whether it reads as UTF-16 without a mark: every other byte is one of two or three."""
    high = (raw[0::2], raw[1::2])
    return len(raw) > 1 and any(
        len(half.translate(None, b"\0\x04\x20")) <= len(half) // 10 for half in high
    )
