"""As many faults of one file as anybody can use: a check that finds more leaves that file alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace

from lawmap.diagnostics import Diagnostic, Severity, by_place
from lawmap.loading import Loaded

MAX_FAULTS = 200
"""So many errors one check tells of one file; one more says so. To look for the word that was meant
takes its time, and twenty thousand wrong ones have one cause."""


def within_limits(
    run: Callable[[Loaded], Iterator[Diagnostic]], loaded: Loaded
) -> Iterator[Diagnostic]:
    """The faults that a check finds; those of other files are found beside a crowded one."""
    told: set[Diagnostic] = set()
    crowded = yield from _until_crowded(run, loaded, told)
    while crowded:
        others = tuple(file for file in loaded.files if file.document.path not in crowded)
        more = yield from _until_crowded(run, replace(loaded, files=others), told)
        crowded = crowded | more if more else frozenset()


def _until_crowded(
    run: Callable[[Loaded], Iterator[Diagnostic]], loaded: Loaded, told: set[Diagnostic]
) -> Generator[Diagnostic, None, frozenset[str]]:
    """The faults that were not told yet; gives the file that has too many of them, if one has."""
    errors: Counter[str] = Counter()
    for fault in run(loaded):
        path = fault.position.path
        errors[path] += fault.severity is Severity.ERROR
        if errors[path] > MAX_FAULTS:
            message = f"more than {MAX_FAULTS} faults of one kind, such as {fault.code}, here"
            mend = "Mend the others first: no more were looked for in this file."
            yield Diagnostic(fault.position, "LM110", message, mend)
            return frozenset({path})
        if fault not in told:
            told.add(fault)
            yield fault
    return frozenset()


def few_of_each(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The faults in their order; of errors of one code in one file no more than anybody can use."""
    listed: list[Diagnostic] = []
    beyond: dict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
    number: Counter[tuple[str, str]] = Counter()
    for fault in faults:
        kind = (fault.position.path, fault.code)
        number[kind] += fault.severity is Severity.ERROR and fault.code != "LM110"
        if number[kind] > MAX_FAULTS:
            beyond[kind].append(fault)
        else:
            listed.append(fault)
    for (_, code), more in beyond.items():
        message = f"{len(more):,} more faults {code} in this file"
        listed.append(Diagnostic(more[0].position, "LM110", message, "Mend the ones above first."))
    return sorted(listed, key=by_place)
