"""Citations that people typed: found at their places in texts of every kind, or not at all."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from lawmap.citing import parse_key
from lawmap.documents import Document, read_html, read_markdown, read_text
from lawmap.documents.markdown import MarkdownDocument
from lawmap.loading import load
from lawmap.quoting import Shelf
from lawmap.recognising import Names, Status
from lawmap.submissions.typed import Law, typed_citations
from lawmap.submissions.typed_edits import rewrites, rewritten
from tests.hostile.project import write_project

from .inputs import text_of


def holds(data: bytes) -> None:
    """Look through a text as plain text, HTML and Markdown."""
    source = text_of(data)
    for read in (read_text, read_html, read_markdown):
        document: Document = read(source)
        found = typed_citations(document, _law())
        end = 0
        for one in found.typed:
            citation = one.citation
            assert end <= citation.start < citation.end <= len(document.text)
            end = citation.end
            assert document.text[citation.start : citation.end] == citation.text
            for key in citation.keys:
                parse_key(key)
            if one.is_certain:
                assert citation.status is Status.EXISTS
        if isinstance(document, MarkdownDocument):
            rewritten(source, rewrites(document, found.typed))


@cache
def _law() -> Law:
    with tempfile.TemporaryDirectory() as folder:
        library = load([write_project(Path(folder))]).library
    return Law(library, Names.of(library), Shelf(library, None))
