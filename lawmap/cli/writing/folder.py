"""A folder of files with a manifest: all of it from one run, and nobody's work lost."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from lawmap.errors import OutputError
from lawmap.integrity.canonical import sha256 as sha256_of
from lawmap.integrity.manifest import MANIFEST, PENDING
from lawmap.loading.raw import Stamp, read_regular, stamp_of

from .files import as_bytes, write_bytes
from .lock import locked
from .record import Earlier, as_json, earlier, note_of
from .system import sync_folder, telling
from .temporary import staged

_MAX_BYTES = 200_000_000


class _There(NamedTuple):
    """What lies at the place of a file."""

    sha256: str = ""
    """"" for a link or what cannot be read: nothing of ours."""
    stamp: Stamp | None = None


_Found = Mapping[str, _There | None]


def write_folder(
    folder: Path,
    files: Mapping[str, str],
    record: Mapping[str, object],
    *,
    force: bool,
    keep: bool = False,
) -> list[str]:
    """Write all files of a folder with a manifest of their hashes.

    Args:
        folder: the output folder.
        files: texts by file name.
        record: what else the manifest keeps: versions and hashes of what was read.
        force: overwrite files that were edited since they were written.
        keep: leave files of an earlier run that are not among these.

    Returns:
        Names of files of an earlier run that are no longer produced and were removed.

    Raises:
        OutputError: if a file was edited by hand, or the folder is for another audience, and
            ``force`` is not given; or if anything cannot be written. Then nothing was written, or
            running it again goes on where it stopped.
    """
    contents = {name: as_bytes(folder / name, text) for name, text in files.items()}
    with locked(folder):
        past = earlier(folder)
        if _is_for_others(folder, past, record, force=force):
            keep = False  # a folder never mixes what is for two audiences
        found = _look_around(folder, contents, past.names)
        _refuse_edited(folder, contents, past, found, force=force, keep=keep)
        outputs = _kept(past, found) if keep else {}
        outputs |= {name: sha256_of(content) for name, content in contents.items()}
        manifest = as_json({**record, "outputs": dict(sorted(outputs.items()))})
        gone = _gone(folder, past, found, outputs)
        _Change(folder, {**contents, MANIFEST: manifest}, found, past, gone).carry_out(
            outputs, record.get("audience")
        )
        return gone


def write_generated(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files that are made anew and never edited; others are left alone.

    Raises:
        OutputError: if one cannot be written.
    """
    contents = {folder / name: as_bytes(folder / name, text) for name, text in texts.items()}
    with locked(folder), staged(contents) as temporaries:
        for path, temporary in temporaries.items():
            with telling(f"write {path}"):
                temporary.replace(path)
        with telling(f"write to {folder}"):
            sync_folder(folder)


class _Change(NamedTuple):
    """From what lies in a folder to what is to lie there."""

    folder: Path
    contents: Mapping[str, bytes]
    """Every file that is to lie there, the manifest last."""
    found: _Found
    past: Earlier
    gone: list[str]

    def carry_out(self, outputs: Mapping[str, str], audience: object) -> None:
        """Write what is new beside its place; note what is in flight; then change it."""
        found = {**self.found, MANIFEST: _look(self.folder / MANIFEST)}
        new = {
            self.folder / name: content
            for name, content in self.contents.items()
            if (there := found[name]) is None or there.sha256 != sha256_of(content)
        }
        with staged(new) as temporaries:
            if new or self.gone:
                before = {
                    name: there.sha256
                    for name, there in self.found.items()
                    if there and self.past.wrote(name, there.sha256)
                }
                note = note_of(outputs, before, audience)
                write_bytes(self.folder / PENDING, note, streams=False)
            try:
                for path, temporary in temporaries.items():
                    if path.name == MANIFEST:  # all else is on the disk before it
                        self._sync()
                    self._put(path, temporary, found[path.name])
            except OutputError as error:
                raise OutputError(
                    f"{error}; until this is run again, files of two runs may lie in {self.folder}"
                ) from error
        self._sync()
        for name in self.gone:
            self._refuse_changed(name, self.found[name])
            with telling(f"remove {self.folder / name}"):
                (self.folder / name).unlink(missing_ok=True)
        with telling(f"remove {self.folder / PENDING}"):
            (self.folder / PENDING).unlink(missing_ok=True)

    def _put(self, path: Path, temporary: Path, there: _There | None) -> None:
        self._refuse_changed(path.name, there)
        with telling(f"write {path}"):
            temporary.replace(path)

    def _refuse_changed(self, name: str, there: _There | None) -> None:
        """Look once more: since the first look all files were written, and that takes time."""
        if _stamp(self.folder / name) != (there and there.stamp):
            raise OutputError(
                f"{self.folder / name} has changed while this ran, and was left as it is;"
                " look at it, then run this again"
            )

    def _sync(self) -> None:
        with telling(f"write to {self.folder}"):
            sync_folder(self.folder)


def _look_around(folder: Path, contents: Iterable[str], names: Iterable[str]) -> _Found:
    """What lies at each place. A manifest may name very many files, of which none is there."""
    with telling(f"look at {folder}"):
        there = {_folded(name) for name in os.listdir(folder)}  # noqa: PTH208
    looked_at = {name for name in names if _folded(name) in there} | {*contents}
    nothing: dict[str, _There | None] = dict.fromkeys(names)
    found = nothing | {name: _look(folder / name) for name in looked_at}
    return dict(sorted(found.items()))


def _folded(name: str) -> str:
    """What names have in common that a file system may take for one."""
    return unicodedata.normalize("NFC", name.casefold())


def _look(path: Path) -> _There | None:
    """What lies there; None if nothing does. Links are not followed: they may lead anywhere."""
    stamp = _stamp(path)
    if stamp is None:
        return None
    try:
        return _There(sha256_of(read_regular(path, _MAX_BYTES, follow=False)), stamp)
    except OSError:
        return _There("", stamp)


def _stamp(path: Path) -> Stamp | None:
    try:
        return stamp_of(path.lstat())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError(f"cannot look at {path}: {error.strerror}") from error


def _is_for_others(
    folder: Path, past: Earlier, record: Mapping[str, object], *, force: bool
) -> bool:
    """Whether the folder was written for another audience, which is refused without ``force``."""
    if not past.names or past.audiences == {record.get("audience")} - {None}:
        return False
    if not force:
        noted = " and ".join(sorted(past.audiences)) or "not noted"
        raise OutputError(
            f"{folder} was written for another audience ({noted}): give each audience a folder of"
            " its own, or replace all that is there with --force"
        )
    return True


def _refuse_edited(
    folder: Path,
    contents: Mapping[str, bytes],
    past: Earlier,
    found: _Found,
    *,
    force: bool,
    keep: bool,
) -> None:
    touched = [*contents] if keep else [*found]
    taken = [name for name in touched if found[name]]
    odd = [name for name in (*taken, MANIFEST) if not _is_file_or_link(folder / name)]
    if odd:
        raise OutputError(f"no files: {', '.join(odd)} in {folder}; move them away")
    edited = {MANIFEST} if past.is_foreign else set()
    for name in touched:
        there = found[name]
        new = sha256_of(contents[name]) if name in contents else ""
        if there and not past.wrote(name, there.sha256) and (there.sha256 or None) != new:
            edited.add(name)
    if edited and not force:
        raise OutputError(
            f"not written by this tool, or changed since: {', '.join(sorted(edited))} in {folder};"
            " move them away, or write over them with --force"
        )


def _is_file_or_link(path: Path) -> bool:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return True
    return stat.S_ISREG(mode) or stat.S_ISLNK(mode)


def _kept(past: Earlier, found: _Found) -> dict[str, str]:
    """Files of earlier runs, with the hashes of what lies there, or should if it was edited."""
    kept = dict(past.manifest)
    for name, there in found.items():
        if there and past.wrote(name, there.sha256):
            kept[name] = there.sha256
    return kept


def _gone(folder: Path, past: Earlier, found: _Found, outputs: Iterable[str]) -> list[str]:
    """What lies there and is no longer produced; where case does not count, no file is both."""
    names = {name.casefold(): name for name in outputs}
    return [
        name
        for name in sorted(past.names - set(outputs))
        if found[name] is not None and not _is_same(folder, name, names.get(name.casefold()))
    ]


def _is_same(folder: Path, name: str, other: str | None) -> bool:
    return (
        other is not None
        and os.path.lexists(folder / other)
        and (folder / name).samefile(folder / other)
    )
