"""What is struck: every command that writes, over nothing and over an earlier version."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.cli.running import ROOT
from tests.cli.signing_key import make_key
from tests.cli.validating.test_fixing import FILES
from tests.hostile.project import write_project

Prepare = Callable[[Path], None]
Run = Callable[[tuple[str, ...], Path], object]


class Scene(NamedTuple):
    """One command in one folder."""

    name: str
    arguments: tuple[str, ...]
    prepare: Prepare
    """Makes what lies in the folder before."""
    earlier: tuple[tuple[str, ...], ...] = ()
    """Commands that were run there before."""
    change: Prepare | None = None
    """What has changed since."""
    every: int = 1
    """Of very many calls that are alike each n-th is struck."""
    few: int = 16
    """At so many calls, spread over all, it is struck where time is short; 0 for none."""
    adds: bool = False
    """Whether each run adds something, so that it must not be run again once it has done so."""
    aside: str = ""
    """What a run puts aside for a moment: if it is killed then, the next run puts it back."""
    anew: bool = False
    """Whether it is run anew from its beginning afterwards, for what it is to do has changed."""


SEEDS = (
    "abuses-planned-2022",
    "anti-corruption-activists-targeting-2022",
    "belarusian-dissidents-targeting-2022",
    "brutality-against-civilians-2022",
    "camp-children-taken-to-russia",
    "camps-anthem",
    "camps-beatings",
    "camps-told-they-are-russians",
    "camps-turned-against-ukraine",
    "camps-weapons-lessons",
    "children-700000-adopted",
    "children-deported-121000",
)
"""None of them names another."""


def project(folder: Path) -> None:
    """A small project with three allegations, on a pack of one term."""
    for name, text in FILES.items():
        for other in ("a", "b", "c") if name.startswith("allegations/") else ("a",):
            path = folder / name.replace("/a.yaml", f"/{other}.yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("id: a\n", f"id: {other}\n"), encoding="utf-8")


def sound_project(folder: Path) -> None:
    """The same without a fault."""
    project(folder)
    for path in (folder / "allegations").iterdir():
        path.write_text(path.read_text().replace("2024-9-3", "2024-09-03"), encoding="utf-8")


def twelve(folder: Path) -> None:
    """Twelve of the shipped allegations, with their sources."""
    shutil.copytree(ROOT / "seeds" / "sources", folder / "sources")
    (folder / "allegations").mkdir()
    for name in SEEDS:
        shutil.copy(ROOT / "seeds" / "allegations" / f"{name}.yaml", folder / "allegations")


def one_less_and_one_other(folder: Path) -> None:
    """One allegation is gone, and another is told otherwise."""
    first, second, *_ = sorted((folder / "allegations").iterdir())
    first.unlink()
    text = second.read_text(encoding="utf-8")
    lines = [f"{line} (retold)" if line.startswith("title:") else line for line in text.split("\n")]
    second.write_text("\n".join(lines), encoding="utf-8")


def articles(words: str) -> Prepare:
    """A file of one article."""

    def write(folder: Path) -> None:
        line = {"treaty": "gc-iv", "article": "150", "source": "A print", "text": words}
        (folder / "some.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")

    return write


def nothing(_: Path) -> None:
    """An empty folder."""


def with_a_child(folder: Path) -> None:
    """A project that names a child, who gets a pseudonym in a key file."""
    sound_project(folder)
    _name(folder / "allegations" / "a.yaml", "Jan Roe")


def with_another_child(folder: Path) -> None:
    """Another child is named since."""
    _name(folder / "allegations" / "b.yaml", "Ann Poe")


def _name(path: Path, name: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\npersons: [{{name: {name}, marks: [minor]}}]\n", encoding="utf-8")


def with_key(folder: Path) -> None:
    """A project whose dossiers somebody can sign."""
    sound_project(folder)
    make_key(folder)


def report(folder: Path) -> None:
    """A report to describe."""
    project(folder)
    (folder / "report.txt").write_text("One line.\n", encoding="utf-8")


def submission(folder: Path) -> None:
    """A submission with a key without braces and a citation that was typed, and a small law."""
    write_project(folder)
    text = "Held [@t:1(1)]. See Article 1(2) of the Held Treaty.\n"
    (folder / "brief.md").write_text(text, encoding="utf-8")


def retold(folder: Path) -> None:
    """The submission goes on."""
    with (folder / "brief.md").open("a", encoding="utf-8") as file:
        file.write("\nMore [@{t:8}].\n")


_SOURCE = (
    *("new", "source", "--id", "daily", "--publisher", "Daily", "--title", "News"),
    *("--language", "en", "--kind", "press", "--original", "report.txt"),
)
_DOSSIER = ("dossier", ".", "-o", "out")
_KEYED = (*_DOSSIER, "--audience", "internal", "--keys", "secret/keys.json")
_BAG = ("export", "out", "-o", "bags/bag", "--audience", "confidential", "--records", ".")
_ZIP = ("export", "out", "-o", "bags/bag.zip", "--audience", "confidential", "--records", ".")
_LOG = ("--records", ".", "--by", "A. Analyst", "--note", "Read.", "--at", "2025-03-04T10:00:00Z")
_ADD = ("review-log", "add", "a", "b", *_LOG, "--state", "reviewed")
_CORRECT = ("review-log", "correct", "1", *_LOG, "--state", "draft")
_IMPORT = ("texts", "import", "some.jsonl", "--texts", "store", "--force")
_ANOTHER = ("texts", "import", "some.jsonl", "--texts", "store", "--name", "another")
_BASELINE = ("validate", ".", "--baseline", "known.jsonl", "--write-baseline")
_RESOLVE = ("resolve", "brief.md", "-o", "filed.md", "--force")
_AUTHORITIES = ("authorities", "brief.md", "-o", "table.md", "--format", "markdown")
_FIX = ("check-citations", "brief.md", "--fix")
_EXPORT = ("bibliography", "brief.md", "-o", "cited.json")
_REPORT = ("validate", ".", "--report", "json:faults.json", "--report", "sarif:faults.sarif")

SCENES = (
    Scene("dossier, 12 seeds, first", _DOSSIER, twelve, every=3, few=0),
    Scene("dossier, 12 seeds, again", _DOSSIER, twelve, (_DOSSIER,), one_less_and_one_other, 3, 0),
    Scene("dossier, first", _DOSSIER, sound_project),
    Scene("dossier, again", _DOSSIER, sound_project, (_DOSSIER,), one_less_and_one_other),
    Scene("dossier --only", (*_DOSSIER, "--only", "c"), sound_project, (_DOSSIER,)),
    Scene("dossier --brief", (*_DOSSIER, "--brief"), sound_project, (_DOSSIER,)),
    Scene("init", ("init", "work", "--norms"), nothing, every=5, few=0),
    Scene("init, without norms", ("init", "work"), nothing, few=4),
    Scene("new source", _SOURCE, report),
    Scene("validate --fix", ("validate", ".", "--fix"), project, anew=True),
    Scene("validate --write-baseline", _BASELINE, project, anew=True),
    Scene("validate --report", _REPORT, project),
    Scene("texts import", _IMPORT, articles("One."), few=2),
    Scene("texts import, again", _IMPORT, articles("One."), (_IMPORT,), articles("Two."), few=4),
    Scene(
        "texts remove",
        ("texts", "remove", "another", "--texts", "store"),
        articles("One."),
        (_IMPORT, _ANOTHER),
        anew=True,
        few=3,
    ),
    Scene("resolve, first", _RESOLVE, submission, few=4),
    Scene("resolve, again", _RESOLVE, submission, (_RESOLVE,), retold, few=4),
    Scene("resolve --fix", ("resolve", "brief.md", "--fix", "-q"), submission, anew=True, few=4),
    Scene("authorities -o", _AUTHORITIES, submission, (_AUTHORITIES,), retold, few=4),
    Scene("bibliography -o", _EXPORT, submission, (_EXPORT,), retold, few=4),
    Scene("check-citations --fix", _FIX, submission, anew=True, few=4),
    Scene("schema -o", ("schema", "-o", "schemas"), nothing, every=9, few=3),
    Scene("rule -o", ("rule", "-o", "rules"), nothing, every=49),
    Scene("key file, first", _KEYED, with_a_child),
    Scene("key file, again", _KEYED, with_a_child, (_KEYED,), with_another_child),
    Scene("export, folder", _BAG, sound_project, (_DOSSIER,)),
    Scene(
        "export, folder, --force",
        (*_BAG, "--force"),
        sound_project,
        (_DOSSIER, _BAG, (*_DOSSIER, "--brief")),
        aside="bags/bag/",
    ),
    Scene("export, zip", _ZIP, sound_project, (_DOSSIER,)),
    Scene(
        "export, zip, --force",
        (*_ZIP, "--force"),
        sound_project,
        (_DOSSIER, _ZIP, (*_DOSSIER, "--brief")),
    ),
    Scene("sign", ("sign", "out", "--key", "signing-key"), with_key, (_DOSSIER,), few=6),
    Scene("review-log add, first", _ADD, sound_project, adds=True),
    Scene("review-log add, again", _ADD, sound_project, (_ADD,), adds=True),
    Scene("review-log correct", _CORRECT, sound_project, (_ADD,), adds=True),
)
