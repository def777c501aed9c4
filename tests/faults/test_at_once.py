"""Two runs on one folder, and files that change while they are read."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lawmap.cli.writing import write_folder
from lawmap.errors import OutputError
from lawmap.loading import load
from lawmap.loading.raw import IrregularError, TooLargeError, read_raw, read_regular
from tests.cli.test_exit_codes import good_folder
from tests.loading.written import allegation

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here")
RUNS = 40


def in_fork(work: object) -> int:
    """Start work in a process of its own; gives its id. It ends with what the work returns."""
    child = os.fork()
    if child:
        return child
    code = 99
    try:
        code = work()  # type: ignore[operator]
    finally:
        os._exit(code)


@pytest.mark.slow
def test_of_two_runs_at_once_one_wins_with_all_its_files(tmp_path: Path) -> None:
    """The other says that the folder is in use, or comes after: never is there a mixture."""
    out = tmp_path / "out"
    names = [f"{number}.md" for number in range(12)]

    def write(who: str) -> int:
        try:
            write_folder(
                out, dict.fromkeys(names, f"{who}\n" * 999), {"tool": "lawmap 0"}, force=False
            )
        except OutputError as error:
            return 2 if "in use by another run" in str(error) else 98
        return 0

    codes = set()
    for _ in range(RUNS):
        children = [in_fork(lambda who=who: write(who)) for who in "ab"]
        ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        codes.update(ended)
        assert 0 in ended
        assert set(ended) <= {0, 2}
        found = {(out / name).read_bytes() for name in names}
        assert len(found) == 1
        outputs = json.loads((out / "manifest.json").read_bytes())["outputs"]
        assert set(outputs.values()) == {hashlib.sha256(found.pop()).hexdigest()}
        assert {path.name for path in out.iterdir()} == {*names, "manifest.json"}
    assert 0 in codes


@pytest.mark.slow
def test_of_two_dossier_runs_at_once_none_is_mixed(tmp_path: Path) -> None:
    runs = []
    for who in ("one", "two"):
        folder = good_folder(tmp_path / who) / "allegations"
        for name in "abc":
            text = allegation(id=name, title=f"Told by {who}", per="[report#p1]")
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        runs.append(
            subprocess.Popen(
                [sys.executable, "-m", "lawmap", "dossier", folder.parent, "-o", tmp_path / "out"],
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
        )
    told = [run.communicate()[1] for run in runs]
    assert {run.returncode for run in runs} in ({0}, {0, 2}), told
    pages = [(tmp_path / "out" / f"{name}.md").read_text(encoding="utf-8") for name in "abc"]
    assert len({"Told by one" in page for page in pages}) == 1


@pytest.mark.slow
@pytest.mark.parametrize("in_place", [False, True])
def test_a_file_that_changes_all_the_time_is_read_whole_or_refused(
    tmp_path: Path, in_place: bool
) -> None:
    folder = tmp_path / "allegations"
    folder.mkdir()
    path = folder / "a.yaml"
    whole = {
        allegation(notes=f"[{letter * 60_000}]", title=letter).encode(): letter for letter in "xy"
    }

    def rewrite() -> int:
        number = 0
        while True:
            text = [*whole][number % 2]
            if in_place:
                path.write_bytes(text)
            else:
                (tmp_path / "new").write_bytes(text)
                (tmp_path / "new").replace(path)
            number += 1

    path.write_bytes(next(iter(whole)))
    writer = in_fork(rewrite)
    try:
        outcomes = [_outcome(tmp_path) for _ in range(150)]
    finally:
        os.kill(writer, 9)
        os.waitpid(writer, 0)
    known = {hashlib.sha256(text).hexdigest() for text in whole}
    assert set(outcomes) <= {*known, "LM001", "LM010", "LM002"}, set(outcomes)


def _outcome(folder: Path) -> str:
    """The hash of the file that was read, or the first code of what was found instead."""
    loaded = load([folder])
    codes = [fault.code for fault in loaded.diagnostics]
    return codes[-1] if codes else loaded.files[0].sha256


def test_a_file_that_changed_after_it_was_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "allegations" / "a.yaml"
    path.parent.mkdir()
    path.write_text(allegation(), encoding="utf-8")

    def read_and_change(path: Path, limit: int, root: Path | None = None) -> object:
        raw = read_raw(path, limit, root)
        path.write_bytes(raw.content + b"# more\n")
        return raw

    monkeypatch.setattr("lawmap.loading.text.read_raw", read_and_change)
    (fault,) = load([tmp_path]).diagnostics
    assert fault.code == "LM001"
    assert "changed while files were read" in fault.message


def test_a_pipe_in_the_place_of_a_file_does_not_stop_a_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    with pytest.raises(IrregularError):
        read_regular(tmp_path / "a.yaml", 10)


def test_no_more_is_read_than_the_limit_allows_however_a_file_grows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"1234567890")
    stat_of = os.fstat

    def fstat_and_grow(handle: int) -> os.stat_result:
        info = stat_of(handle)
        with path.open("ab") as file:
            file.write(b"x" * 100)
        return info

    monkeypatch.setattr(os, "fstat", fstat_and_grow)
    with pytest.raises(TooLargeError):
        read_regular(path, 10)


def test_the_clock_of_the_files_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "allegations" / "a.yaml"
    path.parent.mkdir()
    path.write_text(allegation(), encoding="utf-8")
    hashes = set()
    for moment in (0, 2**31 + 10, int(time.time()) + 10**8):
        os.utime(path, (moment, moment))
        loaded = load([tmp_path])
        assert loaded.diagnostics == ()
        hashes.add(loaded.files[0].sha256)
    assert len(hashes) == 1
