"""Readers that others wrote, each as a function from the text of a file to its entries by key."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

Read = Callable[[str], dict[str, Mapping[str, Any]]]


def read_bibtex(text: str) -> dict[str, Mapping[str, Any]]:
    """Entries by key; values as LaTeX sets them, but addresses as they stand."""
    raw = parse_string(text)
    decoded = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not raw.failed_blocks
    assert len(raw.blocks) == len(raw.entries)
    return {
        entry.key: {"entry_type": entry.entry_type}
        | {field.key: field.value for field in entry.fields}
        | ({"url": plain["url"]} if "url" in plain else {})
        for entry, plain in zip(decoded.entries, raw.entries, strict=True)
    }


def read_ris(text: str) -> dict[str, Mapping[str, Any]]:
    return {entry["id"]: entry for entry in rispy.loads(text)}


def read_csl(text: str) -> dict[str, Mapping[str, Any]]:
    return {item["id"]: item for item in json.loads(text)}


READERS: dict[str, Read] = {
    "csl-json": read_csl,
    "bibtex": read_bibtex,
    "biblatex": read_bibtex,
    "ris": read_ris,
}
