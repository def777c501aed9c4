"""What is shipped is what was tested: the wheel is whole and works far from its checkout.

The slow part builds the wheel, installs it with the locked packages into an empty environment and
runs it there. The quick part holds the lock files to what they promise.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
RUNTIME = ROOT / "requirements" / "runtime.txt"
DEV = ROOT / "requirements" / "dev.txt"
BENCH = ROOT / "requirements" / "bench.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(path: Path) -> dict[str, str]:
    """The version of each package that a lock file names."""
    pin = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)
    found = pin.findall(path.read_text(encoding="utf-8"))
    return {canonicalize_name(name): version for name, version in found}


@pytest.mark.parametrize("path", [RUNTIME, DEV, BENCH], ids=lambda path: path.name)
def test_a_lock_file_holds_only_pins_with_hashes(path: Path) -> None:
    text = re.sub(r"^\s*#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = text.replace("\\\n", " ").splitlines()
    loose = [e for e in entries if not re.match(r"^\S+==\S+ .*--hash=sha256:[0-9a-f]{64}", e)]
    assert entries
    assert loose == []
    assert "://" not in text


def test_the_lock_files_cover_what_the_project_needs() -> None:
    run_time = PROJECT["project"]["dependencies"]
    groups = PROJECT["dependency-groups"]
    needed = {
        RUNTIME: run_time,
        DEV: run_time + groups["dev"],
        BENCH: run_time + groups["bench"],
    }
    for path, needs in needed.items():
        pins = locked(path)
        for need in map(Requirement, needs):
            assert need.specifier.contains(pins[canonicalize_name(need.name)]), need


def test_development_and_run_time_use_the_same_versions() -> None:
    assert locked(RUNTIME).items() <= locked(DEV).items()


# Variables by which our environment would reach into the one under test.
OURS = ("PYTHON", "LAWMAP", "VIRTUAL_ENV")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program with no more of our environment than a stranger's shell would have."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def said(done: subprocess.CompletedProcess[str]) -> str:
    return f"{done.args}\n{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, said(built)
    (path,) = folder.glob("lawmap-*.whl")
    return path


@pytest.mark.slow
def test_two_builds_are_equal_to_the_byte(tmp_path: Path) -> None:
    """Elsewhere, at another time, under another umask, in another time zone and language."""
    there = tmp_path / "elsewhere" / "tree"
    kept = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    for name in (one.strip("/") for one in (*kept, "pyproject.toml", ".gitignore")):
        source, target = ROOT / name, there / name
        target.parent.mkdir(parents=True, exist_ok=True)
        leave = shutil.ignore_patterns("__pycache__")
        if source.is_dir():
            shutil.copytree(source, target, copy_function=copy_privately, ignore=leave)
        else:
            copy_privately(source, target)
    here = built(ROOT, tmp_path / "one", {"TZ": "UTC", "LC_ALL": "C"}, 0o022)
    odd = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"}
    again = built(there, tmp_path / "two", odd, 0o077)
    assert sorted(here) == sorted(again)
    assert len(here) == 2
    assert [name for name in here if here[name] != again[name]] == []


def copy_privately(source: str | Path, target: str | Path) -> None:
    """Copy a file as one has it who keeps all to himself; what is a program stays one."""
    shutil.copyfile(source, target)
    Path(target).chmod(0o700 if os.access(source, os.X_OK) else 0o600)


def built(tree: Path, folder: Path, environment: dict[str, str], mask: int) -> dict[str, bytes]:
    """The wheel and the sdist of a tree, as one builds them there."""
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=tree,
        env={**os.environ, **environment},
        umask=mask,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.slow
def test_the_wheel_carries_code_norms_schemas_and_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "lawmap/__init__.py",
        "lawmap/py.typed",
        "lawmap/cli/__init__.py",
        "lawmap/norms/pack.yaml",
        "lawmap/norms/LICENSE",
    } <= names
    for folder in ("norms", "schemas"):
        files = (ROOT / folder).rglob("[!.]*")
        ours = {path.relative_to(ROOT) for path in files if path.is_file()}
        assert ours
        assert {f"lawmap/{path.as_posix()}" for path in ours} <= names
    templates = {path.relative_to(ROOT).as_posix() for path in (ROOT / "lawmap").rglob("*.j2")}
    assert templates
    assert templates <= names
    assert {name.partition("/licenses/")[2] for name in names if "/licenses/" in name} == {
        "LICENSE",
        "NOTICE",
        "norms/LICENSE",
    }
    assert not {name for name in names if name.startswith(("tests", "lawmap/tests", "norms"))}


# Where uv is at hand it does what the venv module and pip do elsewhere, and needs neither.
UV = shutil.which("uv")


def make_environment(folder: Path) -> Path:
    """The Python of a new and empty environment."""
    command = (UV, "venv", "--python", sys.executable) if UV else (sys.executable, "-m", "venv")
    made = run(*command, folder, cwd=folder.parent)
    assert made.returncode == 0, said(made)
    return folder / "bin" / "python"


def pip(python: Path, verb: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = (UV, "pip", verb, "--python", python) if UV else (python, "-m", "pip", verb)
    return run(*command, *arguments, cwd=python.parent)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that has the wheel and its locked packages."""
    python = make_environment(tmp_path_factory.mktemp("empty") / "environment")
    packages = pip(python, "install", "--require-hashes", "-r", RUNTIME)
    if packages.returncode and "hash" not in packages.stderr.lower():
        pytest.skip(f"the locked packages cannot be had here: {packages.stderr.strip()[-300:]}")
    assert packages.returncode == 0, said(packages)
    ours = pip(python, "install", "--no-deps", wheel)
    assert ours.returncode == 0, said(ours)
    return python.parent


@pytest.mark.slow
def test_the_locked_packages_are_all_that_lawmap_needs(installed: Path) -> None:
    checked = pip(installed / "python", "check")
    assert checked.returncode == 0, said(checked)


@pytest.mark.slow
def test_the_installed_lawmap_makes_dossiers_far_from_its_checkout(
    installed: Path, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "reports")
    where = run(installed / "python", "-c", "import lawmap; print(lawmap.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent), said(where)

    made = run(installed / "lawmap", "dossier", "reports", "-o", "out", cwd=tmp_path)
    assert made.returncode == 0, said(made)
    assert (tmp_path / "out" / "index.md").is_file(), said(made)


@pytest.mark.slow
def test_the_installed_lawmap_makes_a_folder_to_work_in(installed: Path, tmp_path: Path) -> None:
    lawmap = installed / "lawmap"
    made = run(lawmap, "init", "reports", "--norms", cwd=tmp_path)
    assert made.returncode == 0, said(made)
    folder = tmp_path / "reports"
    told = ("--id", "daily", "--publisher", "Daily", "--title", "News", "--language", "en")
    more = ("--kind", "press", "--original", "originals/example-report.txt")
    drafted = run(lawmap, "new", "source", *told, *more, cwd=folder)
    assert drafted.returncode == 0, said(drafted)
    for command in ("validate", "dossier"):
        done = run(lawmap, command, cwd=folder)
        assert done.returncode == 0, said(done)
    assert (folder / "dossiers" / "example-transfer.md").is_file()
