"""Where text packs lie, and what commands say of them."""

from __future__ import annotations

from pathlib import Path

import click

from lawmap.checks.words import Counts

from .settings import Settings, read_settings

NO_PACKS = (
    "No text pack is stored, so quoted words were not compared with the treaties:"
    " 'lawmap texts import FILE' stores one."
)

texts_option = click.option(
    "--texts",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="LAWMAP_TEXTS",
    metavar="DIR",
    help="Folder of text packs (else $LAWMAP_TEXTS, the setting 'texts', a folder of the user's).",
)


def texts_folder(given: Path | None, settings: Settings | None = None) -> Path:
    """The folder of text packs: the one that was given, that of the settings, or the user's own."""
    setting: Path | None = (settings or read_settings(Path())).get("texts")
    return given or setting or Path(click.get_app_dir("lawmap")) / "texts"


def compared(counts: Counts) -> str:
    """How far quotations were compared with stored texts, in a sentence."""
    return (
        f"quoted words: {counts.in_several:,} found in two or more texts,"
        f" {counts.in_one:,} in one, {counts.not_found:,} not where they should be,"
        f" {counts.not_stored:,} not compared, as no pack holds the provision"
    )
