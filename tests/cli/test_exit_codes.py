"""0 fine, 1 faults in files, 2 wrong use, 3 a bug of ours; and what goes to which stream."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.loading.written import allegation

BAD = Path(__file__).parents[1] / "bad"


def good_folder(path: Path) -> Path:
    """A folder with one allegation that is in order, and its source."""
    for kind, name in (("sources", "report"), ("allegations", "neighbour")):
        file = path / kind / f"{name}.yaml"
        file.parent.mkdir(parents=True)
        file.write_bytes((BAD / "beside" / kind / f"{name}.yaml").read_bytes())
    return path


def test_files_in_order_end_with_0(run: Run, tmp_path: Path) -> None:
    done = run("validate", good_folder(tmp_path))
    assert done.code == 0
    assert done.out == ""
    assert "no faults" in done.err


@pytest.mark.parametrize("command", ["validate", "match", "dossier", "test"])
def test_an_error_in_a_file_ends_with_1(run: Run, tmp_path: Path, command: str) -> None:
    assert run(command, BAD / "unknown-term", cwd=tmp_path).code == 1


def test_an_error_in_a_file_ends_explain_with_1(run: Run) -> None:
    assert run("explain", "a", "gc4:31", BAD / "unknown-term").code == 1


def test_a_case_that_fails_ends_with_1(run: Run) -> None:
    done = run("test", BAD / "failing-case", "--norm", "gc4:34/test")
    assert done.code == 1
    assert "FAILED gc4:34/test: wrong" in done.out
    assert "3 passed, 2 failed" in done.out


def test_nothing_is_written_when_there_are_errors(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("dossier", BAD / "several-bad-and-good", "-o", out)
    assert done.code == 1
    assert not out.exists()
    assert done.out == ""
    assert "Nothing was done" in done.err


WRONG_USE = {
    "an unknown command": (["dosier"], "Did you mean 'dossier'?"),
    "an unknown option": (["match", "seeds", "--outputformat", "json"], "--output-format"),
    "an unknown format": (["validate", "--output-format", "xml"], "xml"),
    "an unknown audience": (["dossier", "seeds", "--audience", "press"], "press"),
    "a day that does not exist": (["dossier", "seeds", "--as-of", "2024-02-30"], "2024-02-30"),
    "an unknown allegation to explain": (
        ["explain", "thirty-draftd-2024", "gc4:31", "seeds"],
        "did you mean 'thirty-drafted-2024'?",
    ),
    "an unknown norm to explain": (
        ["explain", "thirty-drafted-2024", "gc4:51(1)/servce", "seeds"],
        "gc4:51(1)/service",
    ),
    "an unknown norm to test": (["test", "norms", "--norm", "gc4:5l(1)"], "did you mean"),
    "an unknown schema": (["schema", "nrom"], "did you mean 'norm'?"),
    "a pack that is not there": (["match", "seeds", "--norms", "nowhere"], "nowhere"),
    "an unknown dossier": (
        ["dossier", "seeds", "--only", "thirty-draftd-2024"],
        "did you mean 'thirty-drafted-2024'?",
    ),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_ends_with_2_and_says_what_is_wrong(
    run: Run, tmp_path: Path, arguments: list[str], words: str
) -> None:
    if arguments[0] == "dossier":
        arguments = [*arguments, "-o", str(tmp_path / "out")]
    done = run(*arguments)
    assert done.code == 2
    assert words in done.err
    assert done.out == ""
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["validate", "match", "dossier", "test"])
def test_a_folder_without_files_ends_with_2(run: Run, tmp_path: Path, command: str) -> None:
    done = run(command, tmp_path, cwd=tmp_path)
    assert done.code == 2
    assert str(tmp_path) in done.err
    assert len(done.err.splitlines()) == 1


def test_a_path_that_does_not_exist_ends_with_2(run: Run, tmp_path: Path) -> None:
    done = run("validate", good_folder(tmp_path), tmp_path / "nowhere")
    assert done.code == 2
    assert str(tmp_path / "nowhere") in done.err


SETTINGS = {
    "no TOML": ("lawmap.toml", "paths = [", "lawmap.toml"),
    "an unknown key": ("lawmap.toml", "path = ['.']", "did you mean 'paths'?"),
    "a text for a list": ("pyproject.toml", "[tool.lawmap]\npaths = '.'", "list of folders"),
}


@pytest.mark.parametrize(("name", "text", "words"), SETTINGS.values(), ids=SETTINGS)
def test_faulty_settings_end_with_2(
    run: Run, tmp_path: Path, name: str, text: str, words: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("validate", cwd=tmp_path)
    assert done.code == 2
    assert words in done.err


def test_settings_name_the_paths_of_a_project(run: Run, tmp_path: Path) -> None:
    good_folder(tmp_path / "mine")
    (tmp_path / "other" / "sources").mkdir(parents=True)
    (tmp_path / "other" / "sources" / "bad.yaml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "lawmap.toml").write_text("paths = ['mine']", encoding="utf-8")
    assert run("validate", cwd=tmp_path).code == 0
    assert run("validate", "other", cwd=tmp_path).code == 1


def break_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> int:
        raise RuntimeError("a wheel came off")

    command = importlib.import_module("lawmap.cli.validate").command
    monkeypatch.setattr(command, "callback", fail)


def test_a_bug_ends_with_3_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LAWMAP_TRACEBACK", raising=False)
    break_the_command(monkeypatch)
    done = run("validate", "seeds")
    assert done.code == 3
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert "a wheel came off" in done.err
    assert "LAWMAP_TRACEBACK=1" in done.err


def test_a_bug_shows_where_it_is_if_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LAWMAP_TRACEBACK", "1")
    monkeypatch.setattr("sys.argv", ["lawmap", "validate", "seeds"])
    break_the_command(monkeypatch)
    from lawmap.cli import main  # noqa: PLC0415 (after the command is broken)

    with pytest.raises((RuntimeError, SystemExit)) as ended:
        main()
    shown = capsys.readouterr().err + "".join(str(entry) for entry in ended.traceback)
    assert "test_exit_codes.py" in shown


def test_a_bug_with_its_traceback_still_ends_with_3(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWMAP_TRACEBACK", "1")
    break_the_command(monkeypatch)
    done = run("validate", "seeds")
    assert done.code == 3
    assert "Traceback" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_no_bug_of_ours() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lawmap", "rule", "LM201"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.stderr == "Error: the output cannot be written: No space left on device\n"
    assert done.returncode == 2


def test_data_goes_to_stdout_and_the_rest_to_stderr(run: Run, tmp_path: Path) -> None:
    folder = good_folder(tmp_path)
    done = run("match", folder, "--output-format", "json", "-v")
    assert json.loads(done.out) == [
        item for item in json.loads(done.out) if item["allegation"] == "neighbour"
    ]
    assert "files read" in done.err


def test_quiet_says_nothing_but_data_and_faults(run: Run, tmp_path: Path) -> None:
    assert run("validate", good_folder(tmp_path), "-q") == (0, "", "")
    done = run("validate", BAD / "unknown-term", BAD / "beside", "-q", "--output-format", "concise")
    assert (done.code, done.err) == (1, "")
    assert len(done.out.splitlines()) == 3


def test_a_value_in_a_message_cannot_steer_a_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "allegations" / "a.yaml"
    path.parent.mkdir()
    path.write_text(allegation(handling="'a\u00a0\u00adb'"), encoding="utf-8")
    done = run("validate", tmp_path)
    assert done.code == 1
    assert all(line.isprintable() for line in done.out.splitlines())
