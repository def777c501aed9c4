"""``lawmap verify``: what is as it was written, and whatever is not."""

from __future__ import annotations

import json
import os
import stat
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from lawmap.cli.bagging import zipped
from lawmap.cli.verifying.found import UNPROVEN
from lawmap.integrity.bag import build_bag
from lawmap.integrity.log import Said, head_of, reviewed, text_of
from tests.cli.damage import DAMAGES, PLACES, Damage
from tests.cli.running import Run
from tests.integrity.written import (
    SIGNATURE,
    SUBJECTS,
    entries,
    sha256,
    write_dossiers,
    write_log,
    write_manifest,
)

SAYS = "as the manifest says, by lawmap 0.1.0 for the audience 'internal'"
TOLD = {
    "dossiers": f"2 dossiers in {{}}: {SAYS}",
    "bag": f"2 dossiers in the bag {{}}: {SAYS}",
    "zip": f"2 dossiers in the bag {{}}: {SAYS}",
    "log": f"4 entries in {{}}: the chain holds; its head is {head_of(entries(4))}",
}


@pytest.mark.parametrize("place", PLACES)
def test_what_is_as_it_was_written_is_said_in_a_line(run: Run, tmp_path: Path, place: str) -> None:
    path = PLACES[place](tmp_path)
    assert run("verify", path) == (0, "", f"{TOLD[place].format(path)}; not signed.\n{UNPROVEN}\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_found_and_told_where_it_is(run: Run, tmp_path: Path, damage: Damage) -> None:
    path = PLACES[damage.place](tmp_path)
    damage.do(path)
    done = run("verify", path, *damage.options, "--output-format", "json")
    assert done.code == 1
    where = f"{path}/{damage.where}" if damage.where else str(path)
    told = [(one["code"], one["file"]) for one in json.loads(done.out)]
    assert (damage.code, where) in told
    assert "Traceback" not in done.err


def test_all_problems_are_told_in_one_run(run: Run, tmp_path: Path) -> None:
    folder = write_dossiers(tmp_path / "d")
    for name in ("a dossier changed", "a dossier gone", "a note put in", "a run interrupted"):
        DAMAGES[name].do(folder)
    done = run("verify", folder, "--output-format", "concise")
    assert done.code == 1
    assert [code for code in ("LM801", "LM802", "LM803", "LM805") if code not in done.out] == []
    assert done.err == "4 errors, 0 warnings found.\n"


def test_faults_are_written_to_a_report_as_well(run: Run, tmp_path: Path) -> None:
    folder = write_dossiers(tmp_path / "d")
    (folder / "one.md").unlink()
    report = tmp_path / "verify.sarif"
    assert run("verify", folder, "--report", f"sarif:{report}").code == 1
    assert "LM802" in report.read_text(encoding="utf-8")


def test_a_signature_and_files_of_a_run_are_no_unlisted_files(run: Run, tmp_path: Path) -> None:
    folder = write_dossiers(tmp_path / "d")
    for name in ("manifest.json.sig", "one.md.sig"):
        (folder / name).write_bytes(SIGNATURE)
    (folder / ".lawmap.lock").touch()
    assert run("verify", folder).code == 0


def test_a_large_file_is_read_in_pieces(run: Run, tmp_path: Path) -> None:
    """A hole in a file takes no room on the disk, and no more of it in memory than a piece."""
    folder = write_dossiers(tmp_path / "d")
    with (folder / "large").open("wb") as file:
        file.truncate(30_000_000)
    tracemalloc.start()
    try:
        assert run("verify", folder).code == 1
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


HOSTILE_NAMES = ["../x", "/etc/passwd", "bag/../../x", "..\\x", "bag/data/../../../x", "C:x"]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_an_archive_with_names_that_leave_its_folder_is_refused(
    run: Run, tmp_path: Path, name: str
) -> None:
    path = PLACES["zip"](tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, "x")
    before = sorted(tmp_path.parent.rglob("*"))
    done = run("verify", path)
    assert done.code == 1
    assert "LM804" in done.out
    assert sorted(tmp_path.parent.rglob("*")) == before


def test_an_archive_with_a_link_is_refused(run: Run, tmp_path: Path) -> None:
    path = PLACES["zip"](tmp_path)
    link = zipfile.ZipInfo("bag/data/link")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "LM009" in run("verify", path).out


def test_an_archive_that_unpacks_to_far_more_is_refused_unread(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bag/data/zeros", bytes(30_000_000))
    done = run("verify", path, "--output-format", "json")
    assert done.code == 1
    assert [one["code"] for one in json.loads(done.out)] == ["LM008"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_with_a_file_twice_is_refused(run: Run, tmp_path: Path) -> None:
    path = PLACES["zip"](tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("bag/data/one.md", "# Other\n")
    assert "twice" in run("verify", path).out


def test_what_is_no_archive_is_said_to_be_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bag.zip").write_bytes(b"PK\x03\x04 no archive")
    done = run("verify", tmp_path / "bag.zip")
    assert done.code == 1
    assert "LM804" in done.out


def test_a_bag_of_other_files_is_verified_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.zip").write_bytes(zipped(build_bag({"a": b"b"}, []), "other"))
    done = run("verify", tmp_path / "other.zip")
    assert done.code == 0
    assert "as its lists of hashes say" in done.err


def test_a_bag_whose_dossiers_were_changed_before_it_was_made_is_found(
    run: Run, tmp_path: Path
) -> None:
    made = write_dossiers(tmp_path / "made")
    (made / "one.md").write_text("# Other\n", encoding="utf-8")
    files = build_bag({one.name: one.read_bytes() for one in made.iterdir()}, [])
    (tmp_path / "bag.zip").write_bytes(zipped(files, "bag"))
    done = run("verify", tmp_path / "bag.zip")
    assert done.code == 1
    assert "data/one.md:1:1: LM801" in done.out


def test_a_log_is_held_against_its_head(run: Run, tmp_path: Path) -> None:
    path = write_log(tmp_path / "log.jsonl")
    assert run("verify", path, "--head", head_of(entries(4))).code == 0
    assert run("verify", path, "--head", head_of(entries(3))).code == 0
    done = run("verify", path, "--head", head_of(entries(5)))
    assert done.code == 1
    assert "LM807" in done.out


def test_dossiers_are_held_against_the_log_that_they_name(run: Run, tmp_path: Path) -> None:
    log = {"entries": 3, "head": head_of(entries(3))}
    folder = write_dossiers(tmp_path / "d", review_log=log)
    grown = write_log(tmp_path / "grown.jsonl", 4)
    cut = write_log(tmp_path / "cut.jsonl", 2)
    assert run("verify", folder, "--review-log", grown).code == 0
    done = run("verify", folder, "--review-log", cut)
    assert done.code == 1
    assert f"{cut}:2:1: LM807" in done.out


def test_an_earlier_time_is_a_warning(run: Run, tmp_path: Path) -> None:
    first = reviewed([], SUBJECTS[0], Said("A", "2025-03-04T10:00:00Z", "n", "final"))
    second = reviewed([first], SUBJECTS[0], Said("A", "2025-03-03T10:00:00Z", "n", "final"))
    (tmp_path / "log.jsonl").write_text(text_of([first, second]), encoding="utf-8")
    done = run("verify", tmp_path / "log.jsonl")
    assert done.code == 0
    assert "LM809 warning" in done.out
    assert "the chain holds" in done.err


WRONG_USE = {
    "a head for dossiers": (["d", "--head", "0" * 64], "--review-log"),
    "a log for dossiers without one": (["d", "--review-log", "l.jsonl"], "without one"),
    "a signer without signers": (["d", "--signer", "me"], "--signers"),
    "a file without a signature": (["d/one.md"], "one.md.sig"),
    "what is not there": (["nowhere"], "nowhere"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_ends_with_2(run: Run, tmp_path: Path, arguments: list[str], words: str) -> None:
    write_dossiers(tmp_path / "d")
    write_log(tmp_path / "l.jsonl")
    done = run("verify", *arguments, cwd=tmp_path)
    assert done.code == 2
    assert words in done.err


def test_a_manifest_cannot_steer_a_terminal(run: Run, tmp_path: Path) -> None:
    folder = write_dossiers(tmp_path / "d")
    write_manifest(folder, outputs={"\x1b[31mred.md": "a" * 64})
    done = run("verify", folder)
    assert done.code == 1
    assert "\x1b" not in done.out + done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told(run: Run, tmp_path: Path) -> None:
    folder = write_dossiers(tmp_path / "d")
    (folder / "one.md").chmod(0)
    done = run("verify", folder)
    assert done.code == 1
    assert "one.md:1:1: LM001" in done.out


@pytest.mark.skipif(os.name != "posix", reason="folders are opened by number")
def test_folders_below_folders_are_looked_into_however_deep(run: Run, tmp_path: Path) -> None:
    folder = write_dossiers(tmp_path / "d")
    handles = [os.open(folder, os.O_RDONLY)]
    for _ in range(900):
        os.mkdir("f", dir_fd=handles[-1])
        handles.append(os.open("f", os.O_RDONLY, dir_fd=handles[-1]))
    try:
        os.close(os.open("note", os.O_CREAT | os.O_WRONLY, dir_fd=handles[-1]))
        done = run("verify", folder, "--output-format", "concise")
        assert done.code == 1
        assert "f/f/note:1:1: LM803" in done.out
    finally:
        os.unlink("note", dir_fd=handles[-1])
        for handle in reversed(handles[:-1]):
            os.rmdir("f", dir_fd=handle)
        for handle in handles:
            os.close(handle)


@pytest.mark.parametrize("command", ["verify", "sign"])
@pytest.mark.parametrize("name", ["pipe", "pipe.zip", "pipe.jsonl", "/dev/zero"])
def test_what_never_ends_is_not_waited_for(
    run: Run, tmp_path: Path, command: str, name: str
) -> None:
    path = tmp_path / name
    if not path.exists():
        os.mkfifo(path)
    (tmp_path / "key").touch()
    options = ["--key", tmp_path / "key"] if command == "sign" else []
    done = run(command, path, *options)
    assert done.code == 2
    assert "pipe or device" in done.err or "no regular file" in done.err


def test_a_file_of_signers_that_never_ends_is_not_waited_for(run: Run, tmp_path: Path) -> None:
    folder = write_dossiers(tmp_path / "d")
    (folder / "manifest.json.sig").write_bytes(SIGNATURE)
    os.mkfifo(tmp_path / "signers")
    done = run("verify", folder, "--signers", tmp_path / "signers")
    assert done.code == 2
    assert "no regular file" in done.err


def test_without_a_checked_signature_it_is_said_what_is_not_proven(
    run: Run, tmp_path: Path
) -> None:
    folder = write_dossiers(tmp_path / "d")
    (folder / "one.md").write_text("Another account.\n", encoding="utf-8")
    outputs = {
        path.name: sha256(path.read_bytes()) for path in folder.iterdir() if path.suffix == ".md"
    }
    write_manifest(folder, outputs=outputs)
    for signature in (None, SIGNATURE):
        if signature:
            (folder / "manifest.json.sig").write_bytes(signature)
        done = run("verify", folder)
        assert done.code == 0
        assert UNPROVEN in done.err


def test_files_that_vanish_meanwhile_are_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_dossiers(tmp_path / "d")
    lstat = Path.lstat

    def lstat_of_less(path: Path) -> os.stat_result:
        if path.name == "two.md":
            path.unlink()
        return lstat(path)

    monkeypatch.setattr(Path, "lstat", lstat_of_less)
    done = run("verify", folder, "--output-format", "concise")
    assert done.code == 1
    assert f"{folder}/two.md:1:1: LM001" in done.out
