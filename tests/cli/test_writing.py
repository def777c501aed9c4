"""Dossiers are written whole or not at all, and nobody's work is lost."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lawmap.cli.writing import locked, write_text
from lawmap.errors import OutputError
from tests.cli.running import Run
from tests.cli.test_exit_codes import good_folder
from tests.loading.written import allegation

LOCK = ".lawmap.lock"
MANIFEST = "manifest.json"


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Two allegations and their source."""
    folder = good_folder(tmp_path / "in")
    add(folder, "second")
    return folder


def add(folder: Path, name: str, **lines: str) -> Path:
    path = folder / "allegations" / f"{name}.yaml"
    path.write_text(allegation(id=name, per="[report#p1]", **lines), encoding="utf-8")
    return path


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_run_writes_a_dossier_for_each_allegation_an_index_and_a_manifest(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    done = run("dossier", inputs, "-o", tmp_path / "out")
    assert done.code == 0
    assert set(content(tmp_path / "out")) == {"neighbour.md", "second.md", "index.md", MANIFEST}
    assert done.out == ""
    assert "2 dossiers written" in done.err


def test_the_manifest_holds_the_hash_of_every_output(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    run("dossier", inputs, "-o", tmp_path / "out")
    found = content(tmp_path / "out")
    outputs = json.loads(found.pop(MANIFEST))["outputs"]
    assert outputs == {name: hashlib.sha256(raw).hexdigest() for name, raw in found.items()}


def test_a_second_run_changes_nothing(run: Run, inputs: Path, tmp_path: Path) -> None:
    run("dossier", inputs, "-o", tmp_path / "out")
    before = content(tmp_path / "out")
    assert run("dossier", inputs, "-o", tmp_path / "out").code == 0
    assert content(tmp_path / "out") == before


@pytest.mark.parametrize("name", ["second.md", "index.md"])
def test_a_file_edited_by_hand_stops_the_run_before_anything_is_written(
    run: Run, inputs: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "out"
    run("dossier", inputs, "-o", out)
    with (out / name).open("a", encoding="utf-8") as file:
        file.write("My note.\n")
    add(inputs, "second", notes="[Read again.]")
    add(inputs, "third")
    before = content(out)
    done = run("dossier", inputs, "-o", out)
    assert done.code == 2
    assert name in done.err
    assert "--force" in done.err
    assert content(out) == before


def test_a_file_that_lawmap_never_wrote_stops_the_run(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "second.md").write_text("Mine.\n", encoding="utf-8")
    done = run("dossier", inputs, "-o", out)
    assert done.code == 2
    assert content(out) == {"second.md": b"Mine.\n"}


def test_a_lost_manifest_protects_what_it_spoke_of(run: Run, inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("dossier", inputs, "-o", out)
    (out / MANIFEST).unlink()
    add(inputs, "second", notes="[Read again.]")
    assert run("dossier", inputs, "-o", out).code == 2


def test_force_writes_over_what_was_edited(run: Run, inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("dossier", inputs, "-o", out)
    before = content(out)
    (out / "second.md").write_text("My note.\n", encoding="utf-8")
    assert run("dossier", inputs, "-o", out, "--force").code == 0
    assert content(out) == before


def test_other_files_in_the_folder_are_left_alone(run: Run, inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.md").write_text("Mine.\n", encoding="utf-8")
    assert run("dossier", inputs, "-o", out).code == 0
    assert run("dossier", inputs, "-o", out, "--force").code == 0
    assert content(out)["notes.md"] == b"Mine.\n"


def test_a_dossier_that_is_no_longer_produced_is_removed(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run("dossier", inputs, "-o", out)
    (inputs / "allegations" / "second.yaml").unlink()
    done = run("dossier", inputs, "-o", out)
    assert done.code == 0
    assert "second.md" in done.err
    assert set(content(out)) == {"neighbour.md", "index.md", MANIFEST}


def test_a_dossier_that_is_no_longer_produced_but_was_edited_is_kept(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run("dossier", inputs, "-o", out)
    (out / "second.md").write_text("My note.\n", encoding="utf-8")
    (inputs / "allegations" / "second.yaml").unlink()
    assert run("dossier", inputs, "-o", out).code == 2
    assert content(out)["second.md"] == b"My note.\n"


def test_a_manifest_cannot_name_files_outside_its_folder(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out, outside = tmp_path / "out", tmp_path / "mine.md"
    run("dossier", inputs, "-o", out)
    outside.write_text("Mine.\n", encoding="utf-8")
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    manifest["outputs"]["../mine.md"] = "0" * 64
    (out / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert run("dossier", inputs, "-o", out, "--force").code == 0
    assert outside.read_text(encoding="utf-8") == "Mine.\n"


def test_a_folder_in_use_is_left_alone(run: Run, inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with locked(out):
        done = run("dossier", inputs, "-o", out, "--force")
        assert set(content(out)) == {LOCK}
    assert done.code == 2
    assert f"{out} is in use by another run" in done.err
    assert run("dossier", inputs, "-o", out).code == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
def test_the_lock_of_a_run_that_was_killed_holds_nobody_up(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    holding = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(out)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert holding.stdout
    with holding, holding.stdout as told:
        assert told.readline() == "held\n"
        assert run("dossier", inputs, "-o", out).code == 2
        holding.kill()
    assert (out / LOCK).exists()
    assert run("dossier", inputs, "-o", out).code == 0
    assert set(content(out)) == {"neighbour.md", "second.md", "index.md", MANIFEST}


HOLD = """
import sys, time
from pathlib import Path
from lawmap.cli.writing import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.mark.slow
def test_what_a_killed_run_left_is_cleared_and_nothing_else(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    ours = [f".lawmap-{'0' * 16}.part", f".lawmap-{'1' * 16}.tmp"]
    others = [".lawmap-notes.tmp", f".lawmap-{'2' * 16}.md", f"lawmap-{'3' * 16}.tmp"]
    for name in (*ours, *others):
        (out / name).write_text("x", encoding="utf-8")
    (out / f".lawmap-{'4' * 16}.part").symlink_to(inputs / "sources" / "report.yaml")
    assert run("dossier", inputs, "-o", out).code == 0
    assert not set(ours) & set(content(out))
    assert set(others) <= set(content(out))
    assert (inputs / "sources" / "report.yaml").is_file()


@pytest.mark.slow
def test_a_link_in_the_place_of_a_dossier_is_not_followed(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out, outside = tmp_path / "out", tmp_path / "mine.md"
    run("dossier", inputs, "-o", out)
    outside.write_bytes((out / "second.md").read_bytes())
    (out / "second.md").unlink()
    (out / "second.md").symlink_to(outside)
    mine = outside.read_bytes()
    add(inputs, "second", notes="[Read again.]")
    assert run("dossier", inputs, "-o", out).code == 2
    assert run("dossier", inputs, "-o", out, "--force").code == 0
    assert outside.read_bytes() == mine
    assert not (out / "second.md").is_symlink()


@pytest.mark.slow
def test_an_output_folder_may_be_a_link(run: Run, inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    assert run("dossier", inputs, "-o", tmp_path / "out").code == 0
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "real" / MANIFEST).is_file()


@pytest.mark.slow
def test_a_manifest_of_another_tool_is_not_written_over(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / MANIFEST).write_text('{"name": "A site", "outputs": {}}', encoding="utf-8")
    before = content(out)
    done = run("dossier", inputs, "-o", out)
    assert done.code == 2
    assert MANIFEST in done.err
    assert content(out) == before


@pytest.mark.slow
@pytest.mark.parametrize("name", ["", "..", MANIFEST, LOCK, "a\\b", "allegations"])
def test_a_manifest_of_harmful_names_harms_nothing(
    run: Run, inputs: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "out"
    run("dossier", inputs, "-o", out)
    before = content(out)
    (out / "allegations").mkdir()
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    manifest["outputs"][name] = "0" * 64
    (out / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    done = run("dossier", inputs, "-o", out, "--force")
    assert done.code in (0, 2)
    (out / "allegations").rmdir()
    if done.code == 0:
        assert content(out) == before


@pytest.mark.slow
def test_the_folder_of_the_inputs_may_be_that_of_the_outputs(run: Run, inputs: Path) -> None:
    before = {path: path.read_bytes() for path in inputs.rglob("*.yaml")}
    for _ in range(2):
        assert run("dossier", inputs, "-o", inputs).code == 0
        assert {path: path.read_bytes() for path in inputs.rglob("*.yaml")} == before


def test_a_file_that_is_written_anew_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "known.jsonl"
    write_text(path, "one")
    path.chmod(0o600)
    write_text(path, "two")
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_hash_of_an_input_is_that_which_other_programs_make(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    path = inputs / "allegations" / "second.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    run("dossier", inputs, "-o", tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / MANIFEST).read_text(encoding="utf-8"))
    found = manifest["inputs"]["allegation"]["second"]
    assert found == hashlib.sha256(path.read_bytes()).hexdigest()


def test_text_that_no_file_can_hold_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="line 2 is not valid Unicode"):
        write_text(tmp_path / "a.md", "fine\n\udcff")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["x" * 300, "a/" * 3000 + "b"])
def test_a_path_that_is_too_long_is_told(run: Run, inputs: Path, tmp_path: Path, name: str) -> None:
    done = run("dossier", inputs, "-o", tmp_path / name)
    assert done.code == 2
    assert "File name too long" in done.err
    assert not (tmp_path / "a").exists()


def test_where_nothing_can_be_locked_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(OutputError, match="without locks"), locked(tmp_path / "out"):
        pass
    assert list(tmp_path.iterdir()) == []
    write_text(tmp_path / "a.md", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_the_lock_is_gone_after_a_run_that_was_refused(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "second.md").write_text("Mine.\n", encoding="utf-8")
    run("dossier", inputs, "-o", out)
    assert not (out / LOCK).exists()


@pytest.mark.parametrize("below", ["", "deeper"])
def test_an_output_path_that_is_a_file_ends_with_2(
    run: Run, inputs: Path, tmp_path: Path, below: str
) -> None:
    path = tmp_path / "out"
    path.write_text("Mine.\n", encoding="utf-8")
    done = run("dossier", inputs, "-o", path / below)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert str(path) in done.err
    assert path.read_text(encoding="utf-8") == "Mine.\n"


def test_a_folder_in_the_place_of_a_dossier_ends_with_2(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    (tmp_path / "out" / "second.md").mkdir(parents=True)
    done = run("dossier", inputs, "-o", tmp_path / "out")
    assert done.code == 2
    assert set(content_names(tmp_path / "out")) == {"second.md"}


def content_names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_ends_with_2(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir(mode=0o555)
    done = run("dossier", inputs, "-o", out)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1


def test_a_dossier_of_one_allegation_leaves_the_others_in_place(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run("dossier", inputs, "-o", out)
    before = content(out)
    assert run("dossier", inputs, "-o", out, "--only", "second").code == 0
    assert content(out)["neighbour.md"] == before["neighbour.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_what_is_written_to_a_pipe_goes_through_it(tmp_path: Path) -> None:
    """A file must never take the place of a pipe or device, such as /dev/null."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "text")
        assert os.read(reader, 100) == b"text"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_who_keeps_new_files_to_himself_does_so_here(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_text(tmp_path / "a.md", "text")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o666 & ~mask
