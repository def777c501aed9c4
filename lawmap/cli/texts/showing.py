"""``lawmap texts show``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from lawmap.cli.inputs import Inputs, norms_option
from lawmap.cli.screen import page
from lawmap.cli.text_packs import NO_PACKS, texts_folder, texts_option
from lawmap.cli.voice import speaks
from lawmap.diagnostics import did_you_mean
from lawmap.errors import UsageError
from lawmap.model.library import Library
from lawmap.texts import StoredText, TextKind, TextPacks, open_packs
from lawmap.texts.articles import instrument_named, names_of, split_pinpoint
from lawmap.texts.instruments import InstrumentTexts


@click.command("show", epilog="Example: lawmap texts show -h")
@click.argument("pinpoint")
@click.option("--language", metavar="CODE", help="Only texts in this language.")
@texts_option
@norms_option
@speaks
def command(
    pinpoint: str, language: str | None, texts: Path | None, norms: tuple[Path, ...]
) -> int:
    """Print what is stored of a provision, as each source has it.

    PINPOINT is such as gc4:49 or rome:7(1)(d); an instrument alone prints all of it. Of an article
    whose text shows its paragraphs, only the paragraph is printed. Documents beside the instrument
    are printed too, and named.
    """
    packs = open_packs(texts_folder(texts))
    if packs is None:
        raise UsageError(NO_PACKS)
    library = Inputs((), norms, ()).load_norms().library
    wanted, article, locators = split_pinpoint(pinpoint)
    instrument = _instrument(library, packs, wanted)
    stored = [
        text
        for text in packs.texts_of(names_of(library, instrument))
        if _is_asked(text, article, locators) and text.language == (language or text.language)
    ]
    if not stored:
        raise UsageError(
            f"no text of '{pinpoint}' is stored; 'lawmap texts list' shows which treaties are"
        )
    own = InstrumentTexts(instrument, stored, library.structures.get(instrument))
    click.echo(page(_lines(own, text, locators) for text in stored))
    return 0


def _instrument(library: Library, packs: TextPacks, name: str) -> str:
    """The instrument, or the treaty without norms, that goes by this name."""
    instrument = instrument_named(library, name)
    treaties = {treaty for pack in packs.packs for treaty in pack.treaties}
    if instrument is None and name.casefold() not in treaties:
        near = did_you_mean(name, {*library.instruments, *treaties})
        raise UsageError(f"no instrument and no stored treaty has the name '{name}'{near}")
    return instrument or name.casefold()


def _is_asked(text: StoredText, article: str, locators: str) -> bool:
    if not article:
        return True
    near = text.locators.startswith(locators) or locators.startswith(text.locators)
    return text.article == article and near


def _lines(own: InstrumentTexts, text: StoredText, locators: str) -> Iterator[str]:
    shown, words = (text.locators, text.text) if text.locators else own.part(text, locators)
    title = f", {text.title}" if text.title else ""
    kind = "" if text.kind is TextKind.TEXT else f" ({text.kind.value})"
    yield f"{own.provision(text.article, shown)}{title}"
    yield f"  {text.source}{kind}, {text.language}"
    yield ""
    yield from (f"  {line}".rstrip() for line in words.split("\n"))
