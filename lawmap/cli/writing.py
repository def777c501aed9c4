"""Writing without half-written or lost files: temporary file, fsync, rename; a manifest; a lock."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lawmap.errors import OutputError

MANIFEST = "manifest.json"
_LOCK = ".lawmap.lock"


def write_text(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all.

    Raises:
        OutputError: if it cannot be written.
    """
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes, mode: int | None = None) -> None:
    """The same for a file that is no text, or has a mode of its own."""
    if path.exists() and not path.is_file() and not path.is_dir():
        _write_to_stream(path, content)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".lawmap-")
    except OSError as error:
        raise OutputError(f"cannot write to {path.parent}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_usual_mode() if mode is None else mode)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise OutputError(f"cannot write {path}: {error.strerror}") from error


def _write_to_stream(path: Path, content: bytes) -> None:
    """Write to a pipe or device, such as /dev/null; a file must never take its place."""
    try:
        with path.open("wb") as stream:
            stream.write(content)
    except OSError as error:
        raise OutputError(f"cannot write to {path}: {error.strerror}") from error


def _usual_mode() -> int:
    """The mode that the user's umask gives a new file: who keeps files to himself has a reason."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold an output folder alone.

    Raises:
        OutputError: if another run holds it, or if it cannot be made.
    """
    lock = folder / _LOCK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError as error:
        message = f"{folder} is in use by another run; if none is running, delete {lock}"
        if not folder.is_dir():
            message = f"{folder} is a file, not a folder"
        raise OutputError(message) from error
    except OSError as error:
        raise OutputError(f"cannot write to {folder}: {error.strerror}") from error
    try:
        yield
    finally:
        os.close(handle)
        lock.unlink(missing_ok=True)


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
        OutputError: if a file was edited by hand and ``force`` is not given. Nothing is written.
    """
    with locked(folder):
        known = _known(folder)
        touched = sorted(files if keep else {*files, *known})
        edited = [name for name in touched if _edited(folder, name, known, files)]
        if edited and not force:
            raise OutputError(
                f"not written by this tool, or changed since: {', '.join(edited)} in {folder};"
                " move them away, or write over them with --force"
            )
        for name, text in files.items():
            write_text(folder / name, text)
        outputs = known if keep else {}
        outputs |= {name: _hash(text.encode()) for name, text in files.items()}
        manifest = {**record, "outputs": dict(sorted(outputs.items()))}
        write_text(folder / MANIFEST, json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")
        gone = sorted(set(known) - set(outputs))
        for name in gone:
            (folder / name).unlink(missing_ok=True)
        return gone


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Write files that are not there yet: all of them, or none.

    Args:
        folder: the folder; it is made if it is not there.
        files: texts by file name, with forward slashes for folders below this one.

    Raises:
        OutputError: if any of them is there already, or cannot be written.
    """
    with locked(folder):
        taken = [name for name in files if os.path.lexists(folder / name)]
        if taken:
            raise OutputError(
                f"already there in {folder}: {', '.join(taken)};"
                " nothing was written, for nothing is written over them"
            )
        folders = _missing_folders(folder, files)
        made: list[str] = []
        try:
            for name, text in files.items():
                write_text(folder / name, text)
                made.append(name)
        except OutputError:
            for name in made:
                (folder / name).unlink(missing_ok=True)
            for one in folders:
                with contextlib.suppress(OSError):
                    one.rmdir()
            raise


def _missing_folders(folder: Path, names: Iterable[str]) -> list[Path]:
    """The folders that these files need and that are not there, the innermost first."""
    below = {folder / above for name in names for above in Path(name).parents}
    missing = [one for one in below if not os.path.lexists(one)]
    return sorted(missing, key=lambda one: len(one.parts), reverse=True)


def _known(folder: Path) -> dict[str, str]:
    """Hashes of what an earlier run wrote; names that leave the folder are ignored."""
    try:
        outputs = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["outputs"]
        return {name: str(sha) for name, sha in outputs.items() if Path(name).name == name}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def _edited(folder: Path, name: str, known: Mapping[str, str], files: Mapping[str, str]) -> bool:
    """Whether a file is there that neither the last run nor this one would have written."""
    try:
        found = _hash((folder / name).read_bytes())
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return found not in (known.get(name), _hash(files[name].encode()) if name in files else None)


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
