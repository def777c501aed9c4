"""Bags: files in a folder ``data`` beside lists of their hashes (BagIt 1.0, RFC 8493).

A bag is made of bytes by name, and held against what its tag files say. What RFC 8493 leaves to
choose: the hashes are SHA-256, every tag file is listed in the tag manifest, nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic, Position
from lawmap.loading.text import decode

from .canonical import sha256
from .manifest import SIGNATURE

DECLARATION, INFO, TAG_MANIFEST = "bagit.txt", "bag-info.txt", "tagmanifest-sha256.txt"
DATA = "data/"
RELIED_ON = ("sha256", "sha512")
"""A bag that has none of these cannot be relied on."""
ALGORITHMS = (*RELIED_ON, "md5", "sha1", "sha224", "sha384")
"""Those that are checked: every list of a bag must hold (RFC 8493, 3)."""
_DECLARED = re.compile(
    r"\ufeff?BagIt-Version: (\d+\.\d+)\r?\n?Tag-File-Character-Encoding: UTF-8\s*"
)
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")
_OXUM = re.compile(r"^Payload-Oxum\s*:\s*(\d+)\.(\d+)\s*$", re.MULTILINE | re.IGNORECASE)
_ENCODED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_RESTORE = "Ask whoever sent the bag for a new copy."


class Info(NamedTuple):
    """One line of bag-info.txt."""

    label: str
    value: str


def encoded(name: str) -> str:
    """A name as a manifest holds it (RFC 8493, 2.1.3): it is one line, whatever is in it."""
    return "".join(_ENCODED.get(char, char) for char in name)


def decoded(name: str) -> str:
    """The name that a manifest means; only these three escapes are read."""
    back = {code: char for char, code in _ENCODED.items()}
    return re.sub(r"%(25|0D|0A)", lambda found: back[found[0].upper()], name, flags=re.IGNORECASE)


def build_bag(payload: Mapping[str, bytes], info: Iterable[Info]) -> dict[str, bytes]:
    """Every file of a bag, by its name.

    Args:
        payload: what the bag is to carry, by name.
        info: what is to be said of it; the number of its bytes and files is added.
    """
    data = {f"{DATA}{name}": raw for name, raw in sorted(payload.items())}
    oxum = Info("Payload-Oxum", f"{sum(map(len, data.values()))}.{len(data)}")
    lines = [f"{one.label}: {one.value}\n" for one in (*info, oxum)]
    tags = {
        INFO: "".join(lines).encode(),
        DECLARATION: b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "manifest-sha256.txt": _hashes(data),
    }
    return {**data, **tags, TAG_MANIFEST: _hashes(tags)}


def _hashes(files: Mapping[str, bytes]) -> bytes:
    return "".join(
        f"{sha256(raw)}  {encoded(name)}\n" for name, raw in sorted(files.items())
    ).encode()


def is_tag(name: str) -> bool:
    """Whether a file of a bag is read to check it."""
    return name in (DECLARATION, INFO) or bool(_manifest_of(name))


def algorithms_of(names: Iterable[str]) -> set[str]:
    """With which hashes the files of a bag must be compared."""
    found = {said[1] for name in names if (said := _manifest_of(name))}
    return found & set(ALGORITHMS)


def _manifest_of(name: str) -> tuple[bool, str] | None:
    """Of a list of hashes: whether it lists tag files, and the kind of hash."""
    found = re.fullmatch(r"(tag)?manifest-([a-z0-9]+)\.txt", name)
    return (bool(found[1]), found[2]) if found else None


class Contents(NamedTuple):
    """What was found in a bag."""

    shown: str
    """What stands before a name in diagnostics: the bag with a slash."""
    sizes: Mapping[str, int]
    """How many bytes each file has, by its name."""
    tags: Mapping[str, bytes]
    """The bytes of those that :func:`is_tag` names."""
    hashes: Mapping[str, Mapping[str, str]]
    """By kind of hash, that of each file."""

    def fault(self, name: str, code: str, message: str, line: int = 1) -> Diagnostic:
        """A fault of a file."""
        return Diagnostic(Position(f"{self.shown}{name}", line), code, message, _RESTORE)


def compare_bag(found: Contents) -> Iterator[Diagnostic]:
    """Everything in which a bag is not what its own tag files say."""
    yield from _declared(found)
    lists = [(name, kind) for name in sorted(found.tags) if (kind := _manifest_of(name))]
    if not any(not is_of_tags and kind in RELIED_ON for _, (is_of_tags, kind) in lists):
        message = f"a list of hashes is missing: manifest-{' or manifest-'.join(RELIED_ON)}"
        yield found.fault("manifest-sha256.txt", "LM804", message)
    for file, (is_of_tags, algorithm) in lists:
        if algorithm in ALGORITHMS:
            yield from _listed(found, file, algorithm, is_of_tags=is_of_tags)
        else:
            yield found.fault(file, "LM804", "lawmap does not know this kind of hash")
    if "fetch.txt" in found.sizes:
        message = "it names files to be fetched; lawmap has no network code and fetches nothing"
        yield found.fault("fetch.txt", "LM804", message)
    yield from _counted(found)


def _declared(found: Contents) -> Iterator[Diagnostic]:
    text = found.tags.get(DECLARATION, b"").decode("utf-8", "replace")
    said = _DECLARED.fullmatch(text)
    if not said:
        message = "it must name the version of BagIt and the encoding UTF-8, a line each"
        yield found.fault(DECLARATION, "LM804", message)
    elif said[1] not in ("0.97", "1.0"):
        yield found.fault(DECLARATION, "LM804", f"BagIt {said[1][:20]} is not read")


def _counted(found: Contents) -> Iterator[Diagnostic]:
    told = _OXUM.findall(found.tags.get(INFO, b"").decode("utf-8", "replace"))
    sizes = [size for name, size in found.sizes.items() if name.startswith(DATA)]
    if any((int(size[:30]), int(count[:30])) != (sum(sizes), len(sizes)) for size, count in told):
        message = (
            f"Payload-Oxum counts otherwise: there are {sum(sizes)} bytes in {len(sizes)} files"
        )
        yield found.fault(INFO, "LM804", message)


def _listed(found: Contents, name: str, kind: str, *, is_of_tags: bool) -> Iterator[Diagnostic]:
    """What one list of hashes says, held against the files."""
    content = decode(found.tags[name], f"{found.shown}{name}")
    if content.faults:
        yield content.faults[0]._replace(code="LM804")
        return
    listed: dict[str, str] = {}
    for number, line in enumerate(content.text.splitlines(), 1):
        parts = _LINE.fullmatch(line)
        path = decoded(parts[2].removeprefix("./")) if parts else ""
        if not parts or not _may_list(path, is_of_tags=is_of_tags):
            message = "a line is no hash with the name of a file of this bag"
            yield found.fault(name, "LM804", message, number)
        elif path in listed:
            yield found.fault(name, "LM804", "a file stands twice in this list", number)
        else:
            listed[path] = parts[1].lower()
            yield from _compared(found, (name, number), path, (kind, listed[path]))
    for path in sorted(found.sizes):
        if path not in listed and _must_list(path, is_of_tags=is_of_tags):
            yield found.fault(path, "LM803", f"{name} does not list it")


def _compared(
    found: Contents, place: tuple[str, int], path: str, expected: tuple[str, str]
) -> Iterator[Diagnostic]:
    kind, digest = expected
    name, number = place
    if path not in found.sizes:
        yield found.fault(name, "LM802", f"'{path}' is missing", number)
    elif found.hashes[kind].get(path) != digest:
        yield found.fault(path, "LM801", "it was changed since the bag was made")


def _may_list(path: str, *, is_of_tags: bool) -> bool:
    return is_inside(path) and path.startswith(DATA) != is_of_tags


def _must_list(path: str, *, is_of_tags: bool) -> bool:
    if not is_of_tags:
        return path.startswith(DATA)
    is_own = path.startswith("tagmanifest-") and _unsigned(path).endswith(".txt")
    return not path.startswith(DATA) and not is_own


def _unsigned(path: str) -> str:
    return path.removesuffix(SIGNATURE)


def is_inside(path: str) -> bool:
    """Whether a name with forward slashes stays inside its folder, on every system."""
    parts: Sequence[str] = path.split("/")
    plain = not re.search(r"[\\\x00]|^[A-Za-z]:|^~", path)
    return plain and all(part not in ("", ".", "..") for part in parts)
