"""Hypothesis runs in two ways: freely here, and the same each time where CI is set."""

import os

from hypothesis import settings

from tests.cli.running import run

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

__all__ = ["run"]
