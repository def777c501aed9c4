"""The schemas are draft-07, say what every key means, and accept every shipped file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from lawmap.loading.kinds import FILE_MODELS, kind_of
from lawmap.loading.schema import OUTPUT_MODELS
from tests.schemas.seen import ROOT, SCHEMAS, as_an_editor_sees, faults, schema

DIALECT = "http://json-schema.org/draft-07/schema#"
NAMES = [path.name.removesuffix(".schema.json") for path in SCHEMAS]
SHIPPED = [*ROOT.glob("norms/**/*.yaml"), *ROOT.glob("seeds/**/*.yaml")]
FOLDERS = sorted({path.parent for path in SHIPPED})
"""Files are tested by folder: a thousand tests of their own would take minutes."""
LATER_THAN_DRAFT_07 = {
    "$defs",
    "prefixItems",
    "discriminator",
    "unevaluatedProperties",
    "unevaluatedItems",
    "dependentRequired",
    "dependentSchemas",
    "$anchor",
    "$dynamicRef",
    "minContains",
    "maxContains",
    "nullable",
}


def objects(node: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema, with the way to it; keys of `properties` are no keywords."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from objects(item, f"{at}/{index}")
    elif isinstance(node, dict):
        yield at, node
        for key, item in node.items():
            if key in ("properties", "patternProperties", "definitions"):
                for name, inner in item.items():
                    yield from objects(inner, f"{at}/{key}/{name}")
            elif key not in ("enum", "const", "default", "examples"):
                yield from objects(item, f"{at}/{key}")


def test_every_format_has_a_schema() -> None:
    formats = {model.kind_of_file for model in FILE_MODELS}
    assert set(NAMES) == formats | {model.kind_of_file for model in OUTPUT_MODELS}


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_valid_draft_07(name: str) -> None:
    Draft7Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == DIALECT


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_uses_nothing_that_draft_07_lacks(name: str) -> None:
    later = {
        f"{at}/{word}"
        for at, node in objects(schema(name))
        for word in LATER_THAN_DRAFT_07 & set(node)
    }
    assert later == set()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_beside_a_reference(name: str) -> None:
    crowded = {at for at, node in objects(schema(name)) if "$ref" in node and len(node) > 1}
    assert crowded == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_to_a_definition_of_the_same_schema(name: str) -> None:
    content = schema(name)
    references = {node["$ref"] for _, node in objects(content) if "$ref" in node}
    assert references <= {f"#/definitions/{key}" for key in content.get("definitions", {})}


def description(item: dict[str, Any], definitions: dict[str, Any]) -> str:
    """What an editor shows for a property: its description, or that of what it refers to."""
    target = definitions.get(item.get("$ref", "").removeprefix("#/definitions/"), {})
    return str(item.get("description") or target.get("description") or "").strip()


@pytest.mark.parametrize("name", NAMES)
def test_every_property_says_what_it_means(name: str) -> None:
    definitions = schema(name).get("definitions", {})
    silent = {
        f"{at}/{key}"
        for at, node in objects(schema(name))
        for key, item in node.get("properties", {}).items()
        if not description(item, definitions)
    }
    assert silent == set()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "assessment"])
def test_no_mapping_with_named_keys_admits_others(name: str) -> None:
    open_ended = {
        at
        for at, node in objects(schema(name))
        if "properties" in node and node.get("additionalProperties") is not False
    }
    assert open_ended == set()


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_shipped_files_are_accepted(folder: Path) -> None:
    refused = {}
    for path in sorted(folder.glob("*.yaml")):
        content = as_an_editor_sees(path.read_text(encoding="utf-8"))
        refused[path.name] = faults(format_of(path), content)
    assert {name: found for name, found in refused.items() if found} == {}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_schema_that_a_shipped_file_names_is_that_of_its_format(folder: Path) -> None:
    for path in sorted(folder.glob("*.yaml")):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        expected = ROOT / "schemas" / f"{format_of(path)}.schema.json"
        assert (path.parent / named).resolve() == expected, path


def format_of(path: Path) -> str:
    model = kind_of(path.as_posix())
    assert model is not None
    return model.kind_of_file
