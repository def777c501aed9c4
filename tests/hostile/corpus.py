"""Every case of the corpus, from the tuples ``CASES`` of the modules of this folder."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tests.hostile.case import Case


def every_case() -> tuple[Case, ...]:
    """All cases, by the names of their modules."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    modules = [
        import_module(f"tests.hostile.{name}")
        for name in names
        if not name.startswith(("test_", "__"))
    ]
    return tuple(case for module in modules for case in getattr(module, "CASES", ()))
