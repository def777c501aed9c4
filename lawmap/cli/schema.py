"""``lawmap schema``."""

from __future__ import annotations

from pathlib import Path

import click

from lawmap.cli import EXIT_OK
from lawmap.diagnostics import nearest
from lawmap.errors import UnknownIdError
from lawmap.loading.schema import schemas

from .generated import Generated, check_option, output_option
from .inputs import Inputs, norms_option
from .voice import speaks


@click.command("schema", epilog="Example: lawmap schema norm")
@click.argument("name", required=False)
@output_option
@check_option
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
    files = {f"{key}.schema.json": text for key, text in texts.items()}
    made = Generated(files, "*.schema.json", "schemas", "lawmap schema -o")
    if output is not None:
        return made.write(output)
    if check is not None:
        return made.check(check)
    if name is None:
        click.echo("\n".join(texts))
    elif name not in texts:
        raise UnknownIdError("schema", name, nearest(name, texts))
    else:
        click.echo(texts[name], nl=False)
    return EXIT_OK
