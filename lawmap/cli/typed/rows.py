"""Citations as JSON: a row for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lawmap.cli.formats.json_text import json_text
from lawmap.documents import Document
from lawmap.submissions.typed import Quoted, Typed
from lawmap.submissions.typed_edits import placeholder

Row = dict[str, Any]


def rows_of(shown: str, document: Document, found: Iterable[Typed]) -> Iterator[Row]:
    """The rows of a document.

    Args:
        shown: its name.
        document: its text; places and offsets are those of its source.
        found: its citations.
    """
    for one in found:
        citation = one.citation
        yield {
            "file": shown,
            **_place(document, citation.start, citation.end),
            "text": citation.text,
            "keys": list(citation.keys),
            "ambiguous": one.is_ambiguous,
            "status": citation.status.value,
            "reason": citation.reason,
            "placeholder": placeholder(citation.keys, in_text=False) if one.is_certain else None,
            "quotations": [_quotation(document, quoted) for quoted in one.quoted],
        }


def as_lines(rows: Iterable[Row]) -> str:
    """One JSON object a line."""
    return "".join(f"{json_text(row)}\n" for row in rows)


def as_list(rows: Iterable[Row]) -> str:
    """All rows in one JSON list."""
    return json_text(list(rows), indent=2) + "\n"


def _place(document: Document, start: int, end: int) -> Row:
    first, last = document.source_span(start, end)
    line, column = document.place(start)
    return {"line": line, "column": column, "start": first, "end": last}


def _quotation(document: Document, quoted: Quoted) -> Row:
    span, compared = quoted.quotation, quoted.compared
    return {
        **_place(document, span.start, span.end),
        "result": compared.result.value,
        "found_in": list(compared.places),
        "more": compared.more,
        "differences": [one._asdict() for one in compared.differences],
    }
