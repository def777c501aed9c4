"""HTML: any text is a page, and each of its characters leads back to the source."""

from __future__ import annotations

from lawmap.documents import read_html

from .inputs import text_of


def holds(data: bytes) -> None:
    """Read a page."""
    source = text_of(data)
    document = read_html(source)
    assert len(document.text) == sum(one.end - one.start for one in document.pieces)
    for piece in document.pieces:
        assert 0 <= piece.source <= piece.source_end <= len(source)
        if piece.as_it_stands and piece.end > piece.start:
            assert blank(document.text[piece.start : piece.end]) == blank(
                source[piece.source : piece.source_end]
            )
    for start, end in document.quoted:
        assert 0 <= start <= end <= len(document.text)


def blank(text: str) -> str:
    """A text with a blank for each white space: a browser shows line ends as these."""
    return "".join(" " if char.isspace() else char for char in text)
