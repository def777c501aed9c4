"""``lawmap export``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from lawmap import __version__
from lawmap.checks.runnable import WORKABLE
from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.diagnostics import Report, has_errors
from lawmap.errors import NothingFoundError, OutputError, UsageError
from lawmap.integrity.bag import Info, build_bag
from lawmap.integrity.canonical import sha256
from lawmap.integrity.manifest import MANIFEST, MAX_FILE, SIGNATURE, Manifest
from lawmap.loading.folder import real_path
from lawmap.masking import Mask
from lawmap.model.base import Handling
from lawmap.model.library import Library
from lawmap.wording import counted, first_of

from .bagging import write_bag
from .formats import show
from .inputs import DAY, PATH
from .outgoing import hold_back
from .verifying.places import find
from .verifying.records import read_records
from .verifying.tree import FolderTree
from .voice import say, speaks


@click.command(
    "export",
    epilog="Example: lawmap export build/dossiers -o bag --audience confidential",
)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "-o",
    "--output",
    type=PATH,
    required=True,
    metavar="BAG",
    help="The bag: a new folder, or a zip archive if the name ends with .zip.",
)
@click.option(
    "--audience",
    type=click.Choice([level.value for level in Handling]),
    required=True,
    help="For whom it is. The dossiers must have been written for the same audience.",
)
@click.option("--unmask", is_flag=True, help="As the dossiers were written: see 'lawmap dossier'.")
@click.option(
    "--records",
    multiple=True,
    type=PATH,
    metavar="PATH",
    help="The records whose names must not stand in the bag (repeatable; default: the settings').",
)
@click.option("--no-leak-check", is_flag=True, help="Do not look for names that are to be masked.")
@click.option("--organization", metavar="NAME", help="Who sends it: Source-Organization.")
@click.option("--identifier", metavar="ID", help="The sender's name for it: External-Identifier.")
@click.option("--on", type=DAY, metavar="YYYY-MM-DD", help="Bagging-Date; never read from a clock.")
@click.option("--force", is_flag=True, help="Put it in the place of a bag that is there.")
@speaks
def command(
    folder: Path,
    output: Path,
    audience: str,
    unmask: bool,
    records: tuple[Path, ...],
    no_leak_check: bool,
    organization: str | None,
    identifier: str | None,
    on: datetime | None,
    force: bool,
) -> int:
    """Pack verified dossiers as a bag for an archive (BagIt 1.0, RFC 8493).

    The folder must be as it was written, see 'lawmap verify', and for the audience that is named.
    Before anything is written, every byte is searched for names that this audience must not read.
    The same dossiers give the same bytes.
    """
    found = find(folder)
    if found.faults or found.manifest is None:
        show(Report(found.faults), "full", sys.stdout)
        click.echo("Nothing was exported: the folder is not as it was written.", err=True)
        return EXIT_FAULTS
    if not (folder / MANIFEST).is_file():
        raise UsageError(f"{folder} is a bag already; give the folder that 'lawmap dossier' wrote")
    _refuse_other_audience(found.manifest, audience)
    _refuse_odd_place(output)
    if real_path(output).is_relative_to(real_path(folder)):
        raise UsageError(f"{output} lies in the folder of the dossiers; give a place outside it")
    info = list(_info(audience, organization, identifier, on))
    files = build_bag(_payload(folder, found.manifest), info)
    if not no_leak_check:
        library = _library(records, found.manifest)
        hold_back(Mask.of(library, Handling(audience), unmask=unmask), files)
    write_bag(output, files, force=force)
    checked = "names were not looked for" if no_leak_check else "no masked name stands in it"
    count = counted(len(found.manifest.outputs), "file")
    say(f"{count} and their manifest packed for the audience '{audience}': {output}; {checked}.")
    return EXIT_OK


def _refuse_odd_place(output: Path) -> None:
    """A bag is named by the last part of its path, and `..` or a root has no name of its own."""
    if output.name in ("", ".."):
        raise UsageError(f"{output} has no name of its own; give the name of the bag")


def _refuse_other_audience(manifest: Manifest, audience: str) -> None:
    if manifest.audience != audience:
        raise UsageError(
            f"the dossiers were written for the audience '{manifest.audience}', not for"
            f" '{audience}'; write them anew with 'lawmap dossier --audience {audience}'"
        )


def _info(
    audience: str, organization: str | None, identifier: str | None, on: datetime | None
) -> Iterator[Info]:
    told = {
        "Source-Organization": organization,
        "External-Identifier": identifier,
        "Bagging-Date": on.date().isoformat() if on else None,
        "Bag-Software-Agent": f"lawmap {__version__}",
        "Lawmap-Audience": audience,
    }
    for label, value in told.items():
        if value is None:
            continue
        if not value.isprintable() or not value.strip():
            raise UsageError(f"{label} must be one line of plain text")
        yield Info(label, value.strip())


def _payload(folder: Path, manifest: Manifest) -> dict[str, bytes]:
    """The bytes of what the bag carries: the very bytes that the manifest names."""
    tree = FolderTree(folder)
    names = [*manifest.outputs, MANIFEST]
    signed = (f"{name}{SIGNATURE}" for name in names)
    names += [name for name in signed if name in tree.sizes and name not in manifest.outputs]
    files = {}
    for name in names:
        try:
            files[name] = tree.read(name, MAX_FILE)
        except (OSError, KeyError) as error:
            raise OutputError(f"nothing was exported: '{name}' cannot be read") from error
    changed = [name for name, digest in manifest.outputs.items() if sha256(files[name]) != digest]
    if changed or files[MANIFEST].decode() != manifest.text:
        raise OutputError("nothing was exported: files were changed while they were read")
    return files


def _library(paths: tuple[Path, ...], manifest: Manifest) -> Library:
    """The records behind the dossiers: without one of them its names would not be found."""
    instead = "name them with --records PATH, or leave the search out with --no-leak-check"
    try:
        loaded = read_records(paths)
    except NothingFoundError as error:
        raise UsageError(f"no records were found to take masked names from; {instead}") from error
    broken = [one for one in loaded.diagnostics if one.code not in WORKABLE and has_errors([one])]
    if broken:
        raise UsageError(
            f"names cannot be looked for, because records have faults, the first of them in"
            f" {broken[0].position.path}; mend what 'lawmap validate' says of them"
        )
    library = loaded.library
    known = {"allegation": library.allegations, "source": library.sources}
    lacking = [name for kind, name in manifest.inputs if name not in known.get(kind, {})]
    if lacking:
        raise UsageError(
            "names cannot be looked for, because these records of the dossiers are not among"
            f" those that were read: {first_of(lacking, 5)}; {instead}"
        )
    return library
