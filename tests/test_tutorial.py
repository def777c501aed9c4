"""The tutorial, followed word for word: its files are saved, its commands run in their order."""

from __future__ import annotations

import hashlib
import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.test_docs import TUTORIAL, read, start

STEP = re.compile(
    r"(?:<!-- file: (?P<file>\S+) -->\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Walk(NamedTuple):
    """What happened on the way, and where it ended."""

    folder: Path
    faults: list[str]
    commands: list[str]


def follow(folder: Path) -> Walk:
    """Do what the tutorial says in an empty folder, and note what comes out otherwise."""
    faults: list[str] = []
    commands: list[str] = []
    for step in STEP.finditer(read(TUTORIAL)):
        if step["file"]:
            (folder / step["file"]).write_text(step["text"], encoding="utf-8")
        elif step["kind"] == "console":
            for block in re.split(r"^\$ ", step["text"], flags=re.MULTILINE)[1:]:
                command, _, output = block.partition("\n")
                commands.append(command)
                folder, wrong = do(folder, command, output)
                faults += wrong
        elif step["text"].startswith("rm "):
            for name in shlex.split(step["text"])[1:]:
                (folder / name).unlink()
    return Walk(folder, faults, commands)


def do(folder: Path, command: str, output: str) -> tuple[Path, list[str]]:
    """Run one command; the lines that the tutorial shows must stand in what it prints."""
    program, *arguments = shlex.split(command)
    if program == "cd":
        return (folder / arguments[0]).resolve(), []
    assert program == "lawmap", command
    done = start(folder, *arguments)
    real = done.stdout.splitlines()
    expected = [line for line in output.splitlines() if line not in ("", "...")]
    faults = [f"$ {command}\nmissing: {line}" for line in expected if line not in real]
    return folder, [*faults, *([f"$ {command}\n{done.stdout}"] if done.returncode else [])]


@pytest.mark.slow
def test_every_step_of_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    checkout = tmp_path / "lawmap"
    checkout.mkdir()
    walk = follow(checkout)
    assert walk.faults == []
    assert walk.commands
    brief, dossier = (
        (walk.folder / "dossiers" / f"enerhodar-berdiansk{kind}.md").read_text(encoding="utf-8")
        for kind in (".brief", "")
    )
    assert "Geneva Convention IV, art 49(1)" in dossier
    assert "All elements reported, and disputed" in dossier
    assert "Analyst | Your name" in dossier
    assert "had asked to be brought away from shelling" in brief
    assert not list((walk.folder / "allegations").glob("example-*"))


def test_the_texts_of_the_tutorial_are_the_files_that_it_names() -> None:
    files = [step["file"] for step in STEP.finditer(read(TUTORIAL)) if step["file"]]
    assert files == [
        "originals/river-herald.txt",
        "sources/river-herald.yaml",
        "allegations/enerhodar-berdiansk.yaml",
    ]


def test_the_hash_in_the_tutorial_is_that_of_its_report() -> None:
    files = {step["file"]: step["text"] for step in STEP.finditer(read(TUTORIAL)) if step["file"]}
    report = files["originals/river-herald.txt"]
    assert hashlib.sha256(report.encode()).hexdigest() in files["sources/river-herald.yaml"]
