"""``lawmap search``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from lawmap.errors import NothingFoundError
from lawmap.loading import Loaded
from lawmap.lookup import Found, Hit, Kind, Line, search
from lawmap.masking import named_persons

from .formats.json_text import json_text
from .inputs import Inputs, also_option, norms_option
from .outgoing import is_named, show_text
from .screen import flat, is_coloured, one_line
from .view import View, for_audience
from .voice import say, speaks

# In norm packs; allegations and sources lie in paths.
_OF_PACKS = frozenset(set(Kind) - {Kind.ALLEGATIONS, Kind.SOURCES})
_NAMED = "Nothing found: a name among these words is masked."


@click.command("search", epilog="Example: lawmap search transfer of children --in norms")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--in",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in Kind]),
    help="Only these (repeatable).",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(["en", "uk"]),
    help="Only texts of this language; without it those of all.",
)
@also_option()
@norms_option
@click.option(
    "--output-format",
    type=click.Choice(["full", "json"]),
    default="full",
    show_default=True,
    help="Lines for people, or a list of objects.",
)
@for_audience
@speaks
def command(
    view: View,
    words: tuple[str, ...],
    kinds: tuple[str, ...],
    language: str | None,
    paths: tuple[Path, ...],
    norms: tuple[Path, ...],
    output_format: str,
) -> int:
    """Find norms, terms, instruments, allegations and sources by words.

    Reads ids, headings, labels, titles and aliases, rules and operative words, accounts,
    definitions, claimants and citations. Every word must stand in a record, as a word or as the
    beginning of one; capitals and the kind of apostrophe do not count. Of longer words other forms
    are found too: "adopted" finds "adoption", and "дитина" finds "дитини".

    What is found in names comes first, then what is found in rules, then in definitions; other
    forms of a word come last. Nothing found is no fault: it ends with 0 and says so on standard
    error. Files with faults are left out, so that words can be looked up while files are mended.
    """
    wanted = tuple(Kind(kind) for kind in kinds)
    loaded = _load(Inputs(paths, norms, ()), wanted)
    library = view.of(loaded.library)
    if any(named_persons(loaded.library)):
        say("Names that dossiers mask are masked here too, and are not found.")
    found = search(library, words, kinds=wanted, language=language)
    show_text(_WRITERS[output_format](found))
    faulty = len({fault.position.path for fault in loaded.diagnostics})
    if faulty:
        say(f"Not searched in full, because of faults: {faulty} of {loaded.read} files.")
    say(_NAMED if is_named(" ".join(words)) and not found.hits else _summary(found))
    return 0


def _load(inputs: Inputs, kinds: tuple[Kind, ...]) -> Loaded:
    """What is to be searched; a folder without a single file is no reason to stop."""
    if kinds and _OF_PACKS.issuperset(kinds) and not inputs.paths:
        return inputs.load_norms()
    try:
        return inputs.load()
    except NothingFoundError:
        if inputs.paths:
            raise
        return inputs.load_norms()


def _summary(found: Found) -> str:
    if found.hits:
        return f"{len(found.hits):,} found"
    lines = ["Nothing found."]
    for word, instead in found.instead.items():
        near = f"; near it: {', '.join(instead)}" if instead else ""
        lines.append(f"'{word}' stands nowhere{near}")
    if not found.instead:
        lines.append("Each of the words is there, but no record has all of them.")
    return "\n".join(map(one_line, lines))


def _full(found: Found) -> str:
    mark = is_coloured(sys.stdout)
    return "".join(f"{line}\n" for hit in found.hits for line in _lines(hit, mark=mark))


def _lines(hit: Hit, *, mark: bool) -> Iterator[str]:
    yield f"{_marked(hit.id, mark)}  {hit.kind.singular}: {_marked(hit.title, mark)}"
    for line in hit.lines:
        language = f" ({line.language})" if line.language not in (None, "en") else ""
        yield f"    {line.field}{language}: {_marked(line, mark)}"


def _marked(line: Line, mark: bool) -> str:
    """A text on one line, with the words that were found in bold on a terminal."""
    if not mark:
        return flat(line.text)
    parts, end = [], 0
    for start, stop in line.found:
        parts += [flat(line.text[end:start]), _bold(line.text[start:stop])]
        end = stop
    return "".join([*parts, flat(line.text[end:])])


def _bold(text: str) -> str:
    return click.style(flat(text), bold=True, fg="yellow")


def _json(found: Found) -> str:
    objects = [_object(hit) for hit in found.hits]
    return json_text(objects, indent=2) + "\n"


def _object(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind.singular,
        "id": hit.id.text,
        "title": hit.title.text,
        "language": hit.title.language,
        "found": [
            {
                "field": line.field,
                "language": line.language,
                "text": line.text,
                "words": [line.text[start:stop] for start, stop in line.found],
            }
            for line in (hit.id, hit.title, *hit.lines)
            if line.found
        ],
    }


_WRITERS = {"full": _full, "json": _json}
