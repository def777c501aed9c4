"""``lawmap schema``."""

from __future__ import annotations

from pathlib import Path

import click

from lawmap.cli import EXIT_FAULTS
from lawmap.diagnostics import nearest
from lawmap.errors import UnknownIdError
from lawmap.loading.schema import schemas

from .inputs import Inputs, norms_option
from .voice import say, speaks
from .writing import write_text


@click.command("schema", epilog="Example: lawmap schema norm")
@click.argument("name", required=False)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Write all into DIR."
)
@click.option(
    "--check",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Exit with 1 if the schemas in DIR differ from the models.",
)
@norms_option
@speaks
def command(
    name: str | None, output: Path | None, check: Path | None, norms: tuple[Path, ...]
) -> int:
    """Print the JSON Schema of a file format, or write or check all of them.

    Editors that read the comment on top of each file offer keys, terms and their definitions; also
    terms of norm packs that --norms or the project's settings name.
    """
    texts = dict(schemas(Inputs((), norms, ()).load_norms().library))
    if output is not None:
        for key, text in texts.items():
            write_text(output / f"{key}.schema.json", text)
        say(f"{len(texts)} schemas written to {output}")
    elif check is not None:
        return _check(check, texts)
    elif name is None:
        click.echo("\n".join(texts))
    elif name not in texts:
        raise UnknownIdError("schema", name, nearest(name, texts))
    else:
        click.echo(texts[name], nl=False)
    return 0


def _check(folder: Path, texts: dict[str, str]) -> int:
    kept = {path.name.removesuffix(".schema.json") for path in folder.glob("*.schema.json")}
    stale = sorted(key for key, text in texts.items() if _read(folder, key) != text)
    surplus = sorted(kept - set(texts))
    for key in stale:
        click.echo(f"{folder / key}.schema.json differs from the model '{key}'")
    for key in surplus:
        click.echo(f"{folder / key}.schema.json belongs to no model")
    if stale or surplus:
        click.echo(f"Write them anew: lawmap schema -o {folder}", err=True)
        return EXIT_FAULTS
    say(f"{len(texts)} schemas agree with the models")
    return 0


def _read(folder: Path, key: str) -> str:
    path = folder / f"{key}.schema.json"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
