"""``lawmap texts list``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from lawmap.cli.screen import page
from lawmap.cli.text_packs import texts_folder, texts_option
from lawmap.cli.voice import say, speaks
from lawmap.texts import TextPack, open_packs


@click.command("list", epilog="Example: lawmap texts list")
@texts_option
@speaks
def command(texts: Path | None) -> int:
    """List the stored text packs, and what they hold.

    For each treaty, by the name that its file gives it: the languages and sources, with the number
    of texts.
    """
    folder = texts_folder(texts)
    packs = open_packs(folder)
    if packs is None:
        say(f"No text pack is stored in {folder}: 'lawmap texts import FILE' stores one.")
    else:
        click.echo(page(_lines(pack) for pack in packs.packs))
        say(f"Folder: {folder}")
    return 0


def _lines(pack: TextPack) -> Iterator[str]:
    file, sha256 = pack.origin
    yield f"{pack.name}: from {file} (sha256 {sha256})"
    width = max(map(len, pack.treaties), default=0)
    for treaty in pack.treaties:
        found = Counter(
            (text.language, text.source, text.kind.value) for text in pack.texts_of(treaty)
        )
        told = (
            f"{number:,} {language} {source}{'' if kind == 'text' else f' ({kind})'}"
            for (language, source, kind), number in sorted(found.items())
        )
        yield f"  {treaty:<{width}}  {', '.join(told)}"
