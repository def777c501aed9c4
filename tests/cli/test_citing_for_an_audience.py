"""What commands that cite say to an audience: no masked name, and nothing from above its level.

The law is that of the small project of the hostile corpus, so a run takes no time.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.hostile.project import FILES, write_project

NAME = "Zoran Example"
PERSONS = f"persons:\n  - {{name: {NAME}, called: child A, marks: [minor]}}\n"
FORMATS = ("full", "concise", "json", "jsonl", "github", "junit")
"""SARIF tells of every rule, and its text takes long to look through."""
BIBLIOGRAPHIES = ("csl-json", "bibtex", "biblatex", "ris")
SEEN = "[@{allegation:seen}], [@{source:open#p2}] and [@{t:1(1)}].\n\n[[table-of-authorities]]\n"
NEARLY = "[@{allegation:held0}] [@{source:report0}] [@{held0}] [@{source:open#p99}]\n"
"""Keys that come near to records which are withheld, and mean none."""


def project(folder: Path, secret: str = "", name: str = NAME) -> Path:
    """Two allegations and two sources; of the one pair nothing is public.

    Args:
        folder: where it goes.
        secret: stands in the ids and in every text of what is withheld.
        name: stands in the title of all records.
    """
    files = dict(FILES)
    held, report = files.pop("allegations/held.yaml"), files.pop("sources/report.yaml")
    files["sources/open.yaml"] = (
        report.replace("id: report", "id: open").replace("title: A report", f"title: Of {name}")
        + "handling: public\n"
    )
    files["allegations/seen.yaml"] = (
        held.replace("id: held", "id: seen")
        .replace("title: A man was held", f"title: {name} was held")
        .replace("report#", "open#")
        + PERSONS
    )
    files[f"sources/report{secret}.yaml"] = (
        report.replace("id: report", f"id: report{secret}")
        .replace("A report", f"A report {secret}x")
        .replace("publisher: A paper", f"publisher: {secret}x")
        + "handling: internal\n"
    )
    files[f"allegations/held{secret}.yaml"] = (
        held.replace("id: held", f"id: held{secret}")
        .replace("A man was held", f"{secret}x was held")
        .replace("report#", f"report{secret}#")
        .replace("handling: public", "handling: confidential")
    )
    return write_project(folder, files)


def brief(folder: Path, text: str, name: str = "brief.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


COMMANDS: list[tuple[str, ...]] = [
    *(("cite", "seen", "source:open", "t", "--format", one) for one in ("text", "json")),
    ("cite", NAME),
    ("cite", f"source:{NAME}", "seen"),
    ("bibliography", NAME),
    *(("bibliography", "seen", "source:open", "--format", one) for one in BIBLIOGRAPHIES),
    ("bibliography", "seen", "-o", "out/a.bib"),
    *(("resolve", one) for one in ("seen.md", "law.md", "wrong.md", f"{NAME}.md")),
    *(("resolve", "wrong.md", "--output-format", one) for one in FORMATS),
    *(("resolve", one, "-o", f"out/{one}") for one in ("seen.md", "law.md")),
    ("resolve", "seen.md", "-o", f"out/{NAME}.md"),
    ("resolve", "law.md", "--fix", "-v"),
    *(("authorities", one) for one in ("seen.md", "law.md", "wrong.md")),
    ("authorities", "seen.md", "--format", "json", "-o", "out/a.json"),
    *(("check-citations", "typed.md", "--output-format", one) for one in FORMATS),
    ("check-citations", "typed.md", "--diff", "-v"),
    ("check-citations", f"{NAME}.txt", "-v"),
]


@pytest.mark.parametrize("audience", ["public", "confidential"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_masked_name_is_let_out(
    run: Run, tmp_path: Path, command: tuple[str, ...], audience: str
) -> None:
    """Neither from records nor from the user's own words, where these cite the law alone too."""
    project(tmp_path)
    brief(tmp_path, f"{NAME} was held. {SEEN}", "seen.md")
    brief(tmp_path, f"{NAME} was held [@t:1(1)].\n", "law.md")
    brief(tmp_path, f"{NAME} [@{{t:9}}] [@{{source:zoran-example}}] [@{{{NAME}}}]\n", "wrong.md")
    brief(tmp_path, f'"{NAME} was held" is Article 9 of the Held Treaty for {NAME}.\n', "typed.md")
    brief(tmp_path, "Nothing.\n", f"{NAME}.txt")
    brief(tmp_path, "[@{t:9}]\n", f"{NAME}.md")
    (tmp_path / "out").mkdir()
    done = run(*command, "--audience", audience, cwd=tmp_path)
    assert done.code in (0, 1, 2), done.err
    assert "zoran" not in f"{done.out}{done.err}".lower()
    for path in (tmp_path / "out").rglob("*"):
        assert "zoran" not in f"{path.name}{path.read_text(encoding='utf-8')}".lower()


def outputs(run: Run, folder: Path, audience: str) -> dict[str, str]:
    """All that commands say of these records, written files included."""
    brief(folder, SEEN, "seen.md")
    brief(folder, NEARLY, "nearly.md")
    brief(
        folder, "Article 1(1) of the Held Treaty, and Article 9 of the Held Treaty.\n", "typed.md"
    )
    said = {}
    for command in (
        *(
            ("cite", "seen", "source:open#p2", "t:1(1)", "--format", one)
            for one in ("text", "json")
        ),
        *(("cite", key) for key in ("allegation:held0", "source:report0", "held0")),
        ("resolve", "seen.md"),
        ("resolve", "seen.md", "-o", "filed.md", "--force"),
        ("resolve", "nearly.md", "--output-format", "json"),
        *(("authorities", "seen.md", "--format", one) for one in ("text", "markdown", "json")),
        *(("bibliography", "seen.md", "--format", one) for one in BIBLIOGRAPHIES),
        ("check-citations", "typed.md", "--output-format", "json"),
    ):
        done = run(*command, "--audience", audience, cwd=folder)
        said[" ".join(command)] = f"{done.code}\n{done.out}\n{done.err}"
    return said | {"filed": (folder / "filed.md").read_text(encoding="utf-8")}


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_what_is_withheld_changes_nothing_that_is_said(
    run: Run, tmp_path: Path, audience: str
) -> None:
    one, other = (
        outputs(run, project(tmp_path / secret, secret, "Somebody"), audience)
        for secret in ("1", "2")
    )
    if audience == "public":
        assert one == other
    assert [name for name, text in one.items() if "1x was held" in text] == []
    assert "Of Somebody" in one["filed"]


@pytest.mark.parametrize("command", ["resolve", "authorities", "bibliography"])
@pytest.mark.parametrize(
    "key", ["allegation:held1", "source:report1#p3", "report1", "source:report1#p99"]
)
def test_what_is_withheld_is_refused_without_its_title(
    run: Run, tmp_path: Path, command: str, key: str
) -> None:
    project(tmp_path, "1")
    brief(tmp_path, f"[@{{{key}}}]\n")
    done = run(command, "brief.md", "--audience", "public", "--output-format", "json", cwd=tmp_path)
    [fault] = json.loads(done.out)
    assert (done.code, fault["code"], fault["column"]) == (1, "LM705", 4)
    assert "1x" not in done.out + done.err


def test_pseudonyms_come_from_the_key_file(run: Run, tmp_path: Path) -> None:
    folder = project(tmp_path / "in")
    path = folder / "allegations/seen.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("called: child A, ", ""), "utf-8")
    keys = tmp_path / "keys.json"
    keys.write_text(json.dumps({"Person 3333-33": [NAME]}), encoding="utf-8")
    keys.chmod(0o600)
    done = run("cite", "seen", "--keys", keys, cwd=folder)
    assert (done.code, done.out) == (0, "[Person 3333-33] was held\n")
    brief(folder, SEEN)
    done = run("resolve", "brief.md", "--keys", keys, cwd=folder)
    assert "Person 3333-33" in done.out
