"""``lawmap review-log``: entries are added, corrected by further ones, shown, and never lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lawmap.cli.writing import locked
from tests.cli.running import ROOT, Done, Run
from tests.cli.test_exit_codes import good_folder
from tests.integrity.written import write_log
from tests.loading.written import allegation

AT = ["--at", "2025-03-04T10:00:00Z"]
BY = ["--by", "A. Analyst", "--note", "Read beside the report."]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return good_folder(tmp_path / "in")


def name_a_child(folder: Path) -> None:
    child = "[{name: Jan Roe, called: child A, marks: [minor]}]"
    path = folder / "allegations" / "taken.yaml"
    path.write_text(allegation(id="taken", persons=child), encoding="utf-8")


def rows(folder: Path) -> list[dict[str, object]]:
    text = (folder / "review-log.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def add(run: Run, folder: Path, *arguments: str) -> Done:
    return run("review-log", "add", *arguments, *AT, cwd=folder)


def test_a_review_is_put_on_record_with_the_hash_of_what_was_read(run: Run, folder: Path) -> None:
    done = add(run, folder, "neighbour", "report", "--state", "reviewed", *BY)
    assert done.code == 0
    first, second = rows(folder)
    assert (first["record"], first["id"], first["state"]) == ("allegation", "neighbour", "reviewed")
    assert (second["record"], second["id"]) == ("source", "report")
    assert second["previous"] == first["hash"]
    assert done.err == (
        f"2 entries added to review-log.jsonl, the last of them number 2.\nHead: {second['hash']}\n"
    )
    assert run("review-log", "verify", "--head", str(second["hash"]), cwd=folder).code == 0


def test_a_correction_is_added_and_both_stay_visible(run: Run, folder: Path) -> None:
    add(run, folder, "neighbour", "--state", "final", *BY)
    before = (folder / "review-log.jsonl").read_bytes()
    said = ["--by", "B. Analyst", "--note", "Of paragraph 4 only.", "--state", "draft", *AT]
    assert run("review-log", "correct", "1", *said, cwd=folder).code == 0
    assert (folder / "review-log.jsonl").read_bytes().startswith(before)
    shown = run("review-log", "show", cwd=folder)
    assert shown.out.splitlines() == [
        "1  2025-03-04T10:00:00Z  final  allegation neighbour",
        "    by A. Analyst: Read beside the report.",
        "    corrected by entry 2",
        "",
        "2  2025-03-04T10:00:00Z  correction  allegation neighbour",
        "    corrects entry 1; state: draft",
        "    by B. Analyst: Of paragraph 4 only.",
    ]


def test_a_record_that_changed_since_is_shown_so(run: Run, folder: Path) -> None:
    add(run, folder, "neighbour", "--state", "final", *BY)
    path = folder / "allegations" / "neighbour.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")
    assert "the record has changed since" in run("review-log", "show", cwd=folder).out


def test_entries_on_one_record_are_shown_alone(run: Run, folder: Path) -> None:
    add(run, folder, "neighbour", "report", *BY)
    assert "report" not in run("review-log", "show", "--of", "neighbour", cwd=folder).out.replace(
        "beside the report", ""
    )
    done = run("review-log", "show", "--of", "neighbor", cwd=folder)
    assert done.code == 2
    assert "did you mean 'neighbour'?" in done.err


def test_a_log_can_be_shown_without_its_records(run: Run, tmp_path: Path) -> None:
    write_log(tmp_path / "review-log.jsonl")
    done = run("review-log", "show", cwd=tmp_path)
    assert done.code == 0
    assert "4  2025-03-04T10:00:00Z  final  source report" in done.out


def test_a_name_that_is_to_be_masked_never_comes_into_the_log(run: Run, folder: Path) -> None:
    name_a_child(folder)
    for said in (
        ["--by", "A. Analyst", "--note", "Spoke with jan-ROE."],
        ["--by", "Jan Roe", "--note", "Read."],
    ):
        done = add(run, folder, "taken", *said)
        assert done.code == 2
        assert "child A" in done.err
        assert "roe" not in done.err.lower()
    assert not (folder / "review-log.jsonl").exists()
    add(run, folder, "taken", *BY)
    said = ["--by", "A. Analyst", "--note", "It was Jan Roe.", *AT]
    assert run("review-log", "correct", "1", *said, cwd=folder).code == 2
    assert len(rows(folder)) == 1


def test_a_name_that_is_listed_later_is_masked_when_the_log_is_shown(
    run: Run, folder: Path
) -> None:
    add(run, folder, "neighbour", "--by", "A. Analyst", "--note", "Spoke with Jan Roe.")
    name_a_child(folder)
    shown = run("review-log", "show", cwd=folder).out
    assert "Spoke with [child A]." in shown
    assert "Roe" not in shown


WRONG = {
    "an unknown record": (["add", "neighbor", *BY], "did you mean 'neighbour'?"),
    "an unknown state": (["add", "neighbour", "--state", "done", *BY], "done"),
    "an entry that is not there": (["correct", "2", *BY], "no entry 2"),
    "a state for a change": (["correct", "1", "--state", "final", *BY], "change"),
    "a note that deceives": (["add", "neighbour", "--by", "A", "--note", "a\u202eb"], "U+202E"),
    "a note of two lines with a null": (
        ["add", "neighbour", "--by", "\x1b", "--note", "a"],
        "U+001B",
    ),
    "an empty note": (["add", "neighbour", "--by", "A", "--note", " "], "empty"),
    "a very long note": (["add", "neighbour", "--by", "A", "--note", "a" * 3000], "2,000"),
    "a time of no zone": (["add", "neighbour", *BY, "--at", "2025-03-04T10:00:00"], "--at"),
    "records that are not there": (["show", "--records", "nowhere"], "nowhere"),
    "a log that is not there": (["show", "--log", "other.jsonl"], "other.jsonl"),
    "no log to verify": (["verify", "--log", "other.jsonl"], "other.jsonl"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_wrong_use_ends_with_2_and_changes_nothing(
    run: Run, folder: Path, arguments: list[str], words: str
) -> None:
    add(run, folder, "neighbour", *BY)
    before = (folder / "review-log.jsonl").read_bytes()
    done = run("review-log", *arguments, cwd=folder)
    assert done.code == 2
    assert words in done.err
    assert (folder / "review-log.jsonl").read_bytes() == before


def test_nothing_is_added_to_a_log_that_was_edited(run: Run, folder: Path) -> None:
    add(run, folder, "neighbour", *BY)
    log = folder / "review-log.jsonl"
    log.write_bytes(log.read_bytes().replace(b"Read", b"Seen"))
    before = log.read_bytes()
    for arguments in (["add", "neighbour", *BY], ["correct", "1", *BY], ["show"]):
        done = run("review-log", *arguments, cwd=folder)
        assert done.code == 1
        assert "LM807" in done.err
    assert log.read_bytes() == before
    assert run("review-log", "verify", cwd=folder).code == 1


def test_a_log_that_another_run_is_writing_is_left_alone(run: Run, folder: Path) -> None:
    add(run, folder, "neighbour", *BY)
    before = (folder / "review-log.jsonl").read_bytes()
    with locked(folder):
        done = add(run, folder, "neighbour", *BY)
    assert done.code == 2
    assert (folder / "review-log.jsonl").read_bytes() == before


def test_a_record_with_faults_is_not_reviewed(run: Run, folder: Path) -> None:
    path = folder / "allegations" / "broken.yaml"
    path.write_text(allegation(id="broken", titel="x"), encoding="utf-8")
    done = add(run, folder, "broken", *BY)
    assert done.code == 2
    assert "faults" in done.err


def test_without_at_the_clock_is_read_in_utc(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert run("review-log", "add", "neighbour", *BY, cwd=folder).code == 0
    assert str(rows(folder)[0]["at"]).endswith("Z")
    assert run("review-log", "verify", cwd=folder).code == 0


@pytest.mark.slow
def test_of_runs_at_once_none_loses_an_entry(folder: Path) -> None:
    """Each either adds its entry or says that another run is writing."""
    command = [sys.executable, "-m", "lawmap", "review-log", "add", "neighbour", *BY, *AT]
    started = [
        subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(3)
    ]
    ended = [(one.communicate()[1], one.returncode) for one in started]
    assert {code for _, code in ended} <= {0, 2}
    assert all("in use" in err for err, code in ended if code)
    added = sum(code == 0 for _, code in ended)
    assert added >= 1
    assert [row["number"] for row in rows(folder)] == list(range(1, added + 1))
