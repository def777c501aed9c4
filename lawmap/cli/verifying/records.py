"""Records and norm packs as they are now, beside what was made of them and said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lawmap.cli.outgoing import remember_all
from lawmap.cli.settings import read_settings
from lawmap.diagnostics import Diagnostic, Position, nearest
from lawmap.errors import NothingFoundError, UnknownIdError, UsageError
from lawmap.integrity.log import Entry, Subject, about, last_review
from lawmap.integrity.log_reading import RECORDS
from lawmap.integrity.manifest import compare_inputs
from lawmap.loading import Loaded, load
from lawmap.masking import Mask
from lawmap.model.base import Handling

from .found import Found


def read_records(paths: tuple[Path, ...]) -> Loaded:
    """Records without the law: those of the paths, or of the project's settings.

    Raises:
        NothingFoundError: if there are none.
    """
    loaded = load(paths or read_settings(Path()).paths)
    remember_all(loaded)
    return loaded


def found_records(paths: tuple[Path, ...]) -> Loaded | None:
    """The same; none where no paths are given and there are no records.

    Raises:
        NothingFoundError: if there are none below paths that are given.
    """
    try:
        return read_records(paths)
    except NothingFoundError:
        if paths:
            raise
        return None


def mask_of(loaded: Loaded | None) -> Mask:
    """What masks the names of records; where no records are, there are no names."""
    return Mask.of(loaded.library, Handling.CONFIDENTIAL) if loaded else Mask(())


def subjects_of(loaded: Loaded) -> dict[tuple[str, str], Subject]:
    """Every record that can be reviewed, by its kind and id."""
    return {
        (file.record.kind_of_file, file.identity): Subject(
            file.record.kind_of_file, file.identity, file.sha256
        )
        for file in loaded.files
        if file.record.kind_of_file in RECORDS
    }


def subject_of(loaded: Loaded, name: str, kind: str | None = None) -> Subject:
    """The record of an id.

    Raises:
        UnknownIdError: if there is none.
        UsageError: if there are several of different kinds, or it was not read whole.
    """
    subjects = subjects_of(loaded)
    found = [
        one
        for (of_kind, identity), one in subjects.items()
        if identity == name and kind in (None, of_kind)
    ]
    if not found:
        known = [identity for of_kind, identity in subjects if kind in (None, of_kind)]
        raise UnknownIdError(kind or "record", name, nearest(name, known))
    if len(found) > 1:
        kinds = " or ".join(one.record for one in found)
        raise UsageError(f"'{name}' is more than one record; add --kind {kinds}")
    broken = [file for file in loaded.files if file.identity == name and not file.whole]
    if broken:
        raise UsageError(f"'{name}' has faults; mend what 'lawmap validate' says of it first")
    return found[0]


def changed_inputs(found: Found, loaded: Loaded) -> Iterator[Diagnostic]:
    """Records and norm packs that are not those from which the dossiers were made."""
    if found.manifest is None:
        return
    inputs = {key: one.sha256 for key, one in subjects_of(loaded).items()}
    packs = {item.pack.id: item.sha256 for item in loaded.library.packs}
    yield from compare_inputs(found.manifest, inputs, packs, found.place)


def changed_since_review(
    entries: Sequence[Entry], loaded: Loaded, shown: str
) -> Iterator[Diagnostic]:
    """Records that are not as they were when they were last reviewed."""
    now = subjects_of(loaded)
    for record, identity in dict.fromkeys((one.record, one.id) for one in entries):
        last = last_review(about(entries, record, identity))
        current = now.get((record, identity))
        review = last.entry if last else None
        if review is not None and (current is None or current.sha256 != review.sha256):
            how = "was changed since" if current else "is not there any more"
            message = f"{record} '{identity}', reviewed in entry {review.number}, {how}"
            mend = "Review it again and add that to the log: 'lawmap review-log add'."
            place = Position(shown, review.number)
            yield Diagnostic(place, "LM810", message, mend, review.line)
