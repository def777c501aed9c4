"""``lawmap match``: what stands beside the norms that it names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.dossier.records import allegation, source, write

CHILD = {"name": "Jan Roe", "called": "child A", "marks": ["minor"]}


@pytest.mark.parametrize("form", ["full", "json", "jsonl"])
def test_names_that_dossiers_mask_are_masked(run: Run, tmp_path: Path, form: str) -> None:
    taken = allegation("taken", title="Jan Roe taken", account="Of Jan Roe.", persons=[CHILD])
    done = run("match", write(tmp_path, source(), taken), "--output-format", form)
    assert done.code == 0
    assert "Roe" not in done.out + done.err
    if form == "full":
        assert done.out.startswith("taken: [child A] taken\n")
    else:
        first = json.loads(done.out)[0] if form == "json" else json.loads(done.out.split("\n")[0])
        assert first["allegation"] == "taken"
