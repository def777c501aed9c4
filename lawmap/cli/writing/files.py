"""One file: there whole, or as it was before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lawmap.errors import OutputError

from .system import make_folder, remove_folders, sync_folder, telling
from .temporary import beside, clear_leftovers


def write_text(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all.

    Raises:
        OutputError: if it cannot be written.
    """
    write_bytes(path, as_bytes(path, text))


def write_bytes(
    path: Path,
    content: bytes,
    mode: int | None = None,
    *,
    last_look: Callable[[], None] | None = None,
    streams: bool = True,
) -> None:
    """The same for a file that is no text.

    A file keeps the rights of the one whose place it takes. A link gives way to the file; what it
    leads to stays as it is.

    Args:
        path: its place.
        content: all of it.
        mode: rights of its own.
        streams: write to a pipe or device that lies there, and do not take its place. Only for a
            place that the user named: nobody may be waiting at the other end.
        last_look: called when all is ready; raises if the old file must stay after all.

    Raises:
        OutputError: if it cannot be written.
    """
    with telling(f"write {path}"):
        if streams and path.exists() and not path.is_file() and not path.is_dir():
            _write_to_stream(path, content)
            return
    with telling(f"write to {path.parent}"):
        made = make_folder(path.parent)
    try:
        with telling(f"write {path}"):
            clear_leftovers([path.parent])
            with beside(path, content, mode) as temporary:
                if last_look:
                    last_look()
                temporary.replace(path)
            sync_folder(path.parent)
    except BaseException:
        remove_folders(made)
        raise


def as_bytes(path: Path, text: str) -> bytes:
    """A text as it lies on the disk.

    Raises:
        OutputError: if it holds halves of characters, which no file can hold.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        at = text.count("\n", 0, error.start) + 1
        raise OutputError(f"cannot write {path}: line {at} is not valid Unicode") from error


def _write_to_stream(path: Path, content: bytes) -> None:
    """Write to a pipe or device, such as /dev/null; a file must never take its place."""
    with path.open("wb") as stream:
        stream.write(content)
