"""Two sides of a comparison as libraries: the law of each, and the same allegations for both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from lawmap.checks import structure_faults
from lawmap.checks.runnable import WORKABLE
from lawmap.cli.outgoing import remember_all
from lawmap.cli.settings import Settings, read_settings
from lawmap.comparing import Law, records_of
from lawmap.control import apply
from lawmap.diagnostics import Diagnostic, Severity
from lawmap.errors import NothingFoundError, UsageError
from lawmap.loading import File, Loaded, load, packs_for
from lawmap.loading.folder import find_files, real_path
from lawmap.loading.kinds import kind_of
from lawmap.model.allegation import Allegation
from lawmap.model.library import Library
from lawmap.model.source import Source

from .places import Place
from .tree import Tree

_CASES = (Allegation, Source)
"""Kinds of file that are no law."""

_PACK = "pack.yaml"


class Side(NamedTuple):
    """One side with all that was read of it."""

    place: Place
    loaded: Loaded

    @property
    def law_files(self) -> list[File]:
        """The files of its law."""
        return [file for file in self.loaded.files if not isinstance(file.record, _CASES)]


class Cases(NamedTuple):
    """The allegations to which both laws are applied, with their sources."""

    loaded: Loaded
    place: Place
    name: str
    """Where they were read, for people."""

    @property
    def files(self) -> list[File]:
        """The files of allegations and sources."""
        return [file for file in self.loaded.files if isinstance(file.record, _CASES)]


def read_side(place: Place, norms: tuple[Path, ...]) -> Side:
    """Read a side: the folders that its settings name if it is a project, else all of it.

    Raises:
        UsageError: if it holds no law of its own.
    """
    paths, packs = _paths(place)
    there = [path for path in paths if path.exists()]
    if not there:
        raise UsageError(
            f"{place.name} holds none of: {', '.join(map(place.shown, map(str, paths)))}"
        )
    own = find_files([*there, *packs])
    if not any(_is_law(found.path) for found in own):
        raise UsageError(
            f"{place.name} holds no norms or other law of its own, so there is nothing to compare;"
            " give folders with norms, revisions of git, or two dossiers (.md)"
        )
    below = [found.path.parent for found in own if found.path.name == _PACK]
    return Side(place, _kept(load(there, packs_for(there, [*packs, *below, *norms]))))


def _is_law(path: Path) -> bool:
    return kind_of(real_path(path).as_posix()) not in (None, *_CASES)


def _paths(place: Place) -> tuple[list[Path], list[Path]]:
    """The files and folders of a side, and packs that they stand on."""
    if place.tree is not None:
        place.tree.write_settings(place.tree.inside(place.path) or "")
    try:
        settings = read_settings(place.path)
    except UsageError as error:
        raise UsageError("\n".join(map(place.shown, str(error).split("\n")))) from error
    is_project = place.is_project or real_path(settings.folder) == real_path(place.path)
    paths = settings.paths if is_project else (place.path,)
    packs = settings.norms if is_project else ()
    return list(_at_hand(place.tree, paths)), list(_at_hand(place.tree, packs))


def _at_hand(tree: Tree | None, paths: Iterable[Path]) -> Iterator[Path]:
    """Paths where they can be read: what is in a revision is written out first."""
    if tree is None:
        yield from paths
        return
    named = [(path, tree.inside(path)) for path in paths]
    tree.write_files(inside for _, inside in named if inside is not None)
    yield from (tree.outside(path) if inside is None else path for path, inside in named)


def read_cases(new: Side, given: tuple[Place, ...]) -> Cases:
    """The allegations: those given, else those of the new side, else those of the project here."""
    if not given:
        own = Cases(new.loaded, new.place, new.place.name)
        if own.files:
            return own
        given = tuple(Place(path, path.as_posix()) for path in _with_cases(read_settings(Path())))
    name = ", ".join(place.name for place in given)
    place = given[0] if given else new.place
    paths = [path for one in given for path in _at_hand(one.tree, (one.path,))]
    try:
        return Cases(_kept(load(paths)), place, name)
    except NothingFoundError as error:
        raise UsageError(f"{name} holds no YAML files") from error


def _kept(loaded: Loaded) -> Loaded:
    """The same; what names somebody in it stays out of messages from here on."""
    remember_all(loaded)
    return loaded


def _with_cases(settings: Settings) -> Iterator[Path]:
    """The folders of a project that hold allegations or sources."""
    for path in settings.paths:
        files = (real_path(found.path).as_posix() for found in find_files([path]))
        if any(kind_of(file) in _CASES for file in files):
            yield path


def applied(law: Side, cases: Cases) -> Loaded:
    """One law with the allegations that it is to be applied to."""
    known, heard = law.loaded, cases.loaded
    return replace(
        known,
        library=replace(
            known.library, allegations=heard.library.allegations, sources=heard.library.sources
        ),
        files=(*law.law_files, *cases.files),
        diagnostics=(
            *(fault for fault in known.diagnostics if not _is_of_cases(fault)),
            *(fault for fault in heard.diagnostics if _is_of_cases(fault)),
        ),
        broken=known.broken | heard.broken,
        lost=known.lost | heard.lost,
        texts={**heard.texts, **known.texts},
    )


def hindrances(loaded: Loaded) -> list[Diagnostic]:
    """The errors with which outcomes would mean nothing, but for those that a comment lets pass.

    Others, such as a date out of order or a condition that nothing meets, are for ``validate``: the
    law of an old revision may have them.
    """
    found = [*loaded.diagnostics, *structure_faults(loaded)]
    return [
        fault
        for fault in apply(found, loaded).faults
        if fault.severity is Severity.ERROR and fault.code not in WORKABLE
    ]


def parted(faults: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Faults of law, and those of allegations and sources."""
    of_law: list[Diagnostic] = []
    of_cases: list[Diagnostic] = []
    for fault in faults:
        (of_cases if _is_of_cases(fault) else of_law).append(fault)
    return of_law, of_cases


def _is_of_cases(fault: Diagnostic) -> bool:
    return kind_of(real_path(Path(fault.position.path)).as_posix()) in _CASES


def law(side: Side, library: Library) -> Law:
    """A side for comparing, with the file of each record."""
    files = {
        key: _file(side.place, file)
        for file in reversed(side.law_files)
        for key, _ in records_of(file.record)
    }
    return Law(side.place.name, library, files)


def _file(place: Place, file: File) -> str:
    inside = place.tree.inside(Path(file.document.path)) if place.tree else None
    return inside if inside is not None else file.document.path
