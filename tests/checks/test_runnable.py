"""One bad file never hides another: whose cases run beside which faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from lawmap.checks.runnable import Runnable, runnable
from lawmap.diagnostics import Diagnostic, Position
from lawmap.loading import Loaded, load, shipped_pack
from lawmap.matching import run_cases
from lawmap.matching.cases import values_of
from lawmap.model.base import FileRecord
from lawmap.model.library import Library
from lawmap.model.norm import ChapeauFile, Norm
from lawmap.model.presumption import Presumption
from lawmap.model.source import Source

PACK = shipped_pack().as_posix()


@cache
def pack() -> Loaded:
    return load([PACK])


def beside(*faults: tuple[str, str], loaded: Loaded | None = None) -> Runnable:
    """What can be run beside these faults, each a file of the pack and a code."""
    made = [Diagnostic(Position(f"{PACK}/{path}"), code, "wrong") for path, code in faults]
    return runnable(loaded or pack(), made)


NORM = "instruments/gc4/49-1.yaml"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("allegations/a.yaml", "LM201"),
        ("sources/a.yaml", "LM102"),
        ("styles/plain.yaml", "LM104"),
        ("instruments/gc4/structure.yaml", "LM104"),
        ("README.yaml", "LM107"),
        (NORM, "LM305"),
        (NORM, "LM407"),
        (NORM, "LM501"),
        (NORM, "LM503"),
        ("vocabulary/terms/act.yaml", "LM408"),
    ],
)
def test_a_fault_that_changes_no_outcome_keeps_no_case_from_running(path: str, code: str) -> None:
    run = beside((path, code))
    assert run.library is pack().library
    assert (run.why, run.faults) == ("", ())


def test_a_fault_of_a_norm_leaves_out_its_own_cases_alone() -> None:
    run = beside((NORM, "LM201"), ("allegations/a.yaml", "LM201"))
    assert pack().library.norms.keys() - run.library.norms.keys() == {"gc4:49(1)"}
    assert run.why == "Cases were not run of 1 norm (gc4:49(1)) with errors of their own."
    assert [fault.position.path for fault in run.faults] == [f"{PACK}/{NORM}"]


def test_a_norm_that_cannot_be_matched_does_not_stop_the_others() -> None:
    """It includes a chapeau that is not there, so it cannot even be compiled."""
    broken = pack().library.norms["gc4:49(1)"].model_copy(update={"include": ("chapeau/gone",)})
    norms = {**pack().library.norms, broken.id: broken}
    loaded = replace(pack(), library=replace(pack().library, norms=norms))
    run = beside((NORM, "LM207"), loaded=loaded)
    assert {
        result.norm for result in run_cases(run.library, lambda norm, _: norm.instrument == "gc4")
    }


@pytest.mark.parametrize(
    "path",
    [
        "vocabulary/terms/act.yaml",
        "vocabulary/roles.yaml",
        "vocabulary/regimes.yaml",
        "vocabulary/stages.yaml",
    ],
)
def test_a_fault_of_what_all_norms_share_leaves_out_all_cases(path: str) -> None:
    names = {file.document.path.removeprefix(f"{PACK}/") for file in pack().files}
    assert path in names
    run = beside((path, "LM101"))
    assert run.library.norms == {}
    assert run.why == (
        f"No cases were run: they may rest on 1 file ({PACK}/{path}) with errors. Mend these first."
    )


def in_the_world() -> set[str]:
    """The norms with a case that names who, when or where."""
    norms = pack().library.norms.values()
    return {norm.id for norm in norms if any(case.in_the_world for case in norm.cases)}


def of_instrument(name: str) -> set[str]:
    return {norm.id for norm in pack().library.norms.values() if norm.instrument == name}


def that_include(name: str) -> set[str]:
    return {norm.id for norm in pack().library.norms.values() if name in norm.include}


RESTING: dict[str, Callable[[], set[str]]] = {
    "situations/ukraine.yaml": in_the_world,
    "instruments/gc4/parties.yaml": in_the_world,
    "instruments/gc4/instrument.yaml": lambda: of_instrument("gc4") | in_the_world(),
    "chapeaux/occupation.yaml": lambda: that_include("chapeau/occupation"),
}


@pytest.mark.parametrize("path", RESTING)
def test_a_fault_of_what_some_norms_share_leaves_out_their_cases(path: str) -> None:
    run = beside((path, "LM101"))
    left_out = RESTING[path]()
    assert 0 < len(left_out) < len(pack().library.norms)
    assert pack().library.norms.keys() - run.library.norms.keys() == left_out
    assert set(run.norms_left_out) == left_out
    assert run.why.startswith(f"Cases were not run of {len(left_out)} norms (")
    assert run.why.endswith(f": they may rest on 1 file ({PACK}/{path}) with errors.")


Values = dict[tuple[str, int], tuple[object, ...]]


def came_out(library: Library) -> Values:
    """Everything that a case can expect, by norm and position."""
    return {
        (one.norm, one.position): (*one.pair.judgement, *values_of(one.pair).values())
        for one in run_cases(library)
    }


@pytest.mark.slow
@pytest.mark.parametrize("path", RESTING)
def test_cases_that_run_come_out_as_if_the_broken_file_were_whole(path: str) -> None:
    broken = load([PACK], instead={f"{PACK}/{path}": "no: [yaml"})
    run = runnable(broken, broken.diagnostics)
    assert run.norms_left_out
    assert run.library.norms
    whole = came_out(pack().library)
    assert all(whole[at] == values for at, values in came_out(run.library).items())


def test_faults_of_norms_and_of_what_others_share_are_both_told() -> None:
    why = beside((NORM, "LM201"), ("instruments/gc4/parties.yaml", "LM102")).why
    assert why.startswith("Cases were not run of 1 norm (gc4:49(1)) with errors of their own. ")
    assert why.endswith("/gc4/parties.yaml) with errors.")


def test_a_fault_of_a_presumption_leaves_out_all_cases() -> None:
    paths = [file.document.path for file in pack().files if "/presumptions/" in file.document.path]
    run = beside((paths[0].removeprefix(f"{PACK}/"), "LM201"))
    assert run.library.norms == {}


@pytest.mark.parametrize(
    ("lost", "path", "runs"),
    [
        (ChapeauFile, "chapeaux/gone.yaml", True),
        (Presumption, "presumptions/gone.yaml", False),
        (ChapeauFile, "gone.yaml", False),
        (ChapeauFile, "instruments/gc4/gone.yaml", True),
        (Source, "sources/gone.yaml", True),
        (Norm, "instruments/gc4/gone.yaml", True),
    ],
)
def test_a_file_of_which_nothing_could_be_read_counts_by_its_kind(
    lost: type[FileRecord], path: str, runs: bool
) -> None:
    run = beside((path, "LM004"), loaded=replace(pack(), lost=frozenset({lost})))
    assert bool(run.library.norms) is runs


def test_many_norms_are_not_all_named() -> None:
    paths = [f"instruments/cihl/{number}.yaml" for number in (1, 14, 15, 20)]
    why = beside(*((path, "LM201") for path in paths)).why
    assert why == (
        "Cases were not run of 4 norms (cihl:1, cihl:14, cihl:15 and 1 more)"
        " with errors of their own."
    )
