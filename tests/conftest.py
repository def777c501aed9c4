"""Hypothesis runs in two ways: freely here, and the same each time where CI is set."""

import os
from functools import cache
from importlib import import_module
from typing import Any

from hypothesis import settings

from lawmap.loading.nodes import Document
from tests.cli.running import run

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

__all__ = ["run"]


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
        return shapes[key]

    load.parse = cache(parse)
    load.read_shape = shape_of


_remember_what_was_read()
