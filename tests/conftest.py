"""What holds for all tests: how Hypothesis runs, and what is remembered from one to the next.

Hypothesis runs in two ways: freely here, and the same each time where CI is set.
"""

import gc
import os
import tempfile
from collections.abc import Hashable, Iterator
from dataclasses import fields
from functools import cache
from importlib import import_module
from typing import Any

from hypothesis import settings

from lawmap.diagnostics import Diagnostic
from lawmap.loading import Loaded
from lawmap.loading.nodes import Document
from lawmap.matching.compile import Plan
from lawmap.model.library import Library
from tests.cli.running import ROOT, run

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# What GitHub says to a run is for that run, not for those that tests start.
for variable in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
    os.environ.pop(variable, None)

__all__ = ["run"]

# Text packs of whoever runs the tests must not change what they find.
os.environ["LAWMAP_TEXTS"] = os.path.join(tempfile.gettempdir(), "lawmap-tests-have-no-texts")  # noqa: PTH118


SHIPPED = tuple(str(ROOT / name) for name in ("norms", "seeds"))
MANY = 500
"""After so many files the collector is told that what is remembered stays."""
LAW = [one.name for one in fields(Library) if one.name not in ("sources", "allegations", "unseen")]
"""What a plan is made from."""


def pytest_collection_finish() -> None:
    """Tests stay, too."""
    gc.freeze()


def _remember_what_was_read() -> None:
    """Read each text once in a run of tests: hundreds of them load the shipped norms.

    What a text means depends on nothing but the text, so no test can tell.
    """
    load: Any = import_module("lawmap.loading.load")
    parse, read_shape = load.parse, load.read_shape
    shapes: dict[tuple[str, str, type], Any] = {}

    def shape_of(document: Document, model: Any) -> Any:
        key = (document.path, document.text, model)
        if key not in shapes:
            shapes[key] = read_shape(document, model)
            if len(shapes) % MANY == 0:
                gc.freeze()
        return shapes[key]

    load.parse = cache(parse)
    load.read_shape = shape_of


def _remember_what_was_found() -> None:
    """Look for faults in the shipped files once: hundreds of commands begin with that.

    Once for the same files, that is: they are the same objects if they hold the same text, see
    above. Where any other file is among them, all of them are looked at.
    """
    checks: Any = import_module("lawmap.checks")
    structure_faults = checks.structure_faults
    found: dict[Hashable, tuple[Diagnostic, ...]] = {}

    def faults_of(loaded: Loaded) -> Iterator[Diagnostic]:
        if not all(str(file.path).startswith(SHIPPED) for file in loaded.files):
            yield from structure_faults(loaded)
            return
        files = tuple((id(file.record), file.document.path) for file in loaded.files)
        key = files, loaded.broken, loaded.lost, loaded.asked
        if key not in found:
            found[key] = tuple(structure_faults(loaded))
        yield from found[key]

    checks.structure_faults = faults_of


def _remember_what_was_compiled() -> None:
    """Compile the same law once: hundreds of tests match a report or two against all of it.

    The same law, that is: the very objects that a plan is made from. Reports are no part of it.
    """
    assess: Any = import_module("lawmap.matching.assess")
    derive: Any = import_module("lawmap.matching.derive")
    compile_plan, setters_of = assess.compile_plan, derive._setters
    law: list[Any] = []
    latest: dict[str, Any] = {}

    def plan_of(library: Library) -> Plan:
        asked = [getattr(library, name) for name in LAW]
        if [id(one) for one in asked] != [id(one) for one in law]:
            law[:] = asked
            latest.clear()
            latest["plan"] = compile_plan(library)
        plan: Plan = latest["plan"]
        return plan

    def setters(evaluation: Any) -> Any:
        if evaluation.plan is not latest.get("plan"):
            return setters_of(evaluation)
        if "setters" not in latest:
            latest["setters"] = setters_of(evaluation)
        return latest["setters"]

    assess.compile_plan = plan_of
    derive._setters = setters


_remember_what_was_read()
_remember_what_was_found()
_remember_what_was_compiled()
