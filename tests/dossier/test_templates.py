"""A team's own templates replace the shipped ones, and can reach nothing but the dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Done, Run
from tests.dossier.records import allegation, source, write


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    return write(tmp_path / "in", allegation(title="A *title*"), source())


def templates(folder: Path, **texts: str) -> Path:
    path = folder / "templates"
    path.mkdir()
    for name, text in texts.items():
        (path / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return path


def test_a_template_replaces_the_shipped_one(run: Run, inputs: Path, tmp_path: Path) -> None:
    folder = templates(tmp_path, dossier="Own: {{ dossier.title }}\n")
    done = run("dossier", inputs, "-o", tmp_path / "out", "--template", folder)
    assert done.code == 0
    assert (tmp_path / "out" / "a.md").read_text(encoding="utf-8") == "Own: A \\*title\\*\n"
    assert "# Dossiers" in (tmp_path / "out" / "index.md").read_text(encoding="utf-8")


def test_a_part_of_the_shipped_template_can_be_replaced(
    run: Run, inputs: Path, tmp_path: Path
) -> None:
    folder = templates(tmp_path, norm="(Own: {{ entry.heading }})\n")
    assert run("dossier", inputs, "-o", tmp_path / "out", "--template", folder).code == 0
    text = (tmp_path / "out" / "a.md").read_text(encoding="utf-8")
    assert "(Own: " in text
    assert "## At a glance" in text


FAULTY = {
    "a syntax error": "{{ dossier.title",
    "an unknown name": "{{ dosier.title }}",
    "an unknown field": "{{ dossier.titel }}",
    "an unknown filter": "{{ dossier.title | shout }}",
    "a missing part": "{% include 'nothing.md.j2' %}",
    "a part outside the folder": "{% include '../secret.md.j2' %}",
}
FAULTY_IN_PYTHON = {
    "a division by nought": "{{ 1 // 0 }}",
    "a sum of text and number": "{{ dossier.title + 1 }}",
    "an endless list": "{% for one in range(10 ** 9) %}{% endfor %}",
    "a wrong argument": "{{ dossier.title | join(1, 2, 3, 4) }}",
}
SPYING = {
    "the class of a value": "{{ dossier.__class__.__mro__ }}",
    "the class by subscript": "{{ dossier['__class__'] }}",
    "a filter that reads attributes": "{{ (dossier | attr('__class__')) | attr('__mro__') }}",
    "the globals of a function": "{{ dossier.norms.count.__globals__ }}",
    "a format string": "{{ '{0.__class__.__mro__}'.format(dossier) }}",
    "the module of an enum": "{{ Outcome.__init__.__globals__ }}",
    "a change of a list": "{{ [1].append(2) }}",
}


def run_with(run: Run, inputs: Path, tmp_path: Path, text: str) -> Done:
    (tmp_path / "secret.md.j2").write_text("SECRET", encoding="utf-8")
    folder = templates(tmp_path, dossier=text)
    return run("dossier", inputs, "-o", tmp_path / "out", "--template", folder)


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY)
def test_a_faulty_template_ends_with_2_and_writes_nothing(
    run: Run, inputs: Path, tmp_path: Path, text: str
) -> None:
    done = run_with(run, inputs, tmp_path, text)
    assert done.code == 2
    assert str(tmp_path / "templates") in done.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", FAULTY_IN_PYTHON.values(), ids=FAULTY_IN_PYTHON)
def test_a_template_that_fails_in_python_ends_with_2_too(
    run: Run, inputs: Path, tmp_path: Path, text: str
) -> None:
    assert run_with(run, inputs, tmp_path, text).code == 2
    assert not (tmp_path / "out").exists()


def test_a_template_that_is_not_utf_8_ends_with_2(run: Run, inputs: Path, tmp_path: Path) -> None:
    folder = templates(tmp_path)
    (folder / "dossier.md.j2").write_bytes(b"caf\xe9")
    done = run("dossier", inputs, "-o", tmp_path / "out", "--template", folder)
    assert done.code == 2


@pytest.mark.parametrize("text", SPYING.values(), ids=SPYING)
def test_a_template_cannot_reach_the_inside_of_python(
    run: Run, inputs: Path, tmp_path: Path, text: str
) -> None:
    done = run_with(run, inputs, tmp_path, text)
    assert done.code == 2
    assert not (tmp_path / "out").exists()


def test_a_template_cannot_declare_a_text_safe(run: Run, inputs: Path, tmp_path: Path) -> None:
    text = "{{ dossier.title | safe }} {{ ('<b>' ~ dossier.title) | safe }}\n"
    run_with(run, inputs, tmp_path, text)
    found = (tmp_path / "out" / "a.md").read_text(encoding="utf-8")
    assert found == "A \\*title\\* &lt;b&gt;A \\*title\\*\n"
