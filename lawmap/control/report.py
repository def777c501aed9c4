"""All that was found in, what counts out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic, Report, Severity, Suppression, bounded, by_place
from lawmap.loading import Loaded

from .baseline import Baseline, Matching
from .discretion import Discretion
from .patterns import Ignored, PathIgnore
from .selection import choose
from .suppressions import Beside
from .unchecked import unchecked_codes

Faults = list[Diagnostic]
Why = Callable[[Diagnostic], Suppression | None]
"""Why a fault does not count, if it does not."""


class Control(NamedTuple):
    """What a run is asked for, and what does not count in it."""

    chosen: frozenset[str] = choose()
    """The codes that are asked for."""
    unchecked: frozenset[str] = unchecked_codes()
    """Codes of which this run did not look for every fault."""
    ignores: tuple[PathIgnore, ...] = ()
    """What settings ignore by path."""
    folder: Path = Path()
    """The folder from which those paths are seen."""
    baseline: Baseline | None = None
    is_whole: bool = False
    """Whether the whole project is checked, so that a pattern without a file is an idle one."""
    fail_level: Severity = Severity.ERROR
    """The least severity that makes the run fail."""

    def looked_for(self, loaded: Loaded) -> frozenset[str]:
        """The codes of which every fault was found: none where a file could not be read whole."""
        is_complete = not loaded.broken and all(file.whole for file in loaded.files)
        return self.chosen - self.unchecked if is_complete else frozenset()


def apply(found: Iterable[Diagnostic], loaded: Loaded, control: Control | None = None) -> Report:
    """Part what was found into what counts and what does not.

    Every fault that was found is in the report once. Comments come first, then settings, then the
    baseline. Faults of the comments themselves come in beside what was found.
    """
    control = control or Control()
    discretion = Discretion(loaded)
    asked, unselected = _asked(discretion.each(found), control)
    kept, beside, comments = _by_comments(asked, loaded, control)
    of_comments, unselected_too = _asked(discretion.each(comments), control)
    kept, ignored, remarks = _by_paths(sorted([*kept, *of_comments], key=by_place), loaded, control)
    kept, known, more = _by_baseline(kept, loaded, control)
    return Report(
        faults=tuple(kept),
        suppressed=tuple(sorted([*discretion.each(beside), *ignored, *known], key=by_place)),
        files=loaded.read,
        unselected=tuple(sorted([*unselected, *unselected_too], key=by_place)),
        remarks=(*remarks, *more),
        fail_level=control.fail_level,
    )


def renewed(old: Baseline, report: Report, loaded: Loaded, control: Control) -> Baseline:
    """The baseline with what a run found without it, and what that run could not look for."""
    looked_for = control.looked_for(loaded)
    return Matching(old).renewed(report.faults, _paths_asked(loaded), looked_for)


def _asked(faults: Iterable[Diagnostic], control: Control) -> tuple[Faults, Faults]:
    """The faults whose codes are asked for, and the others."""
    every = sorted(map(bounded, faults), key=by_place)
    return (
        [fault for fault in every if fault.code in control.chosen],
        [fault for fault in every if fault.code not in control.chosen],
    )


def _by_comments(faults: Faults, loaded: Loaded, control: Control) -> tuple[Faults, Faults, Faults]:
    """The faults that count, those that comments suppress, and the faults of the comments."""
    comments = Beside(loaded.texts)
    kept, suppressed = _part(faults, comments.find)
    asked = _paths_asked(loaded) if comments.paths else frozenset()
    unused = comments.unused(suppressed, asked, control.looked_for(loaded))
    return kept, suppressed, [*comments.faulty(), *unused]


def _by_paths(
    faults: Faults, loaded: Loaded, control: Control
) -> tuple[Faults, Faults, tuple[str, ...]]:
    if not control.ignores:
        return faults, [], ()
    ignored = Ignored(control.ignores, control.folder)
    kept, suppressed = _part(faults, ignored.find)
    remarks = ignored.idle(_paths_asked(loaded), suppressed, control.looked_for(loaded))
    return kept, suppressed, tuple(remarks) if control.is_whole else ()


def _by_baseline(
    faults: Faults, loaded: Loaded, control: Control
) -> tuple[Faults, Faults, tuple[str, ...]]:
    if control.baseline is None:
        return faults, [], ()
    matching = Matching(control.baseline)
    kept, suppressed = _part(faults, matching.find)
    return kept, suppressed, matching.gone(_paths_asked(loaded), control.looked_for(loaded))


def _paths_asked(loaded: Loaded) -> frozenset[str]:
    """The files that were asked for: in others not every fault is looked for."""
    return frozenset(file.document.path for file in loaded.files if loaded.is_asked(file))


def _part(faults: Faults, why: Why) -> tuple[Faults, Faults]:
    """The faults that count, and those that do not with what suppresses them."""
    kept: Faults = []
    suppressed: Faults = []
    for fault in faults:
        suppression = why(fault)
        if suppression is None:
            kept.append(fault)
        else:
            suppressed.append(fault._replace(suppression=suppression))
    return kept, suppressed
