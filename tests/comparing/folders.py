"""Small laws as folders: records of ``tests.builders`` written as the files that lawmap reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from lawmap.loading import shipped_pack
from lawmap.loading.kinds import file_name
from lawmap.model.base import FileRecord
from lawmap.model.instrument import Structure
from tests.builders import (
    ARMY,
    REGIMES,
    ROLES,
    STAGES,
    STYLE,
    VOCABULARY,
    Data,
    allegation,
    denied,
    element,
    instrument,
    norm,
    presumption,
    said,
    situation,
    source,
)

PACK: Data = yaml.safe_load((shipped_pack() / "pack.yaml").read_text(encoding="utf-8"))
"""The pack has the id of the shipped one, so that it stands in its place."""

STRUCTURE = Structure.model_validate(
    {
        "schema_version": 1,
        "instrument": "t",
        "edition": "t-1949",
        "read_in": "a text",
        "provisions": {str(number): [] for number in range(1, 9)},
    }
)
BASE = (*VOCABULARY, ROLES, REGIMES, STAGES, STYLE, instrument(), STRUCTURE, situation())
"""What every law here stands on."""

CASES = (
    source(),
    allegation("act.do", "fact.a", id="done", title="Done for a reason"),
    allegation("act.do", denied("fact.b", ARMY), id="denied", title="Done, and denied"),
    allegation("act.undo", said("fact.c", ARMY), id="undone", title="Undone"),
)
"""Allegations to which laws are applied."""

OLD = (
    norm(
        "t:1",
        heading="No doing for a reason",
        elements={"reason": element("fact.a", text="There was a reason.")},
    ),
    norm("t:2", heading="No doing at all"),
    norm("t:3", {"conduct": element("act.undo", "conduct")}, heading="No undoing"),
    presumption("b-means-c", "fact.b", asserts=["status.protected"]),
)
NEW = (
    norm(
        "t:1",
        heading="No doing for a <b>bad</b> | @reason",
        elements={"reason": element({"all": ["fact.a", "fact.b"]}, text="There was a reason.")},
    ),
    norm("t:4", {"conduct": element("act.undo", "conduct")}, heading="No undoing"),
    norm("t:5", elements={"conduct": element("act.undo", "conduct")}, heading="Undo nothing"),
    presumption("b-means-c", "fact.b", asserts=["status.protected"], note="It is unsure."),
)

_FOLDERS = {
    "norm": "instruments/{instrument}/{file}.yaml",
    "instrument": "instruments/{id}/instrument.yaml",
    "structure": "instruments/{instrument}/structure.yaml",
    "parties": "instruments/{instrument}/parties.yaml",
    "names": "instruments/{instrument}/names.yaml",
    "other-instruments": "other-instruments.yaml",
    "citation-words": "citation-words.yaml",
    "chapeau": "chapeaux/{file}.yaml",
    "presumption": "presumptions/{id}.yaml",
    "situation": "situations/{id}.yaml",
    "style": "styles/{id}.yaml",
    "terms": "vocabulary/terms/{namespace}.yaml",
    "roles": "vocabulary/roles.yaml",
    "regimes": "vocabulary/regimes.yaml",
    "stages": "vocabulary/stages.yaml",
    "source": "sources/{id}.yaml",
    "allegation": "allegations/{id}.yaml",
}


def write_law(folder: Path, *records: FileRecord) -> Path:
    """Write a pack with these records, and what they stand on."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(yaml.safe_dump(PACK), encoding="utf-8")
    return write(folder, *BASE, *records)


def write(folder: Path, *records: FileRecord) -> Path:
    """Write records where files of their kind lie."""
    for record in records:
        path = folder / place_of(record)
        path.parent.mkdir(parents=True, exist_ok=True)
        content = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
        path.write_text(text, encoding="utf-8")
    return folder


def place_of(record: FileRecord) -> str:
    """The path of a record's file in its folder."""
    content: Any = record
    names = {
        "id": getattr(content, "id", ""),
        "instrument": getattr(content, "instrument", ""),
        "namespace": getattr(content, "namespace", ""),
        "file": file_name(getattr(content, "id", "")),
    }
    return _FOLDERS[record.kind_of_file].format(**names)
