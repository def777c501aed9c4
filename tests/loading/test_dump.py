"""What is written of a record reads as the same record."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lawmap.loading import load, packs_for
from lawmap.loading.dump import dump
from lawmap.loading.kinds import FILE_MODELS, kind_of
from lawmap.loading.shape import read_shape
from lawmap.loading.text import FORBIDDEN
from lawmap.loading.yaml_text import parse
from lawmap.model.base import FileRecord
from tests.hostile.texts_project import BENIGN, project
from tests.loading.made import made
from tests.schemas.seen import as_an_editor_sees

ROOT = Path(__file__).parents[2]
SIGNS = "#:-?'\"{}[]&*!%@`|>,~=<\\ \n\t\r0123aZé№"
ANY = st.characters(exclude_categories=["Cs"]).filter(lambda char: not FORBIDDEN.match(char))
TEXTS = st.one_of(st.text(SIGNS, min_size=1), st.text(ANY, min_size=1)).filter(
    lambda text: 0 < len(text.split()) <= 25
)


def drawing(seed: int) -> Random:
    return Random(seed)  # noqa: S311


FIXED = {"schema_version"}
"""Fields that have one value."""


def is_given_back(record: FileRecord) -> str:
    """Read what was written; return it."""
    text = dump(record)
    document, faults = parse(text, "written")
    assert document is not None
    assert faults == []
    found, faults = read_shape(document, type(record))
    assert faults == []
    assert found == record
    return text


@settings(max_examples=20)
@given(text=TEXTS)
@example(text="one\ntwo: {three}\n# four")
@example(text="no")
@example(text="1e3")
def test_a_record_of_any_kind_comes_back_whatever_its_texts(text: str) -> None:
    kinds = set()
    for path, data in project(text).items():
        model = kind_of(path)
        assert model is not None
        is_given_back(model.model_validate(data))
        kinds.add(model)
    assert kinds == set(FILE_MODELS)


SOUND = {kind_of(path): data for path, data in project(BENIGN).items()}


@pytest.mark.slow
@pytest.mark.parametrize("model", FILE_MODELS, ids=lambda model: model.kind_of_file)
@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_record_of_any_shape_comes_back(model: type[FileRecord], seed: int) -> None:
    is_given_back(made(model, SOUND[model], drawing(seed)))


@pytest.mark.slow
@pytest.mark.parametrize("model", FILE_MODELS, ids=lambda model: model.kind_of_file)
def test_records_that_are_made_use_every_field(model: type[FileRecord]) -> None:
    found = [made(model, SOUND[model], drawing(seed)) for seed in range(40)]
    sound = model.model_validate(SOUND[model])
    assert len(set(map(repr, found))) > 7
    for name in model.model_fields:
        if name not in FIXED:
            assert any(getattr(one, name) != getattr(sound, name) for one in found), name


@pytest.mark.slow
def test_every_shipped_file_comes_back_as_it_is() -> None:
    paths = [ROOT / "seeds"]
    loaded = load(paths, packs_for(paths))
    assert len(loaded.files) > 1000
    for file in loaded.files:
        is_given_back(file.record)


def test_a_record_of_the_seeds_comes_back_for_an_editor_too() -> None:
    loaded = load([ROOT / "seeds" / "sources"], [])
    assert loaded.files
    for file in loaded.files[:3]:
        assert as_an_editor_sees(is_given_back(file.record))["id"] == file.identity
