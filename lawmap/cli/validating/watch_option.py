"""``--watch``: which files a run reads, as far as options and settings tell."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from lawmap.cli.settings import OWN, SHARED, read_settings
from lawmap.cli.text_packs import texts_folder
from lawmap.errors import UsageError
from lawmap.loading import packs_for

from .watching import Snapshot, snapshot, watch_files

_WRITING = ("fix", "diff", "write_baseline")
"""Options that do not go with it: who is writing files is not to be written over."""


def watches(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --watch.

    It stands above the other options, so that each run reads settings and all else anew.
    """

    @click.option("--watch", is_flag=True, help="Run again after every change of a file.")
    @functools.wraps(function)
    def with_watching(*, watch: bool, **options: Any) -> Any:
        if not watch:
            return function(**options)
        for name in filter(options.get, _WRITING):
            raise UsageError(f"--watch only looks; it does not go with --{name.replace('_', '-')}")
        return watch_files(lambda: function(**options), _Files(options).look)

    return with_watching


class _Files:
    """The files that a run reads."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._options = options
        self._read_settings()

    def look(self) -> Snapshot:
        """How they are now. While settings cannot be read, those from before say what is read."""
        with suppress(UsageError):
            self._read_settings()
        paths = self._options["paths"] or self._settings.paths
        packs = packs_for(paths, self._options["norms"] or self._settings.norms)
        return snapshot([*paths, *packs], self._others())

    def _read_settings(self) -> None:
        self._settings = read_settings(Path())
        self._texts = texts_folder(self._options.get("texts"), self._settings)

    def _others(self) -> Iterator[Path]:
        yield from (Path(OWN), Path(SHARED))
        if self._settings.file:
            yield Path(self._settings.file.shown)
        yield from self._options["reports"] or self._settings.reports
        baseline = self._options["baseline"] or self._settings.get("baseline")
        if baseline:
            yield baseline
        yield self._texts
