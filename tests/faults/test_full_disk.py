"""A small file system that runs full, and one that is read-only, for every command that writes.

They are mounted in a space of names of their own, which goes with the process.
"""

from __future__ import annotations

import functools
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT
from tests.faults.scenes import SCENES, Scene

CHOSEN = [scene for scene in SCENES if not scene.earlier and "12 seeds" not in scene.name]
INSIDE = """
set -e
mount -t tmpfs -o size=$1 none "$2"
cp -r "$3"/. "$2"
cd "$2"
# What is left is taken up, but for some pages.
case $4 in
  full) cat /dev/zero > filler 2>/dev/null || true; truncate -s -$5 filler ;;
  ro) mount -o remount,ro "$2" ;;
esac
shift 5
code=0
"$@" || code=$?
rm -f filler 2>/dev/null || true
find . -type f -exec sha256sum {} + | sort -k 2 > "$OLDPWD/found"
exit $code
"""


@functools.cache
def reason_against() -> str:
    """Why nothing can be mounted here; "" if it can."""
    if not shutil.which("unshare"):
        return "there is no unshare here"
    tried = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"],  # noqa: S607
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return tried.stderr.strip()


def run_in_small_space(
    scene: Scene, tmp_path: Path, kind: str, room: int
) -> tuple[subprocess.CompletedProcess[str], dict[str, str], dict[str, str]]:
    """Run a scene's command there; gives how it ended and hashes of the files before and after."""
    if reason_against():
        pytest.skip(f"nothing can be mounted here: {reason_against()}")
    given, place, home = (tmp_path / name for name in ("given", "place", "home"))
    for folder in (given, place, home):
        folder.mkdir()
    scene.prepare(given)
    space = ["unshare", "-rm", "sh", "-c", INSIDE, "sh", "700k", place, given, kind, str(room)]
    done = subprocess.run(
        [*map(str, space), sys.executable, "-m", "lawmap", *scene.arguments],
        cwd=home,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found = (home / "found").read_text(encoding="utf-8").splitlines()
    after = {name.removeprefix("./"): sha256 for sha256, name in map(str.split, found)}
    return done, hashes(given), after


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def told_once(done: subprocess.CompletedProcess[str]) -> None:
    told = [line for line in done.stderr.splitlines() if "cannot" in line or "read-only" in line]
    assert len(told) >= 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, 4096])
@pytest.mark.parametrize("scene", CHOSEN, ids=lambda scene: scene.name)
def test_on_a_full_disk_nothing_is_torn_and_one_line_says_so(
    tmp_path: Path, scene: Scene, room: int
) -> None:
    done, before, after = run_in_small_space(scene, tmp_path, "full", room)
    if done.returncode == 0:  # so little was to be written that it found room
        assert room
        return
    assert done.returncode in ((1, 2) if scene.name.endswith("--fix") else (2,)), done.stderr
    told_once(done)
    assert "No space left on device" in done.stderr
    assert {name for name in after if "/.lawmap" in f"/{name}"} == set()
    changed = {name for name, sha256 in before.items() if after.get(name) != sha256}
    assert changed == set()
    if len(scene.arguments) < 6:  # one that writes a single file, or all files or none
        assert after == before


@pytest.mark.slow
@pytest.mark.parametrize("scene", CHOSEN, ids=lambda scene: scene.name)
def test_on_a_disk_that_is_read_only_nothing_changes_and_one_line_says_so(
    tmp_path: Path, scene: Scene
) -> None:
    done, before, after = run_in_small_space(scene, tmp_path, "ro", 0)
    assert done.returncode in ((1, 2) if scene.name.endswith("--fix") else (2,)), done.stderr
    told_once(done)
    assert "ead-only" in done.stderr
    assert after == before
