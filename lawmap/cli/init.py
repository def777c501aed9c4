"""``lawmap init``."""

from __future__ import annotations

import hashlib
import re
import shlex
from pathlib import Path

import click

from lawmap.checks.reports import paragraphs_of
from lawmap.loading import load, packs_for
from lawmap.loading.schema import schemas

from .templating import render, templates_below
from .voice import say, speaks
from .writing import write_new

_ORIGINAL = "originals/example-report.txt"
"""The report that the example source describes; its hash is computed, not kept."""


@click.command("init", epilog="Example: lawmap init reports")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--norms", is_flag=True, help="Also begin a norm pack of your own, in norms/.")
@speaks
def command(folder: Path, norms: bool) -> int:
    """Make a folder to work in, with an example in it.

    DIR (the current folder, if none is named) gets settings, a source and an allegation that are
    clearly invented, the schemas for editors, and a README with the next steps. Nothing is written
    over: if any of the files is there, all such are named and none is written.
    """
    files = _starter(norms=norms)
    library = load((), packs_for(())).library
    texts = {f"schemas/{name}.schema.json": text for name, text in schemas(library)}
    write_new(folder, {**files, **texts})
    say("\n".join([f"Made in {folder}:", *(f"  {name}" for name in sorted(files))]))
    say(f"  schemas/ ({len(texts)} files)")
    say("\n".join(["Next:", *(f"  {one}" for one in _next(folder))]))
    return 0


def _starter(*, norms: bool) -> dict[str, str]:
    """The files that templates make, by name."""
    original = render(f"init/{_ORIGINAL}.j2")
    values = {
        "norms": norms,
        "sha256": hashlib.sha256(original.encode()).hexdigest(),
        "paragraphs": len(paragraphs_of(original)),
    }
    templates = [*templates_below("init"), *(templates_below("init-norms") if norms else [])]
    return {_name(one): render(one, **values) for one in templates}


def _name(template: str) -> str:
    """The file that a template makes: ``dot-`` stands for the full stop that hides a file."""
    return re.sub(r"(^|/)dot-", r"\1.", template.partition("/")[2].removesuffix(".j2"))


def _next(folder: Path) -> list[str]:
    """The next three commands, to be run where this one was."""
    if folder == Path():
        return ["lawmap validate", "lawmap dossier", "lawmap new source"]
    place, output = shlex.quote(str(folder)), shlex.quote(str(folder / "dossiers"))
    return [
        f"lawmap validate {place}",
        f"lawmap dossier {place} -o {output}",
        f"lawmap new source --folder {place}",
    ]
