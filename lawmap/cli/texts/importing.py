"""``lawmap texts import``."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from lawmap.checks.ids import RESERVED
from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.cli.formats import show
from lawmap.cli.inputs import PATH, Inputs, norms_option
from lawmap.cli.text_packs import texts_folder, texts_option
from lawmap.cli.voice import say, speaks
from lawmap.cli.writing import locked, write_bytes
from lawmap.diagnostics import Report, nearest
from lawmap.errors import OutputError, UnknownIdError, UsageError
from lawmap.loading.raw import read_regular
from lawmap.model.library import Library
from lawmap.texts import MAX_NAME, StoredText, TextKind, is_pack_name, pack_bytes, pack_path
from lawmap.texts.articles import instrument_named, names_of
from lawmap.texts.reading import Told, read_file
from lawmap.wording import counted


@click.command("import", epilog="Example: lawmap texts import -h")
@click.argument("file", type=PATH)
@click.option("--instrument", metavar="ID", help="The instrument that the file is the text of.")
@click.option(
    "--language",
    metavar="CODE",
    default="en",
    show_default=True,
    help="The language of texts that do not give their own.",
)
@click.option("--source", help="Who printed the texts, where the file does not say.")
@click.option("--name", help="The name of the pack; without it, that of the file.")
@click.option(
    "--companion",
    is_flag=True,
    help="The file accompanies the instrument, as the Elements of Crimes do: nothing is quoted"
    " from it, and nothing is copied from it either.",
)
@click.option("--force", is_flag=True, help="Write over a pack of the same name.")
@texts_option
@norms_option
@speaks
def command(
    file: Path,
    instrument: str | None,
    language: str,
    source: str | None,
    name: str | None,
    companion: bool,
    force: bool,
    texts: Path | None,
    norms: tuple[Path, ...],
) -> int:
    """Store the texts of a file as a text pack.

    FILE ends in .jsonl (one article a line), .md (headings such as '## Article 49') or .txt (lines
    such as 'Article 7 (1) (d) - Title'). docs/texts.md shows each of them.

    A file with any fault is not stored. A pack is never written over without --force.
    """
    if not re.fullmatch(r"[a-z]{2}", language):
        raise UsageError(f"--language takes two small letters such as en, not '{language}'")
    library = Inputs((), norms, ()).load_norms().library
    told = Told(
        source=source or file.stem,
        instrument=_instrument(library, instrument) if instrument else "",
        language=language,
        kind=TextKind.COMPANION if companion else TextKind.TEXT,
    )
    read, origin = read_file(file, told)
    if read.faults:
        show(Report(read.faults, files=1), "full", sys.stderr)
        click.echo("Nothing was stored: mend these faults first.", err=True)
        return EXIT_FAULTS
    pack = _pack_name(name, file)
    _store(texts_folder(texts), pack, pack_bytes(read.texts, origin), force=force)
    say(f"'{pack}' holds {_counted(read.texts)}.")
    _say_unknown(library, read.texts)
    return EXIT_OK


def _instrument(library: Library, name: str) -> str:
    """The id of the instrument of this name."""
    known = instrument_named(library, name)
    if known is None:
        raise UnknownIdError("instrument", name, nearest(name, library.instruments))
    return known


def _pack_name(given: str | None, file: Path) -> str:
    if given is None:
        name = re.sub("[^a-z0-9]+", "-", file.stem.casefold())[:MAX_NAME].strip("-") or "texts"
    elif is_pack_name(given):
        name = given
    else:
        told = f"--name takes at most {MAX_NAME} small letters, digits and hyphens"
        raise UsageError(f"{told}, not '{given}'")
    if name in RESERVED:
        raise UsageError(f"'{name}' is a reserved file name; give the pack another --name")
    return name


def _store(folder: Path, name: str, content: bytes, *, force: bool) -> None:
    path = pack_path(folder, name)
    with locked(folder):
        if not force and _holds_other(path, content):
            raise OutputError(
                f"a pack '{name}' with other texts is there already, in {folder};"
                " write over it with --force, or give another --name"
            )
        write_bytes(path, content)


def _holds_other(path: Path, content: bytes) -> bool:
    """Whether something else lies there; what cannot be read is something else."""
    try:
        return read_regular(path, len(content)) != content
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _counted(texts: Sequence[StoredText]) -> str:
    treaties = {text.treaty for text in texts}
    languages = Counter(text.language for text in texts)
    told = ", ".join(f"{number:,} {language}" for language, number in sorted(languages.items()))
    return (
        f"{counted(len(texts), 'text')} ({told}) of {counted(len(treaties), 'treaty', 'treaties')}"
    )


def _say_unknown(library: Library, texts: Sequence[StoredText]) -> None:
    """Treaties that no instrument goes by: that is in order, or a name that was not recognised."""
    known = {name for one in library.instruments for name in names_of(library, one)}
    unknown = sorted({text.treaty for text in texts} - known)
    if unknown:
        say(
            f"No instrument has the name {', '.join(map(repr, unknown))}: no norm quotes these"
            " texts, so they only show what was copied. An instrument can list the name under"
            " 'aliases'; for a file of one treaty, --instrument says which it is."
        )
