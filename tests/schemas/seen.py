"""Files as an editor sees them: YAML 1.2, read into numbers, truth values and nothing."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.validators import extend
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


def _any_of(validator: Any, branches: list[Any], instance: Any, whole: Any) -> Iterator[Any]:
    """What jsonschema does, without asking for each of a thousand words whether it is the one."""
    words = {
        branch["const"]
        for branch in branches
        if branch.keys() <= {"const", "description"} and isinstance(branch.get("const"), str)
    }
    if not isinstance(instance, str):
        branches = [one for one in branches if one.get("const") not in words] or branches[:1]
    elif instance in words:
        return
    yield from Draft7Validator.VALIDATORS["anyOf"](validator, branches, instance, whole)


Validator: Any = extend(Draft7Validator, {"anyOf": _any_of})  # type: ignore[no-untyped-call]


@cache
def validator(name: str) -> Any:
    """The validator of one format. Every reference in a schema leads into that schema."""
    return Validator(schema(name))


def faults(name: str, content: Any) -> list[str]:
    """What the schema of a format says against this content, with the place."""
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in validator(name).iter_errors(content)
    ]
