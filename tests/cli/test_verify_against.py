"""``lawmap verify --against``: what dossiers and reviews rest on is still what it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.cli.test_exit_codes import good_folder

pytestmark = pytest.mark.slow


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    return good_folder(tmp_path / "in")


def touch(inputs: Path) -> None:
    path = inputs / "allegations" / "neighbour.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")


def faults(out: str) -> list[tuple[str, str]]:
    return [(one["code"], one["message"]) for one in json.loads(out)]


def test_records_from_which_dossiers_were_made_are_recognised(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    run("dossier", inputs, "-o", tmp_path / "out")
    arguments = ["verify", tmp_path / "out", "--against", inputs, "--output-format", "json"]
    assert run(*arguments).code == 0
    touch(inputs)
    done = run(*arguments)
    assert done.code == 1
    assert faults(done.out) == [
        ("LM806", "allegation 'neighbour' was changed since the dossiers were made")
    ]


def test_a_record_that_is_gone_and_a_pack_that_changed_are_named(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run("dossier", inputs, "-o", out)
    said = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    said["packs"]["lawmap-core"]["sha256"] = "0" * 64
    (out / "manifest.json").write_text(json.dumps(said, indent=1), encoding="utf-8")
    (inputs / "allegations" / "neighbour.yaml").unlink()
    done = run("verify", out, "--against", inputs, "--output-format", "json")
    assert done.code == 1
    assert sorted(faults(done.out)) == [
        ("LM806", "allegation 'neighbour' was not found"),
        ("LM806", "norm pack 'lawmap-core' was changed since the dossiers were made"),
    ]


def test_a_record_that_was_changed_since_its_review_is_told(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    said = ["--by", "A. Analyst", "--note", "Read.", "--records", inputs, "--log", log]
    run("review-log", "add", "neighbour", "report", "--state", "final", *said)
    assert run("verify", log, "--against", inputs).out == ""
    touch(inputs)
    done = run("verify", log, "--against", inputs, "--output-format", "json")
    assert done.code == 0
    assert faults(done.out) == [
        ("LM810", "allegation 'neighbour', reviewed in entry 1, was changed since")
    ]


def test_dossiers_tell_of_the_log_and_name_reviewers_to_those_who_may_know(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    said = ["--by", "A. Analyst", "--note", "A secret.", "--records", inputs, "--log", log]
    at = ["--at", "2025-03-04T10:00:00Z"]
    for path in inputs.rglob("*.yaml"):
        path.write_text(f"{path.read_text(encoding='utf-8')}handling: public\n", encoding="utf-8")
    run("review-log", "add", "neighbour", "--state", "reviewed", *said, *at)

    def told(audience: str) -> str:
        out = tmp_path / audience
        done = run("dossier", inputs, "-o", out, "--audience", audience, "--review-log", log)
        assert done.code == 0
        checked = run("verify", out, "--review-log", log)
        assert (checked.code, "gets no hash" in checked.err) == (2, True)
        text = "".join(one.read_text(encoding="utf-8") for one in sorted(out.iterdir()))
        assert "A secret." not in text
        return next(line for line in text.splitlines() if line.startswith("- Review log: "))

    begin = "- Review log: 1 entry on this record, the last of 4 March 2025."
    assert told("internal") == (f"{begin} Last review, of 4 March 2025: reviewed, by A. Analyst.")
    touch(inputs)
    run("review-log", "correct", "1", "--state", "draft", *said, "--at", "2025-03-05T10:00:00Z")
    assert told("public") == (
        "- Review log: 2 entries on this record (1 correction among them), the last of 5 March"
        " 2025. Last review, of 4 March 2025: draft (as corrected on 5 March 2025); the record has"
        " changed since."
    )
    assert "A. Analyst" not in (tmp_path / "public" / "neighbour.md").read_text(encoding="utf-8")


def test_dossiers_are_not_made_with_a_log_that_was_edited(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    said = ["--by", "A. Analyst", "--note", "Read.", "--records", inputs, "--log", log]
    run("review-log", "add", "neighbour", "--state", "reviewed", *said)
    log.write_text(log.read_text(encoding="utf-8").replace("Read.", "Seen."), encoding="utf-8")
    done = run("dossier", inputs, "-o", tmp_path / "out", "--review-log", log)
    assert done.code == 1
    assert "LM807" in done.err
    assert not (tmp_path / "out").exists()
