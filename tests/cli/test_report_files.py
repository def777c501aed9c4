"""``--report FORMAT:FILE`` writes further formats in the same run."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawmap.cli.formats import FORMATS
from tests.cli.running import Run

BAD = "tests/bad/duplicate-id"
BESIDE = "tests/bad/beside"


def test_every_format_can_go_to_a_file_beside_the_screen(run: Run, tmp_path: Path) -> None:
    files = {name: tmp_path / "new" / f"{name}.txt" for name in FORMATS}
    asked = [part for name, path in files.items() for part in ("--report", f"{name}:{path}")]
    done = run("validate", BAD, BESIDE, "--output-format", "concise", *asked)
    written = {name: path.read_text(encoding="utf-8") for name, path in files.items()}
    assert done.code == 1
    assert written["concise"] == done.out
    assert [name for name, text in written.items() if "LM205" not in text] == []
    assert len(set(written.values())) == len(FORMATS)


def test_a_file_is_written_where_there_are_no_faults(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "faults.json"
    file.write_text("old", encoding="utf-8")
    assert run("validate", BESIDE, "--report", f"json:{file}").code == 0
    assert file.read_text(encoding="utf-8") == "[]\n"


WRONG = {
    "an unknown format": (["sarff:a"], "unknown format 'sarff' (did you mean 'sarif'?); there are"),
    "no format": ([":a"], "unknown format ''; there are full, concise, json"),
    "no file": (["sarif:"], "'sarif:' names no file; write 'sarif:FILE'"),
    "no colon": (["sarif"], "'sarif' names no file; write 'sarif:FILE'"),
    "standard output": (["sarif:-"], "for standard output use --output-format sarif"),
    "a folder": (["sarif:norms"], "'norms' is a folder; name a file in it"),
    "a norm": (["json:norms/pack.yaml"], "'norms/pack.yaml' ends like a file that lawmap reads"),
    "one file twice": (["json:a.txt", "full:./a.txt"], "'a.txt' is asked for twice"),
}


@pytest.mark.parametrize(("asked", "message"), WRONG.values(), ids=list(WRONG))
def test_what_cannot_be_meant_is_refused_before_anything_is_read(
    run: Run, asked: list[str], message: str
) -> None:
    options = [part for item in asked for part in ("--report", item)]
    done = run("validate", BAD, *options)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_a_file_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    done = run("validate", BESIDE, "--report", f"json:{tmp_path}/taken/a.json")
    assert done.code == 2
    assert done.err.startswith(f"Error: cannot write to {tmp_path}/taken: ")
