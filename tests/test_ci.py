"""What maintainers copy into their editor, hooks and CI does what docs/ci.md says."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.running import Run

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples" / "ci"
FAULTY = "tests/bad/several-bad-and-good"

HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def example(name: str) -> Any:
    return yaml.safe_load((EXAMPLES / name).read_text(encoding="utf-8"))


@pytest.fixture
def workplace(run: Run, tmp_path: Path) -> Path:
    """A folder as ``lawmap init`` makes it, in order."""
    folder = tmp_path / "work"
    assert run("init", folder).code == 0
    return folder


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with a program ``lawmap`` that is the one under test."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "lawmap"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lawmap "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


def break_a_file(workplace: Path) -> None:
    path = next((workplace / "allegations").glob("*.yaml"))
    path.write_text(path.read_text("utf-8").replace("act.", "atc.", 1), encoding="utf-8")


# Hooks


@pytest.mark.slow
@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_looks_at_the_whole_tree(hook: dict[str, Any], run: Run, workplace: Path) -> None:
    assert hook["pass_filenames"] is False
    assert hook["always_run"] is True  # else a commit that only deletes files is not looked at
    program, *arguments = shlex.split(hook["entry"])
    assert program == "lawmap"
    assert run(*arguments, cwd=workplace).code == 0


def test_the_example_for_hooks_names_them_all() -> None:
    (repo,) = example("pre-commit-config.yaml")["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == [hook["id"] for hook in HOOKS]


def in_git(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program far from the user's own settings of git and of pre-commit."""
    names = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "tester")
    mails = dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "t@example.org")
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    home = {"PRE_COMMIT_HOME": str(folder.parent / "hooks")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**kept, **names, **mails, **own, **home},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


@pytest.mark.slow
def test_the_hooks_run_in_a_scratch_repository(workplace: Path) -> None:
    if in_git(ROOT, "git", "rev-parse", "--git-dir").returncode != 0:
        pytest.skip("pre-commit takes hooks from a git repository, and this checkout is none")
    assert in_git(workplace, "git", "init", "-q").returncode == 0
    assert in_git(workplace, "git", "add", "-A").returncode == 0
    try_hooks = (sys.executable, "-m", "pre_commit", "try-repo", ROOT, "--all-files", "--verbose")

    good = in_git(workplace, *try_hooks)
    if "No matching distribution" in good.stdout:
        pytest.skip("the packages that the hooks need cannot be had here")
    assert good.returncode == 0, good.stdout + good.stderr
    assert good.stdout.count("Passed") == len(HOOKS)

    break_a_file(workplace)
    bad = in_git(workplace, *try_hooks)
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "LM201" in bad.stdout


# GitHub


def step(name: str) -> dict[str, Any]:
    (found,) = [one for one in ACTION["runs"]["steps"] if one.get("name") == name]
    return dict(found)


def run_step(folder: Path, programs: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the action that validates, as a runner does, with these inputs."""
    given = {"paths": "", "arguments": "", "sarif-file": "lawmap.sarif", **inputs}
    names = {"PATHS": "paths", "ARGUMENTS": "arguments", "SARIF": "sarif-file"}
    own = {name: given[key] for name, key in names.items()}
    summary = {"GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step("Validate")["run"]],  # noqa: S607
        cwd=folder,
        env={**os.environ, **own, **summary, "LAWMAP": str(programs / "lawmap")},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_variables_of_the_action_are_those_that_are_tried_here() -> None:
    variables = set(step("Validate")["env"])
    assert variables == {"LAWMAP", "PATHS", "ARGUMENTS", "SARIF"}
    assert "${{" not in step("Validate")["run"] + step("Install lawmap")["run"]


@pytest.mark.slow
def test_the_action_passes_on_a_folder_in_order(workplace: Path, programs: Path) -> None:
    done = run_step(workplace, programs)
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((workplace / "lawmap.sarif").read_text("utf-8"))["version"] == "2.1.0"


@pytest.mark.slow
def test_the_action_annotates_faults_and_sums_them_up(workplace: Path, programs: Path) -> None:
    break_a_file(workplace)
    done = run_step(workplace, programs)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=allegations/")
    assert "LM201" in (workplace.parent / "summary.md").read_text("utf-8")


@pytest.mark.slow
def test_the_action_hands_on_arguments_and_paths(workplace: Path, programs: Path) -> None:
    break_a_file(workplace)
    assert run_step(workplace, programs, paths="sources").returncode == 0
    assert run_step(workplace, programs, arguments="--exit-zero --ignore LM2").returncode == 0


def test_inputs_of_the_action_are_no_commands(workplace: Path, programs: Path) -> None:
    done = run_step(workplace, programs, paths="$(touch made) `touch made` ;touch made")
    assert done.returncode == 2
    assert not (workplace / "made").exists()


def test_the_workflow_uses_what_the_action_gives() -> None:
    text = (EXAMPLES / "github-workflow.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"steps\.lawmap\.outputs\.([\w-]+)", text)) <= set(ACTION["outputs"])


# GitLab and editors


@pytest.mark.slow
def test_the_commands_for_gitlab_run(run: Run, workplace: Path) -> None:
    commands = [line for line in example("gitlab-ci.yml")["lawmap"]["script"] if "pip" not in line]
    assert commands
    for command in commands:
        program, *arguments = shlex.split(command)
        assert program == "lawmap"
        assert run(*arguments, cwd=workplace).code == 0
    wanted = example("gitlab-ci.yml")["lawmap"]["artifacts"]["reports"]["junit"]
    assert all((workplace / name).is_file() for name in wanted)


@pytest.mark.slow
def test_the_task_for_an_editor_finds_every_fault(run: Run) -> None:
    text = (EXAMPLES / "vscode-tasks.json").read_text(encoding="utf-8")
    (task,) = json.loads(text)["tasks"]
    matcher = task["problemMatcher"]["pattern"]
    lines = run("validate", FAULTY, "--output-format", "concise").out.splitlines()
    faults = json.loads(run("validate", FAULTY, "--output-format", "json").out)
    found = [re.fullmatch(matcher["regexp"], line) for line in lines]
    told = [
        (one[matcher["file"]], int(one[matcher["line"]]), one[matcher["code"]])
        for one in found
        if one is not None
    ]
    assert told == [(one["file"], one["line"], one["code"]) for one in faults]
    assert shlex.split(task["command"])[:2] == ["lawmap", "validate"]
