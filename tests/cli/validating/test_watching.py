"""``--watch``, without a clock: looks come from a list, and waiting only takes the next one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from lawmap.cli.validating.watching import Snapshot, snapshot, watch_files
from lawmap.errors import UsageError
from tests.cli.running import Run

A, B = Path("a.yaml"), Path("b.yaml")


def looks(*states: str) -> list[Snapshot]:
    """Looks at files, each written as ``a1 b2``: file a in its first state, b in its second."""
    return [
        {Path(f"{one[0]}.yaml"): (int(one[1:]), 0) for one in state.split()} for state in states
    ]


class Stopped(KeyboardInterrupt):
    """Somebody pressed Ctrl-C: there are no more looks."""


def runs_after(states: Iterable[Snapshot]) -> list[int]:
    """After how many looks each run took place."""
    left, taken, runs = list(states), 0, []

    def look() -> Snapshot:
        nonlocal taken
        if not left:
            raise Stopped
        taken += 1
        return left.pop(0)

    with pytest.raises(Stopped):
        watch_files(lambda: runs.append(taken), look, lambda: None)
    return runs


def test_it_runs_once_at_the_beginning_and_not_again_while_nothing_changes() -> None:
    assert runs_after(looks("a1", "a1", "a1", "a1")) == [1]


@pytest.mark.parametrize("after", ["a2", "a1 b1", ""], ids=["changed", "added", "deleted"])
def test_it_runs_again_when_a_file_is(after: str) -> None:
    assert runs_after(looks("a1", "a1", after, after, after)) == [1, 4]


def test_it_waits_until_nobody_writes_any_more() -> None:
    assert runs_after(looks("a1", "a2", "a3", "a3 b1", "a3 b1", "a3 b1")) == [1, 5]


def test_a_change_that_is_taken_back_while_it_waits_is_none() -> None:
    assert runs_after(looks("a1", "a2", "a1", "a1", "a1")) == [1]


def test_it_says_how_many_files_changed(capsys: pytest.CaptureFixture[str]) -> None:
    runs_after(looks("a1 b1 c1", "a2 b1 d1", "a2 b1 d1"))
    told = capsys.readouterr()
    assert told.err.splitlines() == [
        "Watching 3 files; stop with Ctrl-C.",
        "3 files changed.",
        "Watching 3 files; stop with Ctrl-C.",
    ]
    assert told.out == ""


def test_a_run_that_cannot_go_on_is_told_and_the_next_change_waited_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    states = looks("a1", "a2", "a2")
    runs = []

    def run() -> None:
        runs.append(len(states))
        raise UsageError("the settings cannot be read")

    def look() -> Snapshot:
        if not states:
            raise Stopped
        return states.pop(0)

    with pytest.raises(Stopped):
        watch_files(run, look, lambda: None)
    assert len(runs) == 2
    assert capsys.readouterr().err.count("Error: the settings cannot be read\n") == 2


def test_a_look_sees_yaml_files_below_folders_and_all_files_of_others(tmp_path: Path) -> None:
    names = ["norms/a.yaml", "norms/deep/b.yml", "norms/report.sarif", "reports/c.txt", "own.toml"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    others = [tmp_path / name for name in ("reports", "own.toml", "not-there")]
    seen = {
        path.relative_to(tmp_path).as_posix() for path in snapshot([tmp_path / "norms"], others)
    }
    assert seen == {"norms/a.yaml", "norms/deep/b.yml", "reports/c.txt", "own.toml"}


@pytest.mark.parametrize(("text", "moment"), [("longer", 1), ("text", 2)], ids=["size", "time"])
def test_a_look_sees_that_a_file_has_changed(tmp_path: Path, text: str, moment: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("text")
    os.utime(path, ns=(1, 1))
    before = snapshot([tmp_path])
    path.write_text(text)
    os.utime(path, ns=(moment, moment))
    assert snapshot([tmp_path]) != before


@pytest.fixture
def stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is pressed as soon as lawmap waits."""

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lawmap.cli.validating.watching.time.sleep", stop)


@pytest.mark.usefixtures("stops")
def test_ctrl_c_ends_it(run: Run, tmp_path: Path) -> None:
    # A pack with the id of the shipped one stands in its place, so that little is to be read.
    (tmp_path / "pack.yaml").write_text("id: lawmap-core\n")
    done = run("validate", tmp_path, "--watch", "--output-format", "concise", cwd=tmp_path)
    assert done.code == 130
    assert "LM102" in done.out
    assert done.err.endswith("; stop with Ctrl-C.\n\nStopped.\n")


@pytest.mark.usefixtures("stops")
@pytest.mark.parametrize("option", ["--fix", "--diff", "--write-baseline"])
def test_it_does_not_go_with_what_writes_files(run: Run, option: str) -> None:
    done = run("validate", "--watch", option)
    assert (done.code, done.out) == (2, "")
    assert option in done.err
