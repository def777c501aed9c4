"""Without the attacks all is accepted: what refuses them refuses nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.word_files import paragraph, word_file
from tests.hostile import settings, templates
from tests.hostile.answers import Prepare, nothing, writing
from tests.hostile.commands import CHECK, IMPORT, ROW
from tests.hostile.corpus import every_case
from tests.hostile.project import FILES, write_project
from tests.hostile.running import run_apart, run_limited

SOUND: dict[str, tuple[tuple[str, ...], Prepare]] = {
    "records": (("validate",), nothing),
    "a mark of byte order": (
        ("validate",),
        writing("allegations/held.yaml", f"\ufeff{FILES['allegations/held.yaml']}"),
    ),
    "settings": (("validate",), writing("lawmap.toml", 'fail-level = "error"\n')),
    "a baseline": (settings.WITH_BASELINE, writing("b.json", f"{settings.LINE}\n")),
    "a template": (templates.RUN, writing(templates.PAGE, "# {{ dossier.title * 2 }}\n")),
    "dossiers": (("dossier", "-o", "out"), nothing),
    "texts": ((*IMPORT, "a.jsonl"), writing("a.jsonl", ROW)),
    "no text packs": (CHECK, nothing),
    "cases": (("test",), nothing),
    "schemas": (("schema", "norm"), nothing),
    "a submission": (("resolve", "b.md", "-o", "o.md"), writing("b.md", "\ufeff[@{t:1(1)}]\r\n")),
    "a citing text": (("check-citations", "t.html"), writing("t.html", "<p>Article 1 of the HT")),
    "a Word file": (("check-citations", "w.docx"), writing("w.docx", word_file(paragraph("x")))),
}


@pytest.mark.parametrize(("arguments", "prepare"), SOUND.values(), ids=SOUND)
def test_what_is_sound_is_accepted(
    tmp_path: Path, arguments: tuple[str, ...], prepare: Prepare
) -> None:
    prepare(write_project(tmp_path))
    ended = run_limited(tmp_path, *arguments)
    assert ended.code == 0, ended.said


def test_the_limits_hold(tmp_path: Path) -> None:
    """What would take for ever is killed, so a case that passes did not."""
    ended = run_limited(tmp_path, "-c", env={"LAWMAP_HOSTILE_SPIN": "1"})
    assert ended.code < 0


def test_there_are_as_many_cases_as_were_promised() -> None:
    assert len(every_case()) >= 400


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("validate",), ("show", "held"), ("validate", "\x1b[31m")])
def test_a_process_of_its_own_answers_as_a_child_does(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    write_project(tmp_path)
    apart, child = run_apart(tmp_path, *arguments), run_limited(tmp_path, *arguments)
    assert (apart.code, apart.out, apart.err) == (child.code, child.out, child.err)
