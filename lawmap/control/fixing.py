"""Fixes of faults, made on texts: files and faults in, new texts and new names out.

Every character that no fix names stays as it is: comments, layout, line ends. Fixes are made in
rounds, because one may uncover another fault, and of two that touch the same piece only the first
can be made at once. A fix that leaves its fault in place is taken back; so is all that was made in
a file together and leaves it unreadable.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic, Fix

from .edits import Edited, Place

MAX_ROUNDS = 10
"""So often at most the files are checked anew; another run goes on where this one ends."""

Check = Callable[[Mapping[str, str]], Iterable[Diagnostic]]
"""Gives all faults, with these texts, by path, instead of those on the disk."""

IsFree = Callable[[str, str], bool]
"""Whether a file (first) may be given another path (second): nothing else lies there."""


class Mended(NamedTuple):
    """What fixes make of files."""

    texts: Mapping[str, str]
    """The new text of each file whose text changes, by its path."""
    renames: Mapping[str, str]
    """The new path of each file that gets another name; to be given in this order."""
    made: tuple[Diagnostic, ...]
    """The faults that are mended, in the order of mending."""


class _Try(NamedTuple):
    """Fixes made in one file, which have yet to prove themselves."""

    edited: Edited
    made: list[Diagnostic]
    """The faults that they are to mend."""
    left: list[Diagnostic]
    """The other faults of the file."""


def may_be_made(fault: Diagnostic, *, unsafe: bool) -> bool:
    """Whether a fault has a fix of the sort that is asked for."""
    return fault.fix is not None and (unsafe or fault.fix.safe)


def mend(
    texts: Mapping[str, str], check: Check, is_free: IsFree, *, unsafe: bool = False
) -> Mended:
    """Make fixes until nothing more changes.

    Args:
        texts: the files that may change, by the path that their faults name.
        check: finds the faults.
        is_free: whether a name may be given.
        unsafe: also make fixes that may change the meaning.
    """
    mending = _Mending(texts, check, unsafe=unsafe)
    for _ in range(MAX_ROUNDS):
        if not mending.round():
            break
    targets = _targets(mending.renames(), is_free)
    renames = {fault.position.path: target for target, fault in targets.items()}
    return Mended(mending.changed, renames, (*mending.made, *targets.values()))


class _Mending:
    """How far the mending has come."""

    def __init__(self, texts: Mapping[str, str], check: Check, *, unsafe: bool) -> None:
        self._texts, self._check, self._unsafe = texts, check, unsafe
        self._now = dict(texts)
        self._barred: set[tuple[str, ...]] = set()
        self.made: list[Diagnostic] = []
        self._faults = self._found()

    @property
    def changed(self) -> dict[str, str]:
        """The texts that are no longer as they were."""
        return {path: text for path, text in self._now.items() if text != self._texts[path]}

    def round(self) -> bool:
        """Make each fix that can be made now; say whether there was any."""
        tries = {path: self._try(path, faults) for path, faults in self._faults.items() if faults}
        tries = {path: one for path, one in tries.items() if one.made}
        if not tries:
            return False
        before = dict(self._now)
        self._now |= {path: one.edited.text for path, one in tries.items()}
        self._faults = self._found()
        useless = {path: _useless(one, self._faults[path]) for path, one in tries.items()}
        for path, faults in useless.items():
            if faults:
                self._now[path] = before[path]
                self._barred |= {_name(fault) for fault in faults}
            else:
                self.made += tries[path].made
        if any(useless.values()):
            self._faults = self._found()
        return True

    def renames(self) -> list[tuple[str, Diagnostic]]:
        """The faults that another path of their file would mend, each after that path."""
        every = (fault for faults in self._faults.values() for fault in faults)
        return [
            (_beside(fault.position.path, fix.rename), fault)
            for fault in every
            if (fix := self._fix(fault)) and fix.rename
        ]

    def _found(self) -> dict[str, list[Diagnostic]]:
        """The faults of each file that may change."""
        found: dict[str, list[Diagnostic]] = {path: [] for path in self._texts}
        for fault in self._check(self.changed):
            if fault.position.path in found:
                found[fault.position.path].append(fault)
        return found

    def _try(self, path: str, faults: list[Diagnostic]) -> _Try:
        fixes = [(fix.edits, fault) for fault in faults if (fix := self._fix(fault)) and fix.edits]
        fixes.sort(key=itemgetter(0))
        edited = Edited(self._now[path], [edits for edits, _ in fixes])
        made = [fault for index, (_, fault) in enumerate(fixes) if index in edited.made]
        done = set(map(id, made))
        return _Try(edited, made, [fault for fault in faults if id(fault) not in done])

    def _fix(self, fault: Diagnostic) -> Fix | None:
        """The fix of a fault, if it may be made and has not failed."""
        usable = may_be_made(fault, unsafe=self._unsafe) and _name(fault) not in self._barred
        return fault.fix if usable else None


def _name(fault: Diagnostic) -> tuple[str, ...]:
    return fault.position.path, fault.code, fault.message


def _useless(tried: _Try, after: list[Diagnostic]) -> list[Diagnostic]:
    """The fixes that did not mend their fault; all of them, if the file is now unreadable."""
    if _is_unread(after) and not _is_unread([*tried.made, *tried.left]):
        return tried.made
    place = tried.edited.place
    still = Counter(_at(fault, fault.position[1:]) for fault in after)
    still -= Counter(_at(fault, place(fault.position[1:])) for fault in tried.left)
    return [fault for fault in tried.made if still[_at(fault, place(fault.position[1:]))]]


def _at(fault: Diagnostic, place: Place) -> tuple[str, str, Place]:
    return fault.code, fault.message, place


def _is_unread(faults: Iterable[Diagnostic]) -> bool:
    """Whether there is a fault of reading (LM0xx) among these."""
    return any(fault.code.startswith("LM0") for fault in faults)


def _targets(wanted: list[tuple[str, Diagnostic]], is_free: IsFree) -> dict[str, Diagnostic]:
    """New paths with their faults, in an order in which each is free when its turn comes."""
    targets: dict[str, Diagnostic] = {}
    while True:
        gone = {fault.position.path for fault in targets.values()}
        free = {
            target: fault
            for target, fault in reversed(wanted)  # of two that want the same, the first has it
            if target not in targets
            and fault.position.path not in gone
            and (target in gone or is_free(fault.position.path, target))
        }
        if not free:
            return targets
        targets |= sorted(free.items())


def _beside(path: str, name: str) -> str:
    """A path that is given relative to the folder of another one."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
