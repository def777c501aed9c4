"""``lawmap match``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from lawmap.citing import refer
from lawmap.matching import match
from lawmap.model.assessment import Assessment
from lawmap.model.library import Library
from lawmap.model.outcome import Outcome

from .formats.json_text import json_text
from .inputs import Inputs, load_sound, reads_files
from .outgoing import show_text
from .screen import one_line
from .view import View, for_audience
from .voice import speaks


@click.command("match", epilog="Example: lawmap match seeds --output-format jsonl")
@reads_files
@click.option(
    "--output-format",
    type=click.Choice(["full", "jsonl", "json"]),
    default="full",
    show_default=True,
    help="A table for people, or one JSON object a pair.",
)
@click.option("--all", "everything", is_flag=True, help="Also pairs in which the norm is silent.")
@for_audience
@speaks
def command(inputs: Inputs, view: View, output_format: str, everything: bool) -> int:
    """Say which norms each allegation raises.

    The JSON follows the published schema 'assessment' (lawmap schema assessment). Names that
    dossiers mask are masked here too.
    """
    library = view.of(load_sound(inputs).library)
    assessments = match(library, silent=everything)
    show_text(_WRITERS[output_format](library, assessments))
    return 0


def _jsonl(_: Library, assessments: Sequence[Assessment]) -> str:
    return "".join(json_text(item.model_dump(mode="json")) + "\n" for item in assessments)


def _json(_: Library, assessments: Sequence[Assessment]) -> str:
    objects = [item.model_dump(mode="json") for item in assessments]
    return json_text(objects, indent=2) + "\n"


def _full(library: Library, assessments: Sequence[Assessment]) -> str:
    if not library.allegations:
        return "No allegation was found below the given paths.\n"
    lines: list[str] = []
    for allegation in sorted(library.allegations.values(), key=lambda item: item.id):
        found = [item for item in assessments if item.allegation == allegation.id]
        lines += [f"{allegation.id}: {allegation.title}", *_rows(library, found), ""]
    return "\n".join(map(one_line, lines)) + "\n"


def _rows(library: Library, found: Iterable[Assessment]) -> list[str]:
    order = list(Outcome)
    rows = sorted(found, key=lambda item: (order.index(item.outcome), item.norm))
    if not rows:
        return ["  no norm of the loaded packs is raised"]
    return [
        f"  {item.outcome.value:<10} {item.norm:<34} {refer(library, item.norm)}{_marks(item)}"
        for item in rows
    ]


def _marks(item: Assessment) -> str:
    return f" [{', '.join(mark.value for mark in item.marks)}]" if item.marks else ""


_WRITERS = {"full": _full, "jsonl": _jsonl, "json": _json}
