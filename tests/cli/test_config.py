"""``lawmap config``: what settings and options come to, and who said so."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.cli.running import Run

SETTINGS = """\
select = ["LM2", "LM3"]
ignore = ["LM302"]
fail-level = "warning"
stale-after = "365d"
per-file-ignores = {"drafts/**" = ["LM503"]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("LAWMAP_TEXTS", raising=False)
    (tmp_path / "lawmap.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def shown(run: Run, *arguments: str, cwd: Path) -> dict[str, tuple[object, str]]:
    done = run("config", *arguments, "--output-format", "json", cwd=cwd)
    assert (done.code, done.err) == (0, "")
    return {key: (one["value"], one["origin"]) for key, one in json.loads(done.out).items()}


# Options, and what a key then comes to.
LAYERS = {
    "a default": ([], "output-format", "full", "default"),
    "settings": ([], "fail-level", "warning", "lawmap.toml:3:1"),
    "an option": (["--fail-level", "error"], "fail-level", "error", "--fail-level"),
    "a flag": (["--exit-zero"], "fail-level", "never", "--exit-zero"),
    "a span": ([], "stale-after", "365d", "lawmap.toml:4:1"),
    "an option for a span": (["--stale-after", "2y"], "stale-after", "2y", "--stale-after"),
    "nothing": ([], "baseline", None, "default"),
    "selected anew": (["--select", "LM5"], "select", ["LM5"], "--select"),
    "what was ignored before is not": (["--select", "LM5"], "ignore", [], "--select"),
    "ignored more": (
        ["--ignore", "LM2,LM301", "--ignore", "LM303"],
        "ignore",
        ["LM302", "LM2", "LM301", "LM303"],
        "lawmap.toml:2:1 and --ignore",
    ),
    "both": (["--select", "LM", "--ignore", "LM2"], "ignore", ["LM2"], "--ignore"),
    "by path": ([], "per-file-ignores", {"drafts/**": ["LM503"]}, "lawmap.toml:5:1"),
}


@pytest.mark.parametrize(("options", "key", "value", "origin"), LAYERS.values(), ids=LAYERS)
def test_a_value_comes_from_the_highest_layer_that_has_one(
    run: Run, folder: Path, options: list[str], key: str, value: object, origin: str
) -> None:
    assert shown(run, *options, cwd=folder)[key] == (value, origin)


def test_the_environment_goes_before_settings_and_after_options(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWMAP_OUTPUT_FORMAT", "github")
    monkeypatch.setenv("LAWMAP_TEXTS", "/texts")
    (folder / "lawmap.toml").write_text('output-format = "json"\ntexts = "here"', "utf-8")
    found = shown(run, cwd=folder)
    assert found["output-format"] == ("github", "LAWMAP_OUTPUT_FORMAT")
    assert found["texts"] == ("/texts", "LAWMAP_TEXTS")
    monkeypatch.setenv("LAWMAP_OUTPUT_FORMAT", "guthib")
    done = run("config", cwd=folder)
    assert done.code == 2
    assert "LAWMAP_OUTPUT_FORMAT takes" in done.err
    assert "did you mean 'github'?" in done.err


def test_the_lines_for_people_are_settings_again(run: Run, folder: Path) -> None:
    done = run("config", cwd=folder)
    assert done.code == 0
    again = tomllib.loads(done.out)
    assert {key: again[key] for key in tomllib.loads(SETTINGS)} == tomllib.loads(SETTINGS)
    (folder / "lawmap.toml").write_text(done.out, encoding="utf-8")
    assert tomllib.loads(run("config", cwd=folder).out) == again


def test_one_value_is_shown_alone(run: Run, folder: Path) -> None:
    assert run("config", "select", cwd=folder) == (0, '["LM2", "LM3"]\n', "")


def test_an_unknown_key_is_refused_with_the_near_one(run: Run, folder: Path) -> None:
    done = run("config", "per-file-ignore", cwd=folder)
    assert done.code == 2
    assert "did you mean 'per-file-ignores'?" in done.err


def test_without_settings_that_is_said(run: Run, tmp_path: Path) -> None:
    done = run("config", cwd=tmp_path)
    assert done.code == 0
    assert "There are no settings here or above" in done.err
