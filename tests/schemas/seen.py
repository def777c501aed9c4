"""Files as an editor sees them: YAML 1.2, read into numbers, truth values and nothing."""

from __future__ import annotations

import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
SCHEMAS = sorted((ROOT / "schemas").glob("*.schema.json"))


def as_an_editor_sees(text: str) -> Any:
    """The content of a YAML file, as JSON would hold it."""
    return _as_json(YAML(typ="safe", pure=True).load(text))


def _as_json(value: Any) -> Any:
    """YAML 1.2 has no dates of its own (ruamel reads them), and JSON keys are texts."""
    if isinstance(value, dict):
        return {str(key): _as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


@cache
def schema(name: str) -> dict[str, Any]:
    path = ROOT / "schemas" / f"{name}.schema.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


@cache
def validator(name: str) -> Draft7Validator:
    """The validator of one format. Every reference in a schema leads into that schema."""
    return Draft7Validator(schema(name))


def faults(name: str, content: Any) -> list[str]:
    """What the schema of a format says against this content, with the place."""
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in validator(name).iter_errors(content)
    ]
