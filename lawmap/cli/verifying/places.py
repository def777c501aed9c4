"""A folder of dossiers, a bag, a review log or a single file, held against what it says itself."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lawmap.cli import ssh
from lawmap.diagnostics import Diagnostic, Position
from lawmap.errors import UsageError
from lawmap.integrity import bag, log, manifest
from lawmap.integrity.log_reading import MAX_LOG, Log, read_log
from lawmap.integrity.manifest import Manifest
from lawmap.loading.bounded import listed
from lawmap.loading.raw import read_regular
from lawmap.loading.text import unreadable
from lawmap.wording import counted

from .found import Found, Signed
from .tree import FolderTree, Tree, ZipTree, files_below

MAX_SIGNED = 1_000_000_000
"""Bytes of a file that is signed as it is."""
_MAX_SIGNATURE = 100_000
_INDEX = "index.md"


def find(path: Path) -> Found:
    """What lies at a path.

    Raises:
        UsageError: if it is none of the things that can be verified.
    """
    if path.is_dir():
        tree = FolderTree(path)
        is_bag = bag.DECLARATION in tree.sizes and manifest.MANIFEST not in tree.sizes
        return _bag(tree, path) if is_bag else _dossiers(tree, path)
    if not path.is_file():
        raise UsageError(f"{path} is a pipe or device, of which nothing can be verified")
    if zipfile.is_zipfile(path) or path.suffix == ".zip":
        archive = ZipTree(path)
        found = _bag(archive, path)
        return found._replace(signed=(*_of_file(path), *found.signed))
    if path.suffix == ".jsonl":
        return log_at(path)[0]
    signed = tuple(_of_file(path))
    if signed[0].signature is None:
        raise UsageError(
            f"{path} is no folder of dossiers, bag or review log, and no signature"
            f" {path.name}{manifest.SIGNATURE} lies beside it"
        )
    return Found(path.as_posix(), place=path.as_posix(), signed=signed)


def log_at(path: Path) -> tuple[Found, Log]:
    """The review log of a file."""
    shown = path.as_posix()
    try:
        raw = read_regular(path, MAX_LOG)
    except OSError as error:
        return Found("", (unreadable(shown, error),), place=shown), Log((), ())
    read = read_log(raw, shown)
    told = f"{counted(len(read.entries), 'entry', 'entries')} in {shown}: the chain holds"
    if read.entries:
        told += f"; its head is {log.head_of(read.entries)}"
    signed = tuple(_of_file(path, raw))
    return Found(told, read.faults, 1, None, shown, read.entries, signed), read


def _of_file(path: Path, content: bytes | None = None) -> Iterator[Signed]:
    beside = path.with_name(f"{path.name}{manifest.SIGNATURE}")
    try:
        signature = read_regular(beside, _MAX_SIGNATURE) if os.path.lexists(beside) else None
        if content is None:
            content = read_regular(path, MAX_SIGNED) if signature is not None else b""
    except OSError as error:
        raise UsageError(f"{path} or its signature cannot be read: {error.strerror}") from error
    yield Signed(path.as_posix(), content, signature)


def _dossiers(tree: Tree, folder: Path) -> Found:
    faults: list[Diagnostic] = []
    if manifest.PENDING in tree.sizes:
        message = "a run was interrupted here: files of two runs may lie side by side"
        mend = "Run 'lawmap dossier' again on this folder."
        place = Position(f"{tree.shown}{manifest.PENDING}")
        faults.append(Diagnostic(place, "LM805", message, mend))
    found, wrong = _manifest(tree, "")
    faults += [*wrong, *(_compared(tree, "", found, tree.hashes()) if found else ())]
    signed = tuple(_signed(tree, manifest.MANIFEST))
    faults += _no_signatures(tree)
    return Found(
        f"{_count(found)} in {folder.as_posix()}: {_as_written(found)}" if found else "",
        (*tree.faults, *faults),
        len(tree.sizes),
        found,
        f"{tree.shown}{manifest.MANIFEST}",
        signed=signed,
    )


def _manifest(tree: Tree, below: str) -> tuple[Manifest | None, list[Diagnostic]]:
    name = f"{below}{manifest.MANIFEST}"
    shown = f"{tree.shown}{name}"
    mend = "Give a folder that 'lawmap dossier' wrote; without its manifest nothing can be said."
    if name not in tree.sizes:
        return None, [Diagnostic(Position(shown), "LM804", "there is no manifest", mend)]
    try:
        raw = tree.read(name, manifest.MAX_MANIFEST)
    except OSError as error:
        message = f"it cannot be read: {error.strerror}"
        return None, [Diagnostic(Position(shown), "LM804", message, mend)]
    return manifest.read_manifest(raw, shown)


def _compared(tree: Tree, below: str, found: Manifest, hashes: dict[str, str]) -> list[Diagnostic]:
    here = {name: hashes.get(f"{below}{name}", "") for name in files_below(tree, below)}
    unread = {fault.position.path for fault in tree.faults}
    folder = f"{tree.shown}{below}"
    faults = manifest.compare(found, here, folder, f"{folder}{manifest.MANIFEST}")
    return listed(fault for fault in faults if fault.position.path not in unread)


def _bag(tree: Tree, path: Path) -> Found:
    hashes = {kind: tree.hashes(kind) for kind in sorted(bag.algorithms_of(tree.sizes))}
    tags: dict[str, bytes] = {}
    for name in filter(bag.is_tag, sorted(tree.sizes)):
        try:
            tags[name] = tree.read(name, manifest.MAX_MANIFEST)
        except OSError as error:
            tree.faults.append(unreadable(f"{tree.shown}{name}", error))
    faults: list[Diagnostic] = []
    inner = None
    if tree.sizes or not tree.faults:
        faults += listed(bag.compare_bag(bag.Contents(tree.shown, tree.sizes, tags, hashes)))
    if f"{bag.DATA}{manifest.MANIFEST}" in tree.sizes and not faults:
        inner, wrong = _manifest(tree, bag.DATA)
        sha256 = hashes.get("sha256") or tree.hashes()
        faults += [*wrong, *(_compared(tree, bag.DATA, inner, sha256) if inner else ())]
    what = f"{_count(inner)} in the bag" if inner else "the bag"
    how = _as_written(inner) if inner else "as its lists of hashes say"
    names = (bag.TAG_MANIFEST, f"{bag.DATA}{manifest.MANIFEST}")
    signed = tuple(one for name in names for one in _signed(tree, name))
    faults += _no_signatures(tree)
    return Found(
        f"{what} {path.as_posix()}: {how}",
        (*dict.fromkeys(tree.faults), *faults),
        len(tree.sizes),
        inner,
        f"{tree.shown}{bag.DATA}{manifest.MANIFEST}",
        signed=signed,
    )


def _signed(tree: Tree, name: str) -> Iterator[Signed]:
    signature = f"{name}{manifest.SIGNATURE}"
    try:
        content = tree.read(name, manifest.MAX_MANIFEST) if name in tree.sizes else b""
        made = tree.read(signature, _MAX_SIGNATURE) if signature in tree.sizes else None
    except OSError as error:
        tree.faults.append(unreadable(f"{tree.shown}{name}", error))
        return
    yield Signed(f"{tree.shown}{name}", content, made)


def _no_signatures(tree: Tree) -> Iterator[Diagnostic]:
    """What has the name of a signature and is none: nothing else says what is in it."""
    mend = "Move it away, or sign anew with 'lawmap sign'."
    for signed in sorted(tree.sizes):
        name = f"{signed}{manifest.SIGNATURE}"
        if name in tree.sizes:
            try:
                is_one = ssh.is_signature(tree.read(name, _MAX_SIGNATURE))
            except OSError:
                is_one = False
            if not is_one:
                place = Position(f"{tree.shown}{name}")
                yield Diagnostic(place, "LM808", "it is no signature of ssh-keygen", mend)


def _count(found: Manifest) -> str:
    """How many dossiers there are: no id of one holds a full stop."""
    pages = [name for name in found.outputs if name.endswith(".md") and name != _INDEX]
    return counted(sum(name.count(".") == 1 for name in pages), "dossier")


def _as_written(found: Manifest) -> str:
    return f"as the manifest says, by {found.tool} for the audience '{found.audience}'"
