"""Folders to a library, and every fault on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from lawmap.diagnostics import Diagnostic, Position
from lawmap.errors import NothingFoundError
from lawmap.model.allegation import Allegation
from lawmap.model.base import FileRecord
from lawmap.model.citation_words import CitationWords
from lawmap.model.decision import Decision
from lawmap.model.exceptions import ExceptionsFile
from lawmap.model.instrument import Instrument, Parties, Structure
from lawmap.model.library import Library, PackIdentity
from lawmap.model.names import InstrumentNames, OtherInstruments
from lawmap.model.norm import ChapeauFile, Norm
from lawmap.model.pack import Pack
from lawmap.model.presumption import Presumption
from lawmap.model.situation import Situation
from lawmap.model.source import Source
from lawmap.model.style import Style
from lawmap.model.vocabulary import RegimesFile, RolesFile, StagesFile, TermsFile

from .bounded import listed, too_many_dates
from .folder import Found, in_order, lone_file, real_path, walk
from .kinds import kind_of
from .nodes import Document, Step
from .raw import Stamp, has_changed
from .shape import read_shape
from .text import TextFile, decode, read_text, unreadable
from .unread import meant_name, not_read, unread
from .yaml_text import parse

T = TypeVar("T", bound=FileRecord)


class File(NamedTuple):
    """A file that was read, with its content."""

    document: Document
    record: FileRecord
    path: Path
    """Where it lies, absolute: names in diagnostics depend on how paths were given."""
    whole: bool = True
    """Whether all of it was read. If not, parts at fault were left out of the record: what is there
    can be looked up, and what is not there cannot be missed."""
    sha256: str = ""
    """Hash of its bytes, the very ones that were read."""

    @property
    def identity(self) -> str:
        """The id of its content, or what stands for one."""
        record: Any = self.record
        for key in ("id", "instrument", "namespace"):
            if hasattr(record, key):
                return str(getattr(record, key))
        return str(record.kind_of_file)

    def fault(
        self, at: tuple[Step, ...], code: str, message: str, mend: str, *, key: bool = False
    ) -> Diagnostic:
        """A fault at a place of this file."""
        return self.document.fault(at, code, message, mend, key=key)


@dataclass(frozen=True)
class Loaded:
    """What was read: the library, the files behind it, and every fault."""

    library: Library
    files: tuple[File, ...]
    diagnostics: tuple[Diagnostic, ...]
    read: int = 0
    """How many files were looked at, broken ones included."""
    broken: frozenset[str] = frozenset()
    """Ids of files of which no record could be made: known to exist, so not reported as unknown."""
    lost: frozenset[type[FileRecord]] = frozenset()
    """The kinds of these files: what they would have defined is not known."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of every file that could be decoded, by its name in diagnostics."""
    asked: tuple[Path, ...] = ()
    """The files and folders that were asked for, absolute; all else came with them as a pack."""

    def is_asked(self, file: File) -> bool:
        """Whether a file was asked for, by its own name or with the folder in which it lies."""
        return any(path in self.asked for path in (file.path, *file.path.parents))

    def of_kind(self, model: type[T]) -> list[tuple[File, T]]:
        """The files of one kind, with their content."""
        return [*self._by_kind.get(model, ())]

    @cached_property
    def _by_kind(self) -> dict[type[FileRecord], list[tuple[File, Any]]]:
        found: dict[type[FileRecord], list[tuple[File, Any]]] = {}
        for file in self.files:  # asked for by nearly every check
            found.setdefault(type(file.record), []).append((file, file.record))
        return found

    def whole_of_kind(self, model: type[T]) -> list[tuple[File, T]]:
        """Those of them that were read whole: only of these can something be said to be missing."""
        return [(file, record) for file, record in self.of_kind(model) if file.whole]


@dataclass
class _Gathered:
    """What has been read so far."""

    files: list[File] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    lost: set[type[FileRecord]] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, tuple[Path, Stamp]] = field(default_factory=dict)
    """Which state of each file was read, by its name in diagnostics."""

    def lose(self, path: Path, model: type[FileRecord], written_id: str = "") -> None:
        """Note a file of which no record can be made."""
        self.broken.add(_guess(path, model))
        if written_id:
            self.broken.add(written_id)
        self.lost.add(model)


def load(
    paths: Iterable[Path | str],
    packs: Iterable[Path | str] = (),
    instead: Mapping[str, str] | None = None,
) -> Loaded:
    """Read norm packs and whatever else lies below the paths.

    Args:
        paths: files or folders with norms, sources, allegations in any mixture.
        packs: norm packs to read first; see :func:`lawmap.loading.shipped_pack`.
        instead: texts to take for those of the disk, by the names of the files in diagnostics.

    Returns:
        The library of all files that could be read, and the faults of all the others.

    Raises:
        NothingFoundError: if a path does not exist, or no YAML file lies below any of them.
    """
    asked = tuple(Path(path) for path in paths)
    absent = tuple(path for path in asked if not path.exists() and not path.is_symlink())
    below = walk(() if absent else asked)
    if absent or (asked and not below.files):
        raise NothingFoundError(absent or asked)
    gathered = _Gathered()
    gathered.faults.extend(unread(in_order(below.others)))
    packed = walk(Path(pack) for pack in packs)
    for shown, error in sorted({**packed.closed, **below.closed}.items()):
        gathered.faults.append(unreadable(shown, error))
    every = in_order({**packed.files, **below.files})
    for found in every:
        _read(found, gathered, instead or {})
    gathered.faults.extend(_changed(gathered))
    files = _unique(gathered)
    return Loaded(
        library=_library(files),
        files=tuple(files),
        diagnostics=tuple(gathered.faults),
        read=len(every),
        broken=frozenset(gathered.broken),
        lost=frozenset(gathered.lost),
        texts=gathered.texts,
        asked=tuple(real_path(path) for path in asked),
    )


def with_text(loaded: Loaded, model: type[FileRecord], path: Path, text: str) -> Loaded:
    """What was loaded, and one more file that need not lie on the disk yet.

    Args:
        loaded: what the new file may refer to.
        model: the kind of the new file.
        path: where it is to lie; its faults name this path.
        text: its content.

    Returns:
        The library with the new file. ``files`` and ``diagnostics`` are those of the new file
        alone, so that checks speak of no other.
    """
    gathered = _Gathered(
        files=list(loaded.files),
        broken=set(loaded.broken),
        lost=set(loaded.lost),
        texts=dict(loaded.texts),
    )
    found = lone_file(path)
    _take(found, model, _decoded(text, found.shown), gathered)
    new = tuple(gathered.files[len(loaded.files) :])
    return replace(
        loaded,
        library=_library(_unique(gathered)),
        files=new,
        diagnostics=tuple(gathered.faults),
        broken=frozenset(gathered.broken),
        lost=frozenset(gathered.lost),
        texts=gathered.texts,
        asked=(),
    )


def _changed(gathered: _Gathered) -> Iterator[Diagnostic]:
    """Files that are no longer as they were read: what was read need never have stood together."""
    for shown, (path, stamp) in gathered.stamps.items():
        if has_changed(path, stamp):
            mend = "Wait until nobody is writing it any more, then run this again."
            yield Diagnostic(Position(shown), "LM001", "changed while files were read", mend)


def _read(found: Found, gathered: _Gathered, instead: Mapping[str, str]) -> None:
    model = kind_of(found.place.as_posix())
    if model is None:
        name = meant_name(found)
        gathered.faults.append(not_read(found, "LM107", name) if name else _misplaced(found))
        return
    text = instead.get(found.shown)
    if text is None:
        _take(found, model, read_text(found.path, found.shown, found.root), gathered)
    else:
        _take(found, model, _decoded(text, found.shown), gathered)


def _take(found: Found, model: type[FileRecord], content: TextFile, gathered: _Gathered) -> None:
    """Take up the text of a file: a record if it has the shape of its kind, else its faults."""
    if content.stamp:
        gathered.stamps[found.shown] = (found.path, content.stamp)
    gathered.faults.extend(content.faults)
    if content.faults:
        gathered.lose(found.path, model)
        return
    gathered.texts[found.shown] = content.text
    document, faults_of_yaml = parse(content.text, found.shown)
    if crowd := too_many_dates(content.text, found.shown):
        document, faults_of_yaml = None, [*faults_of_yaml, crowd]
    gathered.faults.extend(listed(faults_of_yaml))
    if document is None:
        gathered.lose(found.path, model)
        return
    record, faults_of_shape = read_shape(document, model)
    told = {fault.position for fault in faults_of_yaml}
    gathered.faults.extend(one for one in faults_of_shape if one.position not in told)
    if record is None:
        gathered.lose(found.path, model, document.identity)
    else:
        whole = not (faults_of_yaml or faults_of_shape)
        kept = document.recorded() if whole else document
        gathered.files.append(File(kept, record, found.real, whole, content.sha256))


def _decoded(text: str, shown: str) -> TextFile:
    return decode(text.encode("utf-8", "surrogatepass"), shown)


def _misplaced(found: Found) -> Diagnostic:
    return Diagnostic(
        Position(found.shown),
        "LM107",
        "lies in no folder that lawmap knows",
        "Norms lie in instruments/<instrument>/, reports in sources/ and allegations/;"
        " docs/architecture.md lists all places.",
    )


def _guess(path: Path, model: type[FileRecord]) -> str:
    """What an unreadable file is about, by its name: good enough to hold back false alarms."""
    if model is ChapeauFile:
        return f"chapeau/{path.stem}"
    if model in (Instrument, InstrumentNames, Structure, Parties):
        return path.parent.name
    return f"{path.parent.name}/{path.stem}" if model is Norm else path.stem


def _unique(gathered: _Gathered) -> list[File]:
    """Drop files whose id another file already has, ignoring case, and report them."""
    first: dict[tuple[str, str], File] = {}
    for file in gathered.files:
        key = (file.record.kind_of_file, file.identity.casefold())
        if key not in first or file.record.kind_of_file in _MANY:
            first.setdefault(key, file)
            continue
        other = first[key].document
        fault = file.fault(
            ("id",), "LM205", f"id '{file.identity}' is taken", "Give one of the two another id."
        )
        first_use = other.related(("id",), "first used here")
        gathered.faults.append(fault._replace(related=(first_use,)))
    kept = {id(file) for file in first.values()}
    return [
        file for file in gathered.files if id(file) in kept or file.record.kind_of_file in _MANY
    ]


_MANY = frozenset(
    {"citation-words", "exceptions", "other-instruments", "roles", "regimes", "stages", "terms"}
)
"""Kinds of which each pack may have files of its own with the same name."""


def _library(files: list[File]) -> Library:
    def by_id(model: type[T]) -> dict[str, T]:
        return {file.identity: file.record for file in files if isinstance(file.record, model)}

    def every(model: type[T]) -> tuple[T, ...]:
        return tuple(file.record for file in files if isinstance(file.record, model))

    return Library(
        packs=tuple(
            PackIdentity(file.record, _pack_hash(file, files))
            for file in files
            if isinstance(file.record, Pack)
        ),
        terms_files=every(TermsFile),
        roles_files=every(RolesFile),
        regimes_files=every(RegimesFile),
        stages_files=every(StagesFile),
        instruments=by_id(Instrument),
        structures=by_id(Structure),
        parties=by_id(Parties),
        names=by_id(InstrumentNames),
        other_instruments=every(OtherInstruments),
        citation_words=every(CitationWords),
        norms=by_id(Norm),
        chapeaux=by_id(ChapeauFile),
        presumptions=by_id(Presumption),
        decisions=by_id(Decision),
        situations=by_id(Situation),
        styles=by_id(Style),
        sources=by_id(Source),
        allegations=by_id(Allegation),
        name_exceptions=tuple(one for file in every(ExceptionsFile) for one in file.exceptions),
    )


def _pack_hash(pack: File, files: list[File]) -> str:
    """Hash over every file of a pack: its path inside the pack and its bytes."""
    folder = pack.path.parent
    inside = {
        file.path.relative_to(folder).as_posix(): file.sha256
        for file in files
        if file.path.is_relative_to(folder)
    }
    lines = "".join(f"{path}\0{sha256}\n" for path, sha256 in sorted(inside.items()))
    return hashlib.sha256(lines.encode()).hexdigest()
