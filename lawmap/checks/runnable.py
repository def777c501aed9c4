"""Whose cases can be run although there are faults: one bad file never hides another.

A case that names neither who, when nor where takes it for granted that its norm applies. So it
rests on no party table and on no situation, and on no instrument but that of its norm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from lawmap.diagnostics import RULES, Diagnostic, Severity
from lawmap.loading import Loaded
from lawmap.loading.kinds import kind_of
from lawmap.model.base import FileRecord
from lawmap.model.instrument import Instrument, Parties
from lawmap.model.library import Library
from lawmap.model.norm import ChapeauFile, Norm
from lawmap.model.presumption import Presumption
from lawmap.model.situation import Situation
from lawmap.model.vocabulary import RegimesFile, RolesFile, StagesFile, TermsFile
from lawmap.wording import counted, first_of

_SHARED: tuple[type[FileRecord], ...] = (
    TermsFile,
    RolesFile,
    RegimesFile,
    StagesFile,
    Instrument,
    Parties,
    ChapeauFile,
    Presumption,
    Situation,
)
"""Kinds of file on which cases of more than one norm may rest."""

_HARMLESS = (
    *("LM108", "LM109", "LM3"),
    *("LM405", "LM406", "LM407", "LM408", "LM409", "LM410", "LM5"),
    *("LM603", "LM604", "LM605", "LM611", "LM74", "LM9"),
)
WORKABLE = frozenset(code for code in RULES if code.startswith(_HARMLESS))
"""Codes of faults in spite of which norms can be matched: what files mean, and to what they refer,
is known. All others leave something unsaid."""

_LISTED = 3


class Runnable(NamedTuple):
    """Norms whose cases can be run, and why those of others cannot."""

    library: Library
    """The library without the norms that cannot run; without any norm if none can."""
    norms_left_out: tuple[str, ...] = ()
    """The norms that cannot run."""
    norms_at_fault: tuple[str, ...] = ()
    """Those of them whose own file is at fault."""
    shared_faults: tuple[str, ...] = ()
    """The files at fault on which cases of the others may rest."""
    faults: tuple[Diagnostic, ...] = ()
    """The faults that keep them from running."""

    @property
    def why(self) -> str:
        """Why cases were not run, in a sentence or two; "" if all of them were."""
        files = _listed(self.shared_faults, "file")
        if self.shared_faults and not self.library.norms:
            return f"No cases were run: they may rest on {files} with errors. Mend these first."
        sentences = []
        if self.norms_at_fault:
            norms = _listed(self.norms_at_fault, "norm")
            sentences.append(f"Cases were not run of {norms} with errors of their own.")
        if self.shared_faults:
            resting = set(self.norms_left_out).difference(self.norms_at_fault)
            norms = _listed(tuple(sorted(resting)), "norm")
            sentences.append(
                f"Cases were not run of {norms}: they may rest on {files} with errors."
            )
        return " ".join(sentences)


def _listed(names: tuple[str, ...], noun: str) -> str:
    return f"{counted(len(names), noun)} ({first_of(names, _LISTED)})"


def runnable(loaded: Loaded, faults: Iterable[Diagnostic]) -> Runnable:
    """Leave out the norms whose cases would say nothing, or could not be run at all.

    Faults of sources and allegations never matter to cases, those of a norm matter to its own, and
    those of what norms share to the norms that share it. Warnings matter to none.
    """
    records = {file.document.path: file.record for file in loaded.files}
    library = loaded.library
    at_fault: set[str] = set()
    resting: dict[str, frozenset[str]] = {}
    kept: list[Diagnostic] = []
    for fault in faults:
        path = fault.position.path
        if fault.severity is not Severity.ERROR or fault.code in WORKABLE:
            continue
        record = records.get(path)
        if isinstance(record, Norm):
            at_fault.add(record.id)
            kept.append(fault)
        elif isinstance(record, _SHARED) or (record is None and _may_be_shared(fault, loaded)):
            if path not in resting:
                resting[path] = _resting_on(path, record, library)
            kept.extend([fault] if resting[path] else [])
    left_out = at_fault.union(*resting.values())
    if left_out:
        norms = {name: norm for name, norm in library.norms.items() if name not in left_out}
        library = replace(library, norms=norms)
    shared = sorted(path for path, norms in resting.items() if not norms <= at_fault)
    return Runnable(
        library, tuple(sorted(left_out)), tuple(sorted(at_fault)), tuple(shared), tuple(kept)
    )


def _resting_on(path: str, record: FileRecord | None, library: Library) -> frozenset[str]:
    """The norms with a case that may rest on a file.

    Args:
        path: its path.
        record: what could be read of it, if anything.
        library: its norms are looked at.
    """
    model = kind_of(path) if record is None else type(record)
    norms = library.norms.values()
    if model in (Parties, Situation):
        return frozenset(norm.id for norm in norms if _is_in_the_world(norm))
    if model is Instrument:
        name = record.id if isinstance(record, Instrument) else PurePath(path).parent.name
        return frozenset(
            norm.id for norm in norms if norm.instrument == name or _is_in_the_world(norm)
        )
    if isinstance(record, ChapeauFile):
        return frozenset(norm.id for norm in norms if record.id in norm.include)
    if model is ChapeauFile:
        known = library.chapeaux.keys()
        return frozenset(norm.id for norm in norms if not known >= set(norm.include))
    return frozenset(library.norms)


def _is_in_the_world(norm: Norm) -> bool:
    """Whether a case of a norm names who, when or where, so that more than its facts counts."""
    return any(case.in_the_world for case in norm.cases)


def why_left_out(loaded: Loaded, faults: Iterable[Diagnostic]) -> str:
    """Why cases were not run, in a sentence or two; "" if all of them were."""
    return runnable(loaded, faults).why


def _may_be_shared(fault: Diagnostic, loaded: Loaded) -> bool:
    """Whether a file of which no record could be made is of a kind that norms share."""
    if not loaded.lost.intersection(_SHARED):
        return False
    model = kind_of(fault.position.path)
    return model is None or model in _SHARED  # the path as given may not show the kind
