"""The few ways a call itself can fail.

A fault in somebody's data is a :class:`lawmap.diagnostics.Diagnostic`, never an exception. These
are for calls that cannot go on; the command line turns each into one line and an exit code.
"""

from pathlib import Path


class LawmapError(Exception):
    """A call that cannot go on; the message says what to do."""


class UsageError(LawmapError):
    """Wrong use or configuration: exit code 2."""


class NothingFoundError(UsageError):
    """No file matched the paths that were given."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self.paths = paths
        names = ", ".join(str(path) for path in paths)
        super().__init__(f"no YAML file found in {names}; give a file or a folder that exists")


class UnknownIdError(UsageError):
    """An id or pinpoint that the loaded library does not hold."""

    def __init__(self, kind: str, name: str, nearest: str | None = None) -> None:
        self.kind, self.name, self.nearest = kind, name, nearest
        hint = f"; did you mean '{nearest}'?" if nearest else ""
        super().__init__(f"no {kind} '{name}' is loaded{hint}")


class OutputError(LawmapError):
    """The output folder cannot be written without losing something."""
