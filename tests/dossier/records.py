"""Records of a made-up report, written to files with what a test needs in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Data = dict[str, Any]


def source(name: str = "report", **changes: Any) -> Data:
    return {
        "schema_version": 1,
        "id": name,
        "publisher": "A newspaper",
        "title": "A report",
        "language": "en",
        "kind": "press",
        "original": {"sha256": "0" * 64, "paragraphs": 9},
        "claimants": {"paper": {"name": "The newspaper", "knows": "Not stated."}},
        "default_claimant": "paper",
        "handling": "public",
        **changes,
    }


def allegation(name: str = "a", **changes: Any) -> Data:
    return {
        "schema_version": 1,
        "id": name,
        "title": "Residents drafted",
        "account": "The newspaper says that residents were drafted.",
        "when": {"within": "2024-10"},
        "where": {"in": ["UA-65"]},
        "by": [{"actor": "Russia", "state": "RUS"}],
        "against": {"group": "residents", "nationality": {"is": "UKR"}},
        "per": ["report#p1"],
        "facts": ["act.compel-armed-service", "place.occupied", "person.civilian"],
        "handling": "public",
        **changes,
    }


def write(folder: Path, *records: Data) -> Path:
    """Write records where lawmap looks for them. JSON is YAML."""
    for record in records:
        kind = "sources" if "publisher" in record else "allegations"
        path = folder / kind / f"{record['id']}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return folder
