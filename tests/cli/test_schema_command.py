"""``lawmap schema`` prints, writes and checks the schemas."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Run

SHIPPED = ROOT / "schemas"


def test_the_shipped_schemas_agree_with_the_models(run: Run) -> None:
    done = run("schema", "--check", "schemas")
    assert (done.code, done.out) == (0, "")


def change_a_word(folder: Path) -> None:
    path = folder / "norm.schema.json"
    path.write_text(path.read_text(encoding="utf-8").replace("heading", "headin", 1), "utf-8")


def remove_one(folder: Path) -> None:
    (folder / "source.schema.json").unlink()


def add_one(folder: Path) -> None:
    (folder / "old.schema.json").write_text("{}", encoding="utf-8")


TAMPERED: dict[str, tuple[Callable[[Path], None], str]] = {
    "a changed word": (change_a_word, "norm.schema.json"),
    "a missing schema": (remove_one, "source.schema.json"),
    "a schema of no model": (add_one, "old.schema.json"),
}


@pytest.mark.parametrize(("tamper", "name"), TAMPERED.values(), ids=TAMPERED)
def test_tampered_schemas_end_with_1(
    run: Run, tmp_path: Path, tamper: Callable[[Path], None], name: str
) -> None:
    folder = shutil.copytree(SHIPPED, tmp_path / "schemas")
    tamper(folder)
    done = run("schema", "--check", folder)
    assert done.code == 1
    assert [line for line in done.out.splitlines() if name in line] == done.out.splitlines()


def test_written_schemas_are_the_shipped_ones(run: Run, tmp_path: Path) -> None:
    assert run("schema", "-o", tmp_path / "new").code == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert written == {path.name: path.read_bytes() for path in SHIPPED.iterdir()}


def test_a_named_schema_is_printed(run: Run) -> None:
    done = run("schema", "norm")
    assert done.out == (SHIPPED / "norm.schema.json").read_text(encoding="utf-8")


def test_without_a_name_the_names_are_listed(run: Run) -> None:
    names = run("schema").out.splitlines()
    assert names == sorted(path.name.partition(".")[0] for path in SHIPPED.iterdir())


@pytest.mark.parametrize("by", ["option", "settings"])
def test_a_team_s_own_terms_are_offered(run: Run, tmp_path: Path, by: str) -> None:
    path = tmp_path / "vocabulary" / "terms" / "own.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "schema_version: 1\nnamespace: own\nsort: fact\nabout: Words.\n"
        "terms: {word: {def: A word., label: {en: word}}}\n",
        encoding="utf-8",
    )
    (tmp_path / "lawmap.toml").write_text('norms = ["."]\n', encoding="utf-8")
    done = (
        run("schema", "allegation", "--norms", tmp_path)
        if by == "option"
        else run("schema", "allegation", cwd=tmp_path)
    )
    schema = json.loads(done.out)
    offered = [item["const"] for item in schema["definitions"]["term"]["anyOf"]]
    assert {"own.word", "act.detain"} <= set(offered)
