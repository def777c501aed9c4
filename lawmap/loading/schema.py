"""JSON Schemas of all formats, generated from the models: draft-07, for editors and pipelines.

pydantic writes draft 2020-12. Draft-07 differs in three ways that matter here: definitions have
another home, a list of fixed length is written otherwise, and nothing may stand beside ``$ref``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from lawmap.model.assessment import Assessment
from lawmap.model.comparison import Comparison, DossierComparison
from lawmap.model.descriptions import descriptions
from lawmap.model.fault import Fault
from lawmap.model.library import Library

from .kinds import FILE_MODELS

DIALECT = "http://json-schema.org/draft-07/schema#"
OUTPUT_MODELS = (Assessment, Comparison, DossierComparison, Fault)
"""What commands print as JSON."""
_TERM_PATTERN = r"^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$"


class Draft07(GenerateJsonSchema):
    """Writes what draft-07 reads."""

    schema_dialect = DIALECT

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A mapping whose keys are described."""
        result = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        for name, text in descriptions(model).items():
            key = model.model_fields[name].alias or name
            result["properties"][key].setdefault("description", text)
        return result

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """A list of fixed length: ``items`` as a list, nothing more."""
        result = super().tuple_schema(schema)
        if "prefixItems" in result:
            result["items"] = result.pop("prefixItems")
            result["additionalItems"] = False
        return result

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """A mapping whose keys follow a pattern has no others."""
        result = super().dict_schema(schema)
        if "patternProperties" in result:
            result["additionalProperties"] = False
        return result

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """An optional key is left out; no file writes ``null``."""
        inner = self.generate_inner(schema["schema"])
        return inner if self.mode == "validation" else super().nullable_schema(schema)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Defaults that a file could write; not ``null``."""
        result = super().default_schema(schema)
        if result.get("default", ...) is None and self.mode == "validation":
            result.pop("default")
        return result

    def generate(self, schema: Any, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """The whole schema, with draft-07's home for definitions."""
        return _draft07(super().generate(schema, mode))  # type: ignore[no-any-return]


def schemas(library: Library) -> Iterator[tuple[str, str]]:
    """Every schema as (name, JSON text), with the terms of a library for completion.

    Args:
        library: its vocabulary is listed in the schemas, each term with its definition.
    """
    models: dict[str, type[BaseModel]] = {model.kind_of_file: model for model in FILE_MODELS}
    models |= {model.kind_of_file: model for model in OUTPUT_MODELS}
    for name, model in sorted(models.items()):
        mode: JsonSchemaMode = "serialization" if model in OUTPUT_MODELS else "validation"
        schema = model.model_json_schema(by_alias=True, schema_generator=Draft07, mode=mode)
        schema = _with_terms(schema, library)
        schema = {"$schema": DIALECT, **schema}
        yield name, json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _draft07(node: Any) -> Any:
    """Rename ``$defs``, drop OpenAPI's ``discriminator``, move ``$ref`` out of company."""
    if isinstance(node, list):
        return [_draft07(item) for item in node]
    if not isinstance(node, dict):
        return node
    moved = {
        "definitions" if key == "$defs" else key: _draft07(value)
        for key, value in node.items()
        if not (key == "discriminator" and isinstance(value, dict) and "mapping" in value)
    }
    reference = moved.get("$ref")
    if isinstance(reference, str):
        moved["$ref"] = reference.replace("#/$defs/", "#/definitions/")
        if len(moved) > 1:
            moved = {"allOf": [{"$ref": moved.pop("$ref")}], **moved}
    return moved


def _with_terms(schema: Any, library: Library) -> Any:
    """Offer every term of the vocabulary wherever a term is written."""
    choices = [
        {"const": name, "description": f"{item.label}. {item.term.definition}"}
        for name, item in sorted(library.terms.items())
    ]
    found = False

    def replaced(node: Any) -> Any:
        nonlocal found
        if isinstance(node, list):
            return [replaced(item) for item in node]
        if not isinstance(node, dict):
            return node
        if node.get("pattern") == _TERM_PATTERN:
            found = True
            rest = {key: value for key, value in node.items() if key in ("description", "title")}
            reference = {"$ref": "#/definitions/term"}
            return {"allOf": [reference], **rest} if rest else reference
        return {key: replaced(value) for key, value in node.items()}

    result = replaced(schema)
    if found and choices:
        result.setdefault("definitions", {})["term"] = {
            "description": "A term of the vocabulary.",
            "anyOf": choices,
        }
    return result if choices else schema
