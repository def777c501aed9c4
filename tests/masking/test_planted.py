"""A name in every text of a record: no command lets it out, in any form.

What is looked for is the bare letters of the name, without lawmap's own finder.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.dossier.records import Data, allegation, source, write

NAME = "Zorvynka Hlubench"
TOKENS = ("zorvynka", "hlubench", "Зорвинка", "Глубенч")
PERSON = {"name": NAME, "called": "child A", "marks": ["minor"]}
SHA = "0" * 64


def planted(what: str) -> str:
    return f"{what} {NAME} and Hlubench, Zorvynka; Зорвинка Глубенч; zorvynka-hlubench"


def records(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, cited in {
        "brief": "[@{allegation:a}] [@{source:report}]",
        "wrong": "[@{gc4:999}]",
    }.items():
        text = f"{planted('text')} {cited}, Article 999 of the Fourth Geneva Convention.\n"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return write(
        folder,
        allegation(
            title=planted("title"),
            account=planted("account"),
            when={"within": "2024-10", "note": planted("note")},
            where={"in": ["UA-65"], "as_reported": planted("place")},
            by=[{"actor": planted("actor"), "state": "RUS"}],
            against={"group": planted("group"), "nationality": {"is": "UKR"}},
            quotes={"report#p2": f"quoted {NAME}"},
            responses=[
                {
                    "by": planted("ministry"),
                    "per": ["report#p3"],
                    "text": planted("answer"),
                    "denies": "conduct",
                }
            ],
            characterisations=[
                {"text": planted("view"), "per": ["report#p4"], "note": planted("note")}
            ],
            notes=[planted("note")],
            persons=[PERSON],
            review={"state": "reviewed", "by": planted("reviewer"), "on": "2026-01-01"},
        ),
        source(
            publisher=planted("publisher"),
            title=planted("title"),
            author=planted("author"),
            date_note=planted("date"),
            url="https://example.org/zorvynka-hlubench",
            original={"sha256": SHA, "paragraphs": 9, "archive": "zorvynka-hlubench.pdf"},
            claimants={
                "paper": {
                    "name": planted("paper"),
                    "short": planted("p"),
                    "knows": planted("knows"),
                    "note": planted("note"),
                }
            },
            quotes={"p1": f"quoted {NAME}"},
            assessment={"reliability": planted("rel"), "credibility": planted("cred")},
            notes=[planted("note")],
        ),
    )


def held(told: str) -> list[str]:
    return [token for token in TOKENS if token.casefold() in told.casefold()]


FORMS = ("full", "concise", "json", "jsonl", "github", "sarif", "junit")
COMMANDS: list[list[str]] = [
    *(["match", "{in}", "--output-format", form] for form in ("full", "jsonl", "json")),
    ["explain", "a", "gc4:51(1)/service", "{in}"],
    ["show", "a", "{in}"],
    ["show", "report", "{in}"],
    *(["search", "quoted", "--also", "{in}", "--output-format", one] for one in ("full", "json")),
    ["search", "title", "note", "answer", "--also", "{in}"],
    ["search", NAME, "--also", "{in}"],
    *(
        ["diff", "norms", "norms", "--allegations", "{in}", "--output-format", one]
        for one in ("text", "markdown", "json")
    ),
    ["diff", "norms", "norms", "--allegations", "{in}", "-o", "{out}/diff.txt"],
    *(["validate", "{in}", "-v", "--output-format", form] for form in FORMS),
    ["validate", "{in}", *(f"--report={form}:{{out}}/{form}.txt" for form in FORMS)],
    ["validate", "{in}", "--fix", "--diff"],
    ["dossier", "{in}", "-o", "{out}/d", "--brief", "-v"],
    ["dossier", "{in}", "-o", "{out}/d2", "--audience", "public"],
    ["leaks", "{in}", "--records", "{in}", "--audience", "public"],
    ["explain", NAME, "gc4:51(1)/service", "{in}"],
    ["cite", "a", "source:report#p2", "--also", "{in}", "--style", "all"],
    ["cite", NAME, "--also", "{in}"],
    ["resolve", "{in}/brief.md", "--also", "{in}", "-o", "{out}/brief.md"],
    ["resolve", "{in}/wrong.md", "--also", "{in}", "--output-format", "sarif"],
    ["authorities", "{in}/brief.md", "--also", "{in}", "--format", "markdown"],
    *(
        ["bibliography", "a", "report", "--also", "{in}", "--format", one]
        for one in ("ris", "bibtex")
    ),
    ["check-citations", "{in}/wrong.md", "--records", "{in}"],
]


def faulty(folder: Path) -> Path:
    """The same with faults of reference, so that messages and lines of the files are shown."""
    records(folder)
    path = folder / "allegations" / "a.yaml"
    data: Data = json.loads(path.read_text(encoding="utf-8"))
    data |= {"facts": [f"act.{one}" for one in ("zorvynka-hlubench", "none")]}
    data["part_of"] = "zorvynka-hlubench"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("make", [records, faulty])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_output_holds_the_planted_name(
    run: Run,
    tmp_path: Path,
    command: list[str],
    make: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    summary = out / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert callable(make)
    places = {"in": make(tmp_path / "in"), "out": out}
    done = run(*(part.format(**places) for part in command))
    assert done.code in (0, 1, 2)
    assert held(done.out + done.err) == []
    for path in out.rglob("*"):
        assert held(path.name) == []
        if path.is_file():
            assert held(path.read_text(encoding="utf-8")) == []


def test_the_planted_records_are_sound_and_the_check_is_awake(run: Run, tmp_path: Path) -> None:
    done = run("match", records(tmp_path))
    assert done.code == 0
    assert held(done.out) == []
    assert "child A" in done.out
    assert len(held((tmp_path / "allegations" / "a.yaml").read_text(encoding="utf-8"))) == 4
