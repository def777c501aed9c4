"""Plain text as a :class:`Document`: it is its own source."""

from __future__ import annotations

from .document import Document, Piece

_MARK = "\ufeff"


def read_text(source: str) -> Document:
    """All of a text but a byte order mark. Any text is one, so nothing is ever wrong with it.

    Args:
        source: the whole file, as it stands. Empty lines part its paragraphs.
    """
    skipped = len(source) - len(source.removeprefix(_MARK))
    length = len(source) - skipped
    pieces = (Piece(0, length, skipped, len(source)),) if length else ()
    return Document(source, source[skipped:], pieces)
