"""Rule tests: each norm has the cases it needs, each comes out as it expects, none is for show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawmap.diagnostics import Diagnostic
from lawmap.loading import File, Loaded, shipped_pack
from lawmap.matching import CaseResult, Decided, coverage, run_cases
from lawmap.matching.pair import is_mental
from lawmap.model.allegation import Allegation
from lawmap.model.conditions import Step
from lawmap.model.norm import ChapeauFile, Ground, Kind, Norm
from lawmap.model.outcome import Outcome
from lawmap.model.source import Source

from .runnable import Runnable

_NEEDED = (
    ("an engaged case", {Outcome.ENGAGED}),
    ("a case in which it is not engaged", set(Outcome) - {Outcome.ENGAGED, Outcome.ARGUABLE}),
    ("an open case (expect: arguable)", {Outcome.ARGUABLE}),
)


def missing(loaded: Loaded) -> Iterator[Diagnostic]:
    """Each norm but definitions needs an engaged, a not engaged and an open case."""
    for file, norm in loaded.whole_of_kind(Norm):
        if norm.kind is Kind.DEFINITION:
            continue
        expected = {case.expect for case in norm.cases}
        lacking = [name for name, outcomes in _NEEDED if not expected & outcomes]
        if lacking:
            message = f"'{norm.id}' lacks {', '.join(lacking)}"
            yield file.fault(("cases",), "LM502", message, "Add it under 'cases'.", key=True)


def may_differ(loaded: Loaded) -> bool:
    """Whether any law was read beside the shipped pack.

    If not, its cases come out as when it was made, and who checks allegations need not wait.
    """
    return bool(loaded.lost) or any(
        not isinstance(file.record, Allegation | Source) and is_own(loaded, file)
        for file in loaded.files
    )


def ran(loaded: Loaded, run: Runnable) -> Iterator[Diagnostic]:
    """Run the cases of all norms that can be run, once, and report on them."""
    results = list(run_cases(run.library))
    yield from _failing(loaded, results)
    yield from _undecided(loaded, run, results)


def _failing(loaded: Loaded, results: Iterable[CaseResult]) -> Iterator[Diagnostic]:
    """Each case comes out as it expects."""
    files = {norm.id: file for file, norm in loaded.of_kind(Norm)}
    for result in results:
        if not result.passed:
            message = f"case '{result.case.name}': {'; '.join(result.differences)}"
            mend = (
                "Mend the case if it is wrong, else the norm."
                f" 'lawmap test --norm \"{result.norm}\"' shows why it came out so."
            )
            at: tuple[Step, ...] = ("cases", result.position, *result.otherwise)
            is_name = "elements" in result.otherwise
            yield files[result.norm].fault(at, "LM501", message, mend, key=is_name)


def _undecided(loaded: Loaded, run: Runnable, results: list[CaseResult]) -> Iterator[Diagnostic]:
    """Each element and exception is decided by some case; see :mod:`lawmap.matching.coverage`.

    Only files that a user can mend are reported; see :func:`is_own`.
    """
    files: dict[str, File] = {norm.id: file for file, norm in loaded.of_kind(Norm)}
    if not run.why:  # else a case that was left out may decide what norms share
        files |= {chapeau.id: file for file, chapeau in loaded.of_kind(ChapeauFile)}
    for one in coverage(run.library, results):
        file = files.get(one.owner)
        if one.by is None and file is not None and is_own(loaded, file):
            yield undecided(one, file)


def is_own(loaded: Loaded, file: File) -> bool:
    """Whether a file was asked for, or is of a pack other than the shipped one."""
    return loaded.is_asked(file) or not file.path.is_relative_to(shipped_pack())


def undecided(one: Decided, file: File) -> Diagnostic:
    """The fault of an element or exception that no case decides."""
    message = f"no case decides {one.words} of '{one.owner}'"
    return file.fault((one.key, one.id), "LM503", message, _how_to_decide(one), key=True)


def _how_to_decide(one: Decided) -> str:
    if isinstance(one.item, Ground):
        return "Add a case in which this exception alone applies (expect: excepted)."
    if is_mental(one.item):
        return (
            "Add a case in which it is denied (expect: contested), or in which it alone is left to"
            " prove (marks: [mental-element-to-be-proved])."
        )
    return "Add a case in which this element alone is open or denied, and all else is reported."
