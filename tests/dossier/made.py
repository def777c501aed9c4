"""Dossiers of the shipped reports, built once, and those of a folder of files."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from lawmap.checks import check
from lawmap.dossier import Archive, Request, build_dossier, render, render_index
from lawmap.loading import load, packs_for
from lawmap.model.allegation import Allegation
from lawmap.model.dossier import Dossier
from lawmap.model.library import Library
from lawmap.model.source import Source
from tests.dossier.records import Data

ROOT = Path(__file__).parents[2]


def library_of(*paths: Path) -> Library:
    """The library of these paths with the shipped pack; they must be in order."""
    loaded = load(paths, packs_for(paths))
    assert check(loaded, cases=False) == []
    return loaded.library


def library_with(*records: Data) -> Library:
    """The shipped norms with these allegations and sources, and no others."""
    sources = [Source.model_validate(item) for item in records if "publisher" in item]
    allegations = [Allegation.model_validate(item) for item in records if "publisher" not in item]
    return replace(
        seed_library(),
        sources={item.id: item for item in sources},
        allegations={item.id: item for item in allegations},
    )


def dossiers_of(library: Library, **request: Any) -> dict[str, Dossier]:
    archive = Archive(library, Request(**request))
    examined = archive.examined()
    return {
        item.id: build_dossier(archive, item.id, examined[item.id]) for item in archive.allegations
    }


def rendered(dossiers: dict[str, Dossier]) -> dict[str, str]:
    """Markdown by file name, the index included."""
    files = {f"{name}.md": render(dossier) for name, dossier in dossiers.items()}
    return {**files, "index.md": render_index(list(dossiers.values()))}


@cache
def seed_library() -> Library:
    return library_of(ROOT / "seeds")


@cache
def seed_dossiers() -> dict[str, Dossier]:
    return dossiers_of(seed_library())


@cache
def seed_files() -> dict[str, str]:
    return rendered(seed_dossiers())


def seed_names() -> list[str]:
    """The file names of all dossiers of the seeds, and of their index."""
    names = [path.stem for path in sorted(ROOT.glob("seeds/allegations/*.yaml"))]
    return [f"{name}.md" for name in (*names, "index")]
