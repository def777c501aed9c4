"""``lawmap cite``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from lawmap.citing import (
    DEFAULT_STYLE,
    BadKeyError,
    Form,
    Key,
    KeyKind,
    Runs,
    Target,
    UnknownKeyError,
    cite_targets,
    find,
    find_style,
    parse_key,
    to_markdown,
    to_text,
)
from lawmap.cli import EXIT_OK
from lawmap.errors import NothingFoundError, UsageError
from lawmap.model.base import Attribution
from lawmap.model.library import Library
from lawmap.model.style import Style

from .formats.json_text import json_text
from .inputs import Inputs, also_option, load_norms, load_sound, norms_option
from .nearby import keep_names
from .outgoing import show_text
from .screen import one_line
from .view import View, for_audience
from .voice import say, speaks

ALL = "all"


@click.command("cite", epilog='Example: lawmap cite "gc4:49(1)" --style oscola')
@click.argument("names", nargs=-1, metavar="KEY...")
@click.option(
    "--style",
    default=DEFAULT_STYLE,
    show_default=True,
    metavar="ID",
    help="The citation style; 'all' writes every one.",
)
@click.option(
    "--form",
    type=click.Choice([Form.FULL.value, Form.SUBSEQUENT.value, Form.SHORT.value]),
    default=Form.FULL.value,
    show_default=True,
    help="The first citation, a later one, or where space is short.",
)
@click.option(
    "--note",
    type=click.IntRange(min=1),
    metavar="N",
    help="For later citations: the number of the note that cites it first.",
)
@click.option("--together", is_flag=True, help="Cite all keys in one place: arts 49 and 50.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="Plain text, Markdown with italics, or a list of objects.",
)
@click.option("--list-styles", is_flag=True, help="List the styles that are loaded, and stop.")
@also_option()
@norms_option
@for_audience
@speaks
def command(
    view: View,
    names: tuple[str, ...],
    style: str,
    form: str,
    note: int | None,
    together: bool,
    output_format: str,
    list_styles: bool,
    paths: tuple[Path, ...],
    norms: tuple[Path, ...],
) -> int:
    """Cite provisions, norms, decisions, warrants, reports and dossiers in a citation style.

    KEY is a provision (gc4:49(1)), a range (gc4:49-51), a norm (gc4:51(1)/service) or an element of
    one (gc4:49(1)#removal), an instrument (gc4), decision:ID, warrant:ID, source:ID or
    allegation:ID; of a decision or source also a place (decision:ID#p145). A bare id is enough
    where one record alone has it.

    Each key is written on a line of its own; --together writes all in one citation, where
    provisions of one instrument merge. What does not exist is refused, and what comes near is
    named. What was not verified at its source is said on standard error.

    \b
    Examples:
      lawmap cite "gc4:49(1)" --style all
      lawmap cite gc4:49 gc4:50 --together --style oscola
      lawmap cite "gc4:49(1)" --style oscola --form subsequent --note 3
    """  # noqa: D301  (click reads the backspace as "do not wrap")
    if list_styles:
        show_text(_styles_listed(load_norms(norms).library))
        return EXIT_OK
    if not names:
        raise UsageError("give a key, such as 'gc4:49(1)', or --list-styles")
    if note is not None and form != Form.SUBSEQUENT.value:
        raise UsageError("--note belongs to later citations: add --form subsequent")
    inputs = Inputs(paths, norms, ())
    parsed = parse_keys(names, inputs, view)
    library = view.of(library_with(parsed, inputs))
    pairs = list(zip(names, find_targets(library, parsed), strict=True))
    cited = [
        Cited(
            one,
            [name for name, _ in group],
            cite_targets(library, [target for _, target in group], one, Form(form), note=note),
        )
        for group in ([pairs] if together else [[pair] for pair in pairs])
        for one in _styles(library, style)
    ]
    show_text(_WRITERS[output_format](cited))
    for line in dict.fromkeys(line for _, target in pairs for line in unsure_of(target)):
        say(line)
    return EXIT_OK


def unsure_of(target: Target) -> Iterator[str]:
    """What of a citation was not seen at its source; it does not stand in the citation itself."""
    record = target.record
    sources = record.sources if target.instrument else {"": getattr(record, "source", None)}
    for name, source in sources.items():
        if isinstance(source, Attribution) and not source.verified:
            what = f" ({name})" if name else ""
            yield f"Not verified: '{target.key}'{what}, from {source.read_in}."


class Cited(NamedTuple):
    """A citation, in which style, and the keys it is of."""

    style: Style
    keys: list[str]
    runs: Runs


def _styles(library: Library, name: str) -> list[Style]:
    if name == ALL:
        return [one for _, one in sorted(library.styles.items())]
    return [find_style(library, name)]


def parse_keys(keys: Sequence[str], inputs: Inputs, view: View) -> list[Key]:
    """The keys; what is wrong with any of them is told at once, without names of persons.

    Raises:
        UsageError: if any of them is no key.
    """
    parsed: list[Key] = []
    wrong: list[str] = []
    for text in keys:
        try:
            parsed.append(parse_key(text))
        except BadKeyError as error:
            wrong.append(str(error))
    if wrong:
        keep_names(inputs, view)
        raise UsageError("\n".join(wrong))
    return parsed


def find_targets(library: Library, keys: Sequence[Key]) -> list[Target]:
    """What the keys mean; those that mean nothing are told at once.

    Raises:
        UsageError: if any of them is unknown.
    """
    found: list[Target] = []
    unknown: list[str] = []
    for key in keys:
        try:
            found.append(find(library, key))
        except UnknownKeyError as error:
            unknown.append(str(error))
    if unknown:
        raise UsageError("\n".join(unknown))
    return found


def library_with(keys: Iterable[Key], inputs: Inputs) -> Library:
    """The norm packs; with allegations and sources only where a key may name one of them.

    Drafts that are half done do not keep anybody from citing the law.

    Raises:
        UsageError: if a key may name an allegation or source, and none lies where it is looked for.
    """
    if not inputs.paths:
        library = load_norms(inputs.norms).library
        if not any(_is_of_paths(library, key) for key in keys):
            return library
    try:
        return load_sound(inputs).library
    except NothingFoundError as error:
        raise UsageError(
            f"{error.paths[0].absolute()} holds no allegation or source; give the path where they"
            " lie with --also"
        ) from error


def _is_of_paths(library: Library, key: Key) -> bool:
    if key.kind in (KeyKind.SOURCE, KeyKind.ALLEGATION):
        return True
    of_packs = (library.instruments, library.decisions, library.proceedings)
    is_bare = key.kind is KeyKind.INSTRUMENT and not key.pinpoint
    return is_bare and not any(key.id in records for records in of_packs)


def _styles_listed(library: Library) -> str:
    width = max(map(len, library.styles), default=0)
    lines = (f"{name:<{width}}  {one.title}" for name, one in sorted(library.styles.items()))
    return "".join(f"{one_line(line)}\n" for line in lines)


def _lines(cited: list[Cited], written: Sequence[str]) -> Iterator[str]:
    """A line for each citation, after the style where there are several."""
    styles = {one.style.id for one in cited}
    width = max(map(len, styles))
    for one, text in zip(cited, written, strict=True):
        begin = f"{one.style.id:<{width}}  " if len(styles) > 1 else ""
        yield f"{one_line(begin + text)}\n"


def _text(cited: list[Cited]) -> str:
    return "".join(_lines(cited, [to_text(one.runs) for one in cited]))


def _markdown(cited: list[Cited]) -> str:
    return "".join(_lines(cited, [to_markdown(one.runs) for one in cited]))


def _json(cited: list[Cited]) -> str:
    return json_text([_object(one) for one in cited], indent=2) + "\n"


def _object(one: Cited) -> dict[str, Any]:
    return {
        "keys": one.keys,
        "style": one.style.id,
        "text": to_text(one.runs),
        "markdown": to_markdown(one.runs),
        "runs": [{"text": run.text, "italic": run.italic} for run in one.runs],
    }


_WRITERS = {"text": _text, "markdown": _markdown, "json": _json}
