"""What the documents show is what the tool does: commands run, links lead on, excerpts are real.

Blocks marked ``console`` are run. A line that begins with ``$`` is a command of lawmap; it runs in
a temporary copy of what it reads, so nothing is written into the checkout, and must exit with 0. A
block after ``<!-- file: NAME -->`` is saved there first.
The lines below it must stand in its output; ``...`` stands for lines left out. Blocks marked ``sh``
make environments or change a shell and are not run here.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from lawmap.cli import COMMANDS
from lawmap.loading.kinds import FILE_MODELS, kind_of
from lawmap.model.dossier import Dossier
from tests.cli.running import Done, Run
from tests.cli.signing_key import make_key

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SEEDS = ROOT / "docs" / "seeds.md"
TEMPLATES = ROOT / "docs" / "templates.md"
TUTORIAL = ROOT / "docs" / "tutorial.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
EXAMPLES = ROOT / "docs" / "examples"
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *EXAMPLES.rglob("*.md"), *DECISIONS]
)
COPIED = ("norms", "seeds", "schemas", "docs/examples", "docs/tutorial")

FENCE = re.compile(r"^```(\S*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAVED = re.compile(r"^<!-- file: (\S+) -->\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
MAX_QUOTED_WORDS = 25


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path, kind: str) -> list[str]:
    """The text of every fenced block of one kind."""
    return [text for marked, text in FENCE.findall(read(path)) if marked == kind]


def prose(path: Path) -> str:
    """A document without its fenced blocks."""
    return FENCE.sub("", read(path))


class Shown(NamedTuple):
    """A command of a document, and the lines that it shows as its output."""

    command: str
    lines: tuple[str, ...]


def shown(path: Path) -> Iterator[Shown]:
    for block in blocks(path, "console"):
        head, *parts = re.split(r"^\$ ", block, flags=re.MULTILINE)
        assert head == "", f"{name_of(path)}: a console block begins with '$ '"
        for part in parts:
            command, _, output = part.partition("\n")
            lines = (line for line in output.splitlines() if line not in ("", "..."))
            yield Shown(command, tuple(lines))


def start(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the command line of this checkout in a folder, as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "lawmap", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "LAWMAP_TEXTS": str(folder / "texts"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the commands of the documents read."""
    for folder in COPIED:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    if shutil.which("ssh-keygen"):
        make_key(tmp_path)
    return tmp_path


WITH_COMMANDS = [path for path in DOCUMENTS if blocks(path, "console") and path != TUTORIAL]
"""All but the tutorial, which is followed step by step in tests/test_tutorial.py."""


@pytest.mark.slow
@pytest.mark.parametrize("path", WITH_COMMANDS, ids=name_of)
def test_commands_do_what_the_document_shows(path: Path, checkout: Path) -> None:
    if "lawmap sign" in read(path) and not shutil.which("ssh-keygen"):
        pytest.skip("ssh-keygen is not installed")
    wrong = []
    for name, text in SAVED.findall(read(path)):
        (checkout / name).write_text(text, encoding="utf-8")
    for item in shown(path):
        program, *arguments = shlex.split(item.command)
        assert program == "lawmap", f"not a command of lawmap: {item.command}"
        done = start(checkout, *arguments)
        real = done.stdout.splitlines()
        wrong += [f"$ {item.command}\n{done.stdout[:2000]}"] if done.returncode else []
        wrong += [f"$ {item.command}\nmissing: {line}" for line in item.lines if line not in real]
    assert not wrong, "\n\n".join(wrong)


def test_the_readme_runs_every_command() -> None:
    run_there = {shlex.split(item.command)[1] for item in shown(README)}
    assert run_there == {name for name, _, _ in COMMANDS}


def one_seed(name: str) -> tuple[Path, Path]:
    """The files of one allegation: a dossier is made of them as it is among all others."""
    return ROOT / "seeds" / "sources", ROOT / "seeds" / "allegations" / f"{name}.yaml"


def test_the_excerpt_in_the_readme_is_real(run: Run, tmp_path: Path) -> None:
    excerpt = re.search(r"<!-- excerpt: (\S+) -->\n(.*?)<!-- end", read(README), re.DOTALL)
    assert excerpt is not None
    name, text = excerpt.groups()
    chosen = one_seed(name.removesuffix(".md"))
    assert run("dossier", *chosen, "-o", "out", cwd=tmp_path).code == 0
    real = LINK.sub(r"\1", read(tmp_path / "out" / name))
    at_a_glance = real.partition("## At a glance")[2].partition("\nAn arrow")[0]
    assert text.strip() == at_a_glance.strip()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_can_be_set_up_for(shell: str) -> None:
    assert f"_LAWMAP_COMPLETE={shell}_source lawmap" in read(README)
    done = subprocess.run(
        [sys.executable, "-c", "from lawmap.cli import main; main()"],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "_LAWMAP_COMPLETE": f"{shell}_complete",
            "COMP_WORDS": "lawmap doss",
            "COMP_CWORD": "doss" if shell == "fish" else "1",
        },
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert "dossier" in done.stdout, done.stderr


def anchors(path: Path) -> set[str]:
    """The anchors that a host of Markdown gives to the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", prose(path).lower(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    broken = []
    for _, link in LINK.findall(prose(path)):
        target, _, anchor = link.partition("#")
        if target.startswith(("http://", "https://")) or "{{" in target:
            continue
        file = (path.parent / target).resolve() if target else path
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("path", DECISIONS, ids=name_of)
def test_a_decision_has_its_number_and_its_three_parts(path: Path) -> None:
    text = read(path)
    assert text.startswith(f"# {path.name[:3]}: ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:3]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_architecture_lists_every_kind_of_file() -> None:
    listed = re.findall(r"^\| `([^`]+\.yaml)` \|", read(ARCHITECTURE), re.MULTILINE)
    examples = [re.sub(r"<pinpoint>", "51-1-service", one) for one in listed]
    kinds = {kind_of(re.sub(r"<\w+>", "example", one)) for one in examples}
    assert kinds == set(FILE_MODELS)


def test_the_architecture_names_only_files_that_exist() -> None:
    named = re.findall(r"`((?:lawmap|tests|norms|seeds|schemas)/[^`<]*)`", prose(ARCHITECTURE))
    assert [one for one in named if not (ROOT / one).exists()] == []


def test_every_seed_is_in_the_account_of_the_report() -> None:
    linked = re.findall(r"\.\./(seeds/allegations/[\w-]+\.yaml)", read(SEEDS))
    assert sorted(linked) == sorted(map(name_of, (ROOT / "seeds" / "allegations").glob("*.yaml")))


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_no_document_quotes_more_than_a_few_words(path: Path) -> None:
    quoted = re.findall(r"[\"“]([^\"“”\n]*)[\"”]", prose(path))
    assert [one for one in quoted if len(one.split()) > MAX_QUOTED_WORDS] == []


def with_template(run: Run, folder: Path, template: str) -> Done:
    (folder / "mine").mkdir()
    (folder / "mine" / "dossier.md.j2").write_text(template, encoding="utf-8")
    chosen = one_seed("thirty-drafted-2024")
    return run("dossier", *chosen, "--template", "mine", "-o", "out", cwd=folder)


def test_the_example_of_a_template_writes_what_is_shown(run: Run, tmp_path: Path) -> None:
    (template,), (expected,) = blocks(TEMPLATES, "jinja"), blocks(TEMPLATES, "markdown")
    assert with_template(run, tmp_path, template).code == 0
    written = read(tmp_path / "out" / "thirty-drafted-2024.md")
    assert written.startswith(expected)


def test_a_template_cannot_switch_escaping_off(run: Run, tmp_path: Path) -> None:
    template = (
        "{{ '<b>*x*</b>' }}\n{{ '<b>*x*</b>' | safe }}\n{{ ('<b>*x*</b>' | sign) ~ '' }}\n"
        "{% autoescape true %}{{ '<b>*x*</b>' | safe }}{% endautoescape %}\n"
    )
    assert with_template(run, tmp_path, template).code == 0
    lines = read(tmp_path / "out" / "thirty-drafted-2024.md").splitlines()
    assert set(lines) == {r"&lt;b&gt;\*x\*&lt;/b&gt;"}


@pytest.mark.parametrize("template", ["{{ dossier.verdict }}", "{% if %}"])
def test_a_faulty_template_ends_the_run_and_writes_nothing(
    run: Run, tmp_path: Path, template: str
) -> None:
    done = with_template(run, tmp_path, template)
    assert done.code == 2
    assert "mine/dossier.md.j2:1: " in done.err
    assert not (tmp_path / "out").exists()


def test_every_variable_that_the_templates_page_names_exists() -> None:
    fields = re.search(r"\| Field \|.*?\n\n", read(TEMPLATES), re.DOTALL)
    assert fields is not None
    rows = [row.split("|")[1] for row in fields[0].splitlines()[2:] if row]
    named = {name for cell in rows for name in re.findall(r"`(\w+)`", cell)}
    known = {*Dossier.__dataclass_fields__, "every_norm"}
    assert named <= known
