"""For whom text of records is shown: the option that commands share, and what it comes to."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import click

from lawmap.dossier import library_for
from lawmap.model.base import FileRecord, Handling
from lawmap.model.library import Library

from .keys import with_keys
from .outgoing import remember
from .settings import read_settings
from .voice import say

audience_option = click.option(
    "--audience",
    type=click.Choice([level.value for level in Handling]),
    default=Handling.CONFIDENTIAL.value,
    show_default=True,
    help="Nothing above this handling level is used or shown.",
)

keys_option = click.option(
    "--keys",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Key file with the pseudonyms of persons whom no record calls anything.",
)


class View(NamedTuple):
    """For whom record text is shown, and what masked persons are called."""

    audience: Handling
    keys: Path | None = None

    def keep(self, library: Library) -> None:
        """Keep the names of a library that the audience may not read from all that is shown.

        Raises:
            UsageError: if the key file is faulty, or at odds with the records.
        """
        remember(with_keys(library, self.keys), self.audience)

    def of(self, library: Library, *, said: bool = True) -> Library:
        """What the audience sees of a library, as in a dossier; a remark counts the rest.

        Raises:
            UsageError: if the key file is faulty, or at odds with the records.
        """
        named = with_keys(library, self.keys)
        seen = library_for(named, self.audience, remember(named, self.audience))
        lines = [f"{line.label.lower()}: {line.text}" for line in seen.total.lines]
        withheld = replace(seen.total, persons=0)
        if said and withheld.lines:
            say(
                f"Withheld from the audience '{self.audience.value}': {'; '.join(lines)}. What is"
                " shown holds of the rest alone."
            )
        return seen.library

    def shows(self, record: FileRecord, library: Library) -> bool:
        """Whether a file may be spoken of; one with faults may be read by those inside alone."""
        if self.audience is Handling.CONFIDENTIAL:
            return True
        shown = {"allegation": library.allegations, "source": library.sources}
        return getattr(record, "id", None) in shown.get(record.kind_of_file, ())


def for_audience(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --audience and --keys, handed on as ``view``, for text of records."""

    @audience_option
    @keys_option
    @functools.wraps(function)
    def with_view(audience: str, keys: Path | None, **rest: Any) -> Any:
        view = View(Handling(audience), keys or read_settings(Path()).keys)
        return function(view=view, **rest)

    return with_view
