"""What a reader is told, and what it gives back."""

from __future__ import annotations

import re
from typing import NamedTuple

from lawmap.diagnostics import Diagnostic, Position

from ..stored import StoredText, TextKind

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")

_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)([^*\n]+)(?<=\S)\1")


class Told(NamedTuple):
    """What holds of every text of a file, where the file itself does not say."""

    source: str
    """Who printed the texts."""
    instrument: str = ""
    language: str = "en"
    kind: TextKind = TextKind.TEXT


class Read(NamedTuple):
    """What a file holds."""

    texts: tuple[StoredText, ...]
    faults: tuple[Diagnostic, ...]
    """Nothing is stored of a file that has any."""


def without_markup(text: str) -> str:
    """A text without the links and the emphasis of Markdown: a treaty was printed without them."""
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text)).strip()


def needs_instrument(shown: str) -> Read:
    """What is read of a file that does not say of which instrument it is."""
    message = "does not say which instrument it is the text of"
    mend = "Name it with --instrument; Markdown can also say 'instrument: ID' in its front matter."
    return Read((), (Diagnostic(Position(shown), "LM102", message, mend),))
