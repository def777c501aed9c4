"""The key file: whom pseudonyms stand for, outside of all that is given to others."""

from __future__ import annotations

import json
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from lawmap.errors import UsageError
from lawmap.loading.folder import real_path
from lawmap.loading.raw import IrregularError, TooLargeError, read_regular
from lawmap.loading.strict_json import WrongJson, read_json
from lawmap.model.library import Library
from lawmap.model.persons import Person
from lawmap.model.pseudonyms import Keys, PseudonymError, without_pseudonym
from lawmap.wording import first_of

from .writing import locked, write_bytes

T = TypeVar("T")

MODE = 0o600
"""The key file is for its owner alone."""

MAX_BYTES = 64_000_000
_SHOWN = 5


def with_keys(library: Library, path: Path | None) -> Library:
    """A library whose persons are called what a key file says; nothing is written.

    Raises:
        UsageError: if the file is faulty, open to others, or at odds with the records.
    """
    return _agreed(lambda: read_keys(path).called(library), path)


def with_new_keys(
    library: Library, path: Path | None, output: Path, wanted: Callable[[Person], bool]
) -> Library:
    """The same, with a new pseudonym in the key file for each person who needs one.

    Args:
        library: the records that were read.
        path: the key file; it is made if it is not there.
        output: the folder that will be given to others, in which it must not lie.
        wanted: whether a person needs a pseudonym.

    Raises:
        UsageError: as above; if the file lies in the output; or if there is none and one is needed.
        OutputError: if it cannot be written.
    """
    if path is None:
        _refuse_without(library, wanted)
        return library
    _refuse_in(output, path)
    known = read_keys(path)
    if _completed(known, library, wanted, path) != known:
        with locked(path.parent):
            # Another run may have added to it since.
            known = _completed(read_keys(path), library, wanted, path)
            # Through a link, so that the file is kept and not the link.
            write_bytes(real_path(path), _written(known), MODE)
    return _agreed(lambda: known.called(library), path)


def _completed(keys: Keys, library: Library, wanted: Callable[[Person], bool], path: Path) -> Keys:
    return _agreed(lambda: keys.complete(library, wanted, secrets.choice), path)


def _agreed(step: Callable[[], T], path: Path | None) -> T:
    try:
        return step()
    except PseudonymError as error:
        where = f"{path}: " if path else ""
        raise UsageError(f"{where}{error}") from error


def _refuse_without(library: Library, wanted: Callable[[Person], bool]) -> None:
    records = without_pseudonym(_agreed(lambda: Keys().called(library), None), wanted)
    if records:
        raise UsageError(
            f"persons without a pseudonym in {first_of(records, _SHOWN)}: write one under 'called',"
            " or give a key file with --keys FILE, which is made and keeps random ones. Keep that"
            " file where no reader of the dossiers can see it"
        )


def _refuse_in(output: Path, path: Path) -> None:
    """A key file among the dossiers would go to everyone who gets these."""
    inside = real_path(output)
    places = (path.absolute(), real_path(path), real_path(path.parent) / path.name)
    if any(place.is_relative_to(inside) for place in places):
        raise UsageError(
            f"the key file {path} lies in the output folder {output}, or is a link that leads"
            " there: whoever gets the dossiers would get the names; keep it elsewhere"
        )


def read_keys(path: Path | None) -> Keys:
    """Read a key file; one that is not there yet holds nobody.

    Raises:
        UsageError: if it cannot be read, may be read by others, or is no key file. What stands in
            it is never shown.
    """
    if path is None or not os.path.lexists(path):
        return Keys()
    try:
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO) and os.name == "posix":
            raise UsageError(
                f"the key file {path} is open to other users of this machine, and it holds names:"
                f" close it with 'chmod 600 {path}' and think who may have read it"
            )
        text = read_regular(path, MAX_BYTES).decode()
    except (IrregularError, TooLargeError) as error:
        raise UsageError(f"the key file {path} cannot be used: {error.strerror}") from error
    except OSError as error:
        raise UsageError(f"the key file {path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the key file {path} is not UTF-8; nothing was changed in it") from error
    return _parsed(text, path)


def _parsed(text: str, path: Path) -> Keys:
    content = read_json(text)
    if isinstance(content, WrongJson):
        raise UsageError(f"{_faulty(path)}: {_reason(content)}")
    if not isinstance(content, dict):
        raise UsageError(f"{_faulty(path)}: it holds no object of pseudonyms")
    entries: dict[str, frozenset[str]] = {}
    for number, (called, spelled) in enumerate(content.items(), start=1):
        texts = spelled if isinstance(spelled, list) else []
        if not _is_name(called) or not texts or not all(map(_is_name, texts)):
            raise UsageError(f"{_faulty(path)}: entry {number} is no pseudonym with its spellings")
        entries[called] = frozenset(texts)
    return Keys(entries)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and any(map(str.isalnum, value))


def _faulty(path: Path) -> str:
    return f"the key file {path} cannot be used, and was left as it is"


def _reason(wrong: WrongJson) -> str:
    """Why it is not read, in words that show nothing of what stands in it."""
    known = {"LM005": "a pseudonym stands in it twice", "LM007": "nested too deep"}
    place = f"line {wrong.line}, column {wrong.column}"
    return known.get(wrong.code, f"{place}: {wrong.message.removeprefix('not JSON: ')}")


def _written(keys: Keys) -> bytes:
    content = {called: sorted(spelled) for called, spelled in sorted(keys.entries.items())}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
