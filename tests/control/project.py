"""A project of a few files with a norm pack of its own, so that a run of it takes no time."""

from __future__ import annotations

from pathlib import Path

from lawmap.checks import check
from lawmap.control import Control, apply
from lawmap.diagnostics import Report
from lawmap.loading import Loaded, load

# The pack has the id of the shipped one, and so stands in its place.
PACK = """\
schema_version: 1
id: lawmap-core
version: "1"
title: A pack
licence: CC-BY-4.0
about: Words for tests.
"""
TERMS = """\
schema_version: 1
namespace: act
sort: fact
about: Conduct.
terms:
  detain:
    def: "To hold a person."
    label: {en: holding of a person}
"""
SOURCE = (Path(__file__).parents[1] / "bad/beside/sources/report.yaml").read_text(encoding="utf-8")


def allegation(name: str, *lines: str) -> str:
    """An allegation to which nothing but the passage and the facts is missing."""
    head = (
        "schema_version: 1",
        f"id: {name}",
        "title: A man held",
        "account: A man was held.",
        "by: unstated",
    )
    return "".join(f"{line}\n" for line in (*head, *lines))


SOUND = "per: [report#p1]", "facts: [act.detain]"
UNSOURCED = "facts: [act.detain]"
"""A line with a fault: LM605 in column 9."""


def write_project(folder: Path, **allegations: str) -> Path:
    """Write the pack, its source, and allegations by their names."""
    files = {
        "pack.yaml": PACK,
        "vocabulary/terms/act.yaml": TERMS,
        "sources/report.yaml": SOURCE,
        "allegations/cites.yaml": allegation("cites", *SOUND),
        **{f"allegations/{name}.yaml": text for name, text in allegations.items()},
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def report_of(folder: Path, control: Control | None = None) -> Report:
    """What counts and what does not in a project."""
    loaded = load([folder])
    return apply(check(loaded), loaded, control)


def told(report: Report) -> list[tuple[str, int, int, str]]:
    """File, line, column and code of the faults that count."""
    return [
        (Path(path).name, line, column, fault.code)
        for fault in report.faults
        for path, line, column in [fault.position]
    ]


def read_project(folder: Path) -> Loaded:
    return load([folder])
