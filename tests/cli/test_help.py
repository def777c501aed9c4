"""Help: it is fast, it is everywhere, and its examples run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lawmap import __version__
from lawmap.cli import COMMANDS
from tests.cli.running import ROOT, Run
from tests.cli.signing_key import make_key
from tests.integrity.written import write_dossiers, write_log

NAMES = [name for name, _, _ in COMMANDS]
HEAVY = ("pydantic", "yaml", "jinja2", "edtf", "markdown_it", "jsonschema")


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", NAMES)
def test_a_command_helps(run: Run, command: str, flag: str) -> None:
    done = run(command, flag)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: lawmap {command} ")
    assert done.out.rstrip().splitlines()[-1].strip().startswith("Example: lawmap ")


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_the_list_of_commands_is_whole(run: Run, flag: str) -> None:
    done = run(flag)
    assert (done.code, done.err) == (0, "")
    listed = " ".join(done.out.split())
    for name, _, line in COMMANDS:
        assert f" {name} {line} " in f"{listed} ", name


def test_the_list_of_commands_ends_with_examples(run: Run) -> None:
    assert run("-h").out.rstrip().splitlines()[-1].strip().startswith("lawmap ")


def test_quiet_and_verbose_may_stand_before_the_command_too(run: Run) -> None:
    assert run("-q", "validate", "seeds/sources").err == ""
    assert run("-v", "validate", "seeds/sources").err.startswith("reading seeds/sources\n")
    assert run("-v", "validate", "seeds/sources", "-q").err == ""


@pytest.mark.parametrize("arguments", [["-V"], ["--version"], *([name, "-V"] for name in NAMES)])
def test_every_command_tells_the_version(run: Run, arguments: list[str]) -> None:
    assert run(*arguments) == (0, f"lawmap, version {__version__}\n", "")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what commands read, so that examples write nothing into the checkout."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("norms", "seeds", "schemas"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copy(ROOT / "docs" / "tutorial" / "submission.md", folder / "brief.md")
    write_dossiers(folder / "build" / "dossiers", audience="confidential", inputs={})
    write_log(folder / "review-log.jsonl")
    if shutil.which("ssh-keygen"):
        make_key(folder)
    return folder


def examples_of(text: str) -> list[str]:
    """The commands after "Example:", or in the paragraph after "Examples:"."""
    single = re.findall(r"Example: (lawmap .+)", text)
    several = text.partition("Examples:\n")[2].partition("\n\n")[0]
    return [*single, *(line.strip() for line in several.splitlines())]


@pytest.fixture(scope="module")
def tried() -> set[str]:
    """Examples that were run: the list of commands shows some of theirs again."""
    return set()


@pytest.mark.slow
@pytest.mark.parametrize("command", ["", *NAMES])
def test_the_examples_in_the_help_run(
    run: Run, checkout: Path, tried: set[str], command: str
) -> None:
    help_text = run(*([command] if command else []), "-h").out
    examples = examples_of(help_text)
    assert examples
    if command == "sign" and not shutil.which("ssh-keygen"):
        pytest.skip("ssh-keygen is not installed")
    for example in set(examples) - tried:
        tried.add(example)
        done = run(*shlex.split(example)[1:], cwd=checkout)
        assert done.code == 0, f"{example}\n{done.err}"
        assert done.out + done.err


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['lawmap', '--help']\n"
        "from lawmap.cli import main\n"
        "try: main()\n"
        f"finally: print('LOADED', sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    assert "Usage: lawmap" in done.stdout
    assert "LOADED []" in done.stdout.splitlines()


def test_python_m_lawmap_is_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lawmap", "-V"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT.parent,
    )
    assert (done.returncode, done.stdout) == (0, f"lawmap, version {__version__}\n")
