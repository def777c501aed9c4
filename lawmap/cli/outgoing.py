"""The second net: what commands show or write holds no masked name, whatever way it took there.

Texts are masked at their source. Here the final text is looked through once more, as it stands and
as a reader's program would show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO

import click

from lawmap.errors import OutputError
from lawmap.masking import Mask
from lawmap.model.base import Handling
from lawmap.model.library import Library

_known: list[tuple[Library, Handling, Mask]] = []


def remember(library: Library, audience: Handling = Handling.CONFIDENTIAL) -> Mask:
    """Keep from every message and screen of this run the names that an audience may not read."""
    for known, level, mask in _known:
        if known is library and level is audience:
            return mask
    mask = Mask.of(library, audience)
    _known.append((library, audience, mask))
    return mask


def forget() -> None:
    """Begin a new run."""
    _known.clear()


def discreet(text: str) -> str:
    """A message with pseudonyms for the names of records that were read in this run."""
    for _, _, mask in _known:
        text = mask.text(text)
    return text


def is_named(text: str) -> bool:
    """Whether a text, such as words of the user, holds a name that is kept from screens."""
    return any(next(mask.leaks(text), None) is not None for _, _, mask in _known)


def show_text(text: str, *, nl: bool = False, file: IO[str] | None = None) -> None:
    """Show a text of records.

    Raises:
        OutputError: if it holds a masked name; nothing is shown then.
    """
    check_text(text)
    click.echo(text, nl=nl, file=file)


def check_text(text: str, name: str = "") -> None:
    """Look through a text that is to be shown, or written to a file of this name.

    Raises:
        OutputError: if it holds a masked name.
    """
    for _, _, mask in _known:
        hold_back(mask, {name: text})


def hold_back(mask: Mask, files: Mapping[str, str]) -> None:
    """Look through all that is to be written: texts by file name.

    Raises:
        OutputError: if a masked name stands in a text, or in the name of its file.
    """
    found = [place for name, text in files.items() for place in _places(mask, name, text)]
    if found:
        raise OutputError(
            f"nothing was written, because a masked name would stand in {'; '.join(found)};"
            " no id or template may hold a name"
            " (if the words are not the person, list them in names/exceptions.yaml)"
        )


def _places(mask: Mask, name: str, text: str) -> Iterable[str]:
    for leak in mask.leaks(f"{text}\n{name}"):
        yield f"{mask.text(name) or 'the output'}, line {leak.line} ({leak.called})"
