"""Zip archives that somebody sends: what ``verify`` and ``leaks`` open without unpacking."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.answers import CommandCase, Prepare

NAME = "Zoran Example"
"""Whom no reader may find."""
PERSON = f"persons:\n  - {{name: {NAME}, called: person A, marks: [victim]}}\n"
VERIFY = ("verify", "sent.zip")
LEAKS = ("leaks", "sent.zip", "--records", ".", "--norms", "norms", "--audience")
_SIZE, _PACKED = 24, 20
"""Where a row of the directory of an archive says how large a file is."""


def packed(how: int = zipfile.ZIP_DEFLATED, **members: bytes) -> bytes:
    """An archive of these files; ``__`` in their names stands for a full stop."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
        archive.writestr("manifest-sha256.txt", b"")  # so that verify hashes every file
    return buffer.getvalue()


def named(name: str, mode: int = 0o644 | 0o100000) -> bytes:
    """An archive of one file of this name and mode."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo("x")
        info.filename, info.external_attr = name, mode << 16
        archive.writestr(info, b"x")
        archive.writestr("manifest-sha256.txt", b"")
    return buffer.getvalue()


def directory(raw: bytes, at: int, form: str, value: int) -> bytes:
    """An archive of which each row of the directory says something else at some place."""
    changed = bytearray(raw)
    row = -1
    while (row := raw.find(b"PK\x01\x02", row + 1)) >= 0:
        struct.pack_into(form, changed, row + at, value)
    return bytes(changed)


def heads(raw: bytes, at: int, form: str, value: int) -> bytes:
    """The same of the rows before each file."""
    changed = bytearray(raw)
    row = -1
    while (row := raw.find(b"PK\x03\x04", row + 1)) >= 0:
        struct.pack_into(form, changed, row + at, value)
    return bytes(changed)


def nested(depth: int) -> bytes:
    raw = b"x"
    for _ in range(depth):
        raw = packed(inner__zip=raw)
    return raw


def wide_dictionary() -> bytes:
    """LZMA that asks for four gigabytes to look back in."""
    raw = bytearray(packed(zipfile.ZIP_LZMA, a__md=b"text " * 9))
    at = raw.index(b"a.md") + 4
    struct.pack_into("<I", raw, at + 5, 0xFFFFFFFF)
    return bytes(raw)


def broken(how: int) -> bytes:
    """A file of which the middle is nonsense."""
    raw = bytearray(packed(how, a__md=bytes(range(256)) * 9))
    at = raw.index(b"a.md") + 12
    raw[at : at + 8] = b"\xff" * 8
    return bytes(raw)


def crowd(number: int) -> bytes:
    return packed(zipfile.ZIP_STORED, **{f"f{n}": b"" for n in range(number)})


SMALL = packed(a__md=b"text " * 100)
ARCHIVES: dict[str, Callable[[], bytes]] = {
    "zip bomb: deflated": lambda: packed(a__md=b"\0" * 150_000_000),
    "zip bomb: LZMA": lambda: packed(zipfile.ZIP_LZMA, a__md=b"\0" * 30_000_000),
    "zip bomb: bzip2": lambda: packed(zipfile.ZIP_BZIP2, a__md=b"\0" * 30_000_000),
    "zip bomb: nested": lambda: packed(b__zip=packed(a__md=b"\0" * 110_000_000)),
    "zip bomb: a dictionary of 4 GB": wide_dictionary,
    "zip bomb: 30,000 files": lambda: crowd(30_000),
    "deep nesting: 30 archives": lambda: nested(30),
    "lying size: less than there is": lambda: directory(SMALL, _SIZE, "<I", 1),
    "lying size: more than there is": lambda: directory(SMALL, _SIZE, "<I", 0xFFFFFFF0),
    "lying size: packed into nothing": lambda: directory(SMALL, _PACKED, "<I", 0),
    "lying size: a place far behind": lambda: directory(SMALL, 42, "<I", 0x7FFFFFFF),
    "lying size: a directory before the file": lambda: SMALL[:-6] + b"\xff\xff\xff\x7f\0\0",
    "lying size: a long name": lambda: heads(SMALL, 26, "<H", 0xFFFF),
    "lying size: a directory of no rows": lambda: SMALL[:-12] + b"\xff" * 12,
    "unknown packing: 99": lambda: directory(heads(SMALL, 8, "<H", 99), 10, "<H", 99),
    "locked: with a password": lambda: directory(heads(SMALL, 6, "<H", 1), 8, "<H", 1),
    "locked: a strong one": lambda: directory(heads(SMALL, 6, "<H", 0x41), 8, "<H", 0x41),
    "binary: nonsense in deflate": lambda: broken(zipfile.ZIP_DEFLATED),
    "binary: nonsense in LZMA": lambda: broken(zipfile.ZIP_LZMA),
    "binary: nonsense in bzip2": lambda: broken(zipfile.ZIP_BZIP2),
    "binary: LZMA in the place of deflate": lambda: directory(
        heads(SMALL, 8, "<H", 14), 10, "<H", 14
    ),
    "binary: bzip2 in the place of deflate": lambda: directory(
        heads(SMALL, 8, "<H", 12), 10, "<H", 12
    ),
    "binary: half of it": lambda: SMALL[:60],
    "binary: the mark alone": lambda: b"PK\x03\x04",
    "invalid UTF-8: a name": lambda: directory(
        heads(named("x\xff"), 6, "<H", 0x800), 8, "<H", 0x800
    ).replace("x\xff".encode(), b"x\xff\xfe"),
    "traversing name: above": lambda: named("../../victim.txt"),
    "traversing name: absolute": lambda: named("/etc/passwd"),
    "traversing name: a drive": lambda: named("C:\\x"),
    "traversing name: empty": lambda: named(""),
    "terminal escape: a name": lambda: named("\x1b[31m\x07\n::error::x"),
    "bidi: a name": lambda: named("a\u202etxt.exe"),
    "no regular file: a link": lambda: named("a/b", 0o120777),
    "no regular file: a device": lambda: named("a/b", 0o060600),
    "duplicate key: a file twice": lambda: packed(aa=b"1", bb=b"2").replace(b"bb", b"aa"),
}
NO_FAULT_OF_LEAKS = frozenset(
    {
        "lying size: more than there is",
        "traversing name: above",
        "traversing name: absolute",
        "traversing name: a drive",
        "traversing name: empty",
        "terminal escape: a name",
        "bidi: a name",
        "no regular file: a link",
        "no regular file: a device",
        "duplicate key: a file twice",
    }
)
"""Whose texts can all be looked through: what they would do when unpacked is no leak."""


def sent(make: Callable[[], bytes], ending: str = "zip") -> Prepare:
    def prepare(project: Path) -> None:
        (project / f"sent.{ending}").write_bytes(make())
        held = project / "allegations/held.yaml"
        held.write_text(held.read_text(encoding="utf-8") + PERSON, encoding="utf-8")

    return prepare


def _cases() -> Iterator[CommandCase]:
    for title, make in ARCHIVES.items():
        klass, _, name = title.partition(": ")
        heavy = klass == "zip bomb"
        yield CommandCase(klass, name, "bags", VERIFY, sent(make), 1, ("sent.zip",), slow=heavy)
        harmless = title in NO_FAULT_OF_LEAKS
        words: tuple[str, ...] = () if harmless else ("sent.zip", "LM820")
        run = (*LEAKS, "public")
        code = 0 if harmless else 1
        yield CommandCase(klass, name, "leaks", run, sent(make), code, words, slow=heavy)
    for ending in ("docx", "odt"):
        hidden = sent(lambda: nested_name(2), ending)
        run = ("leaks", f"sent.{ending}", *LEAKS[2:], "public")
        words = (f"sent.{ending}", "LM821", "person A")
        yield CommandCase("deep nesting", f"a name in .{ending}", "leaks", run, hidden, 1, words)


def nested_name(depth: int) -> bytes:
    raw = NAME.encode()
    for _ in range(depth):
        raw = packed(inner=raw)
    return raw


CASES = tuple(_cases())
