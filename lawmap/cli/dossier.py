"""``lawmap dossier``."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from lawmap import __version__
from lawmap.dossier import (
    Archive,
    Input,
    Request,
    build_dossier,
    page_name,
    render,
    render_brief,
    render_index,
)
from lawmap.errors import UsageError
from lawmap.integrity.log import head_of
from lawmap.loading import Loaded
from lawmap.lookup import find_allegation
from lawmap.model.allegation import Allegation
from lawmap.model.base import Handling
from lawmap.model.dossier import Dossier
from lawmap.model.library import Library
from lawmap.model.source import Source
from lawmap.wording import counted

from .inputs import DAY, Inputs, load_sound, reads_files
from .keys import with_new_keys
from .outgoing import hold_back
from .rendering import page
from .review_log.store import read as read_log
from .view import View, for_audience
from .voice import say, speaks
from .writing import MANIFEST, write_folder

INDEX, BRIEF = "index.md", "brief"


@click.command("dossier", epilog="Example: lawmap dossier seeds -o build/dossiers")
@reads_files
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("dossiers"),
    show_default=True,
    metavar="DIR",
    help="Folder for the dossiers, index.md and manifest.json.",
)
@click.option("--only", multiple=True, metavar="ID", help="Only this allegation (repeatable).")
@for_audience
@click.option(
    "--unmask", is_flag=True, help="Name victims, minors and witnesses whom the audience may know."
)
@click.option(
    "--as-of",
    type=DAY,
    metavar="YYYY-MM-DD",
    help="Day of the analysis, never read from a clock; later warrants are not shown.",
)
@click.option("--analyst", metavar="NAME", help="Who made the analysis.")
@click.option("--reviewer", metavar="NAME", help="Who reviewed it.")
@click.option(
    "--template",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Folder with own templates, such as dossier.md.j2 or index.md.j2.",
)
@click.option(
    "--review-log",
    "log",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Say what this log of reviews says of each record; the manifest keeps its last hash.",
)
@click.option("--brief", is_flag=True, help="Also write a page on each, for a reader in haste.")
@click.option("--force", is_flag=True, help="Write over dossiers that were edited by hand.")
@speaks
def command(
    inputs: Inputs,
    output: Path,
    only: tuple[str, ...],
    view: View,
    unmask: bool,
    as_of: datetime | None,
    analyst: str | None,
    reviewer: str | None,
    template: Path | None,
    log: Path | None,
    brief: bool,
    force: bool,
) -> int:
    """Write a Markdown dossier for each allegation.

    A dossier says who claims what, which norms the allegation raises, element by element, what
    the other side says, what is open, and what would settle it. Files that were edited since are
    never overwritten without --force.
    """
    loaded = load_sound(inputs)
    request = Request(
        audience=view.audience,
        as_of=as_of.date() if as_of else None,
        analyst=analyst,
        reviewer=reviewer,
        unmask=unmask,
        hashes=_hashes(loaded),
        review_log=read_log(log) if log else None,
    )
    named = with_new_keys(
        loaded.library,
        view.keys,
        output,
        lambda person: person.is_masked(view.audience, unmask=unmask),
    )
    archive = Archive(named, request)
    _refuse_hidden(loaded.library, archive, only)
    files = _files(archive, only, template, brief=brief)
    record = _record(archive)
    hold_back(archive.mask, {**files, MANIFEST: json.dumps(record, ensure_ascii=False)})
    gone = write_folder(output, files, record, force=force, keep=bool(only))
    say(_summary(archive, files, gone, output, brief=brief))
    return 0


def _refuse_hidden(library: Library, archive: Archive, only: tuple[str, ...]) -> None:
    """An allegation that is asked for and may not be shown is no unknown one."""
    hidden = [
        name
        for name in only
        if name in library.allegations and name not in archive.library.allegations
    ]
    if hidden:
        raise UsageError(
            f"above the audience '{archive.request.audience.value}': {', '.join(hidden)};"
            " see 'handling' in the allegation and in each source that it cites"
        )


def _files(
    archive: Archive, only: tuple[str, ...], template: Path | None, *, brief: bool
) -> dict[str, str]:
    chosen = {find_allegation(archive.library, name).id for name in only}
    examined = archive.examined()
    dossiers = [
        build_dossier(archive, name, items)
        for name, items in examined.items()
        if not only or name in chosen
    ]
    files: dict[str, str] = {}
    for one in dossiers:
        files[page_name(one.id)] = page(template, partial(render, one, template))
        if brief:
            files[page_name(one.id, BRIEF)] = page(template, partial(render_brief, one, template))
    if not only:
        files[INDEX] = page(template, lambda: _index(archive, dossiers, template, brief))
    return files


def _index(archive: Archive, dossiers: list[Dossier], template: Path | None, briefs: bool) -> str:
    withheld = archive.seen.total
    return render_index(dossiers, template, briefs=briefs, withheld=withheld)


def _hashes(loaded: Loaded) -> dict[Input, str]:
    return {
        Input(file.record.kind_of_file, file.identity): file.sha256
        for model in (Allegation, Source)
        for file, _ in loaded.of_kind(model)
    }


def _record(archive: Archive) -> dict[str, object]:
    """What the manifest keeps: nothing of what is withheld but how much it is.

    The hash of a file of which something is withheld would let a reader try guesses at that.
    """
    # So would the last hash of a log: who reviewed what, and what was noted, goes into it.
    inside = archive.request.audience is Handling.CONFIDENTIAL
    log = archive.request.review_log if inside else None
    return {
        "tool": f"lawmap {__version__}",
        "audience": archive.request.audience.value,
        "withheld": archive.seen.total.counts,
        "packs": {
            item.pack.id: {"version": item.pack.version, "sha256": item.sha256}
            for item in sorted(archive.library.packs, key=lambda item: item.pack.id)
        },
        "inputs": {
            kind: {
                one.id: sha256
                for one, sha256 in sorted(archive.request.hashes.items())
                if one.kind == kind and one in archive.seen.whole
            }
            for kind in ("allegation", "source")
        },
        **({} if log is None else {"review_log": {"entries": len(log), "head": head_of(log)}}),
    }


def _summary(
    archive: Archive, files: dict[str, str], gone: list[str], output: Path, *, brief: bool
) -> str:
    pages = sum(name != INDEX for name in files)
    count = pages // 2 if brief else pages
    start = output / (INDEX if INDEX in files else next(iter(files), INDEX))
    written = f"{counted(count, 'dossier')}{', each with a brief,' * brief}"
    lines = [f"{written} written. Start with {start}"]
    if archive.hidden:
        lines.append(f"Left out, because above the audience's level: {archive.hidden}.")
    more = replace(archive.seen.total, allegations=0).lines
    if more:
        told = "; ".join(f"{line.label.lower()}: {line.text}" for line in more)
        lines.append(f"Withheld from what was written: {told}.")
    if gone:
        lines.append(f"Removed, because no longer produced: {', '.join(gone)}.")
    if not count:
        lines = [
            f"No dossier written: all {archive.hidden} allegations are above this audience. See"
            " 'handling' in them and in their sources."
            if archive.hidden
            else "No dossier written: no allegation was found below the given paths."
        ]
    return "\n".join(lines)
