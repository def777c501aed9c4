"""The second net: what commands show or write holds no masked name, whatever way it took there.

Texts are masked at their source. Here the final text is looked through once more, as it stands and
as a reader's program would show it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import IO

import click

from lawmap.control.discretion import mask_of
from lawmap.diagnostics import Diagnostic, Position, Report
from lawmap.errors import OutputError
from lawmap.loading import Loaded
from lawmap.masking import Mask
from lawmap.masking.looking import called_in, discreet_name, look_through
from lawmap.model.base import Handling
from lawmap.model.library import Library
from lawmap.wording import first_of

_SHOWN = 20
_known: list[tuple[Library, Handling, Mask]] = []


def remember(library: Library, audience: Handling = Handling.CONFIDENTIAL) -> Mask:
    """Keep from every message and screen of this run the names that an audience may not read."""
    for known, level, mask in _known:
        if known is library and level is audience:
            return mask
    mask = Mask.of(library, audience)
    _known.append((library, audience, mask))
    return mask


def remember_all(loaded: Loaded) -> None:
    """The same for all that was read, also for names in records that could not be read whole."""
    _known.append((loaded.library, Handling.CONFIDENTIAL, mask_of(loaded)))


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


def hidden(text: str) -> str:
    """Lines of files with asterisks for the names in them."""
    for _, _, mask in _known:
        if next(mask.leaks(text), None) is not None:
            text = "\n".join(map(mask.hidden, text.split("\n")))
    return text


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


BARE = "this would name a person and is not told"


def told(render: Callable[[Report], str], report: Report) -> str:
    """Faults in a form in which they are shown or written, without masked names.

    Their texts are masked where they come from. What still names somebody, put together as it is
    shown, loses its words and keeps its place and code: a fault is never lost.
    """
    text = render(report)
    if not is_named(text):
        return text

    def bare(fault: Diagnostic) -> Diagnostic:
        ways = (fault, _shaded(fault), _elsewhere(_shaded(fault)), _bare(fault))
        unnamed = (one for one in ways if not is_named(render(Report((one,)))))
        return next(unnamed, ways[-1])

    # What is still named then stands in words of lawmap, or across faults of which neither names.
    return render(
        report._replace(
            faults=tuple(map(bare, report.faults)),
            suppressed=tuple(map(bare, report.suppressed)),
        )
    )


def _shaded(fault: Diagnostic) -> Diagnostic:
    """The fault with asterisks for the names in the lines that go with it."""
    others = (one._replace(source_line=hidden(one.source_line)) for one in fault.related)
    return fault._replace(source_line=hidden(fault.source_line), related=tuple(others))


def _elsewhere(fault: Diagnostic) -> Diagnostic:
    """The fault with pseudonyms in the names of its files, as far as these name somebody."""
    others = (one._replace(position=_place(one.position)) for one in fault.related)
    return fault._replace(position=_place(fault.position), related=tuple(others), fix=None)


def _place(position: Position) -> Position:
    return position._replace(path=discreet_path(position.path))


def _bare(fault: Diagnostic) -> Diagnostic:
    return Diagnostic(
        _place(fault.position),
        fault.code,
        BARE,
        suppression=fault.suppression and fault.suppression._replace(reason=BARE),
    )


def names_somebody(path: str) -> bool:
    """Whether a path does, by the name of its file or of a folder."""
    return any(called_in(mask, path) for _, _, mask in _known)


def discreet_path(path: str) -> str:
    """A path with pseudonyms in place of parts that name somebody."""
    for _, _, mask in _known:
        if called_in(mask, path):
            path = discreet_name(mask, path)
    return path


def hold_back(mask: Mask, files: Mapping[str, str | bytes]) -> None:
    """Look through all that is to be written: texts or bytes by file name.

    Raises:
        OutputError: if a masked name stands in a file or in its name, or one is no text.
    """
    if not mask:
        return
    found = [place for name, content in files.items() for place in _places(mask, name, content)]
    if found:
        raise OutputError(
            f"nothing was written, because a masked name would stand in {first_of(found, _SHOWN)};"
            " no id or template may hold a name"
            " (if the words are not the person, list them in names/exceptions.yaml)"
        )


def _places(mask: Mask, name: str, content: str | bytes) -> Iterator[str]:
    shown = discreet_name(mask, name) or "the output"
    for called in called_in(mask, name):
        yield f"the name of the file {shown} ({called})"
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    for found in look_through(mask, raw):
        if found.leak is None:
            raise OutputError(f"nothing was written: names cannot be looked for in {shown}")
        yield f"{shown}, line {found.leak.line} ({found.leak.called})"
