"""The labels of citations are in form, and their keys are provisions of the library."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
import yaml

from benchmarks.citations.selection import hundreds
from lawmap.model.instrument import Structure
from tests.cli.running import ROOT
from tests.shared import shared_folder

LABELS = sorted((ROOT / "tests/cases/citations").glob("*.jsonl"))
WITH_KEYS = {"exists", "ambiguous"}
WITHOUT_KEYS = {"no-such-provision", "not-in-library", "no-instrument"}


def rows_of(name: str) -> list[dict[str, Any]]:
    """The rows of a labelled hundred."""
    lines = (ROOT / "tests/cases/citations" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def structures() -> dict[str, Structure]:
    """What each instrument of the library holds."""
    files = (ROOT / "norms/instruments").glob("*/structure.yaml")
    loader = yaml.CSafeLoader
    read = (yaml.load(file.read_text(encoding="utf-8"), loader) for file in files)  # noqa: S506
    return {data["instrument"]: Structure.model_validate(data) for data in read}


@pytest.mark.parametrize("name", [path.name for path in LABELS])
def test_each_hundred_is_a_hundred_contexts_with_spans_in_order(name: str) -> None:
    rows = rows_of(name)
    assert len({row["id"] for row in rows}) == 100
    for row in rows:
        spans = [(cited["start"], cited["end"]) for cited in row["citations"]]
        spans = sorted([*spans, *((start, end) for start, end in row.get("cut", ()))])
        assert all(0 <= start < end for start, end in spans), row
        assert all(left[1] <= right[0] for left, right in pairwise(spans)), row


@pytest.mark.parametrize("name", [path.name for path in LABELS])
def test_status_and_keys_of_a_label_agree(name: str, structures: dict[str, Structure]) -> None:
    for row in rows_of(name):
        for cited in row["citations"]:
            assert cited["status"] in (WITH_KEYS if cited["keys"] else WITHOUT_KEYS), row
            assert cited["ambiguous"] == (cited["status"] == "ambiguous"), row
            for key in cited["keys"]:
                assert structures[key.partition(":")[0]].has(key), key


def test_the_labels_are_of_the_contexts_that_the_hashes_choose() -> None:
    chosen = hundreds(shared_folder() / "data" / "citations_in_context.jsonl")
    for path, hundred in zip(LABELS, chosen, strict=True):
        texts = {context.id: context.text for context in hundred}
        assert all(
            cited["end"] <= len(texts[row["id"]])
            for row in rows_of(path.name)
            for cited in row["citations"]
        )
