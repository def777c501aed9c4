"""The text of a template that a team puts in place of a shipped one, on a real dossier.

Such a template is the team's own code: it may fail as Python fails, and the command line says so
(exit code 2). It may not get out of the sandbox: reach what it was not given, or change it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lawmap.dossier import Archive, Request, build_dossier, pages, render
from lawmap.dossier.pages import DOSSIER
from lawmap.model.dossier import Dossier
from tests.builders import allegation, library, norm

from .inputs import text_of

_CANARY = "the words of a file outside"


def holds(data: bytes) -> None:
    """Render a dossier with a template of this text."""
    dossier = _dossier()
    before = repr(dossier)
    with _folder(text_of(data)) as folder:
        try:
            written = render(dossier, folder)
        except Exception:
            written = ""
    assert _CANARY not in written
    assert not written or written.endswith("\n")
    assert repr(dossier) == before


@contextmanager
def _folder(template: str) -> Iterator[Path]:
    """A folder with the template, and a file above it that no template may include."""
    environment: Any = pages._environment
    with TemporaryDirectory() as name:
        (Path(name) / "secret").write_text(_CANARY, encoding="utf-8")
        folder = Path(name) / "templates"
        folder.mkdir()
        (folder / DOSSIER).write_text(template, encoding="utf-8")
        yield folder
        environment.cache_clear()


@cache
def _dossier() -> Dossier:
    archive = Archive(library(norm(), allegation()), Request())
    return build_dossier(archive, "a", archive.examined()["a"])
