"""No paragraph is given to two claimants, and no number of one is without end."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lawmap.checks.passages import claimants
from lawmap.loading import Loaded, load
from tests.control.project import SOURCE, write_project

Spans = dict[tuple[int, int], str]

SPANS = st.dictionaries(
    st.tuples(st.integers(1, 9), st.integers(0, 4)).map(lambda one: (one[0], one[0] + one[1])),
    st.sampled_from("abc"),
    max_size=6,
)


def loaded_with(folder: Path, spans: dict[str, str]) -> Loaded:
    """The project, with a source whose paragraphs are given to these claimants."""
    source = yaml.safe_load(SOURCE)
    (described,) = source["claimants"].values()
    source |= {"claimants": {one: dict(described) for one in "abc"}, "default_claimant": "a"}
    source |= {"original": source["original"] | {"paragraphs": 999_999}, "quotes": {}}
    text = yaml.safe_dump({**source, "paragraphs": spans}, sort_keys=False)
    write_project(folder)
    (folder / "sources/report.yaml").write_text(text, encoding="utf-8")
    return load([folder])


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


@settings(max_examples=40)
@given(SPANS)
def test_spans_of_two_claimants_that_meet_are_told(spans: Spans) -> None:
    with TemporaryDirectory() as folder:
        written = {f"p{first}-p{last}": claimant for (first, last), claimant in spans.items()}
        faults = list(claimants(loaded_with(Path(folder), written)))
    meet = any(
        overlap(one, other) and spans[one] != spans[other] for one in spans for other in spans
    )
    assert {fault.code for fault in faults} == ({"LM610"} if meet else set())


def test_a_span_may_be_as_long_as_it_likes(tmp_path: Path) -> None:
    spans = {f"p{first}-p999999": "a" for first in range(1, 5_000)} | {"p7": "b"}
    told = {fault.message for fault in claimants(loaded_with(tmp_path, spans))}
    assert told == {"paragraph 7 is given to 'a' and to 'b'"}


@pytest.mark.parametrize("span", ["p1-p99999999", f"p{'9' * 5_000}", f"p1-p{'9' * 5_000}"])
def test_a_paragraph_without_end_is_refused(tmp_path: Path, span: str) -> None:
    assert [one.code for one in loaded_with(tmp_path, {span: "a"}).diagnostics] == ["LM106"]
